"""The sentences of the passages found, ranked by how likely each answers the question."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from qa_bot.answering.evidence import expected_in
from qa_bot.answering.lexicon import relation_row
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
    words of title and headings, `near` with all words of the passage. `about` is the share that the document
    comes back to: a word counts whole from the second sentence that has it. `relation` is how well the sentence
    meets the word that names what is asked («قائد», «ولد»), 1 where there is none. `order` is the share of the
    question's neighbouring words that stand side by side. `expected` is 1 where a date, number, name, place or
    reason is asked for and shown, less where a date is vague. `retrieved` is the passage's score against the best
    one's. `source` is 1 in a document that was quoted just before. `early` falls with the sentence's place in its
    passage, `short` with its length.
    """

    own: float
    titled: float
    near: float
    about: float
    relation: float
    order: float
    expected: float
    retrieved: float
    source: float
    early: float
    short: float


_SENTENCES_ABOUT = 2

WEIGHTS = Features(
    own=2.0,
    titled=5.0,
    near=1.4,
    about=2.0,
    relation=1.0,
    order=1.2,
    expected=1.2,
    retrieved=5.0,
    source=2.5,
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
    best = hits[0].score or 1.0 if hits else 1.0
    pages = [_read(question, hit) for hit in hits]
    about = _about(pages)
    candidates = [
        _candidate(
            question,
            kind,
            page,
            at,
            about=about[page.hit.document.id],
            retrieved=page.hit.score / best,
            source=page.hit.document.id in sources,
        )
        for page in pages
        for at in range(len(page.spans))
    ]
    return sorted(candidates, key=lambda candidate: -candidate.score)


@dataclass(frozen=True, slots=True)
class _Page:
    """A passage read for a question: its sentences, and how well each and its title meet the question's words."""

    hit: Hit
    spans: list[Span]
    tokens: list[tuple[Token, ...]]
    own: list[list[float]]
    titled: list[float]
    near: list[float]


def _read(question: Weighted, hit: Hit) -> _Page:
    text = hit.passage.text
    spans = sentences(text)
    tokens = [tuple(tokenise(span.of(text))) for span in spans]
    titled = best_matches(question.words, title_words(hit))
    own = [best_matches(question.words, [token.term for token in each]) for each in tokens]
    return _Page(hit, spans, tokens, own, titled, _best_of(titled, *own))


def _about(pages: Sequence[_Page]) -> dict[str, list[float]]:
    """Return for each document how much of it is about each of the question's words, from 0 to 1.

    A word of the title counts whole, a word in one sentence half.
    """
    about: dict[str, list[float]] = {}
    for page in pages:
        sums = about.setdefault(page.hit.document.id, [0.0] * len(page.titled))
        for row in (*page.own, page.titled, page.titled):
            sums[:] = [total + match / _SENTENCES_ABOUT for total, match in zip(sums, row, strict=True)]
    return {document: [min(1.0, total) for total in sums] for document, sums in about.items()}


def _candidate(
    question: Weighted,
    kind: QuestionKind,
    page: _Page,
    at: int,
    *,
    about: Sequence[float],
    retrieved: float,
    source: bool,
) -> Candidate:
    hit, span, tokens, own = page.hit, page.spans[at], page.tokens[at], page.own[at]
    expected = expected_in(kind, span.of(hit.passage.text), tokens, hit.passage.headings)
    features = Features(
        own=coverage(question, own),
        titled=coverage(question, _best_of(page.titled, own)),
        near=coverage(question, page.near),
        about=coverage(question, about),
        relation=_relation(question.words, own),
        order=_order(question.words, tokens),
        expected=expected,
        retrieved=retrieved,
        source=float(source),
        early=1 / (1 + at),
        short=1 / (1 + math.log1p(len(tokens) / 10)),
    )
    return Candidate(hit, span, tokens, features, tuple(own), _score(features))


def _relation(asked: Sequence[str], own: Sequence[float]) -> float:
    """Return how well the sentence meets the question's words that name a relation, the best of them; 1 without."""
    met = [match for word, match in zip(asked, own, strict=True) if relation_row(word) is not None]
    return max(met, default=1.0)


def _best_of(*matches: Sequence[float]) -> list[float]:
    return [max(column) for column in zip(*matches, strict=True)]


def _score(features: Features) -> float:
    return sum(weight * value for weight, value in zip(WEIGHTS, features, strict=True))


def _order(asked: Sequence[str], tokens: Sequence[Token]) -> float:
    """Return the share of neighbouring words in `asked` that stand side by side in `tokens`, by meaning or stem."""
    pairs = set(pairwise(_sense(word) for word in asked))
    if not pairs:
        return 0.0
    written = set(pairwise(_sense(token.term) for token in tokens))
    return len(pairs & written) / len(pairs)


@lru_cache(maxsize=100_000)
def _sense(word: str) -> str | int:
    """Return the row of like meaning that a word belongs to, else its stem: «توفي» and «وفاة» are one."""
    row = relation_row(word)
    return light10(word) if row is None else row


def title_words(hit: Hit) -> tuple[str, ...]:
    """Return the normalised words of a hit's title and headings."""
    titles = (hit.document.metadata.title,) if hit.document.metadata.titled else ()
    return tuple(normalise(word) for text in (*titles, *hit.passage.headings) for word in words(text))
