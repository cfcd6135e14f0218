"""What written dates mean where they stand: years and eras come from the dates around them, or the heading."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from qa_bot.model.calendar import Calendar, DateMention, DateRange, MentionSource
from qa_bot.model.corpus import Span
from qa_bot.text.calendars import in_calendar
from qa_bot.text.date_meaning import joined, meaning_of
from qa_bot.text.date_scan import beginnings
from qa_bot.text.date_words import CLOSING, OPENING
from qa_bot.text.letters import MARKS
from qa_bot.text.phrases import Terms
from qa_bot.text.written_dates import Era, Reading, Wording, WrittenDate, WrittenYear
from qa_bot.text.year_context import Evidence, era_of, told_era

# A year named more code points before is no longer the one that «في رجب» is of.
_REACH = 1500
# Between «28 جمادى الأولى» and the same day in the other calendar stands a sign, or a word or two.
_TWIN_GAP = 15
_TWIN_SIGNS = ("/", "(", "=", "الموافق", "أي ", "وهي", "أعني")
_CENTURY = 100
# How far a year without its hundreds may lie before and behind a full one. Annals go on from year to year and
# look back at times; texts of the second and third centuries still tell much of the first.
_LATE = 300
_NEAR_LATE = (60, 12)
_NEAR_EARLY = (3, 3)
# The chain of tellers may name a late year before what they tell of the Prophet's years.
_YEARS_OF_MEDINA = 11
_LONGEST_JOINT = 25
_JOINTS = ("و", "أو", "او")
_CONJUNCTIONS = ("و", "ف")
_SIGNS = frozenset("،,-–(")
_THAT_IS = frozenset(("وهي", "وهو", "هي", "هو", "اي", "اعني", "يعني"))

_Resolved = tuple[DateRange | None, MentionSource]


@dataclass(frozen=True, slots=True)
class Above:
    """What the headings tell: the year that dates the text, the first and last Hijri year of a caliph."""

    year: DateRange | None = None
    reign: tuple[int, int] | None = None


@dataclass(slots=True)
class _Known:
    """The years that a text has named so far: by calendar the last one and the code point behind it."""

    above: Above
    years: dict[bool, tuple[int, int]] = field(default_factory=dict)
    last_is_hijri: bool = True

    def remember(self, meaning: DateRange | None, end: int) -> None:
        if meaning is None or meaning.first.year != meaning.last.year:
            return
        self.last_is_hijri = meaning.calendar is Calendar.HIJRI
        self.years[self.last_is_hijri] = (meaning.first.year, end)

    def year_before(self, place: int, *, hijri: bool | None) -> tuple[int, bool, MentionSource] | None:
        """Return the year named last before `place`, of one calendar or either, whether Hijri, and its source."""
        family = self.last_is_hijri if hijri is None else hijri
        year, end = self.years.get(family, (0, -_REACH))
        if year and place - end < _REACH:
            return year, family, MentionSource.CONTEXT
        above = self.above.year
        if above is None or (hijri is not None and hijri is not (above.calendar is Calendar.HIJRI)):
            return None
        return above.first.year, above.calendar is Calendar.HIJRI, MentionSource.HEADING


def resolve(terms: Terms, readings: Sequence[Reading], evidence: Evidence, above: Above) -> list[DateMention]:
    """Return a mention for each reading, in order; `above` is what the headings tell."""
    known = _Known(above)
    mentions: list[DateMention] = []
    for number, reading in enumerate(readings):
        span = _span(terms, reading)
        reading = _with_year_ahead(terms, reading, readings[number + 1 : number + 2])
        meaning, source = _resolved(reading, span.start, evidence, known)
        if meaning is None and reading.date.year is None:
            meaning = _by_twin(terms, readings[number + 1 : number + 2], reading, evidence, mentions)
            source = MentionSource.CONTEXT if meaning else source
        if reading.date.year is None or reading.date.year.wording is not Wording.NAMED:
            known.remember(meaning, span.end)
        mentions.append(DateMention(span, meaning, source))
    return mentions


def _span(terms: Terms, reading: Reading) -> Span:
    """Return the code points of a reading, without brackets around all of it or without their other half."""
    start, end = reading.start, reading.end
    if terms.terms[start] in OPENING and not any(term in CLOSING for term in terms.terms[start + 1 : end - 1]):
        start += 1
        end -= terms.terms[end - 1] in CLOSING
    span = terms.span(start, end)
    return Span(span.start + _conjunction_length(terms, start), span.end)


def _conjunction_length(terms: Terms, at: int) -> int:
    """Return how many code points of the term `at` are an «و» or «ف» that isn't a part of the date."""
    term = terms.terms[at]
    if term[:1] not in _CONJUNCTIONS or term[1:] not in beginnings():
        return 0
    written = terms.written(at)
    return len(written) - len(written[1:].lstrip(MARKS))


def _with_year_ahead(terms: Terms, reading: Reading, following: Sequence[Reading]) -> Reading:
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


def _is_named_next(terms: Terms, reading: Reading, other: Reading) -> bool:
    """Return whether the next date says which year is meant: «هذه السنة، وهي سنة أربع وثمانين ومائتين»."""
    if reading.date.shift is None or other.date.year is None or other.date.month is not None:
        return False
    between = [term for term in terms.terms[reading.end : other.start] if term not in _SIGNS]
    return len(between) == 1 and between[0] in _THAT_IS


def _is_joint(between: str) -> bool:
    return len(between) <= _LONGEST_JOINT and between.lstrip(" ،,").startswith(_JOINTS) and "." not in between


def _resolved(reading: Reading, place: int, evidence: Evidence, known: _Known) -> _Resolved:
    meaning, source = _one(reading.date, reading.start, place, evidence, known)
    if reading.last is None:
        return meaning, source
    return joined(meaning, _one(reading.last, reading.start, place, evidence, known)[0]), source


def _one(date: WrittenDate, at: int, place: int, evidence: Evidence, known: _Known) -> _Resolved:
    if date.year is not None:
        era = era_of(date, at, evidence)
        full = _with_hundreds(date.year, era, place, known)
        if full is not None:
            return meaning_of(replace(date, year=full[0]), era), full[1]
        return meaning_of(date, era), _source_of_year(date, at, evidence)
    if date.month is None and date.shift is None:
        return None, MentionSource.WRITTEN
    before = known.year_before(place, hijri=date.month.hijri if date.month else None)
    if before is None:
        return None, MentionSource.WRITTEN
    year, hijri, source = before
    return _in_year(date, year + (date.shift or 0), hijri=hijri), source


def _with_hundreds(
    year: WrittenYear, era: Era | None, place: int, known: _Known
) -> tuple[WrittenYear, MentionSource] | None:
    """Return the year that leaves out its hundreds: after «سنة ثمانين وأربعمائة», «سنة إحدى وثمانين» is 481."""
    if year.wording is not Wording.CARDINAL or year.era is not None or era is not Era.HIJRA or year.last >= _CENTURY:
        return None
    before = known.year_before(place, hijri=True)
    hundreds, source = 0, MentionSource.HEADING
    if before is not None and before[0] >= _CENTURY:
        hundreds, source = _hundreds_near(year.first, before[0]), before[2]
    if not hundreds:
        hundreds, source = _hundreds_within(year.first, known.above.reign), MentionSource.HEADING
    return (replace(year, first=year.first + hundreds, last=year.last + hundreds), source) if hundreds else None


def _hundreds_near(year: int, before: int) -> int:
    """Return the hundreds that `year` leaves out beside the full year `before`; 0 where it leaves none out."""
    back, on = _NEAR_LATE if before >= _LATE else _NEAR_EARLY
    hundreds = before + on - year
    hundreds -= hundreds % _CENTURY
    distance = before - (year + hundreds)
    return hundreds if distance <= (back if year > _YEARS_OF_MEDINA else 0) else 0


def _hundreds_within(year: int, reign: tuple[int, int] | None) -> int:
    if reign is None:
        return 0
    hundreds = reign[1] - year
    hundreds -= hundreds % _CENTURY
    return hundreds if hundreds > 0 and year + hundreds >= reign[0] else 0


def _source_of_year(date: WrittenDate, at: int, evidence: Evidence) -> MentionSource:
    if date.year is None or date.year.wording is Wording.COUNTED:
        return MentionSource.CONTEXT
    if date.year.wording is Wording.NAMED:
        return MentionSource.NAMED
    told = told_era(date) is not None or date.year.wording is Wording.CARDINAL or not evidence.near(at)
    return MentionSource.WRITTEN if told else MentionSource.CONTEXT


def _in_year(date: WrittenDate, year: int, *, hijri: bool) -> DateRange | None:
    backwards = year < 0
    forwards_era, backwards_era = (Era.HIJRA, Era.BEFORE_HIJRA) if hijri else (Era.CHRIST, Era.BEFORE_CHRIST)
    if year == 0:
        return None
    written = WrittenYear(abs(year), abs(year), backwards_era if backwards else forwards_era)
    return meaning_of(replace(date, year=written), written.era)


def _by_twin(
    terms: Terms,
    following: Sequence[Reading],
    reading: Reading,
    evidence: Evidence,
    before: Sequence[DateMention],
) -> DateRange | None:
    """Return the meaning of a month without a year that stands beside the same date in the other calendar."""
    span = _span(terms, reading)
    for other in following:
        if _are_beside(terms.text, span.end, _span(terms, other).start) and other.date.year is not None:
            return _like(reading.date, meaning_of(other.date, era_of(other.date, other.start, evidence)))
    if before and _are_beside(terms.text, before[-1].span.end, span.start):
        return _like(reading.date, before[-1].meaning)
    return None


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
    return _in_year(date, years[0], hijri=date.month.hijri) if years else None
