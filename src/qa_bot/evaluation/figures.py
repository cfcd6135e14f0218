"""Values question by question → figures with their intervals, set by set and as a mean."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from qa_bot.answering.confidence import BAR
from qa_bot.evaluation.confidence_figures import share_answered
from qa_bot.evaluation.estimate import Estimate, Floats, Resamples, mean_of
from qa_bot.evaluation.measures import ANSWER_MEASURES, PASSAGE_MEASURES
from qa_bot.evaluation.plan import QA_BOT, Results, Run, SetResult

SHOWN = "answered at the bar"
# What is right: the first sentence, one of three, or the paragraph of the first.
SURE = {right: f"answered at 95 %: {right}" for right in ANSWER_MEASURES}
RIGHT_AT_BAR = {right: f"right at the bar: {right}" for right in ANSWER_MEASURES}
CONFIDENCE_MEASURES = (*SURE.values(), SHOWN, *RIGHT_AT_BAR.values())

Figures = Mapping[tuple[str, str, str], Estimate]
"""Estimates by (variant, system, measure)."""


@dataclass(frozen=True, slots=True)
class SetFigures:
    """The figures of a set, or of the mean of all sets; `of` tells how many questions, articles and paragraphs."""

    name: str
    of: Mapping[str, int]
    figures: Figures

    def difference(self, variant: str, baseline: str, measure: str) -> Estimate:
        """Return by how much the program is better than a baseline, paired."""
        return self.figures[variant, QA_BOT, measure] - self.figures[variant, baseline, measure]


def figures_of(results: Results) -> list[SetFigures]:
    """Return the figures of each set, and where there are several, of their mean as the last."""
    sets = [_of_set(each) for each in results.sets]
    return [*sets, _mean(sets)] if len(sets) > 1 else sets


def _of_set(result: SetResult) -> SetFigures:
    found: dict[tuple[str, str, str], Estimate] = {}
    for (variant, system), run in result.runs.items():
        for measure, estimate in _of_run(run, result.resamples, with_answers=system == QA_BOT).items():
            found[variant, system, measure] = estimate
    counts = {"questions": result.questions, "articles": result.articles, "paragraphs": result.paragraphs}
    return SetFigures(result.name, counts, found)


def _of_run(run: Run, resamples: Resamples, *, with_answers: bool) -> dict[str, Estimate]:
    found = {measure: resamples.mean(run.values[measure]) for measure in PASSAGE_MEASURES}
    if not with_answers:
        return found
    found |= {measure: resamples.mean(run.values[measure]) for measure in ANSWER_MEASURES}
    shown = (run.confidence >= BAR).astype(np.float64)
    found |= {name: resamples.of(_sure(run, right)) for right, name in SURE.items()}
    found[SHOWN] = resamples.mean(shown)
    found |= {name: resamples.ratio(shown * run.values[right], shown) for right, name in RIGHT_AT_BAR.items()}
    return found


def _sure(run: Run, right: str) -> Callable[[Floats], float]:
    return lambda weights: share_answered(run.confidence, run.values[right], weights)


def _mean(sets: Sequence[SetFigures]) -> SetFigures:
    keys = sets[0].figures.keys()
    figures = {key: mean_of([each.figures[key] for each in sets]) for key in keys}
    counts = {name: sum(each.of[name] for each in sets) for name in sets[0].of}
    return SetFigures(f"mean of {len(sets)} sets", counts, figures)
