"""What texts date: a sentence, its date, and where it stands."""

from dataclasses import dataclass

from qa_bot.model.calendar import BothCalendars, DateRange, MentionSource
from qa_bot.model.corpus import DocumentCard, Passage, Span


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """A sentence of a text that dates something.

    `span` is the sentence's place in `passage.text`, `date_spans` those of its date in the sentence's own text: two
    where it is written in two calendars side by side, none where it stands in a heading or in an earlier sentence.
    `meaning` is the date, `days` its first and last Julian day number, and `dates` tell it in every calendar. `source`
    says where year or date come from. `citation` says where the sentence stands, in Arabic, on one line.
    """

    passage: Passage
    document: DocumentCard
    span: Span
    date_spans: tuple[Span, ...]
    meaning: DateRange
    days: tuple[int, int]
    dates: tuple[BothCalendars, ...]
    source: MentionSource
    citation: str

    @property
    def middle_day(self) -> float:
        """Return the Julian day number halfway between the date's first day and its last."""
        return sum(self.days) / 2

    @property
    def text(self) -> str:
        """Return the sentence, verbatim."""
        return self.span.of(self.passage.text)
