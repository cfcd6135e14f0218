"""The dates that hold for a sentence: its own, the one that «وفيها» points back to, that of the heading above it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa_bot.answering.evidence import is_exact
from qa_bot.answering.sentence import Candidate
from qa_bot.model.answer import QuotedDate
from qa_bot.model.calendar import Calendar, DateMention, DateRange, HistoricalDate, MentionSource
from qa_bot.model.corpus import Passage, Span
from qa_bot.text.calendars import era_calendar, in_both_calendars
from qa_bot.text.dates import find_dates, heading_year, passage_dates
from qa_bot.text.normalise import normalise, normalised_words, unify_digits
from qa_bot.text.tokenise import Token
from qa_bot.text.twin_dates import is_said_twice

_POINTING_BACK = normalised_words("فيها وفيها ففيها")
_IN_IT, _WHICH = normalise("فيها"), normalised_words("التي")
_RELATIVE = 4  # words


@dataclass(frozen=True, slots=True)
class GivenDate:
    """A date that holds for a sentence.

    `quoted` are its words: in two calendars where the text says it twice; their spans are in the sentence's text.
    `away` is how many code points before the sentence the words stand that date it; 0 where they stand in it or in a
    heading. `asked_end` tells of the end of a span of years (a life, a war) whether it is the one asked for; None of
    any other date.
    """

    quoted: tuple[QuotedDate, ...]
    meaning: DateRange
    source: MentionSource
    away: int = 0
    asked_end: bool | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return where its words stand in the sentence, in order; empty where they stand elsewhere."""
        return tuple(each.span for each in self.quoted if each.span is not None)

    @property
    def is_pointed_to(self) -> bool:
        """Return whether the sentence only points back to it: «وفيها»."""
        return any(each.points for each in self.quoted)

    @property
    def is_definite(self) -> bool:
        """Return whether it is known to a year or two, or lasts from one written year to another: «602-628»."""
        first = str(abs(self.meaning.first.year))
        return is_exact(self.meaning) or any(first in unify_digits(each.date.text) for each in self.quoted)


def given_dates(candidate: Candidate, mentions: Sequence[DateMention]) -> list[GivenDate]:
    """Return the dates that hold for a sentence: its own in order, then the one before it, then the heading's.

    `mentions` are those of its passage.
    """
    sentence = candidate.span
    known = [each for each in mentions if each.meaning is not None]
    inside = [each for each in known if sentence.start <= each.span.start and each.span.end <= sentence.end]
    before = [each for each in known if each.span.end <= sentence.start and each.meaning and is_exact(each.meaning)]
    passage = candidate.hit.passage
    found = [*_own(candidate, inside), *_from_before(candidate, inside, before[-1:])]
    heading = _heading_date(passage.headings)
    return [*found, heading] if heading else found


@lru_cache(maxsize=2_000)
def mentions_of(passage: Passage) -> tuple[DateMention, ...]:
    """Return the dates that a passage mentions, in order."""
    return tuple(passage_dates(passage))


def _own(candidate: Candidate, inside: Sequence[DateMention]) -> Iterator[GivenDate]:
    at = 0
    while at < len(inside):
        twice = at + 1 < len(inside) and is_said_twice(inside[at], inside[at + 1])
        said = inside[at : at + 1 + twice]
        at += len(said)
        quoted = tuple(_quoted(candidate, each, each.meaning) for each in said if each.meaning)
        if said[0].meaning is not None:
            yield GivenDate(quoted, said[0].meaning, said[0].source)


def _quoted(candidate: Candidate, mention: DateMention, meaning: DateRange) -> QuotedDate:
    start = candidate.span.start
    span = Span(mention.span.start - start, mention.span.end - start)
    return QuotedDate(in_both_calendars(span.of(candidate.text), meaning), mention.source, span)


def _from_before(
    candidate: Candidate, inside: Sequence[DateMention], before: Sequence[DateMention]
) -> Iterator[GivenDate]:
    """Return the date that the text has come to where the sentence begins, by the word that points back to it.

    Without such a word, only that of a mention in the same passage.
    """
    passage, start = candidate.hit.passage, candidate.span.start
    first = min((each.span.start - start for each in inside), default=len(candidate.text))
    pointing = [t for t in _pointing(candidate.tokens) if t.start < first][:1]
    if before and before[0].meaning:
        words, meaning, away = before[0].span.of(passage.text), before[0].meaning, start - before[0].span.end
    elif pointing and (told := _reckoned(passage)) is not None:
        words, meaning, away = "", told, passage.reckoning.distance + start
    else:
        return
    span = pointing[0].span if pointing else None
    both = in_both_calendars(span.of(candidate.text) if span else words, meaning)
    quoted = QuotedDate(both, MentionSource.CONTEXT, span, points=span is not None)
    yield GivenDate((quoted,), meaning, MentionSource.CONTEXT, max(1, away))


def _pointing(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the words that may point back to a year: «في مرضته التي توفي فيها» points to an illness."""
    for at, token in enumerate(tokens):
        if token.term in _POINTING_BACK:
            before = {each.term for each in tokens[max(0, at - _RELATIVE) : at]}
            if token.term != _IN_IT or before.isdisjoint(_WHICH):
                yield token


def _reckoned(passage: Passage) -> DateRange | None:
    """Return the year that the text before a passage has come to."""
    told = passage.reckoning
    if told.year is None:
        return None
    calendar = Calendar.HIJRI if told.year_hijri else era_calendar(told.year)
    year = HistoricalDate(calendar, told.year)
    return DateRange(year, year)


@lru_cache(maxsize=4_096)
def _heading_date(headings: tuple[str, ...]) -> GivenDate | None:
    """Return the date of the innermost of the headings that names a year."""
    for heading in reversed(headings):
        meaning = heading_year((heading,))
        words = next((each.span.of(heading) for each in find_dates(heading) if each.meaning == meaning), "")
        if meaning is not None:
            quoted = QuotedDate(in_both_calendars(words, meaning), MentionSource.HEADING)
            return GivenDate((quoted,), meaning, MentionSource.HEADING)
    return None
