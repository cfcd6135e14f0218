import numpy as np
import pytest

from qa_bot.answering.confidence import BAR
from qa_bot.evaluation.baselines import LUCENE
from qa_bot.evaluation.estimate import Resamples
from qa_bot.evaluation.figures import RIGHT_AT_BAR, SHOWN, SURE, SetFigures, figures_of
from qa_bot.evaluation.measures import ANSWER_MEASURES, PASSAGE_MEASURES
from qa_bot.evaluation.plan import CLEAN, QA_BOT, Plan, Results, Run, SetResult

ABOVE, BELOW = BAR + 0.1, BAR - 0.1


def run(right: list[float], confidence: list[float]) -> Run:
    return Run(dict.fromkeys((*PASSAGE_MEASURES, *ANSWER_MEASURES), np.array(right)), np.array(confidence))


def result(name: str, own: list[float], baseline: list[float], confidence: list[float]) -> SetResult:
    runs = {(CLEAN, QA_BOT): run(own, confidence), (CLEAN, LUCENE): run(baseline, [0.0] * len(own))}
    articles = [str(at) for at in range(len(own))]
    return SetResult(name, 9, len(own), len(own), Resamples(articles, seed=1), runs)


ONE = result("one", [1.0, 1.0, 0.0, 1.0], [1.0, 0.0, 0.0, 0.0], [ABOVE, ABOVE, ABOVE, BELOW])
OTHER = result("other", [0.0, 1.0], [0.0, 0.0], [BELOW, ABOVE])


def value(figures: SetFigures, measure: str) -> float:
    return figures.figures[CLEAN, QA_BOT, measure].value


def test_a_set_has_the_means_of_its_questions() -> None:
    (one,) = figures_of(Results(Plan(), [ONE]))
    assert value(one, "Success@1") == 0.75
    assert value(one, SHOWN) == 0.75
    assert value(one, RIGHT_AT_BAR["first sentence"]) == pytest.approx(2 / 3)
    assert value(one, SURE["first sentence"]) == 0.0
    assert one.difference(CLEAN, LUCENE, "MRR@10").value == 0.5


def test_baselines_are_measured_by_their_paragraphs_alone() -> None:
    (one,) = figures_of(Results(Plan(), [ONE]))
    assert [measure for _, system, measure in one.figures if system == LUCENE] == list(PASSAGE_MEASURES)


def test_the_mean_counts_every_set_alike() -> None:
    _, _, mean = figures_of(Results(Plan(), [ONE, OTHER]))
    assert (mean.name, mean.of["questions"]) == ("mean of 2 sets", 6)
    assert value(mean, "Success@1") == (0.75 + 0.5) / 2
    assert value(mean, SURE["within three"]) == (0.0 + 0.5) / 2
    assert mean.difference(CLEAN, LUCENE, "nDCG@10").value == (0.5 + 0.5) / 2
