"""Which of a sentence's dates is meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_bot.answering.match import Weighted, likeness
from qa_bot.answering.sentence import Candidate
from qa_bot.model.calendar import BothCalendars, DateMention
from qa_bot.model.corpus import Span
from qa_bot.text.calendars import in_both_calendars
from qa_bot.text.dates import find_dates
from qa_bot.text.tokenise import Token

_CLAUSE_MARKS = frozenset("،؛:()[]«».؟!")
_MET = 0.6  # from here a question's word counts as standing in the sentence
_CLAUSE_AWAY = 12  # words that the border of a clause stands for
_SAME_DATE_GAP = 12  # code points: «13هـ الموافق 634م» is one date in two calendars
_MOST_BESIDE_DATE = 3  # letters: «وفي», «سنة» beside a date make no clause of their own


@dataclass(frozen=True, slots=True)
class NamedDate:
    """The date that a sentence gives for what was asked.

    `dates` holds it, twice where it stands in two calendars side by side; `spans` are its places in the
    sentence. Both are empty where the sentence has no date.
    """

    dates: tuple[BothCalendars, ...] = ()
    spans: tuple[Span, ...] = ()


def dates_in(candidate: Candidate) -> list[DateMention]:
    """Return the dated mentions of a candidate sentence, in order, spans in the sentence's own text.

    What a mention leaves open it takes from the passage before it and from the headings.
    """
    passage, sentence = candidate.hit.passage, candidate.span
    found = find_dates(passage.text, heading=passage.headings)
    return [
        DateMention(Span(m.span.start - sentence.start, m.span.end - sentence.start), m.meaning, m.source)
        for m in found
        if m.meaning is not None and sentence.start <= m.span.start and m.span.end <= sentence.end
    ]


def name_date(question: Weighted, candidate: Candidate) -> NamedDate:
    """Return the date of the sentence that stands nearest to the question's words, ties to the first.

    Words in the clause of a date are nearer than any word beyond it.
    """
    mentions = dates_in(candidate)
    if not mentions:
        return NamedDate()
    clauses = clauses_of(candidate.text, [mention.span for mention in mentions])
    asked = _asked_words(question, candidate)
    best = max(range(len(mentions)), key=lambda at: (_nearness(candidate, clauses, asked, mentions[at].span), -at))
    chosen = [each for each in mentions[best : best + 2] if each is mentions[best] or _twins(mentions[best], each)]
    dates = [in_both_calendars(each.span.of(candidate.text), each.meaning) for each in chosen if each.meaning]
    return NamedDate(tuple(dates), tuple(each.span for each in chosen))


def _twins(first: DateMention, second: DateMention) -> bool:
    """Return whether two neighbouring mentions are one date in two calendars."""
    near = second.span.start - first.span.end <= _SAME_DATE_GAP
    return (
        near
        and first.meaning is not None
        and second.meaning is not None
        and (first.meaning.calendar is not second.meaning.calendar)
    )


def _asked_words(question: Weighted, candidate: Candidate) -> list[tuple[Token, float]]:
    """Return the sentence's words that the question asks about, each with its weight."""
    asked = zip(question.words, question.weights, strict=True)
    return [(t, weight) for word, weight in asked for t in candidate.tokens if likeness(word, t.term) >= _MET]


def _nearness(candidate: Candidate, clauses: Sequence[Span], asked: Sequence[tuple[Token, float]], date: Span) -> float:
    return sum(weight / (1 + _distance(candidate, clauses, token.span, date)) for token, weight in asked)


def _distance(candidate: Candidate, clauses: Sequence[Span], word: Span, date: Span) -> float:
    """Return how many words lie between a word and a date, the borders of clauses counted as words."""
    first, last = sorted((word.start, date.start))
    between = sum(first < token.span.start < last for token in candidate.tokens)
    borders = sum(first < clause.start <= last for clause in clauses)
    return between / 4 + _CLAUSE_AWAY * borders


def clauses_of(text: str, dates: Sequence[Span]) -> list[Span]:
    """Return the clauses of a sentence, in order, covering it.

    A bracket round a date parts nothing, and a clause that says only a date belongs to the one after it:
    «وفي يوليو (634)، هزم البيزنطيون» is one clause.

    >>> text = "وفي سنة 13هـ، وقعت أجنادين، وسقطت دمشق سنة 14هـ"
    >>> [clause.of(text).strip() for clause in clauses_of(text, [Span(4, 12), Span(40, 48)])]
    ['وفي سنة 13هـ، وقعت أجنادين،', 'وسقطت دمشق سنة 14هـ']
    """
    clauses: list[Span] = []
    start = 0
    for at, letter in enumerate(text):
        beside = any(date.start - 1 <= at <= date.end for date in dates) and letter in "()[]"
        if letter in _CLAUSE_MARKS and not beside and not _only_date(text, Span(start, at), dates):
            clauses.append(Span(start, at + 1))
            start = at + 1
    return [*clauses, Span(start, len(text))] if start < len(text) else clauses


def _only_date(text: str, clause: Span, dates: Sequence[Span]) -> bool:
    inside = [date for date in dates if date.overlaps(clause)]
    outside = [at for at in range(clause.start, clause.end) if not any(d.start <= at < d.end for d in inside)]
    return bool(inside) and sum(text[at].isalpha() for at in outside) <= _MOST_BESIDE_DATE
