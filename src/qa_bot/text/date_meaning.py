"""What a written date means, once its era and its year are known."""

from qa_bot.model.calendar import Calendar, DateRange, HistoricalDate
from qa_bot.text.calendars import era_calendar, in_calendar, month_length
from qa_bot.text.written_dates import Era, WrittenDate, WrittenMonth, WrittenYear

_BACKWARDS = (Era.BEFORE_CHRIST, Era.BEFORE_HIJRA)
_HIJRI = (Era.HIJRA, Era.BEFORE_HIJRA)
# The eye may have given a month that the table gives 29 days one more; nights that remain are counted from it
# (Wright, "A Grammar of the Arabic Language" II, 249): «لأربع بقين» is the 26th.
_MOST_DAYS_OF_HIJRI_MONTH = 30


def meaning_of(date: WrittenDate, era: Era | None) -> DateRange | None:
    """Return the dates that `date` means with its year in `era`; None for no date that there is.

    A Roman month of a Hijri year is the month that lies in it, and a Hijri month of a Christian year likewise.
    """
    if date.year is None or era in (None, Era.OTHER):
        return None
    if date.month is not None and date.month.hijri is not (era in _HIJRI):
        return _of_other_calendar(date, date.month, era)
    return _meaning(date, *_signed(date.year, era), hijri=era in _HIJRI)


def joined(first: DateRange | None, last: DateRange | None) -> DateRange | None:
    """Return the range from the first of one to the last of the other; None where either is unknown or later."""
    if first is None or last is None or (first.calendar is Calendar.HIJRI) is not (last.calendar is Calendar.HIJRI):
        return None
    # The Christian calendar changed between the two: both are told in the earlier one.
    last = in_calendar(last, first.calendar)
    if last is None:
        return None
    return DateRange(first.first, last.last) if _key(first.first) <= _key(last.last) else None


def _signed(year: WrittenYear, era: Era | None) -> tuple[int, int]:
    """Return the first and last year, earlier first, negative where they are counted back."""
    sign = -1 if era in _BACKWARDS else 1
    first, last = sorted((sign * year.first, sign * year.last))
    return first, last


def _meaning(date: WrittenDate, first: int, last: int, *, hijri: bool) -> DateRange | None:
    month = date.month
    if month is None:
        return _range(_date(first, hijri=hijri), _date(last, hijri=hijri))
    if date.days is None:
        return _range(_date(first, month.first, hijri=hijri), _date(last, month.last, hijri=hijri))
    days = [_day(year, month.first, day, hijri=hijri) for year, day in zip((first, last), date.days, strict=True)]
    if days[0] is None or days[1] is None:
        return None
    return _range(_date(first, month.first, days[0], hijri=hijri), _date(last, month.last, days[1], hijri=hijri))


def _range(first: HistoricalDate, last: HistoricalDate) -> DateRange:
    if first.calendar is not last.calendar:
        # The calendar of Christians changed between the two: both are told in the earlier one.
        last = HistoricalDate(first.calendar, last.year, last.month, last.day)
    return DateRange(first, last)


def _date(year: int, month: int | None = None, day: int | None = None, *, hijri: bool) -> HistoricalDate:
    calendar = Calendar.HIJRI if hijri else era_calendar(year, month, day)
    return HistoricalDate(calendar, year, month, day)


def _day(year: int, month: int, day: int, *, hijri: bool) -> int | None:
    """Return the day of the month, counted back from its end if 0 or less; None if the month has no such day."""
    calendar = Calendar.HIJRI if hijri else era_calendar(year, month)
    length = month_length(calendar, year, month)
    longest = _MOST_DAYS_OF_HIJRI_MONTH if hijri else length
    counted = day if day > 0 else (longest if day < 0 else length) + day
    return counted if 0 < counted <= longest else None


def _of_other_calendar(date: WrittenDate, month: WrittenMonth, era: Era | None) -> DateRange | None:
    """Return a month in a year of the other calendar: «تموز سنة ثلاث عشرة للهجرة» is July 634."""
    if date.year is None or date.year.first != date.year.last:
        return None
    within = _meaning(WrittenDate(year=date.year), *_signed(date.year, era), hijri=era in _HIJRI)
    target = Calendar.HIJRI if month.hijri else Calendar.JULIAN
    there = within and in_calendar(within, target)
    if within is None or there is None:
        return None
    meanings = [
        _meaning(date, year, year, hijri=month.hijri) for year in range(there.first.year, there.last.year + 1) if year
    ]
    return next((each for each in meanings if each and _lies_in(each, within)), None)


def _lies_in(meaning: DateRange, year: DateRange) -> bool:
    back = in_calendar(meaning, year.calendar)
    return back is not None and year.first.year in (back.first.year, back.last.year)


def _key(date: HistoricalDate) -> tuple[int, int, int]:
    return (date.year, date.month or 1, date.day or 1)
