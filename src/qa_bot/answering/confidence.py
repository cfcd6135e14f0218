"""How sure an answer is, and the bar below which the bot says that the texts don't tell."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from qa_bot.answering.match import Weighted
from qa_bot.answering.sentence import Candidate

# See `docs/answers.md` for what it lets through and what it holds back.
BAR = 0.25


class Signs(NamedTuple):
    """What tells an answered question from one that the texts don't answer.

    `own`, `titled`, `near` and `about` are those of the best sentence's features, `score` its score. `margin` is
    how far its document's best passage stands above that of any other document, from 0 to 1. `words` is the
    logarithm of the number of words looked for, two at least.
    """

    own: float
    titled: float
    near: float
    about: float
    margin: float
    score: float
    words: float


# Logistic regression on the fitting half of the judged dialogues and on question sets asked of their own and of
# each other's texts.
WEIGHTS = Signs(own=0.62, titled=0.57, near=0.32, about=1.13, margin=1.9, score=0.34, words=0.82)
BIAS = -8.6
_FEWEST_WORDS = 2  # a name alone is as good as «غزوة تبوك»


def signs_of(question: Weighted, candidates: Sequence[Candidate]) -> Signs:
    """Return the signs of ranked candidates, of which there must be one."""
    best = candidates[0]
    told = best.features
    own = max(each.hit.score for each in candidates if each.hit.document.id == best.hit.document.id)
    others = max((each.hit.score for each in candidates if each.hit.document.id != best.hit.document.id), default=0.0)
    margin = max(0.0, 1 - others / own) if own else 0.0
    words = math.log(max(_FEWEST_WORDS, len(question.words)))
    return Signs(told.own, told.titled, told.near, told.about, margin, best.score, words)


def confidence(question: Weighted, candidates: Sequence[Candidate]) -> float:
    """Return how likely one of the best candidates answers, from 0 to 1; 0 where there is none."""
    if not candidates:
        return 0.0
    pairs = zip(WEIGHTS, signs_of(question, candidates), strict=True)
    return 1 / (1 + math.exp(-(BIAS + sum(weight * sign for weight, sign in pairs))))
