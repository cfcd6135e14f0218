"""The sentences of the passages found, ranked by how likely each answers the question."""

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from qa_bot.answering.evidence import expected_in
from qa_bot.answering.lexicon import relation_row
from qa_bot.answering.match import Weighted, best_of, coverage
from qa_bot.answering.page import Page, read_pages
from qa_bot.model.answer import QuestionKind
from qa_bot.model.corpus import Span
from qa_bot.model.search import Hit
from qa_bot.text.stem import light10
from qa_bot.text.tokenise import Token


class Features(NamedTuple):
    """What speaks for a sentence; each between 0 and 1.

    `own` is the share of the question's weight that the sentence's own words cover, words said before the question
    left out. `titled` is the share of all words that sentence, title and headings cover, `near` the whole passage.
    `title` is the share of the question's weight that the document's title covers, `about` the share that the
    document comes back to: a word counts whole from the second sentence that has it.
    `relation` is how well sentence and headings meet the words that name what is asked («قائد», «ولد»), 1 where there
    are none. `order` is the share of the question's neighbouring words that stand side by side. `expected` tells how
    surely a date, number, name, place or reason is shown where one is asked for. `retrieved` is the passage's score
    against the best one's. `source` is 1 in a document that was quoted just before, `lead` in the first sentence of
    a document where nothing but its subject is asked for. `early` falls with the
    sentence's place in its passage, `short` with its length.
    """

    own: float
    titled: float
    near: float
    title: float
    about: float
    relation: float
    order: float
    expected: float
    retrieved: float
    source: float
    lead: float
    early: float
    short: float


_BESIDE = 0.5

WEIGHTS = Features(
    own=2.0,
    titled=5.0,
    near=1.4,
    title=2.0,
    about=1.0,
    relation=1.5,
    order=1.2,
    expected=1.2,
    retrieved=5.0,
    source=2.5,
    lead=2.0,
    early=0.2,
    short=0.0,
)


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
    return {hit.passage.id: max(hit.score, _BESIDE * of_document[hit.document.id]) / best for hit in hits}


def _of_page(
    asked: _Asked, page: Page, *, about: Sequence[float], retrieved: float, source: bool
) -> Iterator[Candidate]:
    question, hit, titled = asked.question, page.hit, page.titled
    near, title, subject = (coverage(question, row) for row in (page.near, page.title, about))
    begins = hit.passage.ordinal == 0 and asked.is_subject_alone
    pairs = asked.pairs
    for at, (span, tokens, own) in enumerate(zip(page.spans, page.tokens, page.own, strict=True)):
        features = Features(
            own=coverage(asked.spoken, own),
            titled=coverage(question, best_of(titled, own)),
            near=near,
            title=title,
            about=subject,
            relation=_relation(asked.spoken, best_of(own, page.headed)),
            order=_order(pairs, tokens),
            expected=expected_in(asked.kind, span.of(hit.passage.text), tokens, hit.passage.headings),
            retrieved=retrieved,
            source=float(source),
            lead=float(begins and at == 0),
            early=1 / (1 + at),
            short=1 / (1 + math.log1p(len(tokens) / 10)),
        )
        yield Candidate(hit, span, tokens, features, tuple(own), _score(features, asked.kind))


def _relation(question: Weighted, own: Sequence[float]) -> float:
    """Return how well the sentence meets the question's words that name a relation, by weight; 1 without any."""
    said = zip(question.words, question.weights, own, strict=True)
    met = [(weight, match) for word, weight, match in said if weight and relation_row(word) is not None]
    return sum(weight * match for weight, match in met) / sum(weight for weight, _ in met) if met else 1.0


# What a sign of the thing asked for weighs against the weight of `expected`, by kind: dates are told surely.
_EXPECTED: dict[QuestionKind, float] = {QuestionKind.WHEN: 2.5, QuestionKind.WHY: 2.0, QuestionKind.WHERE: 1.2}


def _score(features: Features, kind: QuestionKind) -> float:
    plain = sum(weight * value for weight, value in zip(WEIGHTS, features, strict=True))
    return plain + (_EXPECTED.get(kind, 1.0) - 1.0) * WEIGHTS.expected * features.expected


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
