"""Tables and progress bars of the evaluation, in the terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table as RichTable

from qa_bot.cli.console import err
from qa_bot.evaluation.table import Table

# Where nobody looks on, in a pipe or a file, no column is cut.
_WIDE = 220


def show(table: Table) -> None:
    """Print a table on standard output."""
    out = Console(highlight=False)
    if not out.is_terminal:
        out = Console(highlight=False, width=_WIDE)
    drawn = RichTable(title=table.title, title_justify="left", caption=table.note or None, caption_justify="left")
    for at, column in enumerate(table.columns):
        drawn.add_column(column, justify="left" if at < table.labels else "right")
    for row in table.rows:
        drawn.add_row(*row)
    out.print(drawn)


class ProgressWatch:
    """Shows stage after stage, with a bar where the number of steps is known."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=None)

    def stage(self, description: str, total: int | None = None) -> None:
        """Show that a stage with `total` steps begins."""
        self._bar.reset(self._task, description=description, total=total, completed=0)

    def step(self) -> None:
        """Show that a step is done."""
        self._bar.advance(self._task)


@contextmanager
def watching() -> Iterator[ProgressWatch]:
    """Give a watch on standard error; it shows nothing where that is no terminal."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        yield ProgressWatch(bar)


@contextmanager
def reading_dates() -> Iterator[Callable[[int, int], None]]:
    """Give a function that shows how many texts of how many have been read for their dates."""
    with watching() as watch:

        def on_document(done: int, of: int) -> None:
            if done == 1:
                watch.stage("Reading dates", of)
            watch.step()

        yield on_document
