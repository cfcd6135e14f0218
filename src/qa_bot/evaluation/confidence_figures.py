"""What a confidence is worth: answers at a precision, right from wrong, said from true."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qa_bot.evaluation.estimate import Floats

PRECISION = 0.95
_BINS = 10


def share_answered(confidence: Floats, right: Floats, weights: Floats, precision: float = PRECISION) -> float:
    """Return the largest share of questions that some bar lets through with at least `precision` of them right.

    Questions of one confidence go through together. `right` is 0 or 1 a question, `weights` how often it counts.
    """
    order = np.argsort(-confidence, kind="stable")
    ordered = confidence[order]
    through = np.cumsum(weights[order])
    good = np.cumsum(weights[order] * right[order])
    # The bar lies between two different confidences.
    at_bar = np.append(ordered[1:] != ordered[:-1], True)
    # A hair of slack: 19 of 20 is 95 %, whatever the rounding.
    enough = at_bar & (through > 0) & (good >= precision * through - 1e-9)
    return float(through[enough].max() / through[-1]) if enough.any() else 0.0


def auc(confidence: Floats, positive: Floats) -> float:
    """Return how likely a question with `positive` 1 has more confidence than one with 0; ties count half.

    NaN where one of both is missing.
    """
    positives = int(positive.sum())
    negatives = len(positive) - positives
    if not positives or not negatives:
        return float("nan")
    return float((_ranks(confidence)[positive > 0].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def _ranks(values: Floats) -> Floats:
    """Return each value's rank from 1, the least first; equal values share the mean of their ranks."""
    _, places, times = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(times)
    return (last - (times - 1) / 2)[places]


@dataclass(frozen=True, slots=True)
class Bin:
    """Questions whose confidence lies in [low, high), 1 in the last; means are NaN where there are none."""

    low: float
    high: float
    questions: int
    confidence: float
    right: float


def reliability(confidence: Floats, right: Floats) -> list[Bin]:
    """Return ten bins of equal width with the mean confidence and the share that was right."""
    places = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    return [_bin(at, confidence[places == at], right[places == at]) for at in range(_BINS)]


def _bin(at: int, confidence: Floats, right: Floats) -> Bin:
    means = (float(confidence.mean()), float(right.mean())) if len(right) else (float("nan"), float("nan"))
    return Bin(at / _BINS, (at + 1) / _BINS, len(right), *means)


def expected_calibration_error(bins: Sequence[Bin]) -> float:
    """Return by how much confidence and share right differ in a bin, on average over the questions."""
    total = sum(each.questions for each in bins)
    return sum(each.questions * abs(each.confidence - each.right) for each in bins if each.questions) / total
