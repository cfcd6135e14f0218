"""What the command line shows on standard error: progress, warnings, and what mends a fault."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from qa_bot.errors import SetupError
from qa_bot.wiring.building import BuildProgress

err = Console(stderr=True, soft_wrap=True, highlight=False)


@contextmanager
def progress_of_build() -> Iterator[Callable[[BuildProgress], None]]:
    """Give a function that shows how far a build is; nothing is shown before its first call."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=err, transient=True, disable=not err.is_terminal)
    task = bar.add_task("Reading texts", total=None)
    started = False

    def show(progress: BuildProgress) -> None:
        nonlocal started
        if not started:
            bar.start()
            started = True
        description = f"{progress.stage}: {progress.passages} passages"
        bar.update(task, description=description, completed=progress.files_done, total=progress.files)

    try:
        yield show
    finally:
        bar.stop()


def told(error: Exception) -> str:
    """Return an error's message, with the command that mends it as it can be typed here.

    Whoever started the program by its path («.venv/bin/qa-bot», as make does) finds it by that path alone.
    """
    if not isinstance(error, SetupError) or error.command is None:
        return str(error)
    program, _, rest = error.command.partition(" ")
    typed = Path(sys.argv[0])
    if program != typed.name or shutil.which(program):
        return str(error)
    return str(SetupError(error.reason, command=f"{typed} {rest}"))
