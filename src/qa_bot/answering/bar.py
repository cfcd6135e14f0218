"""The confidence from which an answer is shown: the usual one, or one that keeps what the operator promises."""

from qa_bot.answering.confidence import BAR
from qa_bot.index.learned import learned

FEWEST, MOST = 2, 20
LEARNED = tuple(str(number) for number in range(FEWEST, MOST + 1))


def bar_for(one_wrong_in: int | None) -> float:
    """Return the bar above which at most one in so many answers shown was wrong, over the questions learned from.

    None is no promise: the usual bar. `one_wrong_in` is from `FEWEST` to `MOST`; the more, the higher the bar. At 1
    nothing is ever shown: nothing that was learned from keeps the promise.

    Raises:
        SetupError: what was learned can't be read, or has no such bars.
    """
    if one_wrong_in is None:
        return BAR
    return learned().of("bars", LEARNED)[one_wrong_in - FEWEST]
