"""Which date of which sentence tells when something was: what speaks for each, and what that weighs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from qa_bot.answering.anchors import ReadSentence
from qa_bot.answering.asked_event import asked_event
from qa_bot.answering.date_bonds import AT_START, bond_of
from qa_bot.answering.given_dates import GivenDate, given_dates, mentions_of
from qa_bot.answering.match import Weighted, coverage, matcher_of
from qa_bot.answering.sentence import Candidate
from qa_bot.answering.sentence_dates import SentenceDates, words_between
from qa_bot.answering.span_ends import with_ends_asked
from qa_bot.index.learned import learned
from qa_bot.model.calendar import MentionSource
from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import words

MOST_SENTENCES = 30  # whose dates are compared: those that say most of the question


class DateFeatures(NamedTuple):
    """What speaks for a date of a sentence; each between 0 and 1, but for `score`.

    `own`, `rest`, `titled`, `near`, `relation`, `order`, `retrieved` and `early` are those of the sentence, `score` is
    how far it stands behind the best one, in tens of points, 0 or less.
    `after` and `before` are the shares of the question's weight that stand behind the date, up to the next one, and in
    front of it, from the one before or from the event on that it dates; `close` is the share that stands near it, the
    further away the less.
    `bond` is how surely the date belongs to a place that tells of the event; `firm` is 1 where that is very sure.
    `agrees` is 1 where the turn nearest to the date (a birth, a death, an end …) is the one asked for, `differs` where
    it is another; `beside` where what is asked stands beside the topic, a half where nothing is asked.
    `carried` tells that the sentence points back to the date («وفيها»), `standing` how near before the sentence it
    stands, `heading` that it stands in a heading, `headed` how much of the question that heading's path says then.
    `exact` is 1 for a definite date, `full` where its month is known, `named` for a reign or a year
    with a name.
    """

    own: float
    rest: float
    titled: float
    near: float
    relation: float
    order: float
    retrieved: float
    early: float
    score: float
    after: float
    before: float
    close: float
    bond: float
    firm: float
    agrees: float
    differs: float
    beside: float
    carried: float
    standing: float
    heading: float
    headed: float
    exact: float
    full: float
    named: float


LEARNED = DateFeatures._fields
_POINTS = 10.0
_FIRM = 0.6
_NEAR_TURN = 12  # words
_DATES_ALL = 0.7  # of what stands behind a date that opens its sentence, whatever other dates stand between
_AWAY = 100.0  # code points
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date of a candidate sentence with what speaks for it; a higher `score` is better, within one question."""

    sentence: Candidate
    given: GivenDate
    features: DateFeatures
    score: float


def rank_dates(question: Weighted, candidates: Sequence[Candidate]) -> list[DateCandidate]:
    """Return the dates of the first candidates, best first, ties in the order of the candidates.

    `candidates` come best first.
    """
    asked = asked_event(question)
    matcher = matcher_of(question.words)
    headed = _Headed(question)
    best = max((each.score for each in candidates), default=0.0)
    found: list[DateCandidate] = []
    for candidate in candidates[:MOST_SENTENCES]:
        given = given_dates(candidate, mentions_of(candidate.hit.passage))
        dates = with_ends_asked(given, candidate.text, asked.rows)
        if dates:
            read = SentenceDates(ReadSentence(asked, candidate.tokens, matcher), candidate, dates)
            about = headed.share(candidate.hit.passage.headings)
            found += [_candidate(read, date, (candidate.score - best) / _POINTS, about) for date in dates]
    return sorted(found, key=lambda each: -each.score)


class _Headed:
    """Tells how much of a question headings say."""

    def __init__(self, question: Weighted) -> None:
        self._question = question
        self._matcher = matcher_of(question.words)
        self._shares: dict[tuple[str, ...], float] = {}

    def share(self, headings: tuple[str, ...]) -> float:
        if headings not in self._shares:
            said = [normalise(word) for heading in headings for word in words(heading)]
            self._shares[headings] = coverage(self._question, self._matcher.best(said))
        return self._shares[headings]


def _candidate(read: SentenceDates, date: GivenDate, score: float, headed: float) -> DateCandidate:
    told, place = read.sentence.features, read.places.get(id(date))
    in_heading = date.source is MentionSource.HEADING and place is None
    # Whoever stands before a bracket with two dates was born and died then: nothing need say so.
    anchors = read.read.named if date.asked_end else read.read.anchors
    bond = max((each.strength * bond_of(read, date, each) for each in anchors), default=0.0)
    start, end = place or (0, 0)
    _, behind = read.neighbours(start, end)
    opens_all = place is not None and start <= AT_START
    agrees, differs = _turn(read, place) if date.asked_end is None else (date.asked_end, not date.asked_end)
    features = DateFeatures(
        own=told.own,
        rest=told.rest,
        titled=told.titled,
        near=told.near,
        relation=told.relation,
        order=told.order,
        retrieved=told.retrieved,
        early=told.early,
        score=score,
        after=max(read.share(end, behind), _DATES_ALL * read.share(end, read.length) if opens_all else 0.0),
        before=read.share(read.told_from(start), start),
        close=read.close(start, end) if place else _HALF * read.share(0, read.length),
        bond=bond,
        firm=float(bond >= _FIRM),
        agrees=float(agrees),
        differs=float(differs),
        beside=_beside(read),
        carried=1 / (1 + date.away / _AWAY) if date.is_pointed_to else 0.0,
        standing=1 / (1 + date.away / _AWAY) if date.away else 0.0,
        heading=float(in_heading),
        headed=headed if in_heading else 0.0,
        exact=float(date.is_definite),
        full=float(date.meaning.first.month is not None),
        named=float(date.source is MentionSource.NAMED),
    )
    return DateCandidate(read.sentence, date, features, _score(features))


def _turn(read: SentenceDates, place: tuple[int, int] | None) -> tuple[bool, bool]:
    """Return whether the turn nearest to a date is asked for, and whether it is another."""
    rows = read.asked.rows
    if place is None:
        near = sorted((row not in rows, (False, 0), row) for _, row in read.read.turns)[:1] if rows else []
    else:
        first, last = read.neighbours(*place)
        inside = [(at, row) for at, row in read.read.turns if first <= at < last]
        near = sorted((False, _away(read, at, place), row) for at, row in inside)[:1]
    if not near:
        return False, False
    _, (_, away), row = near[0]
    return row in rows, row not in rows and away < _NEAR_TURN


def _away(read: SentenceDates, at: int, place: tuple[int, int]) -> tuple[bool, int]:
    """Return how far a turn stands from a date, on its wrong side further than anything on the right one.

    A date that opens a clause dates what follows, any other what stands before it: «بويع سنة 329، وخلع سنة 333».
    """
    start, end = place
    opens = start in read.opening
    return (at < start if opens else at >= end), words_between(at, start, end)


def _beside(read: SentenceDates) -> float:
    if not read.asked.relations and not read.asked.is_person:
        return _HALF
    return float(read.read.is_beside)


@cache
def _weights() -> tuple[float, ...]:
    """Return what each feature weighs.

    Raises:
        SetupError: what was learned can't be read.
    """
    return learned().of("date", LEARNED)


def _score(features: DateFeatures) -> float:
    return math.fsum(weight * value for weight, value in zip(_weights(), features, strict=True))
