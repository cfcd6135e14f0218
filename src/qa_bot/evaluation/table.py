"""Tables of figures, before anyone decides how they look."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A table: each row has a cell for each column, the first `labels` of them its names.

    `note` says what is counted.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    labels: int = 1


def percent(part: float, whole: float = 1.0) -> str:
    """Return `part` of `whole` in percent; a dash for nothing of nothing.

    >>> percent(2, 3), percent(0.5), percent(0, 0)
    ('66.7', '50.0', '–')
    """
    return f"{100 * part / whole:.1f}" if whole else "–"
