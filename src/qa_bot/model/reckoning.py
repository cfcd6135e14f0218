"""What was reckoned from dates that texts give."""

from dataclasses import dataclass
from enum import StrEnum

from qa_bot.model.calendar import BothCalendars, Calendar


class Comparison(StrEnum):
    """What is asked of two times."""

    ORDER = "order"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """How long it is between two dates, from `least` to `most`: in years of `calendar`, or in its months."""

    calendar: Calendar
    least: int
    most: int
    in_months: bool = False


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What two dates make together.

    `names` are what was asked about, as the asker wrote them or as a Latin name was read, and `dates` when they were,
    both in the order of the question. `earlier` is the number of the one that came first, 0 or 1; None where both dates
    may be the same. `apart` is None where nobody can tell. `is_disputed` tells that texts disagree on one of the dates.
    """

    asked: Comparison
    names: tuple[str, str]
    dates: tuple[BothCalendars, BothCalendars]
    earlier: int | None
    apart: TimeSpan | None
    is_disputed: bool = False
