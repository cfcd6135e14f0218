"""The sentences of the passages found, ranked by how likely each answers the question."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from qa_bot.answering.asked import asked_of
from qa_bot.answering.evidence import VAGUE
from qa_bot.answering.features import Features, Standing, features_of
from qa_bot.answering.match import Weighted
from qa_bot.answering.page import Page, read_pages
from qa_bot.index.learned import learned
from qa_bot.model.answer import QuestionKind
from qa_bot.model.corpus import Span
from qa_bot.model.search import Hit
from qa_bot.text.tokenise import Token

_OF_BEST = 0.5  # of its document's best score, what a passage counts at least
_TITLED = 0.9  # of the question, from which a title says what it is about
_AS_MUCH = 0.9  # of what the best sentence says of the question, one with a date or a number must say
_AS_MUCH_AS_VAGUE = 0.6  # the same where the best sentence has but a vague date

# The least that `expected` must be, the surest first: exact dates before vague ones, before none; numbers of what is
# asked for, or of something untold, before those of something else.
_TIERS = {QuestionKind.WHEN: (1.0, 0.0), QuestionKind.HOW_MANY: (0.5, 0.0)}
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
    well the sentence itself meets it, `headed` how well title and headings do.
    """

    hit: Hit
    span: Span
    tokens: tuple[Token, ...]
    features: Features
    matches: tuple[float, ...]
    headed: tuple[float, ...]
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
    asked = asked_of(question, kind, pages)
    candidates: list[Candidate] = []
    for page in pages:
        document, passage = page.hit.document.id, page.hit.passage.id
        standing = Standing(about[document], retrieved[passage], document in sources)
        candidates += _of_page(page, list(features_of(asked, page, standing)), kind)
    return sorted(candidates, key=lambda candidate: -candidate.score)


def _of_page(page: Page, features: Sequence[Features], kind: QuestionKind) -> Iterator[Candidate]:
    headed = tuple(page.titled)
    for span, tokens, own, told in zip(page.spans, page.tokens, page.own, features, strict=True):
        yield Candidate(page.hit, span, tokens, told, tuple(own), headed, _score(told, kind))


def eligible(ranked: Sequence[Candidate], kind: QuestionKind) -> list[Candidate]:
    """Return the sentences with a date or a number alone where one is asked for and they say as much; else all.

    A number of something else is none. Vague dates («في خلافة عمر») count only where no sentence about the same gives
    an exact one. Where nothing but a subject is asked for («من هو هرقل؟»), what opens the text of that title comes
    first: it says who or what it is; where there is no such text, a sentence that says so of the subject.
    """
    if kind not in _TIERS or not ranked:
        return _opening_first(ranked)
    best = ranked[0].features
    enough = best.titled * (_AS_MUCH_AS_VAGUE if 0 < best.expected <= VAGUE else _AS_MUCH)
    for least in _TIERS[kind]:
        telling = [each for each in ranked if each.features.expected > 0 and each.features.expected >= least]
        if telling and telling[0].features.titled >= enough:
            return telling
    return list(ranked)


def _opening_first(ranked: Sequence[Candidate]) -> list[Candidate]:
    opening = [each for each in ranked if each.features.lead and each.features.title >= _TITLED and _is_titled(each)]
    defining = [each for each in ranked if each.features.defines and each.features.own >= _TITLED]
    first = (opening or defining)[:1]
    return [*first, *(each for each in ranked if each not in first)]


def _is_titled(candidate: Candidate) -> bool:
    return candidate.hit.document.metadata.titled


def _retrieved(hits: Sequence[Hit]) -> dict[str, float]:
    """Return each passage's score against the best one's, at least half of its document's best."""
    best = max((hit.score for hit in hits), default=0.0) or 1.0
    of_document: dict[str, float] = {}
    for hit in hits:
        of_document[hit.document.id] = max(hit.score, of_document.get(hit.document.id, 0.0))
    return {hit.passage.id: max(hit.score, _OF_BEST * of_document[hit.document.id]) / best for hit in hits}


def _score(features: Features, kind: QuestionKind) -> float:
    weights, expected = _weights()
    plain = math.fsum(weight * float(getattr(features, name)) for name, weight in weights.items())
    return plain + expected.get(kind, 0.0) * features.expected
