"""What a reader is shown of dates: as written, then in the other calendar."""

from collections.abc import Iterable
from dataclasses import dataclass

from qa_bot.model.calendar import BothCalendars, DateRange
from qa_bot.text.calendars import era_calendar


@dataclass(frozen=True, slots=True)
class ShownDate:
    """One date: in the calendars it was written in, and in those it was converted to; neither need be there."""

    written: tuple[DateRange, ...]
    computed: tuple[DateRange, ...]


def is_to_the_day(converted: DateRange) -> bool:
    """Return whether a date is told to the day: converted between Hijri and the Christian era, that is roughly so.

    A month began when its moon was seen, which may have been a day or two before or after the table's first.
    """
    return converted.first.day is not None or converted.last.day is not None


def shown_dates(dates: Iterable[BothCalendars]) -> list[ShownDate]:
    """Return what is shown of each of `dates`, in order, the same once.

    Of the Christian era the calendar that is written is shown, else the one that was in use: Julian before October
    1582. Neighbours that are one date written in two calendars become one. Dates without any calendar are left out.
    """
    shown: list[ShownDate] = []
    for date in map(_shown, dates):
        if shown and not shown[-1].written[1:] and _is_twin(shown[-1], date):
            shown[-1] = ShownDate(shown[-1].written + date.written, ())
        elif date.written or date.computed:
            shown.append(date)
    return list(dict.fromkeys(shown))


def _shown(date: BothCalendars) -> ShownDate:
    known = [each for each in (date.hijri, _christian(date)) if each is not None]
    written = tuple(each for each in known if each.calendar not in date.computed)
    return ShownDate(written, tuple(each for each in known if each.calendar in date.computed))


def _christian(date: BothCalendars) -> DateRange | None:
    both = [known for known in (date.julian, date.gregorian) if known is not None]
    written = [known for known in both if known.calendar not in date.computed]
    return next(iter([*written, *(known for known in both if _is_in_use(known))]), None)


def _is_in_use(known: DateRange) -> bool:
    return known.calendar is era_calendar(known.last.year, known.last.month, known.last.day)


def _is_twin(first: ShownDate, second: ShownDate) -> bool:
    """Return whether both are the same time, each written in a calendar of its own."""
    calendars = {each.calendar for each in second.written}
    converted = [each for each in first.computed if each.calendar in calendars]
    return bool(converted) and all(_overlap(converted[0], each) for each in second.written)


def _overlap(first: DateRange, second: DateRange) -> bool:
    return first.first.year <= second.last.year and second.first.year <= first.last.year
