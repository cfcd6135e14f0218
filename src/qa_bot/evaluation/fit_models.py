"""Weights that make judged answers likely: a choice among several, and yes or no. SciPy's L-BFGS-B finds them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Floats = NDArray[np.float64]


class Choice(NamedTuple):
    """Things to choose from (rows) by their values (columns), which of them are right, and how much it counts."""

    values: Floats
    right: NDArray[np.bool_]
    counts: float


def fit_choices(choices: Sequence[Choice], *, penalty: float, positive: bool = False) -> Floats:
    """Return the weights under which a softmax over each choice's rows most likely takes one that is right.

    Cao et al., "Learning to Rank: From Pairwise Approach to Listwise Approach" (2007), with all right rows as one.
    Choices in which nothing or everything is right teach nothing. `penalty` is what a weight's square costs for each
    choice; with `positive` no weight is below zero.
    """
    telling = [each for each in choices if each.right.any() and not each.right.all()]
    width = choices[0].values.shape[1]
    total = sum(each.counts for each in telling)

    def loss(weights: Floats) -> tuple[float, Floats]:
        value, slope = penalty * total * float(weights @ weights), 2 * penalty * total * weights
        for values, right, counts in telling:
            scores = values @ weights
            likely = np.exp(scores - scores.max())
            likely /= likely.sum()
            among_right = likely * right / max(float(likely[right].sum()), np.finfo(float).tiny)
            value -= counts * float(np.log(max(float(likely[right].sum()), np.finfo(float).tiny)))
            slope = slope - counts * (values.T @ (among_right - likely))
        return value, slope

    return _least(loss, np.full(width, 0.1), positive=positive)


def fit_chances(values: Floats, right: Floats, counts: Floats, *, penalty: float) -> Floats:
    """Return a bias and the weights of a logistic regression of `right` (0 or 1) on `values`, one row a question.

    The penalty is on weights of values brought to one spread, so that units don't matter.
    """
    spread = values.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = np.column_stack([np.ones(len(values)), values / spread])
    total = float(counts.sum())

    def loss(weights: Floats) -> tuple[float, Floats]:
        signed = np.where(right > 0, 1.0, -1.0) * (scaled @ weights)
        held = np.concatenate([[0.0], weights[1:]])
        value = float(counts @ np.logaddexp(0, -signed)) + penalty * total * float(held @ held)
        wrong = counts * (1 / (1 + np.exp(-(scaled @ weights))) - right)
        return value, scaled.T @ wrong + 2 * penalty * total * held

    weights = _least(loss, np.zeros(scaled.shape[1]), positive=False)
    return np.concatenate([weights[:1], weights[1:] / spread])


def _least(loss: Callable[[Floats], tuple[float, Floats]], start: Floats, *, positive: bool) -> Floats:
    bounds = [(0.0 if positive else None, None)] * len(start)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500})
    weights: Floats = np.asarray(found.x, np.float64)
    return weights
