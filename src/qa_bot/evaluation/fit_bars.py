"""Confidences of answers, right and wrong → the bar that keeps "at most one wrong in N shown", for each N."""

from collections.abc import Mapping

import numpy as np

from qa_bot.answering.bar import FEWEST, MOST
from qa_bot.evaluation.estimate import Floats

_STEPS = 100  # bars are hundredths
_SLACK = 1e-9  # 3 of 51 is one in 17, whatever the rounding
_LEAST_SHOWN = 0.02  # of all: fewer answers promise nothing


def fit_bars(confidence: Floats, right: Floats, counts: Floats) -> Mapping[str, float]:
    """Return for each N, by its digits, the lowest bar above which at most one in N is wrong; 1 where there is none.

    `right` is 0 or 1 for each answer, `counts` how much it counts. A greater N never has a lower bar: what keeps its
    promise keeps that of a smaller one.
    """
    kept = [(at / _STEPS, _wrong(confidence >= at / _STEPS, right, counts)) for at in range(_STEPS)]
    numbers = range(FEWEST, MOST + 1)
    return {str(number): next((bar for bar, wrong in kept if wrong <= 1 / number + _SLACK), 1.0) for number in numbers}


def _wrong(shown: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], right: Floats, counts: Floats) -> float:
    """Return the share of wrong ones among the answers shown; 1 where too few are shown to tell."""
    weight = float(counts[shown].sum())
    if weight <= _LEAST_SHOWN * float(counts.sum()):
        return 1.0
    return 1 - float((counts * right)[shown].sum()) / weight
