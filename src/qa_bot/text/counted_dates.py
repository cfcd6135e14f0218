"""Dates counted from a beginning: months from the Hijra («على رأس ستة وثلاثين شهرا»), years of a reign or a life.

Al-Waqidi counts months from the Prophet's coming to Medina, and the first is Rabi I of year 1: his «في صفر، على رأس
ستة وثلاثين شهرا» is Safar 4. Years of a reign are dates that nobody here converts.
"""

from collections.abc import Sequence
from functools import cache

from qa_bot.text.date_words import DASHES, PREFIXES, counts, terms_of, weekdays
from qa_bot.text.number_words import read_cardinal
from qa_bot.text.phrases import PhraseTable, phrase_table, phrases_of, read_phrase
from qa_bot.text.written_dates import Era, Reading, Wording, WrittenDate, WrittenMonth, WrittenYear

_MONTHS = 12
# The first month from which months are counted is the third of the year.
_FIRST = 3
_MOST_MONTHS = 140
_AT_THE_HEAD = "على رأس"
_MONTH_WORDS = "شهرا|شهر|أشهر|شهور"
_FROM_HIJRA = (
    "من الهجرة|من هجرته|من هجرة النبي|من هجرة رسول الله|من مهاجره|من مهاجرته|من مهاجر النبي|من مهاجر رسول الله|"
    "من مقدمه المدينة|من مقدم رسول الله المدينة|من مقدم النبي المدينة|من مقدمه"
)
_TOWARDS = ("ل", "ول", "فل")
_IN = ("في", "وفي", "ففي")
_OF = "من"
_YEAR_WORDS = "سنة|سنين|سنوات|عاما|أعوام"
_GONE = "خلت|مضت|مضين|خلون|بقيت|بقين"
# «صفر، على رأس»: what may stand between a month, with a weekday behind it, and its count.
_MOST_BETWEEN = 2


def read_counted_month(terms: Sequence[str], at: int) -> tuple[WrittenDate, int] | None:
    """Return the month of «على رأس ستة وثلاثين شهرا», and the place after it; its year has `Wording.COUNTED`.

    Its era is None unless the text says what it counts from: then only a month beside it makes it one of the Hijra.
    """
    lead = read_phrase(_heads(), terms, at)
    number = read_cardinal(terms, lead[1]) if lead else None
    if number is None or terms[number.end] not in _month_words() or not 0 < number.value <= _MOST_MONTHS:
        return None
    end = number.end + 1
    hijra = read_phrase(_from_hijra(), terms, end)
    if hijra is None and terms[end] == _OF:
        return None
    years, month = divmod(_FIRST + number.value - 2, _MONTHS)
    year = WrittenYear(years + 1, years + 1, Era.HIJRA if hijra else None, Wording.COUNTED)
    return WrittenDate(year, WrittenMonth(hijri=True, first=month + 1, last=month + 1)), hijra[1] if hijra else end


def read_year_of_reign(terms: Sequence[str], at: int) -> int | None:
    """Return the place after «لاثنتي عشرة سنة خلت من ملكه» or «(في) ثماني وثلاثين سنة من عمره»."""
    number = read_cardinal(terms, at)
    if number is None or terms[number.end] not in _years():
        return None
    if number.clitic not in _TOWARDS and not (at > 0 and terms[at - 1] in _IN):
        return None
    place = number.end + 1
    place += terms[place] in _gone()
    found = read_phrase(counts(), terms, place)
    return found[1] if found else None


def with_months_beside(terms: Sequence[str], readings: Sequence[Reading]) -> list[Reading]:
    """Return `readings` where a counted month and the month that stands beside it tell each other's year.

    A counted month that neither names what it counts from nor stands beside its month is left out. One month more or
    less is an author's rounding: the name counts.
    """
    told: list[Reading] = []
    # A counted month that no month stands before: «على رأس خمسة وعشرين شهرا في ربيع الأول».
    waiting: Reading | None = None
    for reading in readings:
        if is_counted_month(reading.date):
            told += _kept(waiting)
            pair = _pair(terms, told[-1], reading, named_first=True) if told else None
            waiting = None if pair else reading
            told[-1:] = pair or told[-1:]
            continue
        pair = _pair(terms, reading, waiting, named_first=False) if waiting else None
        told += pair[::-1] if pair else [*_kept(waiting), reading]
        waiting = None
    return [*told, *_kept(waiting)]


def _kept(counted: Reading | None) -> list[Reading]:
    """Return a counted month without a month beside it, if it says what it counts from."""
    return [counted] if counted and counted.date.year and counted.date.year.era else []


def _pair(terms: Sequence[str], named: Reading, counted: Reading, *, named_first: bool) -> list[Reading] | None:
    """Return the named month and the counted one beside it in their year; None where they aren't one date."""
    beside = _stands_beside(terms, named, counted) if named_first else _stands_behind(terms, counted, named)
    year = _year_beside(named.date, counted.date) if beside else None
    if year is None:
        return None
    return [_in_year(named, named.date, year), _in_year(counted, WrittenDate(month=named.date.month), year)]


def is_counted_month(date: WrittenDate) -> bool:
    """Return whether a date is a month counted from the Hijra."""
    return date.year is not None and date.year.wording is Wording.COUNTED


def may_be_counted(terms: Sequence[str], at: int) -> bool:
    """Return whether it is worth asking for a counted date at `at`: most words can't begin one."""
    return terms[at] in _heads() or terms[at].startswith(_TOWARDS) or (at > 0 and terms[at - 1] in _IN)


def counted_phrases() -> list[tuple[str, tuple[str, ...]]]:
    """Return how counted months begin: the first term, and those that follow it."""
    return phrases_of(_heads())


def _stands_beside(terms: Sequence[str], before: Reading, reading: Reading) -> bool:
    place = before.end
    weekday = read_phrase(weekdays(), terms, place)
    place = weekday[1] if weekday else place
    between = terms[place : reading.start]
    return len(between) <= _MOST_BETWEEN and all(term in _signs() for term in between)


def _stands_behind(terms: Sequence[str], counted: Reading, named: Reading) -> bool:
    between = terms[counted.end : named.start]
    return len(between) <= _MOST_BETWEEN and all(term in (*_IN, _OF) or term in _signs() for term in between)


def _year_beside(named: WrittenDate, counted: WrittenDate) -> WrittenYear | None:
    """Return the year in which the named month lies nearest to the counted one; None where they don't agree."""
    if named.month is None or not named.month.hijri or named.year or counted.year is None or counted.month is None:
        return None
    place = counted.year.first * _MONTHS + counted.month.first
    for year in (counted.year.first - 1, counted.year.first, counted.year.first + 1):
        if year > 0 and abs(year * _MONTHS + named.month.first - place) <= 1:
            return WrittenYear(year, year, Era.HIJRA, Wording.COUNTED)
    return None


def _in_year(reading: Reading, date: WrittenDate, year: WrittenYear) -> Reading:
    return Reading(WrittenDate(year, date.month, date.days), reading.start, reading.end)


@cache
def _heads() -> PhraseTable[bool]:
    return phrase_table([(_AT_THE_HEAD, True)], PREFIXES)


@cache
def _from_hijra() -> PhraseTable[bool]:
    return phrase_table([(phrase, True) for phrase in _FROM_HIJRA.split("|")])


@cache
def _month_words() -> frozenset[str]:
    return terms_of(_MONTH_WORDS)


@cache
def _years() -> frozenset[str]:
    return terms_of(_YEAR_WORDS)


@cache
def _gone() -> frozenset[str]:
    return terms_of(_GONE)


@cache
def _signs() -> frozenset[str]:
    return frozenset("،,-") | DASHES
