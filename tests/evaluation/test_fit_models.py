"""Weights that make judged answers likely."""

import numpy as np
import pytest

from qa_bot.evaluation.fit_models import Choice, fit_chances, fit_choices

NO, YES = False, True


def choice(values: list[list[float]], right: list[bool], counts: float = 1.0) -> Choice:
    return Choice(np.array(values), np.array(right), counts)


def test_what_right_choices_share_weighs_and_what_they_do_not_is_nothing() -> None:
    choices = [choice([[1, 0], [0, 0], [0, 1]], [YES, NO, NO]), choice([[1, 1], [0, 1]], [YES, NO])]
    telling, other = fit_choices(choices, penalty=0.01)
    assert telling > 1
    assert other < 0


def test_two_equally_likely_choices_weigh_as_often_as_they_are_right() -> None:
    """Three of four: the odds are three, the weight is their logarithm."""
    choices = [choice([[1], [0]], [YES, NO])] * 3 + [choice([[1], [0]], [NO, YES])]
    (weight,) = fit_choices(choices, penalty=0.0)
    assert weight == pytest.approx(np.log(3), abs=1e-4)


def test_a_choice_counts_as_often_as_it_says() -> None:
    choices = [choice([[1], [0]], [YES, NO], counts=3.0), choice([[1], [0]], [NO, YES])]
    (weight,) = fit_choices(choices, penalty=0.0)
    assert weight == pytest.approx(np.log(3), abs=1e-4)


def test_several_right_ones_are_as_good_as_one() -> None:
    alone = fit_choices([choice([[2.0], [1.0], [0.0]], [YES, YES, NO])], penalty=0.1)
    assert alone[0] > 0


def test_where_nothing_or_everything_is_right_nothing_is_learned() -> None:
    telling = choice([[1, 0], [0, 0]], [YES, NO])
    silent = [choice([[0, 5], [0, 0]], [NO, NO]), choice([[0, 5], [0, 0]], [YES, YES])]
    assert fit_choices([telling, *silent], penalty=0.01) == pytest.approx(fit_choices([telling], penalty=0.01))


def test_weights_may_be_held_above_zero() -> None:
    choices = [choice([[0], [1]], [YES, NO])]
    assert fit_choices(choices, penalty=0.01)[0] < 0
    assert fit_choices(choices, penalty=0.01, positive=True)[0] == 0


def test_chances_are_those_seen() -> None:
    """Of four without the sign one is right, of four with it three: the odds are a third, and nine times that."""
    values = np.array([[0.0]] * 4 + [[1.0]] * 4)
    right = np.array([1.0, 0, 0, 0, 1, 1, 1, 0])
    bias, weight = fit_chances(values, right, np.ones(8), penalty=0.0)
    assert (bias, weight) == pytest.approx((np.log(1 / 3), np.log(9)), abs=1e-3)


def test_units_do_not_matter_to_chances() -> None:
    values, right = np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([0.0, 1, 0, 1])
    _, plain = fit_chances(values, right, np.ones(4), penalty=0.1)
    _, scaled = fit_chances(values * 100, right, np.ones(4), penalty=0.1)
    assert scaled * 100 == pytest.approx(plain, rel=1e-3)


def test_a_value_that_never_changes_weighs_nothing_and_breaks_nothing() -> None:
    values = np.array([[1.0, 7.0], [0.0, 7.0], [1.0, 7.0], [0.0, 7.0]])
    weights = fit_chances(values, np.array([1.0, 0, 1, 0]), np.ones(4), penalty=0.1)
    assert np.isfinite(weights).all()


def test_fitting_twice_gives_the_same_numbers() -> None:
    chance = np.random.default_rng(1)
    choices = [Choice(chance.random((5, 3)), np.arange(5) == 0, 1.0) for _ in range(20)]
    assert fit_choices(choices, penalty=0.01).tolist() == fit_choices(choices, penalty=0.01).tolist()
