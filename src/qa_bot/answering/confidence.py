"""How sure an answer is, and the bar below which the bot says that the texts don't tell."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from qa_bot.answering.match import Weighted
from qa_bot.answering.sentence import Candidate
from qa_bot.model.search import Hit

# See `docs/answers.md` for what it lets through and what it holds back.
BAR = 0.14


class Signs(NamedTuple):
    """What tells an answered question from one that the texts don't answer.

    `titled`, `near`, `about`, `order` and `score` are those of the best sentence, `gap` is how far its score lies
    above the next one's. `found` is 1 where it stands in the passage found first. `lead` is how far that passage
    stands above the next one, `margin` how far the sentence's document stands above any other, both from 0 to 1.
    `strength` is the first passage's score for each unit of the question's weight. `words` is the logarithm of the
    number of words looked for, two at least.
    """

    titled: float
    near: float
    about: float
    order: float
    score: float
    gap: float
    found: float
    lead: float
    margin: float
    strength: float
    words: float


# Logistic regression on the fitting half of the judged dialogues, and on question sets asked of their own texts
# and of each other's.
WEIGHTS = Signs(
    titled=0.7,
    near=2.0,
    about=1.6,
    order=0.8,
    score=0.15,
    gap=0.14,
    found=0.6,
    lead=2.8,
    margin=1.5,
    strength=0.14,
    words=1.5,
)
BIAS = -9.9
_FEWEST_WORDS = 2  # a name alone is as good as «غزوة تبوك»


def signs_of(question: Weighted, hits: Sequence[Hit], candidates: Sequence[Candidate]) -> Signs:
    """Return the signs of the passages found and of the ranked sentences, of which there must be one each."""
    best = candidates[0]
    told = best.features
    document = best.hit.document.id
    own = max((hit.score for hit in hits if hit.document.id == document), default=0.0)
    others = max((hit.score for hit in hits if hit.document.id != document), default=0.0)
    return Signs(
        titled=told.titled,
        near=told.near,
        about=told.about,
        order=told.order,
        score=best.score,
        gap=best.score - candidates[1].score if len(candidates) > 1 else 0.0,
        found=float(best.hit.passage.id == hits[0].passage.id),
        lead=_above(hits[0].score, hits[1].score) if len(hits) > 1 else 1.0,
        margin=_above(own, others),
        strength=hits[0].score / question.total if question.total else 0.0,
        words=math.log(max(_FEWEST_WORDS, len(question.words))),
    )


def _above(score: float, other: float) -> float:
    """Return how far `score` stands above `other`, as a share of it; 0 where it doesn't."""
    return max(0.0, 1 - other / score) if score else 0.0


def confidence(question: Weighted, hits: Sequence[Hit], candidates: Sequence[Candidate]) -> float:
    """Return how likely the best candidate answers, from 0 to 1; 0 where nothing was found."""
    if not hits or not candidates:
        return 0.0
    pairs = zip(WEIGHTS, signs_of(question, hits, candidates), strict=True)
    return 1 / (1 + math.exp(-(BIAS + sum(weight * sign for weight, sign in pairs))))
