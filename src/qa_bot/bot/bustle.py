"""What is being worked on at this moment, so that what can wait lets it go first."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_GAP_S = 0.003


class Bustle:
    """Counts the work under way; what waits for its turn, or for Telegram's limits, is not under way."""

    def __init__(self) -> None:
        self._under_way = 0
        self._calm = asyncio.Event()
        self._calm.set()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Count as work what is done within."""
        self._under_way += 1
        self._calm.clear()
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._calm.set()

    async def calm(self, most_s: float) -> None:
        """Return as soon as nothing is under way and nothing new begins, after `most_s` at the latest."""
        with suppress(TimeoutError):
            async with asyncio.timeout(most_s):
                # What was handed out right now has to begin first.
                await asyncio.sleep(0)
                while self._under_way:
                    await self._calm.wait()
                    # A letter is sent right after the work that led to it.
                    await asyncio.sleep(_GAP_S)
