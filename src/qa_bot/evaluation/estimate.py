"""Figures with their 95 % interval: cluster bootstrap over articles, paired where systems are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 2000
_INTERVAL = (2.5, 97.5)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and what it came to in each resample; NaN where there was nothing to measure.

    The difference of two estimates made with the same `Resamples` is a paired one.
    """

    value: float
    draws: Floats

    @property
    def interval(self) -> tuple[float, float]:
        """Return the 95 % percentile interval."""
        known = self.draws[~np.isnan(self.draws)]
        if not known.size:
            return (float("nan"), float("nan"))
        low, high = np.percentile(known, _INTERVAL)
        return (float(low), float(high))

    def __sub__(self, other: Estimate) -> Estimate:
        return Estimate(self.value - other.value, self.draws - other.draws)


def mean_of(estimates: Sequence[Estimate]) -> Estimate:
    """Return the plain mean of estimates, each set counting as much as the others."""
    values = [estimate.value for estimate in estimates]
    return Estimate(float(np.mean(values)), np.mean([estimate.draws for estimate in estimates], axis=0))


class Resamples:
    """How often each question counts in each resample: articles are drawn with replacement, whole.

    Questions about one article are right or wrong together, so that questions drawn one by one would make the
    intervals too narrow.
    """

    def __init__(self, articles: Sequence[str], seed: int, *, resamples: int = RESAMPLES) -> None:
        """Draw for questions whose articles are `articles`."""
        names, self._article_of = np.unique(np.array(articles, dtype=str), return_inverse=True)
        self._names = len(names)
        chance = np.random.default_rng(seed)
        times = np.full(self._names, 1 / self._names)
        self._counts = chance.multinomial(self._names, times, size=resamples).astype(np.float64)

    def mean(self, values: Floats) -> Estimate:
        """Return the mean of one value a question."""
        return self.ratio(values, np.ones_like(values))

    def ratio(self, parts: Floats, wholes: Floats) -> Estimate:
        """Return the sum of `parts` by the sum of `wholes`."""
        part, whole = self._by_article(parts), self._by_article(wholes)
        with np.errstate(invalid="ignore"):
            draws = (self._counts @ part) / (self._counts @ whole)
        return Estimate(float(part.sum() / whole.sum()) if whole.sum() else float("nan"), draws)

    def of(self, figure: Callable[[Floats], float]) -> Estimate:
        """Return any figure of the questions' weights: how often each of them counts."""
        draws = np.array([figure(counts[self._article_of]) for counts in self._counts])
        return Estimate(figure(np.ones(len(self._article_of))), draws)

    def _by_article(self, values: Floats) -> Floats:
        return np.bincount(self._article_of, weights=values, minlength=self._names).astype(np.float64, copy=False)
