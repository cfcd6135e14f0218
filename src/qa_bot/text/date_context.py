"""What written dates mean where they stand: years and eras come from the dates around them, or the heading."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.model.calendar import DateMention, DateRange, MentionSource
from qa_bot.text.date_meaning import joined, meaning_of
from qa_bot.text.date_spans import span_of
from qa_bot.text.known_years import CENTURY, REACH, Known, in_year, with_hundreds
from qa_bot.text.neighbour_dates import (
    bounds_a_time,
    by_other_calendar,
    by_twin,
    by_year_later,
    clause_end,
    counts_from_open,
    is_gloss,
    is_of_birth,
    is_of_no_narrative,
    is_reign,
    says_year_of,
    with_same_month,
    with_year_ahead,
)
from qa_bot.text.no_dates import is_lone_month
from qa_bot.text.phrases import Terms
from qa_bot.text.verses import is_in_verse
from qa_bot.text.written_dates import Reading, Wording, WrittenDate, WrittenYear
from qa_bot.text.year_context import Evidence, era_of, told_era

# A year named more code points before is no longer «هذه السنة».
_REACH_OF_THIS_YEAR = 6500

_Resolved = tuple[DateRange | None, MentionSource]


def resolve(terms: Terms, readings: Sequence[Reading], evidence: Evidence, known: Known) -> list[DateMention]:
    """Return a mention for each reading, in order; `known` learns the years that they name."""
    mentions: list[DateMention] = []
    for number, reading in enumerate(readings):
        span = span_of(terms, reading)
        reading = with_same_month(with_year_ahead(terms, reading, readings[number + 1 : number + 2]), mentions)
        lone = is_lone_month(terms, reading)
        later = None if lone else _by_year_later(terms, reading, readings[number + 1 : number + 3], evidence, known)
        meaning, source = later or _resolved(reading, span.start, evidence, known, lone=lone)
        if (number and counts_from_open(readings[number - 1], reading)) or _is_of_verse(terms, reading):
            meaning, source = None, MentionSource.WRITTEN
        elif meaning is None and reading.date.year is None:
            twin = by_twin(terms, readings[number + 1 : number + 2], reading, evidence, mentions)
            meaning = twin or (None if lone else by_other_calendar(reading.date, span.start, known))
            source = MentionSource.CONTEXT if meaning else source
        if meaning is not None and is_reign(reading) and not bounds_a_time(terms, reading):
            known.come_to(meaning)
        if not is_of_no_narrative(terms, reading):
            aside = reading.date.year is None or bounds_a_time(terms, reading)
            gloss = is_gloss(terms, mentions, span.start, meaning)
            born = _born_until(terms, reading, span.start, known)
            known.remember(meaning, span.end, goes_on=not aside, gloss=gloss, born_until=born)
        mentions.append(DateMention(span, meaning, source))
    return mentions


def _born_until(terms: Terms, reading: Reading, place: int, known: Known) -> int | None:
    """Return where the clause with a date of birth ends, its year or a month in it; None for other dates."""
    if reading.date.year is not None:
        return clause_end(terms, reading) if is_of_birth(terms, reading) else None
    return known.birth_until(place, hijri=reading.date.month.hijri) if reading.date.month else None


def _is_of_verse(terms: Terms, reading: Reading) -> bool:
    """Return whether a verse leaves out what its date needs: «في عام إحدى» of some century, «في شهر المحرم»."""
    year = reading.date.year
    whole = year is not None and (year.wording is not Wording.CARDINAL or year.era is not None or year.last >= CENTURY)
    return not whole and is_in_verse(terms.text, terms.spans[reading.start][0])


def _by_year_later(
    terms: Terms, reading: Reading, following: Sequence[Reading], evidence: Evidence, known: Known
) -> _Resolved | None:
    """Return the meaning of a month whose year its own sentence says later, if the text hasn't named one before.

    Classical texts put the year last; a Roman month rather takes the year that the text before it has come to.
    """
    month, place = reading.date.month, terms.spans[reading.start][0]
    if month is None or reading.date.year or reading.last:
        return None
    joined = following and says_year_of(terms, terms.terms[reading.end : following[0].start], following[0])
    if not joined and known.year_within(place, hijri=month.hijri):
        return None
    if not month.hijri and known.year_before(place, hijri=False):
        return None
    later = by_year_later(terms, reading, following, evidence)
    return (later, MentionSource.CONTEXT) if later else None


def _resolved(reading: Reading, place: int, evidence: Evidence, known: Known, *, lone: bool) -> _Resolved:
    meaning, source = _one(reading.date, reading.start, place, evidence, known, lone=lone)
    if reading.last is None:
        return meaning, source
    return joined(meaning, _one(reading.last, reading.start, place, evidence, known, lone=lone)[0]), source


def _one(date: WrittenDate, at: int, place: int, evidence: Evidence, known: Known, *, lone: bool) -> _Resolved:
    if date.year is not None:
        era = era_of(date, at, evidence)
        full = with_hundreds(date.year, era, place, known)
        if full is not None:
            return meaning_of(replace(date, year=full[0]), era), full[1]
        if _counts_from_elsewhere(date, known.above.reign):
            return None, MentionSource.WRITTEN
        told = replace(date, year=_of_chapter(date.year, known.above.reign))
        return meaning_of(told, era), _source_of_year(date, at, evidence)
    if date.month is None and date.shift is None:
        return None, MentionSource.WRITTEN
    if lone and date.month is not None:
        before = known.year_here(place, hijri=date.month.hijri)
    else:
        reach = REACH if date.shift is None else _REACH_OF_THIS_YEAR
        before = known.year_before(place, hijri=date.month.hijri if date.month else None, reach=reach)
    if before is None:
        return None, MentionSource.WRITTEN
    year, hijri, source = before
    return in_year(date, year + (date.shift or 0), hijri=hijri), source


def _of_chapter(year: WrittenYear, reign: tuple[int, int] | None) -> WrittenYear:
    """Return the years of `reign`, of which the chapter tells, where its caliph has the first name that is written."""
    return year if reign is None or year.namesake != reign else replace(year, first=reign[0], last=reign[1])


def _counts_from_elsewhere(date: WrittenDate, reign: tuple[int, int] | None) -> bool:
    """Return whether «في السنة الأولى» of a chapter on a reign is a year of that, and none of the Hijra."""
    year = date.year
    if year is None or reign is None or year.wording is not Wording.ORDINAL or told_era(date) is not None:
        return False
    return not reign[0] <= year.first <= reign[1]


def _source_of_year(date: WrittenDate, at: int, evidence: Evidence) -> MentionSource:
    if date.year is None or date.year.wording is Wording.COUNTED:
        return MentionSource.CONTEXT
    if date.year.wording is Wording.NAMED:
        return MentionSource.NAMED
    told = told_era(date) is not None or date.year.wording is Wording.CARDINAL or not evidence.near(at)
    return MentionSource.WRITTEN if told else MentionSource.CONTEXT
