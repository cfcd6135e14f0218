"""Flood control: how close the bot comes to Telegram's rough limits on sending."""

import math
from collections import defaultdict, deque
from dataclasses import dataclass

from .limits import MESSAGES_A_MINUTE_IN_A_GROUP, MESSAGES_A_SECOND, MESSAGES_A_SECOND_IN_A_CHAT
from .refusals import RefusedError, too_many_requests

SECOND, MINUTE = 1.0, 60.0
# Telegram tolerates short bursts in one chat; the limit holds as a mean over these seconds.
BURST_S = 3.0


@dataclass(frozen=True, slots=True)
class Breach:
    """A message over a limit: `count` in `window_s` seconds, where `limit` are allowed; chat None is all together."""

    chat_id: int | None
    count: int
    limit: int
    window_s: float


class FloodMeter:
    """Counts the messages sent; breaches are statistics, and refusals only where `enforced`."""

    def __init__(self) -> None:
        self.enforced = False
        self.breaches: list[Breach] = []
        self.busiest_second = 0
        self._times: defaultdict[int | None, deque[float]] = defaultdict(deque)

    def count(self, chat_id: int, *, is_group: bool, now: float) -> None:
        """Count a message to `chat_id` at `now`, seconds of a monotonic clock.

        Raises:
            RefusedError: it is one too many, and the limits are enforced; then it doesn't count.
        """
        rules = [
            (None, MESSAGES_A_SECOND, SECOND),
            (chat_id, int(MESSAGES_A_SECOND_IN_A_CHAT * BURST_S), BURST_S),
        ]
        if is_group:
            rules.append((chat_id, MESSAGES_A_MINUTE_IN_A_GROUP, MINUTE))
        refusal = next((found for rule in rules if (found := self._check(*rule, now))), None)
        if refusal is not None and self.enforced:
            raise refusal
        for key in (None, chat_id):
            self._times[key].append(now)
        self.busiest_second = max(self.busiest_second, self._within(None, SECOND, now))

    def _check(self, key: int | None, limit: int, window_s: float, now: float) -> RefusedError | None:
        count = self._within(key, window_s, now) + 1
        if count <= limit:
            return None
        self.breaches.append(Breach(key, count, limit, window_s))
        oldest = self._times[key][-limit]
        return too_many_requests(max(1, math.ceil(oldest + window_s - now)))

    def _within(self, key: int | None, window_s: float, now: float) -> int:
        times = self._times[key]
        while times and times[0] <= now - MINUTE:
            times.popleft()
        return sum(time > now - window_s for time in times)
