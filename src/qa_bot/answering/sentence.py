"""The sentences of the passages found, ranked by how likely each answers the question."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from qa_bot.answering.evidence import Evidence, evidence_in
from qa_bot.answering.lexicon import relation_row
from qa_bot.answering.match import Weighted, best_of, coverage, likeness
from qa_bot.answering.page import Page, read_pages
from qa_bot.index.learned import learned
from qa_bot.model.answer import QuestionKind
from qa_bot.model.corpus import Span
from qa_bot.model.search import Hit
from qa_bot.text.stem import light10
from qa_bot.text.tokenise import Token


class Features(NamedTuple):
    """What speaks for a sentence; each between 0 and 1.

    `own` is the share of the question's weight that the sentence's own words cover, words said before the question
    left out; `rest` the share of what title and headings leave uncovered, a half where that is nothing; `context` the
    share that it and the sentence before cover together.
    `titled` is the share of all words that sentence, title and headings cover, `near` the whole passage.
    `title` is the share of the question's weight that the document's title covers, `about` the share that the
    document comes back to: a word counts whole from the second sentence that has it.
    `relation` is how well sentence and headings meet the words that name what is asked («قائد», «ولد»), 1 where there
    are none. `order` is the share of the question's neighbouring words that stand side by side. `expected` tells how
    surely a date, number, name, place or reason is shown where one is asked for, `beside` how near the date or number
    stands to a word of the question. `retrieved` is the passage's score
    against the best one's. `source` is 1 in a document that was quoted just before, `lead` in the first sentence of
    a document where nothing but its subject is asked for. `early` falls with the sentence's place in its passage.
    """

    own: float
    rest: float
    context: float
    titled: float
    near: float
    title: float
    about: float
    relation: float
    order: float
    expected: float
    beside: float
    retrieved: float
    source: float
    lead: float
    early: float


_OF_BEST = 0.5  # of its document's best score, what a passage counts at least
_LEFT = 0.05  # of the question's weight: what is less is nothing
_UNKNOWN = 0.5
_MET = 0.65  # from here a word of the question counts as standing in the sentence
_BESIDE = 20  # code points
_TITLED = 0.9  # of the question, from which a title says what it is about
_AS_MUCH = 0.9  # of what the best sentence says of the question, one with a date or a number must say

# Kinds that ask for something particular: what a sign of it weighs differs, as some signs are surer.
EXPECTING = (QuestionKind.WHEN, QuestionKind.HOW_MANY, QuestionKind.WHERE, QuestionKind.WHO, QuestionKind.WHY)
# What is learned: a weight for each feature, and for `expected` one for each kind.
PLAIN = tuple(name for name in Features._fields if name != "expected")
LEARNED = (*PLAIN, *(f"expected, {kind.value}" for kind in EXPECTING))


def learned_values(features: Features, kind: QuestionKind) -> tuple[float, ...]:
    """Return the values that the weights of `LEARNED` belong to, in its order."""
    plain = (getattr(features, name) for name in PLAIN)
    return (*plain, *(features.expected if kind is each else 0.0 for each in EXPECTING))


@cache
def _weights() -> tuple[Mapping[str, float], Mapping[QuestionKind, float]]:
    """Return what each feature weighs, and what `expected` does by kind.

    Raises:
        SetupError: what was learned can't be read.
    """
    weights = dict(zip(LEARNED, learned().of("sentence", LEARNED), strict=True))
    return {name: weights[name] for name in PLAIN}, {kind: weights[f"expected, {kind.value}"] for kind in EXPECTING}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer: `span` in its passage's text, `tokens` with spans in the sentence.

    A higher `score` is better, within one question. `matches` tells for each content word of the question how
    well the sentence itself meets it.
    """

    hit: Hit
    span: Span
    tokens: tuple[Token, ...]
    features: Features
    matches: tuple[float, ...]
    score: float

    @property
    def text(self) -> str:
        """Return the sentence."""
        return self.span.of(self.hit.passage.text)


def rank_sentences(
    question: Weighted, kind: QuestionKind, hits: Sequence[Hit], sources: Collection[str] = ()
) -> list[Candidate]:
    """Return the sentences of `hits`, best first, ties by passage, then by place.

    `sources` are the ids of documents quoted just before.
    """
    retrieved = _retrieved(hits)
    pages, about = read_pages(question, hits)
    asked = _Asked(question, question.spoken, kind)
    candidates = [
        candidate
        for page in pages
        for candidate in _of_page(
            asked,
            page,
            about=about[page.hit.document.id],
            retrieved=retrieved[page.hit.passage.id],
            source=page.hit.document.id in sources,
        )
    ]
    return sorted(candidates, key=lambda candidate: -candidate.score)


def eligible(ranked: Sequence[Candidate], kind: QuestionKind) -> list[Candidate]:
    """Return the sentences with a date or a number alone where one is asked for and they say as much; else all.

    Vague dates («في خلافة عمر») count only where no sentence about the same gives an exact one. Where nothing but a
    subject is asked for («من هو هرقل؟»), what opens the text of that title comes first: it says who or what it is.
    """
    if kind not in (QuestionKind.WHEN, QuestionKind.HOW_MANY) or not ranked:
        return _opening_first(ranked)
    enough = _AS_MUCH * ranked[0].features.titled
    for least in (1.0, 0.0):
        telling = [each for each in ranked if each.features.expected > 0 and each.features.expected >= least]
        if telling and telling[0].features.titled >= enough:
            return telling
    return list(ranked)


def _opening_first(ranked: Sequence[Candidate]) -> list[Candidate]:
    opening = [each for each in ranked if each.features.lead and each.features.title >= _TITLED]
    return [*opening[:1], *(each for each in ranked if each not in opening[:1])]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is the same for every sentence: the question, the question without what was said before, its kind."""

    question: Weighted
    spoken: Weighted
    kind: QuestionKind

    @property
    def pairs(self) -> frozenset[tuple[str | int, str | int]]:
        """Return the senses of neighbouring words."""
        said = zip(self.spoken.words, self.spoken.weights, strict=True)
        return frozenset(pairwise(_sense(word) for word, weight in said if weight))

    @property
    def is_subject_alone(self) -> bool:
        """Return whether nothing but a subject is asked for: «من هو هرقل؟», «ما غزوة بدر؟»."""
        relations = any(relation_row(word) is not None for word in self.question.words)
        return self.kind in (QuestionKind.WHO, QuestionKind.WHAT, QuestionKind.OTHER) and not relations


def _retrieved(hits: Sequence[Hit]) -> dict[str, float]:
    """Return each passage's score against the best one's, at least half of its document's best."""
    best = max((hit.score for hit in hits), default=0.0) or 1.0
    of_document: dict[str, float] = {}
    for hit in hits:
        of_document[hit.document.id] = max(hit.score, of_document.get(hit.document.id, 0.0))
    return {hit.passage.id: max(hit.score, _OF_BEST * of_document[hit.document.id]) / best for hit in hits}


def _of_page(
    asked: _Asked, page: Page, *, about: Sequence[float], retrieved: float, source: bool
) -> Iterator[Candidate]:
    question, hit, titled = asked.question, page.hit, page.titled
    near, title, subject = (coverage(question, row) for row in (page.near, page.title, about))
    begins = hit.passage.ordinal == 0 and asked.is_subject_alone
    pairs = asked.pairs
    for at, (span, tokens, own) in enumerate(zip(page.spans, page.tokens, page.own, strict=True)):
        evidence = evidence_in(asked.kind, span.of(hit.passage.text), tokens, hit.passage.headings)
        features = Features(
            own=coverage(asked.spoken, own),
            rest=_rest(asked.spoken, titled, own),
            context=coverage(asked.spoken, best_of(own, page.own[at - 1]) if at else own),
            titled=coverage(question, best_of(titled, own)),
            near=near,
            title=title,
            about=subject,
            relation=_relation(asked.spoken, best_of(own, page.headed)),
            order=_order(pairs, tokens),
            expected=evidence.surely,
            beside=_beside(asked.spoken, evidence, tokens),
            retrieved=retrieved,
            source=float(source),
            lead=float(begins and at == 0),
            early=1 / (1 + at),
        )
        yield Candidate(hit, span, tokens, features, tuple(own), _score(features, asked.kind))


def _rest(question: Weighted, titled: Sequence[float], own: Sequence[float]) -> float:
    """Return the share of what title and headings leave uncovered that the sentence covers, by weight."""
    left = [weight * (1 - match) for weight, match in zip(question.weights, titled, strict=True)]
    total = sum(left)
    if total <= _LEFT * question.total:
        return _UNKNOWN
    return sum(weight * match for weight, match in zip(left, own, strict=True)) / total


def _beside(question: Weighted, evidence: Evidence, tokens: Sequence[Token]) -> float:
    """Return how near a date or number stands to a word of the question, from 0 to 1; 0 without either."""
    if not evidence.places:
        return 0.0
    words = [word for word, weight in zip(question.words, question.weights, strict=True) if weight]
    met = [token.span.start for token in tokens if any(likeness(word, token.term) >= _MET for word in words)]
    away = min((abs(place.start - start) for place in evidence.places for start in met), default=math.inf)
    return 1 / (1 + away / _BESIDE)


def _relation(question: Weighted, own: Sequence[float]) -> float:
    """Return how well the sentence meets the question's words that name a relation, by weight; 1 without any."""
    said = zip(question.words, question.weights, own, strict=True)
    met = [(weight, match) for word, weight, match in said if weight and relation_row(word) is not None]
    return sum(weight * match for weight, match in met) / sum(weight for weight, _ in met) if met else 1.0


def _score(features: Features, kind: QuestionKind) -> float:
    weights, expected = _weights()
    plain = math.fsum(weight * float(getattr(features, name)) for name, weight in weights.items())
    return plain + expected.get(kind, 0.0) * features.expected


def _order(pairs: frozenset[tuple[str | int, str | int]], tokens: Sequence[Token]) -> float:
    """Return the share of neighbouring words, given by their senses, that stand side by side in `tokens`."""
    if not pairs:
        return 0.0
    return len(pairs.intersection(pairwise(_sense(token.term) for token in tokens))) / len(pairs)


@lru_cache(maxsize=100_000)
def _sense(word: str) -> str | int:
    """Return the row of like meaning that a word belongs to, else its stem: «توفي» and «وفاة» are one."""
    row = relation_row(word)
    return light10(word) if row is None else row
