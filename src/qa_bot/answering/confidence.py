"""How sure an answer is, and the bar below which the bot says that the texts don't tell."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from qa_bot.answering.sentence import Candidate

BAR = 0.5


class Signs(NamedTuple):
    """What tells an answered question from one that the texts don't answer; each between 0 and 1.

    `near` is the share of the question's weight that title, headings and passage of the best sentence cover,
    `titled` that of sentence, title and headings, `own` that of the sentence alone. `relation` is how well the
    sentence meets the word that names what is asked. `expected` tells that a date, number, name or place stands
    there where one is asked for. `margin` is how far the best passage stands above the next of another document.
    """

    near: float
    titled: float
    own: float
    relation: float
    expected: float
    margin: float


WEIGHTS = Signs(near=5.0, titled=4.0, own=2.0, relation=1.5, expected=1.5, margin=1.0)
BIAS = -8.5


def signs_of(candidates: Sequence[Candidate]) -> Signs:
    """Return the signs of ranked candidates, of which there must be one."""
    best = candidates[0]
    told = best.features
    others = [c.hit.score for c in candidates if c.hit.passage.document_id != best.hit.passage.document_id]
    margin = max(0.0, 1 - max(others) / best.hit.score) if others else 1.0
    # A text that is about the subject need not name it in the sentence, as long as the sentence says the rest.
    near, titled = max(told.near, told.about), max(told.titled, told.about * told.relation)
    return Signs(near, titled, told.own, told.relation, told.expected, margin)


def confidence(candidates: Sequence[Candidate]) -> float:
    """Return how likely the best candidate answers, from 0 to 1; 0 where there is none."""
    if not candidates:
        return 0.0
    pairs = zip(WEIGHTS, signs_of(candidates), strict=True)
    return 1 / (1 + math.exp(-(BIAS + sum(weight * sign for weight, sign in pairs))))
