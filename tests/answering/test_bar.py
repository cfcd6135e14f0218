"""The confidence from which an answer is shown."""

from itertools import pairwise

from qa_bot.answering.bar import FEWEST, LEARNED, MOST, bar_for
from qa_bot.answering.confidence import BAR
from qa_bot.index.learned import learned


def test_without_a_promise_the_bar_is_the_usual_one() -> None:
    assert bar_for(None) == BAR


def test_a_greater_promise_has_a_higher_bar_and_the_package_knows_them_all() -> None:
    bars = [bar_for(number) for number in range(FEWEST, MOST + 1)]
    assert all(lower <= higher for lower, higher in pairwise(bars))
    assert 0 <= bars[0] < bars[-1] <= 1
    assert tuple(bars) == learned().of("bars", LEARNED)
