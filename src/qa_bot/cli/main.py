"""`qa-bot`: the commands, and how errors leave the program."""

import io
import logging
import os
import sys
from importlib.util import find_spec
from typing import Annotated

import typer
from rich.console import Console

from qa_bot import __version__
from qa_bot.cli.ask import ask, when
from qa_bot.cli.bench import bench
from qa_bot.cli.check import check
from qa_bot.cli.console import told
from qa_bot.cli.dates import dates
from qa_bot.cli.entry import INTERRUPTED
from qa_bot.cli.explain import explain
from qa_bot.cli.index import index
from qa_bot.cli.reference import reference
from qa_bot.cli.report import report
from qa_bot.cli.start import run
from qa_bot.cli.store import store
from qa_bot.cli.timeline import timeline
from qa_bot.errors import QaBotError

app = typer.Typer(
    name="qa-bot",
    no_args_is_help=True,
    add_completion=False,
    # Plain text: frames break where Arabic runs from right to left, and the reference pages show the same words.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)
app.command(short_help="Start the bot, or without a token the chat in the terminal.")(run)
app.command()(index)
app.command()(ask)
app.command()(when)
app.command()(dates)
app.command()(timeline)
app.command()(explain)
app.command()(check)
app.add_typer(store, name="store")
app.command(short_help="Tell how the bot is used, and what people think of it.")(report)
app.command()(bench)
_EVALUATE = "Measure how often the program is right."
if find_spec("ir_measures"):
    from qa_bot.cli.evaluate import evaluate
    from qa_bot.cli.fit import fit

    app.add_typer(evaluate, name="evaluate", short_help=_EVALUATE)
    app.command(hidden=True)(fit)
else:
    # What measures comes with the development set-up alone; without it everything else works.
    from qa_bot.cli.unmeasured import unmeasured

    anything = {"ignore_unknown_options": True, "allow_extra_args": True}
    app.command("evaluate", short_help=_EVALUATE, context_settings=anything)(unmeasured)
app.command(hidden=True)(reference)


def _tell_version(wanted: bool) -> None:  # noqa: FBT001  # the signature of a callback
    if wanted:
        typer.echo(f"qa-bot {__version__}")
        raise typer.Exit


_VersionOption = Annotated[
    bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Show the version and exit.")
]


@app.callback()
def _qa_bot(version: _VersionOption = False) -> None:  # noqa: FBT002  # a flag, told by its callback
    """Answers Arabic questions from texts: the sentence that answers, verbatim, with its citation."""


def main() -> None:
    """Run the command line; a fault that its reader can mend is one message, not a traceback."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    _speak_utf_8()
    try:
        app(prog_name="qa-bot")
    except (QaBotError, OSError) as error:
        _complain(error)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


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
