"""Where dates stand in a text: one walk over its terms, each reader asked where its words may begin."""

from functools import cache

from qa_bot.text.bare_years import read_bare_year
from qa_bot.text.century_patterns import read_century
from qa_bot.text.counted_dates import (
    may_be_counted,
    read_counted_month,
    read_year_of_reign,
    with_months_beside,
)
from qa_bot.text.date_beginnings import beginnings, second_words
from qa_bot.text.date_patterns import read_date
from qa_bot.text.date_words import terms_of
from qa_bot.text.following_years import read_unmarked_twin, with_followers
from qa_bot.text.named_years import read_named_year
from qa_bot.text.number_words import read_cardinal
from qa_bot.text.phrases import Terms
from qa_bot.text.reigns import read_reign
from qa_bot.text.relative_patterns import read_relative
from qa_bot.text.written_dates import Era, Reading, WrittenDate, WrittenYear
from qa_bot.text.year_patterns import (
    read_number_with_era,
    read_year_phrase,
)

_BETWEEN = ("بين", "وبين", "فبين")


def read_dates(text: Terms) -> list[Reading]:
    """Return the dates of `text` in order; no two share a term. The time is linear in the terms."""
    readings: list[Reading] = []
    starts, seconds = beginnings(), second_words()
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
        or read_unmarked_twin(text, at)
        or _bare_year(text, at, after=after)
    )
    return [] if reading is None else with_followers(text, reading)


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


@cache
def _one() -> frozenset[str]:
    return terms_of("واحد|واحدة")
