"""Bars that keep "at most one wrong in N shown"."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.answering.bar import LEARNED
from qa_bot.evaluation.fit_bars import fit_bars

# Of 100 answers with confidence 0.01 to 1 every other below 0.5 is wrong, every tenth below 0.8, and none above.
CONFIDENCE = np.arange(1, 101) / 100
RIGHT = np.array([float(at % 2 == 0 if at < 50 else at % 10 != 0 if at < 80 else True) for at in range(1, 101)])
ONCE = np.ones(100)


def test_a_bar_keeps_its_promise_and_the_one_below_does_not() -> None:
    bars = fit_bars(CONFIDENCE, RIGHT, ONCE)
    assert (bars["2"], bars["4"], bars["10"], bars["20"]) == (0.0, 0.12, 0.46, 0.51)
    for number, bar in bars.items():
        shown = RIGHT[bar <= CONFIDENCE]
        assert (1 - shown).mean() <= 1 / int(number) + 1e-9
        below = RIGHT[round(bar - 0.01, 2) <= CONFIDENCE]
        assert bar == 0 or (1 - below).mean() > 1 / int(number) + 1e-9


def test_what_counts_more_moves_the_bar() -> None:
    counts = np.where(RIGHT > 0, 3.0, 1.0)
    assert fit_bars(CONFIDENCE, RIGHT, counts)["4"] < fit_bars(CONFIDENCE, RIGHT, ONCE)["4"]


def test_where_nothing_keeps_the_promise_nothing_is_shown() -> None:
    assert set(fit_bars(CONFIDENCE, 0 * RIGHT, ONCE).values()) == {1.0}


def test_a_few_answers_at_the_top_promise_nothing() -> None:
    one_right = np.array([0.0] * 99 + [1.0])
    assert fit_bars(CONFIDENCE, one_right, ONCE)["2"] == 1.0


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60))
def test_a_greater_promise_never_has_a_lower_bar(told: list[tuple[float, bool]]) -> None:
    confidence, right = np.array([each for each, _ in told]), np.array([float(yes) for _, yes in told])
    bars = fit_bars(confidence, right, np.ones(len(told)))
    assert tuple(bars) == LEARNED
    assert list(bars.values()) == sorted(bars.values())
