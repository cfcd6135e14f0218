"""Where dates stand in a text: one walk over its terms, each reader asked where its words may begin."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache

from qa_bot.text.bare_years import read_bare_year
from qa_bot.text.century_patterns import century_beginnings, read_century, read_other_century
from qa_bot.text.counted_dates import (
    counted_beginnings,
    counted_phrases,
    may_be_counted,
    read_counted_month,
    read_year_of_reign,
    with_months_beside,
)
from qa_bot.text.date_patterns import read_date
from qa_bot.text.date_words import AND, COMMAS, DASHES, OPENING, OR, terms_of
from qa_bot.text.day_patterns import day_beginnings
from qa_bot.text.month_patterns import month_beginnings
from qa_bot.text.named_years import named_year_beginnings, read_named_year
from qa_bot.text.number_lexicon import number_beginnings
from qa_bot.text.number_words import read_cardinal
from qa_bot.text.phrases import Terms
from qa_bot.text.reigns import read_reign, reign_beginnings
from qa_bot.text.relative_patterns import read_relative, relative_beginnings, relative_phrases
from qa_bot.text.written_dates import Era, Reading, Wording, WrittenDate, WrittenYear
from qa_bot.text.year_context import are_twins
from qa_bot.text.year_numbers import YearRead, with_other_year
from qa_bot.text.year_patterns import (
    is_counted,
    read_number_with_era,
    read_year_number,
    read_year_phrase,
    year_beginnings,
)

_SLASH = "/"
_BETWEEN = ("بين", "وبين", "فبين")
_FEW_DIGITS = 3
_LAST_OF_DECADE = 9
# Years joined by «و» are of one time.
_MOST_APART = 300


def read_dates(text: Terms) -> list[Reading]:
    """Return the dates of `text` in order; no two share a term. The time is linear in the terms."""
    readings: list[Reading] = []
    starts, seconds = beginnings(), _second_words()
    end = 0
    for at, term in enumerate(text.terms[: len(text.spans)]):
        if not (term in starts or term.isdecimal()) or at < end:
            continue
        if term in seconds and text.terms[at + 1] not in seconds[term]:
            continue
        found = _read_at(text, at, after=end)
        readings += found
        end = found[-1].end if found else end
    return with_months_beside(text.terms, readings)


def _read_at(text: Terms, at: int, *, after: int) -> list[Reading]:
    """Return the date that begins at the term `at`, and those that hang on to it; `after` ends the one before."""
    reading = (
        (_counted(text, at) if may_be_counted(text.terms, at) else None)
        or read_date(text, at)
        or _year(text, at, after=after)
        or _named(text, at)
        or _unmarked_twin(text, at)
        or _bare_year(text, at, after=after)
    )
    return [] if reading is None else _with_followers(text, reading)


def _year(text: Terms, at: int, *, after: int) -> Reading | None:
    terms = text.terms
    year = read_year_phrase(terms, at, between=at > 0 and terms[at - 1] in _BETWEEN)
    if year is None or (at > after and year.year.era is None and _counts(text, at - 1)):
        return None
    return Reading(_date_of(year.year), at, year.end)


def _counts(text: Terms, at: int) -> bool:
    """Return whether the term is a number that counts the «سنة» behind it: «ثلاثين سنة ثلاث منها …»."""
    # «في يوم واحد سنة 105»: nobody counts one year with «واحد».
    return text.terms[at] not in _one() and (text.terms[at].isdecimal() or read_cardinal(text.terms, at) is not None)


def _bare_year(text: Terms, at: int, *, after: int) -> Reading | None:
    bare = read_bare_year(text, at)
    if bare is None:
        words = read_number_with_era(text.terms, at)
        return Reading(_date_of(words.year), at, words.end) if words else None
    start, year = bare
    return Reading(_date_of(year.year), max(start, after), year.end)


def _named(text: Terms, at: int) -> Reading | None:
    year = read_century(text.terms, at) or read_named_year(text.terms, at) or read_reign(text.terms, at)
    if year is not None:
        return Reading(WrittenDate(year=year[0]), at, year[1])
    relative = read_relative(text.terms, at)
    return Reading(relative[0], at, relative[1]) if relative else None


def _counted(text: Terms, at: int) -> Reading | None:
    month = read_counted_month(text.terms, at)
    if month is not None:
        return Reading(month[0], at, month[1])
    end = read_year_of_reign(text.terms, at)
    return Reading(WrittenDate(), at, end) if end else None


def _date_of(year: WrittenYear) -> WrittenDate:
    return WrittenDate() if year.era is Era.OTHER else WrittenDate(year=year)


def _unmarked_twin(text: Terms, at: int) -> Reading | None:
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


def _with_followers(text: Terms, reading: Reading) -> list[Reading]:
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
def _one() -> frozenset[str]:
    return terms_of("واحد|واحدة")


def may_hold_dates(words: Collection[str]) -> bool:
    """Return whether a text of these normalised words may hold a date: a cheap look that spares half of all sentences.

    >>> may_hold_dates(["خرج", "في", "رجب"]), may_hold_dates(["هذه", "السنه"]), may_hold_dates(["هذه", "المدينه"])
    (True, True, False)
    """
    if not _sure_beginnings().isdisjoint(words) or any(word.isdecimal() for word in words):
        return True
    seconds = _second_words()
    return any(not seconds[word].isdisjoint(words) for word in words if word in seconds)


@cache
def beginnings() -> frozenset[str]:
    """Return the terms, beside numbers in digits, with which a date may begin."""
    return _written_beginnings() | relative_beginnings() | counted_beginnings()


@cache
def _written_beginnings() -> frozenset[str]:
    """Return the terms with which a date may begin that is written out, and not told by another."""
    return frozenset().union(
        year_beginnings(),
        month_beginnings(),
        day_beginnings(),
        century_beginnings(),
        named_year_beginnings(),
        reign_beginnings(),
        number_beginnings(),
    )


@cache
def _sure_beginnings() -> frozenset[str]:
    """Return the terms with which a date may begin whatever follows them."""
    return beginnings() - _second_words().keys()


@cache
def _second_words() -> dict[str, frozenset[str]]:
    """Return the words that must follow «على», «ذلك», «هذه»: too common to ask every reader about each."""
    phrases = [*relative_phrases(), *counted_phrases()]
    alone = frozenset(first for first, rest in phrases if not rest)
    firsts = {first for first, _rest in phrases} - _written_beginnings() - alone
    return {word: frozenset(rest[0] for first, rest in phrases if first == word) for word in firsts}


@cache
def _same_as() -> frozenset[str]:
    return terms_of("=|الموافق|الموافقة|يوافق|أي|وهو|المصادف")


@cache
def _otherwise() -> frozenset[str]:
    return terms_of("وقيل|ويقال|وقالوا|قيل")
