"""Tables and progress bars of the evaluation, in the terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table as RichTable

from qa_bot.cli.console import err
from qa_bot.evaluation.table import Table

# Where nobody looks on, in a pipe or a file, no column is cut.
_WIDE = 200


def show(table: Table) -> None:
    """Print a table on standard output."""
    out = Console(highlight=False)
    if not out.is_terminal:
        out = Console(highlight=False, width=_WIDE)
    drawn = RichTable(title=table.title, title_justify="left", caption=table.note or None, caption_justify="left")
    for at, column in enumerate(table.columns):
        drawn.add_column(column, justify="left" if at == 0 else "right")
    for row in table.rows:
        drawn.add_row(*row)
    out.print(drawn)


@contextmanager
def progress(description: str, total: int) -> Iterator[Callable[[], None]]:
    """Give a function to call after each of `total` steps; the bar is shown in a terminal only."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task(description, total=total)
        yield lambda: bar.advance(task)
