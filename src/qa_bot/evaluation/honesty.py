"""Whether the confidence keeps its word: questions without an answer, and how often a confidence is right."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from qa_bot.answering.bar import bar_for
from qa_bot.answering.confidence import BAR
from qa_bot.evaluation.confidence_figures import Bin, auc, expected_calibration_error, reliability
from qa_bot.evaluation.estimate import Floats
from qa_bot.evaluation.measures import ANSWER_MEASURES, SENTENCE
from qa_bot.evaluation.plan import CLEAN, QA_BOT, Results, Run, Unanswerable

PROMISED = (2, 3, 5, 10, 20)


@dataclass(frozen=True, slots=True)
class Calibration:
    """How well the confidence tells right from wrong, and how far it is from the truth, by what is called right."""

    name: str
    auc: Mapping[str, float]
    error: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Refusals:
    """Questions without an answer in the texts asked: how many were answered all the same.

    `auc` tells how likely a question that has an answer, one of the same set, is given more confidence.
    """

    name: str
    questions: int
    answered: int
    auc: float


@dataclass(frozen=True, slots=True)
class Promise:
    """What "at most one wrong in `one_wrong_in` shown" comes to: its bar, what it shows of all, what of that is wrong.

    `wrong` is NaN where nothing is shown.
    """

    one_wrong_in: int
    bar: float
    shown: float
    wrong: float


@dataclass(frozen=True, slots=True)
class Honesty:
    """All about the confidence in questions as they were asked, without typing mistakes.

    `bins` are by what is called right, over all questions, those without an answer among them: never right.
    `overall` and `promises` are of all these questions.
    """

    calibrations: tuple[Calibration, ...]
    refusals: tuple[Refusals, ...]
    bins: Mapping[str, tuple[Bin, ...]]
    overall: Calibration
    promises: tuple[Promise, ...]


def honesty_of(results: Results) -> Honesty:
    """Return what the confidences were worth."""
    runs = {each.name: each.runs[CLEAN, QA_BOT] for each in results.sets}
    everything = _together(list(runs.values()), results.unanswerable)
    return Honesty(
        calibrations=tuple(_calibration(name, run) for name, run in runs.items()),
        refusals=tuple(_refusals(each, runs) for each in results.unanswerable),
        bins={right: tuple(reliability(everything.confidence, everything.values[right])) for right in ANSWER_MEASURES},
        overall=_calibration("all questions asked", everything),
        promises=tuple(promise_of(number, bar_for(number), everything) for number in PROMISED),
    )


def promise_of(one_wrong_in: int, bar: float, run: Run) -> Promise:
    """Return how far a bar keeps its promise in the first sentences of `run`."""
    shown = run.confidence >= bar
    wrong = float(1 - run.values[SENTENCE][shown].mean()) if shown.any() else float("nan")
    return Promise(one_wrong_in, bar, float(shown.mean()), wrong)


def _together(runs: list[Run], unanswerable: list[Unanswerable]) -> Run:
    silent = [each.confidence for each in unanswerable]
    never = [np.zeros(len(each)) for each in silent]
    values = {right: np.concatenate([*(run.values[right] for run in runs), *never]) for right in ANSWER_MEASURES}
    return Run(values, np.concatenate([*(run.confidence for run in runs), *silent]))


def _calibration(name: str, run: Run) -> Calibration:
    said = run.confidence
    return Calibration(
        name,
        auc={right: auc(said, run.values[right]) for right in ANSWER_MEASURES},
        error={right: expected_calibration_error(reliability(said, run.values[right])) for right in ANSWER_MEASURES},
    )


def _refusals(asked: Unanswerable, runs: Mapping[str, Run]) -> Refusals:
    of_set = [run.confidence for name, run in runs.items() if asked.of_set in ("", name)]
    return Refusals(
        asked.name,
        questions=len(asked.confidence),
        answered=int((asked.confidence >= BAR).sum()),
        auc=_separation(np.concatenate(of_set), asked.confidence),
    )


def _separation(answerable: Floats, silent: Floats) -> float:
    answered = np.concatenate([np.ones(len(answerable)), np.zeros(len(silent))])
    return auc(np.concatenate([answerable, silent]), answered)
