"""Work that waits in lines: one thing at a time within a line, lines side by side."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

LineKey = tuple[str, int]
"""What a line is for, and the number of that: a chat, or an update that stands in none."""

Work = Callable[[], Coroutine[Any, Any, None]]
Then = Callable[[], None]

_LAST_SENDS_S, _CALLED_OFF_S = 1.5, 0.5

_LOG = logging.getLogger(__name__)


def _nothing() -> None:
    """Do nothing."""


class Lines:
    """Lines of work by their keys; `on_end` is told of each when it is done."""

    def __init__(self, on_end: Callable[[LineKey], None]) -> None:
        self._on_end = on_end
        self._waiting: dict[LineKey, deque[tuple[Work, Then]]] = {}
        self._workers: dict[LineKey, asyncio.Task[None]] = {}

    def length(self, key: LineKey) -> int:
        """Return how much waits in a line; what is being worked on doesn't wait."""
        return len(self._waiting.get(key, ()))

    def add(self, key: LineKey, work: Work, then: Then = _nothing) -> None:
        """Have `work` done when all that waits in its line is, and then call `then`, unless it is called off.

        A fault of it is logged, and the line goes on.
        """
        self._waiting.setdefault(key, deque()).append((work, then))
        if key not in self._workers:
            self._workers[key] = asyncio.create_task(self._work_through(key), name=" ".join(map(str, key)))

    async def finish(self, timeout_s: float) -> None:
        """Return when every line is done, or after so long."""
        if self._workers:
            await asyncio.wait(list(self._workers.values()), timeout=timeout_s)

    async def call_off(self) -> None:
        """Return when nothing is worked on any more; what takes longer to end than two seconds is left alone."""
        # A letter that is on its way is seen off: else nobody would know whether it arrived.
        for patience_s in (_LAST_SENDS_S, _CALLED_OFF_S):
            workers = list(self._workers.values())
            for worker in workers:
                worker.cancel()
            if workers:
                await asyncio.wait(workers, timeout=patience_s)

    async def _work_through(self, key: LineKey) -> None:
        waiting = self._waiting[key]
        try:
            while waiting:
                work, then = waiting.popleft()
                await _logged(work)
                then()
        finally:
            del self._waiting[key], self._workers[key]
            self._on_end(key)


async def _logged(work: Work) -> None:
    """Do the work; a fault is logged, and ends here: the others go on."""
    try:
        await work()
    except Exception:  # noqa: BLE001 - whatever one update does, the others go on
        _LOG.exception("Work on an update failed, and is left to the next start")
