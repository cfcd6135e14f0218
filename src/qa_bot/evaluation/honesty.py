"""Whether the confidence keeps its word: questions without an answer, and how often a confidence is right."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qa_bot.answering.confidence import BAR
from qa_bot.evaluation.confidence_figures import Bin, auc, expected_calibration_error, reliability
from qa_bot.evaluation.measures import PASSAGE, SENTENCE
from qa_bot.evaluation.plan import CLEAN, QA_BOT, Results, Run


@dataclass(frozen=True, slots=True)
class Calibration:
    """How well the confidence of a set's answers tells right from wrong; right is the sentence, or its paragraph."""

    name: str
    auc_sentence: float
    auc_passage: float
    error_sentence: float
    error_passage: float


@dataclass(frozen=True, slots=True)
class Refusals:
    """Questions without an answer in the texts asked: how many were answered all the same.

    `auc` tells how likely a question that has an answer is given more confidence than one of these.
    """

    name: str
    questions: int
    answered: int
    auc: float


@dataclass(frozen=True, slots=True)
class Honesty:
    """All about the confidence; `bins` are over all questions asked, those without an answer never right."""

    calibrations: tuple[Calibration, ...]
    refusals: tuple[Refusals, ...]
    bins: tuple[Bin, ...]
    error: float


def honesty_of(results: Results) -> Honesty:
    """Return what the confidences of all questions, as asked, were worth."""
    runs = {each.name: each.runs[CLEAN, QA_BOT] for each in results.sets}
    answerable = np.concatenate([run.confidence for run in runs.values()])
    silent = np.concatenate([np.zeros(0), *(each.confidence for each in results.unanswerable)])
    right = np.concatenate([*(run.values[SENTENCE] for run in runs.values()), np.zeros(len(silent))])
    bins = reliability(np.concatenate([answerable, silent]), right)
    return Honesty(
        calibrations=tuple(_calibration(name, run) for name, run in runs.items()),
        refusals=tuple(
            Refusals(
                each.name,
                questions=len(each.confidence),
                answered=int((each.confidence >= BAR).sum()),
                auc=_separation(answerable, each.confidence),
            )
            for each in results.unanswerable
        ),
        bins=tuple(bins),
        error=expected_calibration_error(bins),
    )


def _calibration(name: str, run: Run) -> Calibration:
    sentence, passage = run.values[SENTENCE], run.values[PASSAGE]
    return Calibration(
        name,
        auc_sentence=auc(run.confidence, sentence),
        auc_passage=auc(run.confidence, passage),
        error_sentence=expected_calibration_error(reliability(run.confidence, sentence)),
        error_passage=expected_calibration_error(reliability(run.confidence, passage)),
    )


def _separation(answerable: Sequence[float] | np.ndarray, silent: np.ndarray) -> float:
    confidence = np.concatenate([answerable, silent])
    return auc(confidence, np.concatenate([np.ones(len(answerable)), np.zeros(len(silent))]))
