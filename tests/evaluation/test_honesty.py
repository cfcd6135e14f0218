import math

import numpy as np
import pytest

from qa_bot.answering.bar import bar_for
from qa_bot.evaluation.estimate import Resamples
from qa_bot.evaluation.honesty import Promise, honesty_of, promise_of
from qa_bot.evaluation.plan import CLEAN, QA_BOT, Plan, Results, Run, SetResult, Unanswerable


def result(name: str, confidence: list[float], right: list[float]) -> SetResult:
    values = dict.fromkeys(("first sentence", "within three", "its paragraph"), np.array(right))
    run = Run(values, np.array(confidence))
    articles = [str(at) for at in range(len(right))]
    return SetResult(name, 9, len(right), len(right), Resamples(articles, seed=1), {(CLEAN, QA_BOT): run})


SURE = result("sure", [0.95, 0.85], [1.0, 1.0])
UNSURE = result("unsure", [0.15, 0.05], [1.0, 0.0])


def test_questions_without_an_answer_are_compared_with_those_of_their_own_set() -> None:
    silent = np.array([0.9, 0.0])
    asked = [Unanswerable("everyday", "", silent), Unanswerable("unsure elsewhere", "unsure", silent)]
    everyday, elsewhere = honesty_of(Results(Plan(), [SURE, UNSURE], asked)).refusals
    assert (everyday.questions, everyday.answered, everyday.auc) == (2, 1, 5 / 8)
    assert (elsewhere.questions, elsewhere.answered, elsewhere.auc) == (2, 1, 0.5)


def test_questions_without_an_answer_are_never_right() -> None:
    told = honesty_of(Results(Plan(), [SURE], [Unanswerable("everyday", "", np.array([0.95, 0.05]))]))
    last = told.bins["within three"][9]
    assert (last.questions, last.right) == (2, 0.5)
    assert told.overall.auc["first sentence"] == pytest.approx(2.5 / 4)


def test_a_promise_tells_what_its_bar_shows_and_what_of_that_is_wrong() -> None:
    run = Run({"first sentence": np.array([1.0, 0.0, 1.0, 1.0])}, np.array([0.9, 0.5, 0.4, 0.1]))
    assert promise_of(3, 0.4, run) == Promise(3, 0.4, 0.75, pytest.approx(1 / 3))
    assert math.isnan(promise_of(20, 0.95, run).wrong)


def test_promises_are_told_of_all_questions_asked() -> None:
    told = honesty_of(Results(Plan(), [SURE], [Unanswerable("everyday", "", np.array([0.95, 0.05]))])).promises
    assert [(each.one_wrong_in, each.bar) for each in told] == [(n, bar_for(n)) for n in (2, 3, 5, 10, 20)]
    assert [each.shown for each in told] == [
        sum(sure >= each.bar for sure in (0.95, 0.85, 0.95, 0.05)) / 4 for each in told
    ]


def test_a_set_is_judged_by_itself() -> None:
    told = honesty_of(Results(Plan(), [SURE, UNSURE]))
    assert [each.name for each in told.calibrations] == ["sure", "unsure"]
    assert math.isnan(told.calibrations[0].auc["first sentence"])
    assert told.calibrations[1].auc["its paragraph"] == 1.0
    assert told.calibrations[0].error["first sentence"] == pytest.approx(0.1)
    assert told.calibrations[1].error["first sentence"] == pytest.approx((0.85 + 0.05) / 2)
