"""How sure an answer is, and the bar below which the bot says that the texts don't tell."""

import math
from collections.abc import Sequence
from functools import cache

from qa_bot.answering.match import Weighted
from qa_bot.answering.misses import MISSED, misses
from qa_bot.answering.needs import Needs
from qa_bot.answering.sentence import Candidate
from qa_bot.answering.signs import Signs, signs_of
from qa_bot.index.learned import learned
from qa_bot.model.search import Hit

# The choice of `qa-bot fit`; `docs/answers.md` tells what it lets through and what it holds back.
BAR = 0.12
BIAS = "bias"
LEARNED = (BIAS, *Signs._fields)
_LEAST_NEAR = 0.25  # of the question, what a passage must meet to count in full
_NAMED_WHOLE = 0.9  # of the question, from which a sentence names all that was asked about
# «من هو شهربراز؟» is answered by «القائد شهربراز», however many sentences more speak of him.
_SAYS_WHO = 0.4


@cache
def _weights() -> tuple[float, ...]:
    """Return the bias and what each sign weighs.

    Raises:
        SetupError: what was learned can't be read.
    """
    return learned().of("confidence", LEARNED)


def confidence(
    question: Weighted, hits: Sequence[Hit], candidates: Sequence[Candidate], needs: Needs | None = None
) -> float:
    """Return how likely the best candidate answers, from 0 to 1; 0 where nothing was found."""
    if not hits or not candidates:
        return 0.0
    signs = signs_of(question, hits, candidates)
    told = math.fsum(weight * sign for weight, sign in zip(_weights(), (1.0, *signs), strict=True))
    # In a library of a page or two anything stands far above the rest, be it ever so little.
    sure = min(1.0, signs.near / _LEAST_NEAR) / (1 + math.exp(-told))
    if signs.defines and signs.titled >= _NAMED_WHOLE:
        sure = max(sure, _SAYS_WHO)
    return sure * MISSED if misses(question, candidates, needs or Needs()) else sure
