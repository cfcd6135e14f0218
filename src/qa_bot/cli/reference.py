"""`qa-bot reference`: the pages that are made from the code, so that they never say anything else."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer
from pydantic.fields import FieldInfo

from qa_bot.settings import Settings, home

_COLUMNS = 100
_FOLDERS = {"QA_BOT_CORPUS": "corpus", "QA_BOT_INDEX": "index"}
_STORE = "QA_BOT_STORE"
_PATHS = _FOLDERS | {_STORE: "store/qa_bot.sqlite3"}
_TOKEN = "TELEGRAM_BOT_TOKEN"  # noqa: S105  # the name of a variable
# A setting that stands nowhere here comes under the last heading.
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "Telegram": (_TOKEN, "TELEGRAM_API_URL"),
    "Texts and their index": tuple(_FOLDERS),
    "What the bot remembers": (_STORE, "QA_BOT_DATABASE_URL", "QA_BOT_KEEP_DAYS"),
    "Texts that chats add": (
        "QA_BOT_OWN_TEXTS",
        "QA_BOT_CHAT_TEXTS",
        "QA_BOT_CHAT_PASSAGES",
        "QA_BOT_OWN_TEXTS_MB",
    ),
    "A webhook, instead of polling": ("QA_BOT_WEBHOOK_URL", "QA_BOT_WEBHOOK_SECRET", "QA_BOT_LISTEN"),
    "Logs, health and metrics": ("QA_BOT_LOG_LEVEL", "QA_BOT_LOG_FORMAT", "QA_BOT_METRICS_LISTEN"),
}
_REST = "Conversation"

_SETTINGS_HEAD = """\
# Settings

Read from the environment, then from `.env` in the working directory; an empty value counts as none. `qa-bot check`
looks them over. None is needed to ask questions in the terminal, and only the token to run in Telegram.
"""
_ENV_HEAD = """\
# Copy this file to .env, and set what you need; every line may stay as it is. The environment wins over this file.
"""
_COMMANDS_HEAD = """\
# Commands

What each prints for `--help`. Answers and tables go to standard output, progress and warnings to standard error.
A command ends with status 0; with 1 where something is to be mended, said in one message; with 2 where its options
are wrong; with 130 after Ctrl-C.
"""


def reference(
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail where a page is out of date.")] = False,  # noqa: FBT002  # a flag, as typer makes them
) -> None:
    """Write docs/settings.md, docs/commands.md and .env.example from the code."""
    stale = {path: text for path, text in pages().items() if not path.is_file() or path.read_text("utf-8") != text}
    if check and stale:
        typer.echo("Out of date: " + ", ".join(map(str, stale)) + "\n  To mend it: make docs", err=True)
        raise typer.Exit(code=1)
    for path, text in stale.items():
        path.write_text(text, "utf-8")
        typer.echo(f"Written: {path}", err=True)


def pages() -> dict[Path, str]:
    """Return each generated page's path with its text."""
    root = home()
    return {
        root / "docs" / "settings.md": settings_page(),
        root / "docs" / "commands.md": commands_page(),
        root / ".env.example": env_example(),
    }


def settings_page() -> str:
    """Return the page of settings: under each heading a table of variables, what they mean, and their defaults."""
    parts = [_SETTINGS_HEAD]
    for heading, fields in _grouped().items():
        rows = [f"| `{name}` | {_meaning(field)} | {_default(name, field)} |" for name, field in fields.items()]
        table = ["| variable | meaning | default |", "|---|---|---|", *rows]
        parts.append(f"## {heading}\n\n" + "\n".join(table) + "\n")
    return "\n".join(parts)


def env_example() -> str:
    """Return `.env.example`: every variable with its meaning above it; all but the token are commented out."""
    parts = [_ENV_HEAD]
    for heading, fields in _grouped().items():
        parts.append(f"# ---- {heading} ----\n")
        parts += [f"# {_meaning(field)}\n{_line(name, field)}\n" for name, field in fields.items()]
    return "\n".join(parts)


def commands_page() -> str:
    """Return the page of commands: what each prints for `--help`."""
    # Here, not above: main registers this very command.
    from qa_bot.cli.main import make_app

    program = typer.main.get_group(make_app())
    root = typer.Context(program, info_name="qa-bot", terminal_width=_COLUMNS, **program.context_settings)
    return "\n".join([_COMMANDS_HEAD, *map(_section, [root, *_below(root)])])


def _below(context: typer.Context) -> Iterator[typer.Context]:
    """Yield the shown commands of a group, each before those of its own."""
    commands = getattr(context.command, "commands", {})
    for name, command in commands.items():
        if not command.hidden:
            below = typer.Context(command, context, name)
            yield below
            yield from _below(below)


def _section(context: typer.Context) -> str:
    return f"## {context.command_path}\n\n```text\n{context.get_help()}\n```\n"


def _grouped() -> dict[str, dict[str, FieldInfo]]:
    """Return the settings by heading, each by the name of its variable, in the order of the class."""
    headings = {name: heading for heading, names in _GROUPS.items() for name in names}
    groups: dict[str, dict[str, FieldInfo]] = {heading: {} for heading in (*_GROUPS, _REST)}
    for name, field in _settings():
        groups[headings.get(name, _REST)][name] = field
    return groups


def _settings() -> Iterator[tuple[str, FieldInfo]]:
    for field in Settings.model_fields.values():
        yield str(field.validation_alias), field


def _meaning(field: FieldInfo) -> str:
    """Return what a setting means, with the numbers that it may be."""
    meaning = str(field.description)
    limits = [getattr(each, bound) for bound in ("ge", "le") for each in field.metadata if hasattr(each, bound)]
    return f"{meaning.rstrip('.')}: {limits[0]} to {limits[1]}." if limits else meaning


def _line(name: str, field: FieldInfo) -> str:
    return f"{name}=" if name == _TOKEN else f"#{name}={_value(name, field)}"


def _default(name: str, field: FieldInfo) -> str:
    if name in _PATHS:
        return f"`{_PATHS[name]}{'/' * (name in _FOLDERS)}` of the repository"
    value = _value(name, field)
    return f"`{value}`" if value else "none"


def _value(name: str, field: FieldInfo) -> str:
    # Paths are written without the place where the repository happens to be, yes and no as .env has them.
    default = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return _PATHS.get(name) or ("" if default is None else str(default))
