"""How much may come in of one user or one chat: so much at once, and so much a minute in the long run."""

from collections.abc import Callable, Hashable

from qa_bot.bot.recent import Recent

_MOST_KNOWN = 10_000
_MINUTE_S = 60.0


class Cooldown:
    """A bucket for each key that holds `a_minute` turns and fills up within a minute; at 0 there is no limit.

    >>> clock = iter([0.0, 0.0, 0.0, 30.0])
    >>> cooldown = Cooldown(2, clock=lambda: next(clock))
    >>> [cooldown.takes("سعيد") for _ in range(4)]
    [True, True, False, True]
    """

    def __init__(self, a_minute: int, *, clock: Callable[[], float]) -> None:
        self._a_minute = a_minute
        self._clock = clock
        # How many turns were left, and when.
        self._buckets: Recent[Hashable, tuple[float, float]] = Recent(_MOST_KNOWN)

    def takes(self, key: Hashable) -> bool:
        """Take a turn and return True; return False where none is left."""
        if not self._a_minute:
            return True
        now_s = self._clock()
        left, at_s = self._buckets.get(key) or (float(self._a_minute), now_s)
        left = min(self._a_minute, left + (now_s - at_s) * self._a_minute / _MINUTE_S)
        self._buckets.put(key, (max(left - 1, 0.0) if left >= 1 else left, now_s))
        return left >= 1
