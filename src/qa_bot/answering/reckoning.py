"""What two dates make together: which comes first, and how long it is from the one to the other."""

from qa_bot.model.calendar import BothCalendars, Calendar, DateRange, HistoricalDate
from qa_bot.model.reckoning import TimeSpan
from qa_bot.text.calendars import day_numbers

_MONTHS = 12


def which_is_earlier(one: BothCalendars, other: BothCalendars) -> int | None:
    """Return 0 where `one` is surely before `other`, 1 where it is after it; None where they may be the same."""
    days = [day_numbers(meaning) for date in (one, other) if (meaning := _written(date))]
    known = [each for each in days if each]
    if len(known) < len((one, other)):
        return None
    (first, last), (other_first, other_last) = known
    if last < other_first:
        return 0
    return 1 if other_last < first else None


def time_between(one: BothCalendars, other: BothCalendars) -> TimeSpan | None:
    """Return how long it is between two dates: in months where both are known to the month, else in years.

    It is reckoned in the calendar that both are written in, else in that of `one`. None where nobody can tell.
    """
    calendar = _calendar_of(one, other)
    told = calendar and (_in(calendar, one), _in(calendar, other))
    if calendar is None or not told or not told[0] or not told[1]:
        return None
    early, late = sorted((told[0], told[1]), key=lambda each: _months(each.first))
    in_months = all(_is_to_the_month(each) for each in (early, late))
    count = _months if in_months else _years
    least, most = count(late.first) - count(early.last), count(late.last) - count(early.first)
    return TimeSpan(calendar, max(0, least), most, in_months)


def _written(date: BothCalendars) -> DateRange | None:
    known = (date.hijri, date.julian, date.gregorian)
    return next((each for each in known if each and each.calendar not in date.computed), None)


def _calendar_of(one: BothCalendars, other: BothCalendars) -> Calendar | None:
    both = [calendar for calendar in Calendar if _is_written_in(calendar, one) and _is_written_in(calendar, other)]
    written = _written(one)
    return next(iter(both), written.calendar if written else None)


def _is_written_in(calendar: Calendar, date: BothCalendars) -> bool:
    return _in(calendar, date) is not None and calendar not in date.computed


def _in(calendar: Calendar, date: BothCalendars) -> DateRange | None:
    return {Calendar.HIJRI: date.hijri, Calendar.JULIAN: date.julian, Calendar.GREGORIAN: date.gregorian}[calendar]


def _is_to_the_month(meaning: DateRange) -> bool:
    ends = {(each.year, each.month) for each in (meaning.first, meaning.last)}
    return meaning.first.month is not None and len(ends) == 1


def _years(date: HistoricalDate) -> int:
    """Return the year, counted on through the beginning of the era: before 1 comes -1, and no year 0."""
    return date.year + (date.year < 0)


def _months(date: HistoricalDate) -> int:
    return _MONTHS * _years(date) + (date.month or 1)
