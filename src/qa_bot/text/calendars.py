"""Hijri, Julian and Gregorian dates told in one another, as precisely as they are known and no more.

The Hijri calendar here is the tabular one (30-year cycle, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29,
civil epoch: 1 Muharram 1 is Friday 16 July 622 Julian; Reingold and Dershowitz, "Calendrical Calculations").
The month that people saw may have begun a day or two earlier or later.

Years before an era count backwards without a year 0: -1 is 1 BC, or the year that ends with the eve of
1 Muharram 1. Nobody counted Hijri months then: such a date is the table carried back.
"""

from collections.abc import Callable
from functools import lru_cache
from types import ModuleType

from convertdate import gregorian, islamic, julian

from qa_bot.model.calendar import BothCalendars, Calendar, DateRange, HistoricalDate

_LIBRARY: dict[Calendar, ModuleType] = {
    Calendar.HIJRI: islamic,
    Calendar.JULIAN: julian,
    Calendar.GREGORIAN: gregorian,
}
# convertdate's Julian formulas hold from Julian day 0, 1 January 4713 BC, onwards.
_FIRST_YEAR = {Calendar.HIJRI: -5498, Calendar.JULIAN: -4712, Calendar.GREGORIAN: -4712}
_LAST_YEAR = 9999
_MONTHS = 12
HIJRI_YEAR_DAYS = 354.37  # 10,631 in 30 years
# The day after Thursday 4 October 1582 (Julian) was Friday 15 October 1582 (Gregorian).
_FIRST_GREGORIAN = (1582, 10, 15)


def era_calendar(year: int, month: int | None = None, day: int | None = None) -> Calendar:
    """Return the calendar of a date of the Christian era: Julian before 15 October 1582.

    What is unknown counts as early as it can be: the year 1582 alone is Julian.

    >>> era_calendar(634).value, era_calendar(1582, 10, 15).value, era_calendar(1948).value
    ('julian', 'gregorian', 'gregorian')
    """
    return Calendar.JULIAN if (year, month or 1, day or 1) < _FIRST_GREGORIAN else Calendar.GREGORIAN


def month_length(calendar: Calendar, year: int, month: int) -> int:
    """Return the number of days of a month; of a Hijri month in the table, not in the sky.

    >>> month_length(Calendar.HIJRI, 13, 5), month_length(Calendar.JULIAN, 634, 2)
    (30, 28)
    """
    next_year, next_month = (year, month + 1) if month < _MONTHS else (_year_after(year), 1)
    return _day_number(calendar, next_year, next_month, 1) - _day_number(calendar, year, month, 1)


# A library tells of few years again and again, and the library of calendars works each out anew.
@lru_cache(maxsize=10_000)
def in_calendar(meaning: DateRange, calendar: Calendar) -> DateRange | None:
    """Return the dates of `calendar` in which `meaning` lies; None outside 4713 BC to AD 9999 or for no day.

    A Hijri year alone spans years of the Christian era, a month the months it touches, a day is a day; and
    the other way round. Between Julian and Gregorian a year or month alone is the one in which most of its
    days lie.

    >>> rajab = HistoricalDate(Calendar.HIJRI, 9, 7)
    >>> iso(in_calendar(DateRange(rajab, rajab), Calendar.JULIAN))
    '0630-10/0630-11'
    """
    if meaning.calendar is calendar:
        return meaning
    touched = Calendar.HIJRI in (meaning.calendar, calendar)
    first_of, last_of = (_first_day, _last_day) if touched else (_middle_day, _middle_day)
    first = _converted(meaning.first, calendar, first_of)
    last = _converted(meaning.last, calendar, last_of)
    return DateRange(first, last) if first and last else None


def day_numbers(meaning: DateRange) -> tuple[int, int] | None:
    """Return the Julian day numbers of the first and the last day of `meaning`; None where `in_calendar` gives None.

    Days of all calendars are counted in one row, so dates can be put in order by them.

    >>> year, day = HistoricalDate(Calendar.HIJRI, 13), HistoricalDate(Calendar.JULIAN, 634, 7, 30)
    >>> day_numbers(DateRange(year, year)), day_numbers(DateRange(day, day))
    ((1952692, 1953046), (1952837, 1952837))
    """
    if not (_covered(meaning.first) and _covered(meaning.last)):
        return None
    return _first_day(meaning.first), _last_day(meaning.last)


def in_both_calendars(text: str, meaning: DateRange) -> BothCalendars:
    """Return `meaning` in all three calendars; `text` is the mention, verbatim."""
    told = {calendar: in_calendar(meaning, calendar) for calendar in Calendar}
    return BothCalendars(
        text=text,
        hijri=told[Calendar.HIJRI],
        julian=told[Calendar.JULIAN],
        gregorian=told[Calendar.GREGORIAN],
        computed=tuple(c for c in Calendar if c is not meaning.calendar and told[c] is not None),
    )


def iso(meaning: DateRange) -> str:
    """Return the dates as ISO 8601 writes them, in their own calendar: a slash between two, a minus for BC.

    The year is counted as the era counts it: "-0044" is 44 BC, not ISO's astronomical 45 BC.

    >>> ides = HistoricalDate(Calendar.JULIAN, -44, 3, 15)
    >>> iso(DateRange(ides, ides))
    '-0044-03-15'
    """
    first, last = _iso_date(meaning.first), _iso_date(meaning.last)
    return first if meaning.first == meaning.last else f"{first}/{last}"


def _iso_date(date: HistoricalDate) -> str:
    sign = "-" if date.year < 0 else ""
    parts = [f"{sign}{abs(date.year):04}", *(f"{part:02}" for part in (date.month, date.day) if part)]
    return "-".join(parts)


def _converted(
    date: HistoricalDate, calendar: Calendar, day_of: Callable[[HistoricalDate], int]
) -> HistoricalDate | None:
    """Return the one of `date`'s days that `day_of` picks, in `calendar`, as precise as `date`."""
    if not _covered(date):
        return None
    full = _date(calendar, day_of(date))
    month = full.month if date.month else None
    told = HistoricalDate(calendar, full.year, month, full.day if date.day else None)
    return told if _covered(told) else None


def _covered(date: HistoricalDate) -> bool:
    if not _FIRST_YEAR[date.calendar] <= date.year <= _LAST_YEAR:
        return False
    if date.day is None or date.month is None or date.calendar is Calendar.HIJRI:
        # A Hijri month that was seen may have a 30th day where the table has 29.
        return True
    return date.day <= month_length(date.calendar, date.year, date.month)


def _first_day(date: HistoricalDate) -> int:
    return _day_number(date.calendar, date.year, date.month or 1, date.day or 1)


def _last_day(date: HistoricalDate) -> int:
    month = date.month or _MONTHS
    day = date.day or month_length(date.calendar, date.year, month)
    return _day_number(date.calendar, date.year, month, day)


def _middle_day(date: HistoricalDate) -> int:
    return (_first_day(date) + _last_day(date)) // 2


def _day_number(calendar: Calendar, year: int, month: int, day: int) -> int:
    """Return the Julian day number that begins at noon of the day."""
    return int(_LIBRARY[calendar].to_jd(_astronomical(year), month, day) + 0.5)


def _date(calendar: Calendar, day_number: int) -> HistoricalDate:
    year, month, day = _LIBRARY[calendar].from_jd(day_number - 0.5)
    return HistoricalDate(calendar, _without_zero(year), month, day)


def _year_after(year: int) -> int:
    return _without_zero(_astronomical(year) + 1)


def _astronomical(year: int) -> int:
    return year if year > 0 else year + 1


def _without_zero(year: int) -> int:
    return year if year > 0 else year - 1
