"""Judged questions for a time → what speaks for a date of a sentence, and how sure it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from qa_bot.answering import date_candidates, naming
from qa_bot.answering.agreement import group_dates
from qa_bot.answering.when import NAMED_FROM
from qa_bot.errors import SetupError
from qa_bot.evaluation.dialogues import FIT
from qa_bot.evaluation.estimate import Floats
from qa_bot.evaluation.fit_answers import chances_of, counts_of_source
from qa_bot.evaluation.fit_models import Choice, fit_chances, fit_choices
from qa_bot.evaluation.fit_when_examples import WhenExample
from qa_bot.evaluation.near_copies import PARTS

Weights = Mapping[str, float]
_DATE_PENALTY, _NAMING_PENALTY = 1e-3, 3e-3


@dataclass(frozen=True, slots=True)
class FittedDates:
    """What was learned of dates: weights by part of the program, and figures by source and part."""

    weights: Mapping[str, Weights]
    figures: Mapping[str, Mapping[str, float]]


def learn_dates(examples: Sequence[WhenExample]) -> FittedDates:
    """Return what the examples for fitting teach of dates, with figures of all.

    Raises:
        SetupError: there is none with an answer for fitting.
    """
    for_fitting = [each for each in examples if each.question.part == FIT]
    if not any(any(each.told) for each in for_fitting):
        raise SetupError("There is no question for a time to learn from in the fitting half.")
    dates = fit_dates(for_fitting)
    known = fit_naming([scored(each, dates) for each in for_fitting])
    return FittedDates(
        {"date": dates, "naming": known}, when_figures([scored(each, dates) for each in examples], known)
    )


def fit_dates(examples: Sequence[WhenExample]) -> Weights:
    """Return what each feature of a date weighs."""
    choices = [
        Choice(
            np.array([each.features for each in one.dates]),
            np.array(one.told),
            counts_of_source(one.question.source),
        )
        for one in examples
        if any(one.told)
    ]
    return dict(zip(date_candidates.LEARNED, fit_choices(choices, penalty=_DATE_PENALTY).tolist(), strict=True))


def scored(example: WhenExample, weights: Weights) -> WhenExample:
    """Return an example with its dates in the order that other weights give."""
    row = np.array([weights[name] for name in date_candidates.LEARNED])
    scores = (np.array([each.features for each in example.dates]) @ row).tolist() if example.dates else []
    order = sorted(range(len(scores)), key=lambda at: -scores[at])
    return replace(
        example,
        dates=tuple(replace(example.dates[at], score=scores[at]) for at in order),
        told=tuple(example.told[at] for at in order),
        right=tuple(example.right[at] for at in order),
    )


def outcome(example: WhenExample) -> tuple[tuple[float, ...], bool] | None:
    """Return the signs of the first group of dates, and whether its best is right; None where there are no dates."""
    groups = group_dates(example.dates)
    if not groups:
        return None
    right = dict(zip(map(id, example.dates), example.right, strict=True))
    return tuple(naming.naming_signs(example.words, groups[0])), right[id(groups[0].best)]


def fit_naming(examples: Sequence[WhenExample]) -> Weights:
    """Return what each sign weighs; `examples` are scored."""
    known = [(one, *made) for one in examples if (made := outcome(one))]
    signs = np.array([made for _, made, _ in known])
    right = np.array([float(yes) for *_, yes in known])
    counts = np.array([counts_of_source(one.question.source) for one, *_ in known])
    return dict(zip(naming.LEARNED, fit_chances(signs, right, counts, penalty=_NAMING_PENALTY).tolist(), strict=True))


def when_figures(examples: Sequence[WhenExample], weights: Weights) -> dict[str, dict[str, float]]:
    """Return by source and part how often the first date is right, how often it is named, and then rightly."""
    figures: dict[str, dict[str, float]] = {}
    row = np.array([weights[name] for name in naming.LEARNED])
    for source in dict.fromkeys(each.question.source for each in examples):
        for part in PARTS:
            of = [each for each in examples if (each.question.source, each.question.part) == (source, part)]
            made = [told for each in of if (told := outcome(each))]
            if made:
                chances = chances_of(np.array([signs for signs, _ in made]), row)
                figures[f"{source}: {part}"] = _figures(chances, np.array([yes for _, yes in made]), len(of))
    return figures


def _figures(chances: Floats, right: NDArray[np.bool_], questions: int) -> dict[str, float]:
    named = chances >= NAMED_FROM
    found = {
        "times asked": float(questions),
        "first date right": float(right.sum()) / questions,
        "date named": float(named.sum()) / questions,
    }
    if named.any():
        found["of these right"] = float(right[named].mean())
    return {name: round(value, 4) for name, value in found.items()}
