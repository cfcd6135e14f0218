"""Years that lean on the one before them: its twin in the other calendar, «وقيل سبع», «و635», «/ السابع الميلادي»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from qa_bot.text.century_patterns import read_other_century
from qa_bot.text.date_words import AND, COMMAS, DASHES, OPENING, OR, terms_of
from qa_bot.text.phrases import Terms
from qa_bot.text.written_dates import Era, Reading, Wording, WrittenDate, WrittenYear
from qa_bot.text.year_context import are_twins
from qa_bot.text.year_numbers import YearRead, with_other_year
from qa_bot.text.year_patterns import is_counted, read_year_number

_SLASH = "/"
_FEW_DIGITS = 3
_LAST_OF_DECADE = 9
# Years joined by «و» are of one time.
_MOST_APART = 300


def read_unmarked_twin(text: Terms, at: int) -> Reading | None:
    """Return the first of two numbers that are one year in both calendars: «(13/634)», «634/13هـ»."""
    read = read_year_number(text.terms, at, ranged=False) if text.terms[at].isdecimal() else None
    if read is None or read.year.era is not None:
        return None
    reading = Reading(WrittenDate(year=read.year), at, read.end)
    twins = _twins(text, reading)
    if twins is None:
        return None
    other = read_year_number(text.terms, twins[1].start, ranged=False)
    # Two plain numbers are a fraction as well, unless a bracket sets them apart.
    bracketed = at > 0 and text.terms[at - 1] in OPENING
    return reading if bracketed or (other and other.year.era) else None


def with_followers(text: Terms, reading: Reading) -> list[Reading]:
    """Return `reading` and the years that lean on it: its twin, «وقيل سبع», «و635», «/ السابع الميلادي»."""
    year = reading.date.year
    if year is None or reading.last is not None:
        return [reading]
    if year.wording is Wording.CENTURY:
        return [reading, *_other_century(text, reading.end)]
    if year.wording not in (Wording.DIGITS, Wording.CARDINAL):
        return [reading]
    twins = _twins(text, reading) if year.wording is Wording.DIGITS else None
    if twins:
        return twins
    return [reading, *_alternatives(text, reading)]


def _twins(text: Terms, reading: Reading) -> list[Reading] | None:
    """Return two readings of one year, where one of them leaves its era out: «13هـ/634»."""
    terms, year = text.terms, reading.date.year
    sign = terms[reading.end]
    signed = sign == _SLASH or sign in DASHES or sign in OPENING or sign in _same_as()
    if year is None or not (signed or (year.era and sign.isdecimal())):
        return None
    place = reading.end + signed
    other = read_year_number(terms, place, ranged=year.first != year.last)
    if other is None or (year.era and other.year.era):
        return None
    for eras in ((Era.HIJRA, Era.CHRIST), (Era.CHRIST, Era.HIJRA)):
        pair = dict(zip(eras, (year.first, other.year.first), strict=True))
        fits = year.era in (None, eras[0]) and other.year.era in (None, eras[1])
        if fits and are_twins(pair[Era.HIJRA], pair[Era.CHRIST]):
            return [
                replace(reading, date=replace(reading.date, year=replace(year, era=eras[0]))),
                Reading(WrittenDate(year=replace(other.year, era=eras[1])), place, other.end),
            ]
    return None


def _alternatives(text: Terms, reading: Reading) -> Iterator[Reading]:
    """Return the years behind `reading` that lean on its era: «وقيل سبع», «و635»."""
    terms = text.terms
    last, end = reading, reading.end
    while last.date.year is not None:
        place = _after_joint(text, last, end)
        if place is None:
            return
        other = with_other_year(terms, YearRead(last.date.year, end), place)
        other = other and (_ranged(terms, place, other) or _as_decade(last.date.year, other))
        if other is None or is_counted(terms, other):
            return
        last, end = Reading(WrittenDate(year=other.year), place, other.end), other.end
        yield last


def _ranged(terms: Sequence[str], at: int, other: YearRead) -> YearRead | None:
    """Return the range that «1317-1321» behind «السنوات 1313-1314 و» is."""
    read = read_year_number(terms, at) if terms[at].isdecimal() else None
    if read is None or read.year.first != other.year.first or read.year.last == read.year.first:
        return None
    return YearRead(replace(read.year, era=read.year.era or other.year.era), read.end)


def _as_decade(before: WrittenYear, other: YearRead) -> YearRead:
    """Return the ten years of «1970» behind «سنوات 1960 و»."""
    year = other.year
    if before.wording is not Wording.DIGITS or before.last - before.first != _LAST_OF_DECADE or year.first % 10:
        return other
    return YearRead(replace(year, last=year.first + _LAST_OF_DECADE), other.end)


def _after_joint(text: Terms, last: Reading, at: int) -> int | None:
    """Return the place after what joins another year to `last`; None where nothing does."""
    terms, year = text.terms, last.date.year
    if terms[at] in COMMAS and terms[at + 1] in _otherwise():
        return at + 2
    if terms[at] in _otherwise() or (terms[at] == OR and terms[at + 1].isdecimal()):
        return at + 1
    if year is None or terms[at] != AND or not terms[at + 1].isdecimal():
        return None
    alike = len(terms[at + 1]) == len(str(year.last)) >= _FEW_DIGITS
    return at + 1 if alike and 0 < int(terms[at + 1]) - year.last <= _MOST_APART else None


def _other_century(text: Terms, at: int) -> Iterator[Reading]:
    if text.terms[at] == _SLASH or text.terms[at] in DASHES or text.terms[at] in OPENING:
        other = read_other_century(text.terms, at + 1)
        if other is not None:
            yield Reading(WrittenDate(year=other[0]), at + 1, other[1])


@cache
def _same_as() -> frozenset[str]:
    return terms_of("=|الموافق|الموافقة|يوافق|أي|وهو|المصادف")


@cache
def _otherwise() -> frozenset[str]:
    return terms_of("وقيل|ويقال|وقالوا|قيل")
