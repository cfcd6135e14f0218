"""Which date of which sentence tells when something was: what speaks for each, and what that weighs."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from qa_bot.answering.anchors import Anchor, ReadSentence
from qa_bot.answering.asked_event import asked_event
from qa_bot.answering.evidence import is_exact
from qa_bot.answering.given_dates import GivenDate, given_dates, mentions_of
from qa_bot.answering.match import Matcher, Weighted, coverage
from qa_bot.answering.sentence import Candidate
from qa_bot.answering.topic import is_relation
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
    front of it, from the one before; `close` is the share that stands near it, the further away the less.
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
_OPENING = 4  # letters: «وفي» before a date that opens a clause
_CLAUSE_MARKS = "،؛:.()[]«»"
_COMMAS = "،؛,;"
_OWN_BRACKETS = "([ "
_AT_START = 2  # words
_DATES_ALL = 0.7  # of what stands behind a date that opens its sentence, whatever other dates stand between
_CLOSE = 8.0  # words at which a word counts half
_FADES, _FADES_ON, _FADES_BACK = 12.0, 25.0, 6.0  # words at which a bond is half as sure
_PAST_ANOTHER_DATE, _PAST_DATE_FROM_START, _PAST_ANOTHER_TURN = 0.3, 0.7, 0.5
_PAST_ANOTHER_CLAUSE, _PAST_ANOTHER_VERB, _PAST_COMMA = 0.4, 0.7, 0.5
_INSIDE_BACKWARDS = 0.6
_HAS_ITS_OWN, _RIGHT_BEHIND = 0.4, 1  # «الحرب في (602-628)»: words between what happened and its own date
_POINTED_AT, _POINTED_FADES = 0.9, 600.0  # code points
_STANDING, _STANDING_BESIDE_OWN, _STANDING_FADES = 0.45, 0.15, 300.0
_HEADING, _HEADING_BESIDE_OWN = 0.6, 0.3
_POINTS_TO_EVENT = 8  # words from «وفيها» to what happened then
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
    matcher = Matcher([word for word, _ in asked.words])
    headed = _Headed(question)
    best = max((each.score for each in candidates), default=0.0)
    found: list[DateCandidate] = []
    for candidate in candidates[:MOST_SENTENCES]:
        dates = given_dates(candidate, mentions_of(candidate.hit.passage))
        if dates:
            read = _DatedSentence(ReadSentence(asked, candidate.tokens, matcher), candidate, dates)
            about = headed.share(candidate.hit.passage.headings)
            found += [_candidate(read, date, (candidate.score - best) / _POINTS, about) for date in dates]
    return sorted(found, key=lambda each: -each.score)


class _Headed:
    """Tells how much of a question headings say."""

    def __init__(self, question: Weighted) -> None:
        self._question = question
        self._matcher = Matcher(question.words)
        self._shares: dict[tuple[str, ...], float] = {}

    def share(self, headings: tuple[str, ...]) -> float:
        if headings not in self._shares:
            said = [normalise(word) for heading in headings for word in words(heading)]
            self._shares[headings] = coverage(self._question, self._matcher.best(said))
        return self._shares[headings]


class _DatedSentence:
    """A sentence with the tokens that its own dates take up, in order."""

    def __init__(self, read: ReadSentence, candidate: Candidate, dates: Sequence[GivenDate]) -> None:
        self.asked = read.asked
        self.sentence = candidate
        self.read = read
        starts = [token.span.start for token in candidate.tokens]
        own = [each for each in dates if each.spans and not each.away]
        exact = {id(each) for each in own if is_exact(each.meaning)}
        self.places = {
            id(each): (bisect_left(starts, each.spans[0].start), bisect_left(starts, each.spans[-1].end))
            for each in own
        }
        self.definite = [self.places[id(each)][0] for each in own if each.is_definite]
        # A reign parts nothing: «في خلافة أبي بكر، سنة 13هـ» is one date.
        self.bounds = [place for date, place in self.places.items() if date in exact]
        self.pointers = [bisect_left(starts, each.spans[0].start) for each in dates if each.is_pointed_to]
        self.length = len(starts)

    def share(self, first: int, last: int) -> float:
        """Return the share of the question's weight that tokens `[first, last)` say."""
        said = sum(
            weight * max((match for at, match in places if first <= at < last), default=0.0)
            for weight, places in self.read.met
        )
        return said / self.asked.total if self.asked.total else 0.0

    def close(self, start: int, end: int) -> float:
        """Return the share that stands near tokens `[start, end)`, the further away the less."""
        said = sum(
            weight * max((match / (1 + _gap(at, start, end) / _CLOSE) for at, match in places), default=0.0)
            for weight, places in self.read.met
        )
        return said / self.asked.total if self.asked.total else 0.0

    def is_dated_behind(self, anchor: Anchor) -> bool:
        """Return whether a date stands right behind what the anchor tells."""
        return any(0 < start - anchor.last <= 1 + _RIGHT_BEHIND for start in self.definite)

    def comma(self, first: int, last: int) -> bool:
        """Return whether a comma or the like stands among these tokens, or on either side of them."""
        tokens, text = self.sentence.tokens, self.sentence.text
        start = tokens[first - 1].span.end if first else 0
        between = text[start : tokens[last].span.start] if last < len(tokens) else text[start:]
        return any(mark in between for mark in _COMMAS)

    def tells_another(self, first: int, last: int) -> bool:
        """Return whether something else is told among these tokens."""
        told = (at for at in range(first, last) if is_relation(self.sentence.tokens[at].term))
        return any(at not in self.read.related for at in told)

    def neighbours(self, start: int, end: int) -> tuple[int, int]:
        """Return the token behind the date before `[start, end)`, and the first of the date behind it."""
        before = max((other[1] for other in self.bounds if other[1] <= start), default=0)
        behind = min((other[0] for other in self.bounds if other[0] >= end), default=self.length)
        return before, behind


def _gap(at: int, start: int, end: int) -> int:
    return max(0, start - at, at - end + 1)


def _candidate(read: _DatedSentence, date: GivenDate, score: float, headed: float) -> DateCandidate:
    told, place = read.sentence.features, read.places.get(id(date))
    in_heading = date.source is MentionSource.HEADING and place is None
    bond = max((each.strength * _bond(read, date, each) for each in read.read.anchors), default=0.0)
    start, end = place or (0, 0)
    before, behind = read.neighbours(start, end)
    opens_all = place is not None and start <= _AT_START
    agrees, differs = _turn(read, place)
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
        before=read.share(before, start),
        close=read.close(start, end) if place else _HALF * read.share(0, read.length),
        bond=bond,
        firm=float(bond >= _FIRM),
        agrees=agrees,
        differs=differs,
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


def _bond(read: _DatedSentence, date: GivenDate, anchor: Anchor) -> float:
    """Return how surely a date belongs to an anchor, from 0 to 1."""
    place = read.places.get(id(date))
    if place is not None:
        return _bond_inside(read, date, place, anchor)
    if date.source is MentionSource.HEADING:
        return _HEADING_BESIDE_OWN if read.bounds else _HEADING
    dated_before = any(end <= anchor.first for _, end in read.bounds)
    pointed = any(0 <= anchor.first - at <= _POINTS_TO_EVENT for at in read.pointers)
    if pointed and not dated_before:
        return _POINTED_AT / (1 + date.away / _POINTED_FADES)
    return (_STANDING_BESIDE_OWN if read.bounds else _STANDING) / (1 + date.away / _STANDING_FADES)


def _bond_inside(read: _DatedSentence, date: GivenDate, place: tuple[int, int], anchor: Anchor) -> float:
    start, end = place
    opens = _opens(read.sentence.text[: date.spans[0].start])
    if anchor.last < start:
        first, last, sure = anchor.last + 1, start, 1 / (1 + max(0, start - anchor.last - 2) / _FADES)
    elif anchor.first >= end:
        first, last, gap = end, anchor.first, anchor.first - end
        sure = 1 / (1 + gap / _FADES_ON) if opens else _INSIDE_BACKWARDS / (1 + gap / _FADES_BACK)
        sure *= 1.0 if opens or not read.comma(first, last) else _PAST_COMMA
        sure *= _HAS_ITS_OWN if read.is_dated_behind(anchor) else 1.0
    else:
        return 1.0
    if any(first <= other < last for other, _ in read.bounds):
        sure *= _PAST_DATE_FROM_START if opens and start <= _AT_START else _PAST_ANOTHER_DATE
    if any(first <= at < last and row not in read.asked.rows for at, row in read.read.turns):
        sure *= _PAST_ANOTHER_TURN
    elif anchor.last < start and read.tells_another(first, last):
        sure *= _PAST_ANOTHER_CLAUSE if read.comma(first, last) else _PAST_ANOTHER_VERB
    return sure


def _opens(before: str) -> bool:
    """Return whether a date with this text before it in its sentence opens a clause: «، وفي سنة …»."""
    # «الحرب في (602-628)»: the bracket is the date's own.
    before = before.rstrip(_OWN_BRACKETS)
    cut = max(before.rfind(mark) for mark in _CLAUSE_MARKS)
    return sum(letter.isalpha() for letter in before[cut + 1 :]) <= _OPENING


def _turn(read: _DatedSentence, place: tuple[int, int] | None) -> tuple[float, float]:
    """Return whether the turn nearest to a date is asked for, and whether it is another."""
    rows = read.asked.rows
    if place is None:
        near = sorted((row not in rows, 0, row) for _, row in read.read.turns)[:1] if rows else []
    else:
        first, last = read.neighbours(*place)
        inside = [(at, row) for at, row in read.read.turns if first <= at < last]
        near = sorted((False, _gap(at, *place), row) for at, row in inside)[:1]
    if not near:
        return 0.0, 0.0
    _, away, row = near[0]
    return float(row in rows), float(row not in rows and away < _NEAR_TURN)


def _beside(read: _DatedSentence) -> float:
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
