"""`qa-bot reference`: the pages that are made from the code, so that they never say anything else."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import click
import typer
from pydantic.fields import FieldInfo

from qa_bot.settings import Settings, home

_COLUMNS = 100


def reference(
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail where a page is out of date.")] = False,  # noqa: FBT002  # a flag, as typer makes them
) -> None:
    """Write docs/settings.md, docs/commands.md and .env.example from the code."""
    stale = [path for path, text in pages().items() if not path.is_file() or path.read_text("utf-8") != text]
    if check and stale:
        typer.echo("Out of date: " + ", ".join(map(str, stale)) + "\n  To mend it: make docs", err=True)
        raise typer.Exit(code=1)
    for path in stale:
        path.write_text(pages()[path], "utf-8")


def pages() -> dict[Path, str]:
    """Return each generated page's path with its text."""
    root = home()
    return {
        root / "docs" / "settings.md": settings_page(),
        root / "docs" / "commands.md": commands_page(),
        root / ".env.example": env_example(),
    }


def settings_page() -> str:
    """Return the page of settings: a table of variables, what they mean, and their defaults."""
    rows = [f"| `{name}` | {field.description} | {_default(name, field)} |" for name, field in _settings()]
    head = "# Settings\n\nRead from the environment, then from `.env` in the working directory.\n"
    return "\n".join([head, "| variable | meaning | default |", "|---|---|---|", *rows, ""])


def env_example() -> str:
    """Return `.env.example`: every variable, commented out, with its meaning above it."""
    head = "# Copy this file to .env and take the # away from what you set.\n"
    parts = [f"# {field.description}\n# {name}={_example(name, field)}\n" for name, field in _settings()]
    return "\n".join([head, *parts])


def commands_page() -> str:
    """Return the page of commands: what each prints for `--help`."""
    # Here, not above: main registers this very command.
    from qa_bot.cli.main import app

    root = typer.main.get_command(app)
    assert isinstance(root, click.Group)  # noqa: S101  # an app of several commands is a group
    parts = ["# Commands\n", "What each prints for `--help`.\n"]
    for name, command in root.commands.items():
        if not command.hidden:
            parts.append(f"## qa-bot {name}\n\n```text\n{_help(command, name)}\n```\n")
    return "\n".join(parts)


def _help(command: click.Command, name: str) -> str:
    context = click.Context(command, info_name=f"qa-bot {name}", terminal_width=_COLUMNS, max_content_width=_COLUMNS)
    formatter = context.make_formatter()
    click.Command.format_help(command, context, formatter)
    return "\n".join(line.rstrip() for line in formatter.getvalue().splitlines()).strip()


def _settings() -> Iterator[tuple[str, FieldInfo]]:
    for field in Settings.model_fields.values():
        yield str(field.validation_alias), field


def _default(name: str, field: FieldInfo) -> str:
    value = _example(name, field)
    return f"`{value}`" if value else "none"


def _example(name: str, field: FieldInfo) -> str:
    if field.default_factory is not None:
        # The folders of the repository; written without the place where it happens to be.
        return name.removeprefix("QA_BOT_").lower()
    return "" if field.default is None else str(field.default)
