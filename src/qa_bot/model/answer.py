"""A question as understood, and its answer: quotes and citations, nothing else."""

from dataclasses import dataclass
from enum import StrEnum

from qa_bot.model.calendar import BothCalendars, MentionSource
from qa_bot.model.corpus import DocumentCard, Passage, Span
from qa_bot.model.reckoning import Reckoning
from qa_bot.model.search import Hit


class QuestionKind(StrEnum):
    """What kind of thing the asker wants to hear."""

    WHEN = "when"
    WHO = "who"
    WHERE = "where"
    HOW_MANY = "how_many"
    WHY = "why"
    HOW = "how"
    WHAT = "what"
    YES_NO = "yes_no"
    OTHER = "other"


# The id of a passage, and the code points of its text that were quoted: the first, and the one behind the last.
QuotedPlace = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Understood:
    """How a question was read.

    `question` is the full question that was searched, follow-ups completed. `topic` is what it is about
    («معركة اليرموك»), the words that a follow-up inherits; empty where unknown. `readings` are the Arabic
    terms that Latin names were read as, best first. `carried` tells that the topic, the kind, or both came
    from the question before. `sources` are the ids of the documents that the answer quotes, best first: where a
    follow-up is looked up first. `corrections` are pairs of what was asked and what was read instead: typing faults,
    another keyboard layout, chat Latin. `conditions` are the signs that narrow the search, as they were written.
    `quoted` is where the first quote stands, None where nothing was quoted: what goes on is told beside it.
    `told` is the person whom the answer names where one was asked for: «وكم كان عمره؟» may mean them. `event` is what
    was spoken of before such a person: «ومتى كانت؟» goes back to it.
    """

    question: str
    kind: QuestionKind
    topic: str = ""
    readings: tuple[str, ...] = ()
    carried: bool = False
    sources: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    conditions: tuple[str, ...] = ()
    told: str = ""
    event: str = ""
    quoted: QuotedPlace | None = None


@dataclass(frozen=True, slots=True)
class QuotedDate:
    """A date that a quote gives, told in every calendar.

    `span` are its words in the quote's own text. It is None where they stand outside the quote: before it in the text
    (`source` is CONTEXT), or in a heading above it (HEADING). `points` tells that the words in the quote are no date
    themselves, and only point back to one: «وفيها».
    """

    date: BothCalendars
    source: MentionSource = MentionSource.WRITTEN
    span: Span | None = None
    points: bool = False

    @property
    def is_outside(self) -> bool:
        """Return whether the words of the date stand outside the quote."""
        return self.points or self.span is None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that answers, verbatim, with the sentence before it where it can't be understood alone.

    `span` is its place in `passage.text`. `matches` and `date_spans` are spans in the quote's own text: the
    words that the question shares with it, and the dates to mark; ascending, without overlap within each.
    `answer_span` is the number, name or place in it that likely answers, None where none is sure enough.
    `citation` says where it stands, in Arabic, on one line. `dates` are all that it gives, in the text's order;
    empty unless the question asks for a time.
    """

    passage: Passage
    document: DocumentCard
    span: Span
    citation: str
    matches: tuple[Span, ...] = ()
    date_spans: tuple[Span, ...] = ()
    dates: tuple[QuotedDate, ...] = ()
    answer_span: Span | None = None

    @property
    def marks(self) -> tuple[Span, ...]:
        """Return what is marked as the answer itself: the dates, or the number, name or place."""
        return self.date_spans or (() if self.answer_span is None else (self.answer_span,))

    @property
    def text(self) -> str:
        """Return the words quoted."""
        return self.span.of(self.passage.text)


@dataclass(frozen=True, slots=True)
class DateAccount:
    """A date that some of the texts give where they disagree: `dates` as the first quote has it, in its calendars.

    `quotes` are the sentences that give it, one a document, best first; `sources` name who gives it: authors, or titles
    in marks.
    """

    dates: tuple[BothCalendars, ...]
    quotes: tuple[Quote, ...]
    sources: tuple[str, ...]


class LifeEvent(StrEnum):
    """What of a person's life a date tells."""

    DEATH = "death"
    BIRTH = "birth"


@dataclass(frozen=True, slots=True)
class LifeDate:
    """When a person died or was born: the sentence that tells it best, and the date that it names.

    Where texts disagree, `accounts` has each date with its texts.
    """

    event: LifeEvent
    quote: Quote
    dates: tuple[BothCalendars, ...]
    accounts: tuple[DateAccount, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the texts say to a question.

    `quotes` holds at most three, best first; empty where the texts don't tell. `dates` are those that the
    answer names, best first, empty unless the question asks for a time; none are named where it isn't sure enough
    which one is meant. Where texts disagree on it, `accounts` has each date with its texts, those of most texts first.
    `hits` are the passages found, best first, also when nothing answers: the nearest. `confidence` is between 0 and 1.
    Where a mere person was asked about, `life` has what is surely told of death and birth, and `quotes` begins with
    its quotes; it is empty where neither is told, and None where something else was asked.
    """

    understood: Understood
    confidence: float
    quotes: tuple[Quote, ...] = ()
    dates: tuple[BothCalendars, ...] = ()
    hits: tuple[Hit, ...] = ()
    accounts: tuple[DateAccount, ...] = ()
    reckoned: Reckoning | None = None
    life: tuple[LifeDate, ...] | None = None

    @property
    def found(self) -> bool:
        """Return whether the texts answer."""
        return bool(self.quotes)
