"""Dates that tell each other's year: the one behind, the twin in the other calendar, the year it is in there."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from qa_bot.model.calendar import Calendar, DateMention, DateRange
from qa_bot.text.calendars import in_calendar
from qa_bot.text.date_meaning import meaning_of
from qa_bot.text.date_spans import span_of
from qa_bot.text.date_words import prefixed_terms
from qa_bot.text.known_years import Known, in_year
from qa_bot.text.phrases import PARAGRAPH_END, Terms
from qa_bot.text.written_dates import SAME_MONTH, Era, Reading, Wording, WrittenDate, WrittenMonth, WrittenYear
from qa_bot.text.year_context import Evidence, era_of

# Between «28 جمادى الأولى» and the same day in the other calendar stands a sign, or a word or two.
_TWIN_GAP = 15
_TWIN_SIGNS = ("/", "(", "=", "الموافق", "أي ", "وهي", "أعني")
_LONGEST_JOINT = 25
_JOINTS = ("و", "أو", "او")
# «جمادى الأولى، بطوس، سنة ثلاث»
_LONGEST_ASIDE = 5
_LONGEST_RELATIVE = 9
_OF = "من"
_SIGNS = frozenset("،,-–(:")
_SENTENCE_ENDS = frozenset((".", "!", "؟", "?", PARAGRAPH_END))
_PLAIN_YEAR = frozenset(("سنه", "عام", "لسنه", "لعام"))
_CONJUNCTIONS = ("و", "ف")
_IN = "في"
_WITH_CONJUNCTION = frozenset(("وذلك", "وقيل", "ويقال", "وهي", "وهو", "في"))
_NO_ASIDE = frozenset(("ثم", "الي", "حتي"))
_NOW = frozenset(("وقتنا", "الوقت", "الغايه", "يومنا", "عصرنا", "زماننا", "التاريخ"))
_UNTIL = frozenset(("الي", "حتي"))
_LESSONS = frozenset(("قراه", "قراءه", "قرات", "لفظا", "املا", "سماعا"))
_AND_THAT_IS = "وهي"
_LONGEST_CLAUSE = 15
_TELLING = frozenset(("اخبرنا", "حدثنا", "انبانا", "حدثني", "اخبرني"))
_SAID = "قال"
_LONGEST_CHAIN = 30
_THAT_IS = frozenset(("وهي", "وهو", "هي", "هو", "اي", "اعني", "يعني"))


def with_year_ahead(terms: Terms, reading: Reading, following: Sequence[Reading]) -> Reading:
    """Return `reading` with the year that the next date says for both: «لثمان بقين من رجب وقيل من شعبان سنة ست»."""
    date = reading.date
    for other in following:
        if _is_named_next(terms, reading, other):
            return replace(reading, date=replace(date, year=other.date.year, shift=None))
        between = terms.text[terms.span(reading.start, reading.end).end : terms.span(other.start, other.end).start]
        if date.month is None or date.year or date.shift is not None or other.date.month is None:
            break
        if date.month.hijri is other.date.month.hijri and _is_joint(between):
            return replace(reading, date=replace(date, year=other.date.year, shift=other.date.shift))
    return reading


def with_same_month(reading: Reading, before: Sequence[DateMention]) -> Reading:
    """Return `reading` with the month named last where it says «من الشهر نفسه»; an open date where none was named."""
    date = reading.date
    if date.month != SAME_MONTH:
        return reading
    named = next((each.meaning for each in reversed(before) if each.meaning and each.meaning.first.month), None)
    if named is None or named.last.month != named.first.month or named.first.year < 0:
        return replace(reading, date=WrittenDate(), last=None)
    hijri, number = named.calendar is Calendar.HIJRI, named.first.month
    era = Era.HIJRA if hijri else Era.CHRIST
    year = date.year or WrittenYear(named.first.year, named.last.year, era, Wording.COUNTED)
    month = WrittenMonth(hijri, number or 0, number or 0)
    return replace(reading, date=replace(date, month=month, year=year), last=None)


def is_of_no_narrative(terms: Terms, reading: Reading) -> bool:
    """Return whether a year isn't the one told of: it has a name, or is an author's or a copyist's.

    «عام الفيل», «وقتنا هذا، وهو سنة 345», «قراءة عليه سنة 377».
    """
    if reading.date.year is not None and reading.date.year.wording is Wording.NAMED:
        return True
    before = [term for term in terms.terms[max(0, reading.start - 12) : reading.start] if term not in _SIGNS]
    if not before:
        return False
    if before[-1] in _THAT_IS:
        return not _NOW.isdisjoint(before[-7:])
    return not _LESSONS.isdisjoint(before) or _is_tellers(terms, reading)


def _is_tellers(terms: Terms, reading: Reading) -> bool:
    """Return whether a year is that in which somebody heard what follows: «أخبرنا … سنة ثماني عشرة وثلاثمائة، قال»."""
    following = [term for term in terms.terms[reading.end : reading.end + 2] if term not in _SIGNS]
    chain = terms.terms[max(0, reading.start - _LONGEST_CHAIN) : reading.start]
    return following[:1] == [_SAID] and not _TELLING.isdisjoint(chain)


def is_reign(reading: Reading) -> bool:
    """Return whether a date is somebody's reign: «في خلافة المنصور»."""
    year = reading.date.year
    return year is not None and year.wording is Wording.NAMED and year.first != year.last and year.era is Era.HIJRA


def counts_from_open(before: Reading, reading: Reading) -> bool:
    """Return whether a date counts from one that nobody can tell: «سنة خمس من ملكه … وبعده بثلاث سنين»."""
    return reading.date.shift is not None and reading.date.month is None and before.date == WrittenDate()


def is_of_birth(terms: Terms, reading: Reading) -> bool:
    """Return whether a date is that of a birth, with which the life of somebody begins that is told of later years."""
    return not _births().isdisjoint(terms.terms[max(0, reading.start - 3) : reading.start])


def clause_end(terms: Terms, reading: Reading) -> int:
    """Return the code point at which the clause with a date ends: at a sign, «ثم», or a word joined with «و» or «ف»."""
    at = reading.end
    while at < len(terms.spans):
        term = terms.terms[at]
        begins = term[:1] in _CONJUNCTIONS and not term.startswith(_IN) and term not in _WITH_CONJUNCTION
        if begins or term in _NO_ASIDE or term in _SIGNS or term in _SENTENCE_ENDS:
            return terms.spans[at][0]
        at += 1
    return len(terms.text)


@cache
def _births() -> frozenset[str]:
    return prefixed_terms("ولد|ولدت|مولده|مولدها|ميلاده|المولود")


def is_gloss(terms: Terms, before: Sequence[DateMention], start: int, meaning: DateRange | None) -> bool:
    """Return whether a date, which begins at the code point `start`, says the one before it in the other calendar."""
    if meaning is None or not before or before[-1].meaning is None:
        return False
    return before[-1].meaning.calendar is not meaning.calendar and _are_beside(terms.text, before[-1].span.end, start)


def bounds_a_time(terms: Terms, reading: Reading) -> bool:
    """Return whether a date only ends a time: what follows needn't be of «إلى سنة خمس وثلاثين»."""
    return reading.start > 0 and terms.terms[reading.start - 1] in _UNTIL


def _is_named_next(terms: Terms, reading: Reading, other: Reading) -> bool:
    """Return whether the next date says which year is meant: «هذه السنة، وهي سنة أربع وثمانين ومائتين»."""
    if reading.date.shift is None or other.date.year is None or other.date.month is not None:
        return False
    between = [term for term in terms.terms[reading.end : other.start] if term not in _SIGNS]
    if len(between) == 1:
        return between[0] in _THAT_IS
    # «وفي هذه السنة توفي أبو سفيان، وهي سنة 31»
    named_later = reading.date.shift == 0 and reading.date.month is None and between[-1:] == [_AND_THAT_IS]
    return named_later and len(between) <= _LONGEST_CLAUSE and _SENTENCE_ENDS.isdisjoint(between)


def _is_joint(between: str) -> bool:
    return len(between) <= _LONGEST_JOINT and between.lstrip(" ،,").startswith(_JOINTS) and "." not in between


def by_twin(
    terms: Terms,
    following: Sequence[Reading],
    reading: Reading,
    evidence: Evidence,
    before: Sequence[DateMention],
) -> DateRange | None:
    """Return the meaning of a month without a year that stands beside the same date in the other calendar."""
    span = span_of(terms, reading)
    for other in following:
        if _are_beside(terms.text, span.end, span_of(terms, other).start) and other.date.year is not None:
            return _like(reading.date, meaning_of(other.date, era_of(other.date, other.start, evidence)))
    if before and _are_beside(terms.text, before[-1].span.end, span.start):
        return _like(reading.date, before[-1].meaning)
    return None


def by_year_later(terms: Terms, reading: Reading, following: Sequence[Reading], evidence: Evidence) -> DateRange | None:
    """Return the meaning of a month whose year comes later in the sentence.

    It stands with a later month, «سار في رجب ورجع في شوال سنة تسع», or a few words on: «في رجب، بطوس، سنة تسع».
    """
    date = reading.date
    if date.month is None or date.shift is not None:
        return None
    for other in following:
        between = terms.terms[reading.end : other.start]
        later = other.date
        if later.shift is not None or not _SENTENCE_ENDS.isdisjoint(between):
            return None
        if other is following[0] and later.year and not later.month and _is_its_year(terms, between, other):
            return meaning_of(replace(date, year=later.year), era_of(later, other.start, evidence))
        if later.month and later.year and later.month.hijri is date.month.hijri:
            if later.month.first < date.month.first:
                return None
            return meaning_of(replace(date, year=later.year), era_of(later, other.start, evidence))
    return None


def _is_its_year(terms: Terms, between: Sequence[str], other: Reading) -> bool:
    """Return whether the plain year `other` is that of the month before it, with only a place or a name between."""
    if says_year_of(terms, between, other):
        return True
    tells_on = any(term[:1] in _CONJUNCTIONS and term not in _WITH_CONJUNCTION for term in between)
    return (
        terms.terms[other.start] in _PLAIN_YEAR
        and sum(term not in _SIGNS for term in between) <= _LONGEST_ASIDE
        and not (tells_on or _NO_ASIDE.intersection(between))
    )


def says_year_of(terms: Terms, between: Sequence[str], other: Reading) -> bool:
    """Return whether «من» joins a plain year to the month: «ذي القعدة، في الشهر الحرام الذي صدوه فيه، من سنة سبع»."""
    joined = between[-1:] == [_OF] and len(between) <= _LONGEST_RELATIVE and _SENTENCE_ENDS.isdisjoint(between)
    return joined and terms.terms[other.start] in _PLAIN_YEAR


def by_other_calendar(date: WrittenDate, place: int, known: Known) -> DateRange | None:
    """Return the month in the year of the other calendar that was named before: in a year of the Hijra, «في تموز»."""
    before = known.year_before(place, hijri=not date.month.hijri) if date.month and date.shift is None else None
    if before is None:
        return None
    era = Era.HIJRA if before[1] else Era.CHRIST
    return meaning_of(replace(date, year=WrittenYear(before[0], before[0], era)), era) if before[0] > 0 else None


def _are_beside(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return len(between) <= _TWIN_GAP and any(sign in between for sign in _TWIN_SIGNS)


def _like(date: WrittenDate, twin: DateRange | None) -> DateRange | None:
    """Return `date` in the year in which it can be `twin`, a date of the other calendar."""
    if twin is None or (date.month is None and date.shift != 0):
        return None
    if date.month is None or (twin.calendar is Calendar.HIJRI) is date.month.hijri:
        return twin if date.month is None else None
    told = in_calendar(twin, Calendar.HIJRI if date.month.hijri else Calendar.JULIAN)
    ends = (told.first, told.last) if told else ()
    years = [end.year for end in ends if end.month in (None, date.month.first)]
    return in_year(date, years[0], hijri=date.month.hijri) if years else None
