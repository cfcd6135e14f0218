"""Dates as short Arabic phrases, for a card."""

from qa_bot.model.calendar import Calendar, DateRange, HistoricalDate
from qa_bot.text.month_names import month_name


def date_phrase(meaning: DateRange) -> str:
    """Return `meaning` in a few Arabic words, in its own calendar, as precise as it is and no more.

    >>> rajab = HistoricalDate(Calendar.HIJRI, 9, 7)
    >>> date_phrase(DateRange(rajab, rajab))
    'رجب 9هـ'
    >>> first, last = (HistoricalDate(Calendar.JULIAN, year) for year in (630, 631))
    >>> date_phrase(DateRange(first, last))
    '630-631م'
    """
    first, last = meaning.first, meaning.last
    if first == last:
        return _one(first)
    if _is_year(first) and _is_year(last) and _era(first) == _era(last):
        return f"{abs(first.year)}-{abs(last.year)}{_era(first)}"
    return f"بين {_beginning(first, last)} و{_one(last)}"


def _one(date: HistoricalDate) -> str:
    return " ".join([*_day_and_month(date), f"{abs(date.year)}{_era(date)}"])


def _beginning(first: HistoricalDate, last: HistoricalDate) -> str:
    """Return `first` without what `last` says again: its year, and with a day its month."""
    if _is_year(first) or first.year != last.year:
        return _one(first)
    if first.day and last.day and first.month == last.month:
        return str(first.day)
    return " ".join(_day_and_month(first))


def _day_and_month(date: HistoricalDate) -> list[str]:
    day = [str(date.day)] if date.day else []
    return [*day, month_name(date.calendar, date.month)] if date.month else []


def _is_year(date: HistoricalDate) -> bool:
    return date.month is None


def _era(date: HistoricalDate) -> str:
    if date.calendar is Calendar.HIJRI:
        return "هـ" if date.year > 0 else " ق.هـ"
    return "م" if date.year > 0 else " ق.م"
