"""Dates as short phrases, for a card: in Arabic, or in English for whom it speaks English to."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_bot.model.calendar import Calendar, DateRange, HistoricalDate
from qa_bot.text.month_names import english_month, month_name


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands behind a year of each era, the years before it second; and between two dates."""

    hijri: tuple[str, str]
    common: tuple[str, str]
    between: str


_WORDS: Mapping[str, _Words] = {
    "ar": _Words(("هـ", " ق.هـ"), ("م", " ق.م"), "بين {first} و{last}"),
    "en": _Words((" AH", " BH"), (" CE", " BCE"), "between {first} and {last}"),
}


def date_phrase(meaning: DateRange, language: str = "ar") -> str:
    """Return `meaning` in a few words, in its own calendar, as precise as it is and no more.

    >>> rajab = HistoricalDate(Calendar.HIJRI, 9, 7)
    >>> date_phrase(DateRange(rajab, rajab)), date_phrase(DateRange(rajab, rajab), "en")
    ('رجب 9هـ', 'Rajab 9 AH')
    >>> first, last = (HistoricalDate(Calendar.JULIAN, year) for year in (630, 631))
    >>> date_phrase(DateRange(first, last))
    '630-631م'
    """
    first, last = meaning.first, meaning.last
    if first == last:
        return _one(first, language)
    if _is_year(first) and _is_year(last) and _era(first, language) == _era(last, language):
        return f"{abs(first.year)}-{abs(last.year)}{_era(first, language)}"
    return _WORDS[language].between.format(first=_beginning(first, last, language), last=_one(last, language))


def _one(date: HistoricalDate, language: str) -> str:
    return " ".join([*_day_and_month(date, language), f"{abs(date.year)}{_era(date, language)}"])


def _beginning(first: HistoricalDate, last: HistoricalDate, language: str) -> str:
    """Return `first` without what `last` says again: its year, and with a day its month."""
    if _is_year(first) or first.year != last.year:
        return _one(first, language)
    if first.day and last.day and first.month == last.month:
        return str(first.day)
    return " ".join(_day_and_month(first, language))


def _day_and_month(date: HistoricalDate, language: str) -> list[str]:
    day = [str(date.day)] if date.day else []
    named = english_month if language == "en" else month_name
    return [*day, named(date.calendar, date.month)] if date.month else []


def _is_year(date: HistoricalDate) -> bool:
    return date.month is None


def _era(date: HistoricalDate, language: str) -> str:
    words = _WORDS[language]
    after, before = words.hijri if date.calendar is Calendar.HIJRI else words.common
    return after if date.year > 0 else before
