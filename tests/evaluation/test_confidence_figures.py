import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.evaluation.confidence_figures import Bin, auc, expected_calibration_error, reliability, share_answered

ONES = np.ones(4)
pairs = st.lists(st.tuples(st.sampled_from([0.0, 0.2, 0.5, 0.7, 1.0]), st.booleans()), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("right", "precision", "share"),
    [
        ([1, 1, 1, 1], 0.95, 1.0),
        ([1, 1, 0, 1], 0.95, 0.5),
        ([1, 1, 0, 1], 0.75, 1.0),
        ([0, 1, 1, 1], 0.75, 1.0),
        ([0, 1, 1, 1], 0.95, 0.0),
    ],
)
def test_the_lowest_bar_that_keeps_the_precision_counts(right: list[float], precision: float, share: float) -> None:
    confidence = np.array([0.9, 0.8, 0.7, 0.6])
    assert share_answered(confidence, np.array(right, float), ONES, precision) == share


def test_questions_of_one_confidence_go_through_together() -> None:
    assert share_answered(np.array([0.9, 0.9, 0.5, 0.4]), np.array([1.0, 0.0, 1.0, 1.0]), ONES) == 0.0


def test_nineteen_of_twenty_is_95_percent() -> None:
    right = np.ones(20)
    right[7] = 0.0
    assert share_answered(np.full(20, 0.5), right, np.ones(20)) == 1.0


def test_a_question_counts_as_often_as_it_was_drawn() -> None:
    confidence, right = np.array([0.9, 0.8, 0.7, 0.6]), np.array([1.0, 0.0, 1.0, 1.0])
    assert share_answered(confidence, right, np.array([1.0, 0.0, 2.0, 1.0])) == 1.0
    assert share_answered(confidence, right, np.array([0.0, 1.0, 2.0, 1.0])) == 0.0


@given(pairs)
def test_no_bar_lets_more_through(asked: list[tuple[float, bool]]) -> None:
    confidence = np.array([each[0] for each in asked])
    right = np.array([each[1] for each in asked], float)
    shares = [float(through.mean()) for bar in confidence if right[through := confidence >= bar].mean() >= 0.8 - 1e-9]
    assert share_answered(confidence, right, np.ones(len(asked)), 0.8) == pytest.approx(max(shares, default=0.0))


def test_auc_counts_pairs_in_order_and_ties_half() -> None:
    confidence, positive = np.array([0.9, 0.5, 0.5, 0.1]), np.array([1.0, 1.0, 0.0, 0.0])
    assert auc(confidence, positive) == pytest.approx(3.5 / 4)
    assert math.isnan(auc(confidence, np.ones(4)))


def test_reliability_compares_what_is_said_with_what_is_true() -> None:
    bins = reliability(np.array([0.05, 0.95, 0.95, 1.0]), np.array([0.0, 1.0, 0.0, 1.0]))
    assert [each.questions for each in bins] == [1, 0, 0, 0, 0, 0, 0, 0, 0, 3]
    assert bins[0] == Bin(0.0, 0.1, 1, 0.05, 0.0)
    assert (bins[9].confidence, bins[9].right) == pytest.approx((2.9 / 3, 2 / 3))
    assert math.isnan(bins[4].right)
    assert expected_calibration_error(bins) == pytest.approx((0.05 + 3 * (2.9 / 3 - 2 / 3)) / 4)
