"""Which of a sentence's dates is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from qa_bot.answering.evidence import is_exact
from qa_bot.answering.lexicon import relation_row
from qa_bot.answering.match import Weighted, likeness
from qa_bot.answering.sentence import Candidate
from qa_bot.model.calendar import BothCalendars, DateMention
from qa_bot.model.corpus import Span
from qa_bot.text.calendars import in_both_calendars
from qa_bot.text.dates import passage_dates
from qa_bot.text.normalise import unify_digits
from qa_bot.text.twin_dates import is_said_twice

_CLAUSE_MARKS = frozenset("،؛:()[]«».؟!")
_MET = 0.6  # from here a question's word counts as standing in the sentence
_BEFORE = 0.5  # of a clause: how much nearer one before the anchor is than one after it
_TOO_EARLY = 0.25  # of a clause: how far a date before a verb lies that is dated by what follows
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

    What a mention leaves open it takes from the text before it and from the headings.
    """
    passage, sentence = candidate.hit.passage, candidate.span
    found = passage_dates(passage)
    return [
        DateMention(Span(m.span.start - sentence.start, m.span.end - sentence.start), m.meaning, m.source)
        for m in found
        if m.meaning is not None and sentence.start <= m.span.start and m.span.end <= sentence.end
    ]


def name_date(question: Weighted, candidate: Candidate) -> NamedDate:
    """Return the date of the sentence that belongs to the clause which says most of the question.

    The clause's own date comes first, the one nearest to the question's words; then the date that opens the clause
    before it, then those after it, and so on outwards. A date in written years goes before a vague one («في خلافة
    عمر»).
    """
    mentions = dates_in(candidate)
    if not mentions:
        return NamedDate()
    clauses = clauses_of(candidate.text, [mention.span for mention in mentions])
    anchor = _anchor(question, candidate, clauses)
    best = min(
        range(len(mentions)),
        key=lambda at: (_is_vague(mentions[at], candidate.text), *_distance(anchor, clauses, mentions[at]), at),
    )
    chosen = _with_twin(mentions, best)
    dates = [in_both_calendars(each.span.of(candidate.text), each.meaning) for each in chosen if each.meaning]
    return NamedDate(tuple(dates), tuple(each.span for each in chosen))


def _with_twin(mentions: Sequence[DateMention], at: int) -> Sequence[DateMention]:
    """Return a mention with the neighbour that gives the same date in the other calendar, in the text's order."""
    if at + 1 < len(mentions) and is_said_twice(mentions[at], mentions[at + 1]):
        return mentions[at : at + 2]
    first = at - 1 if at and is_said_twice(mentions[at - 1], mentions[at]) else at
    return mentions[first : at + 1]


def _is_vague(mention: DateMention, text: str) -> bool:
    """Return whether a date leaves years open that it doesn't write: a reign, a century; «602-628» is no such date."""
    if mention.meaning is None:
        return True
    years_written = str(abs(mention.meaning.first.year)) in unify_digits(mention.span.of(text))
    return not is_exact(mention.meaning) and not years_written


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The clause with this number: how much of the question it says, by weight, and where in the sentence.

    `place` is the middle of the words that say it. Where one of them begins or ends something («ولد سنة 575م وتوفي
    سنة 641م»), it is that word, and `turns` is set.
    """

    clause: int
    said: float
    place: float
    turns: bool


def _anchor(question: Weighted, candidate: Candidate, clauses: Sequence[Span]) -> _Anchor:
    """Return the clause that says most of the question, the first of several."""
    anchors = [_said(question, candidate, number, clause) for number, clause in enumerate(clauses)]
    return max(anchors, key=lambda each: (each.said, -each.clause))


def _said(question: Weighted, candidate: Candidate, number: int, clause: Span) -> _Anchor:
    tokens = [token for token in candidate.tokens if clause.overlaps(token.span)]
    total = 0.0
    places: dict[str, int] = {}
    for word, weight in zip(question.words, question.weights, strict=True):
        met, place = max(((likeness(word, token.term), -token.span.start) for token in tokens), default=(0.0, 0))
        if met >= _MET:
            total += weight * met
            places[word] = -place
    turns = [place for word, place in places.items() if relation_row(word) in _turns()]
    telling = turns or list(places.values()) or [clause.start]
    return _Anchor(number, total, sum(telling) / len(telling), bool(turns))


@cache
def _turns() -> frozenset[int | None]:
    """Return the rows of like meaning of which a sentence often names two: birth and death, beginning and end."""
    return frozenset(relation_row(word) for word in ("ولد", "مات", "بدا", "انتهي"))


def _distance(anchor: _Anchor, clauses: Sequence[Span], mention: DateMention) -> tuple[float, float]:
    """Return how far a date stands from the anchor: in clauses, those before it nearer; then in code points.

    What begins or ends something is dated by what follows it: «وتوفي في المدينة سنة 11هـ».
    """
    clause = next(at for at, each in enumerate(clauses) if mention.span.start < each.end)
    away = anchor.clause - clause
    if away == 0:
        too_early = anchor.turns and mention.span.start < anchor.place
        return _TOO_EARLY * too_early, abs(mention.span.start - anchor.place)
    # A clause before is dated by what opens it: «في عام 610م خلال حرب 602-628، أصبح هرقل …».
    return (away - _BEFORE, mention.span.start) if away > 0 else (-float(away), mention.span.start)


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
