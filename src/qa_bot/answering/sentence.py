"""The sentences of the passages found, ranked by how likely each answers the question."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from qa_bot.answering.evidence import has_expected
from qa_bot.answering.match import Weighted, best_matches, coverage
from qa_bot.model.answer import QuestionKind
from qa_bot.model.corpus import Span
from qa_bot.model.search import Hit
from qa_bot.text.normalise import normalise
from qa_bot.text.sentences import sentences
from qa_bot.text.stem import light10
from qa_bot.text.tokenise import Token, tokenise, words


class Features(NamedTuple):
    """What speaks for a sentence; each between 0 and 1.

    `own` is the share of the question's weight that the sentence's own words cover; `titled` the same with the
    words of title and headings, `near` with all words of the passage. `weakest` is how well the passage meets
    the question's worst met content word. `order` is the share of the question's neighbouring words that stand
    side by side. `expected` is 1 where a date, number, name, place or reason is asked for and shown.
    `retrieved` is the passage's score against the best one's. `early` falls with the sentence's place in its
    passage, `short` with its length.
    """

    own: float
    titled: float
    near: float
    weakest: float
    order: float
    expected: float
    retrieved: float
    early: float
    short: float


WEIGHTS = Features(
    own=2.0, titled=5.0, near=1.4, weakest=0.0, order=1.2, expected=1.2, retrieved=5.0, early=0.2, short=0.0
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


def rank_sentences(question: Weighted, kind: QuestionKind, hits: Sequence[Hit]) -> list[Candidate]:
    """Return the sentences of `hits`, best first, ties by passage, then by place."""
    best = hits[0].score if hits else 1.0
    candidates = [each for hit in hits for each in _of_passage(question, kind, hit, hit.score / best)]
    return sorted(candidates, key=lambda candidate: -candidate.score)


def _of_passage(question: Weighted, kind: QuestionKind, hit: Hit, retrieved: float) -> list[Candidate]:
    text = hit.passage.text
    spans = sentences(text)
    tokens = [tuple(tokenise(span.of(text))) for span in spans]
    titled = best_matches(question.words, title_words(hit))
    own = [best_matches(question.words, [token.term for token in each]) for each in tokens]
    near = _best_of(titled, *own)
    candidates = []
    for at, span in enumerate(spans):
        sentence = span.of(text)
        features = Features(
            own=coverage(question, own[at]),
            titled=coverage(question, _best_of(titled, own[at])),
            near=coverage(question, near),
            weakest=min(near, default=0.0),
            order=_order(question.words, tokens[at]),
            expected=float(has_expected(kind, sentence, tokens[at], hit.passage.headings)),
            retrieved=retrieved,
            early=1 / (1 + at),
            short=1 / (1 + math.log1p(len(tokens[at]) / 10)),
        )
        candidates.append(Candidate(hit, span, tokens[at], features, tuple(own[at]), _score(features)))
    return candidates


def _best_of(*matches: Sequence[float]) -> list[float]:
    return [max(column) for column in zip(*matches, strict=True)]


def _score(features: Features) -> float:
    return sum(weight * value for weight, value in zip(WEIGHTS, features, strict=True))


def _order(asked: Sequence[str], tokens: Sequence[Token]) -> float:
    """Return the share of neighbouring words in `asked` that stand side by side in `tokens`, by stem."""
    pairs = set(pairwise(light10(word) for word in asked))
    if not pairs:
        return 0.0
    written = set(pairwise(light10(token.term) for token in tokens))
    return len(pairs & written) / len(pairs)


def title_words(hit: Hit) -> tuple[str, ...]:
    """Return the normalised words of a hit's title and headings."""
    titles = (hit.document.metadata.title,) if hit.document.metadata.titled else ()
    return tuple(normalise(word) for text in (*titles, *hit.passage.headings) for word in words(text))
