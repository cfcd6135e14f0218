"""All dated events of the texts in the order of time, and the words they are found by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from qa_bot.answering.annals.request import Years
from qa_bot.answering.dated_clauses import clauses_of
from qa_bot.model.calendar import DateRange
from qa_bot.model.event import DatedEvent
from qa_bot.text.calendars import day_numbers
from qa_bot.text.tokenise import terms_in, tokenise

_EVER = 10**9
_BEGINNING = 25  # words of a sentence without a date of its own that may tell what happened


@dataclass(frozen=True)
class EventTable:
    """Events by their first day, then their last; those of one date in the order of texts and passages."""

    events: tuple[DatedEvent, ...]

    @classmethod
    def of(cls, events: Iterable[DatedEvent]) -> "EventTable":
        """Return the table of `events`, which may come in any order."""
        return cls(tuple(sorted(events, key=_place)))

    @cached_property
    def terms(self) -> Sequence[tuple[str, ...]]:
        """Return the normalised words of each event's sentence, in the order of the events."""
        return [terms_in(event.text) for event in self.events]

    @cached_property
    def said(self) -> Sequence[tuple[str, ...]]:
        """Return the normalised words beside each event's date, in its clauses, in the order of the events.

        Where the date stands elsewhere, these are the first words of the sentence.
        """
        return [_said(event, terms) for event, terms in zip(self.events, self.terms, strict=True)]

    @cached_property
    def postings(self) -> Mapping[str, Sequence[int]]:
        """Return for each normalised word the numbers of the events whose sentence says it, ascending."""
        found: dict[str, list[int]] = {}
        for number, terms in enumerate(self.terms):
            for term in dict.fromkeys(terms):
                found.setdefault(term, []).append(number)
        return found

    def within(self, years: Years) -> list[int]:
        """Return the numbers of the events whose middle lies in `years`, ascending."""
        first, last = _bounds(years)
        return [at for at, event in enumerate(self.events) if first <= event.middle_day <= last]


def _said(event: DatedEvent, terms: tuple[str, ...]) -> tuple[str, ...]:
    dates = event.date_spans
    if not dates:
        return terms[:_BEGINNING]
    text = event.text
    clauses = [clause for clause in clauses_of(text, dates) if any(clause.overlaps(date) for date in dates)]
    return tuple(
        token.term
        for token in tokenise(text)
        if any(token.span.overlaps(clause) for clause in clauses) and not any(token.span.overlaps(d) for d in dates)
    )


def _place(event: DatedEvent) -> tuple[int, int, str, int, int]:
    return (*event.days, event.document.id, event.passage.ordinal, event.span.start)


def _bounds(years: Years) -> tuple[int, int]:
    """Return the first and last day of the years; an open end lies beyond all history."""
    ends = [day_numbers(DateRange(each, each)) if each else None for each in (years.first, years.last)]
    first, last = ends
    return first[0] if first else -_EVER, last[1] if last else _EVER
