"""How a running bot is, as /readyz tells it, and the door where its operators ask."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

from qa_bot.errors import QaBotError
from qa_bot.store.database import Database
from qa_bot.store.migrate import version_of
from qa_bot.web.operations import Look, build_operations
from qa_bot.web.server import bind, serve

# A poll is answered within half a minute, be there updates or not.
_SILENCE_S = 90.0
_SETTING = "QA_BOT_METRICS_LISTEN"


class Health:
    """What /readyz looks at: the texts, the store, and Telegram while the bot polls."""

    def __init__(self, database: Database, ready: asyncio.Event, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._ready = ready
        self._clock = clock
        self._polled_s: float | None = None

    def polled(self) -> None:
        """Note that Telegram has just answered a poll."""
        self._polled_s = self._clock()

    def looks(self, *, polls: bool) -> dict[str, Look]:
        """Return what there is to look at; Telegram only where the bot `polls`."""
        looks: dict[str, Look] = {"texts": self._texts, "store": self._store}
        return looks | ({"telegram": self._telegram} if polls else {})

    async def _texts(self) -> str:
        return "" if self._ready.is_set() else "not ready yet"

    async def _store(self) -> str:
        try:
            async with self._database.read() as connection:
                await version_of(connection)
        except QaBotError:
            # Where it is, and what is wrong, stands in the log: this door may be open to others.
            return "can't be used"
        return ""

    async def _telegram(self) -> str:
        if self._polled_s is None:
            return "no answer yet"
        silent_s = self._clock() - self._polled_s
        return f"no answer for {silent_s:.0f} s" if silent_s > _SILENCE_S else ""


@asynccontextmanager
async def operators_door(
    listen: str | None, looks: Mapping[str, Look], page: Callable[[], bytes]
) -> AsyncIterator[None]:
    """Serve health and metrics on `listen` until the end; nothing where it is None.

    Raises:
        SetupError: the address can't be had.
    """
    if listen is None:
        yield
        return
    stop = asyncio.Event()
    serving = asyncio.create_task(serve(build_operations(looks, page), bind(listen, _SETTING), stop))
    try:
        yield
    finally:
        stop.set()
        await serving
