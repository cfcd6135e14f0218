"""`qa-bot`: the commands, and how errors leave the program."""

import io
import logging
import sys

import typer
from rich.console import Console

from qa_bot.cli.ask import ask, when
from qa_bot.cli.check import check
from qa_bot.cli.index import index
from qa_bot.cli.reference import reference
from qa_bot.cli.start import run
from qa_bot.errors import QaBotError

_INTERRUPTED = 130  # 128 + SIGINT, as shells have it

app = typer.Typer(
    name="qa-bot",
    help="Answers Arabic questions from texts: the sentence that answers, verbatim, with its citation.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)
app.command()(run)
app.command()(index)
app.command()(ask)
app.command()(when)
app.command()(check)
app.command(hidden=True)(reference)


def main() -> None:
    """Run the command line; a fault that its reader can mend is one message, not a traceback."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    for stream in (sys.stdin, sys.stdout):
        # Arabic goes in and out as UTF-8 whatever the locale says; a broken byte is no reason to stop.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except QaBotError as error:
        Console(stderr=True, soft_wrap=True).print(f"qa-bot: {error}", style="red", markup=False, highlight=False)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output went away («qa-bot ask … | head»): nothing is left to say.
        sys.stderr.close()
