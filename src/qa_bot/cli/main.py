"""`qa-bot`: the commands, and how errors leave the program."""

import io
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated

import typer
from rich.console import Console

from qa_bot import __version__
from qa_bot.cli.console import told
from qa_bot.cli.entry import INTERRUPTED
from qa_bot.errors import QaBotError


@dataclass(frozen=True, slots=True)
class _Command:
    """A command, or a group of commands: its function `name` of a module of this room, and how it is listed."""

    module: str
    name: str
    short_help: str | None = None
    hidden: bool = False
    takes_anything: bool = False

    def add_to(self, app: typer.Typer) -> None:
        """Add it to `app`; what it needs is imported now."""
        found = getattr(import_module(f"qa_bot.cli.{self.module}"), self.name)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=self.name, short_help=self.short_help)
        else:
            anything = {"ignore_unknown_options": True, "allow_extra_args": True} if self.takes_anything else None
            app.command(self.name, short_help=self.short_help, hidden=self.hidden, context_settings=anything)(found)


_EVALUATE = "Measure how often the program is right."
# What measures comes with the development set-up alone; without it everything else works.
_MEASURING = (
    (_Command("evaluate", "evaluate", _EVALUATE), _Command("fit", "fit", hidden=True))
    if find_spec("ir_measures")
    else (_Command("unmeasured", "evaluate", _EVALUATE, takes_anything=True),)
)
_COMMANDS = (
    _Command("start", "run", "Start the bot, or without a token the chat in the terminal."),
    _Command("index", "index"),
    _Command("ask", "ask"),
    _Command("ask", "when"),
    _Command("dates", "dates"),
    _Command("timeline", "timeline"),
    _Command("explain", "explain"),
    _Command("check", "check"),
    _Command("store", "store", "Look after what the bot remembers: copy it, put it back, forget."),
    _Command("report", "report", "Tell how the bot is used, and what people think of it."),
    _Command("bench", "bench"),
    *_MEASURING,
    _Command("reference", "reference", hidden=True),
)


def make_app(asked: str = "") -> typer.Typer:
    """Return the program with the command that is called `asked` alone; with all where none is.

    What a command needs is imported with it: what all of them need takes twice as long as one.
    """
    app = typer.Typer(
        name="qa-bot",
        no_args_is_help=True,
        add_completion=False,
        # Plain text: frames break where Arabic runs from right to left, and the reference pages show the same words.
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
    )
    app.callback()(_qa_bot)
    for command in [each for each in _COMMANDS if each.name == asked] or _COMMANDS:
        command.add_to(app)
    return app


def _tell_version(wanted: bool) -> None:  # noqa: FBT001  # the signature of a callback
    if wanted:
        typer.echo(f"qa-bot {__version__}")
        raise typer.Exit


_VersionOption = Annotated[
    bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Show the version and exit.")
]


def _qa_bot(version: _VersionOption = False) -> None:  # noqa: FBT002  # a flag, told by its callback
    """Answers Arabic questions from texts: the sentence that answers, verbatim, with its citation."""


def main() -> None:
    """Run the command line; a fault that its reader can mend is one message, not a traceback."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    _speak_utf_8()
    try:
        make_app(_asked(sys.argv[1:]))(prog_name="qa-bot")
    except (QaBotError, OSError) as error:
        _complain(error)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _asked(arguments: Sequence[str]) -> str:
    """Return the name of the command that the program's arguments begin with, behind options of its own."""
    return next((each for each in arguments if not each.startswith("-")), "")


def _speak_utf_8() -> None:
    # Arabic goes in and out as UTF-8 whatever the locale says; a broken byte is no reason to stop.
    if isinstance(sys.stdin, io.TextIOWrapper):
        # What some programs write in front of UTF-8 is no letter of the first question.
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _complain(error: QaBotError | OSError) -> None:
    # Foreign faults that nobody nearer knows, such as a full disk behind standard output, end here too.
    Console(stderr=True, soft_wrap=True).print(f"qa-bot: {told(error)}", style="red", markup=False, highlight=False)
    try:
        print(end="", flush=True)  # noqa: T201  # what was said before the fault
    except OSError:
        # Else Python tries once more at its end, and prints a fault of its own.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
