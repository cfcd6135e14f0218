"""The work on one update: handled, written down with all that it led to, and only then are its letters sent."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from structlog.contextvars import bound_contextvars

from qa_bot.bot.bustle import Bustle
from qa_bot.bot.inbox import Task
from qa_bot.bot.journal import Journal
from qa_bot.bot.patience import Sleep, patiently
from qa_bot.bot.turn import Turn
from qa_bot.errors import UnavailableError
from qa_bot.store.letters import Unsent

MOST_TRIES = 5
_FIRST_PAUSE_S = 0.1
# Handling is computing: more at once would only mean more that are begun and not done.
_HANDS = 8

Handle = Callable[[Task], Awaitable[Turn]]
"""Does what an update asks for; what goes wrong is the turn's fault."""
Apologise = Callable[[Task, Exception | None], Awaitable[Turn]]
"""Tells whoever asked that it can't be done; the fault is None where the program itself died of the update."""

_LOG = logging.getLogger(__name__)


class Worker:
    """Works on updates, each once, whatever happens in between; one that fails five times is set aside."""

    def __init__(
        self,
        journal: Journal,
        handle: Handle,
        apologise: Apologise,
        deliver: Callable[[Sequence[Unsent]], Awaitable[None]],
        *,
        ready: asyncio.Event | None = None,
        sleep: Sleep = asyncio.sleep,
        bustle: Bustle | None = None,
    ) -> None:
        """Make a worker that begins when `ready` is set, at once where there is none, and counts its work in `bustle`.

        What is begun should end within moments: an update that the program ends in five times is taken for the reason.
        """
        self._journal = journal
        self._handle = handle
        self._apologise = apologise
        self._deliver = deliver
        self._ready = ready
        self._sleep = sleep
        self._bustle = bustle or Bustle()
        self._hands = asyncio.Semaphore(_HANDS)
        self._suspects = asyncio.Lock()

    async def work_on(self, task: Task) -> None:
        """Do what an update asks for, and send what it led to; all that is logged meanwhile names the update."""
        with bound_contextvars(update=task.update.update_id):
            if task.tries:
                # The program ended within it. Of such one at a time: should it end again, it was this one.
                async with self._suspects:
                    letters = await self._done(task)
            else:
                letters = await self._done(task)
            await self._deliver(letters)

    async def _done(self, task: Task) -> list[Unsent]:
        """Return the letters that the update led to, once all of it is written down."""
        fault: Exception | None = None
        for tries in range(task.tries, MOST_TRIES):
            if fault is not None:
                _LOG.warning("Update %s failed (%s); trying again", task.update.update_id, type(fault).__name__)
                await self._sleep(_FIRST_PAUSE_S * 2.0**tries)
            outcome = await patiently(partial(self._tried, task, tries + 1), self._sleep)
            if not isinstance(outcome, Exception):
                return outcome
            fault = outcome
        return await self._set_aside(task, fault)

    async def _tried(self, task: Task, tries: int) -> list[Unsent] | Exception:
        """Return the letters that the update led to, or what went wrong.

        Raises:
            UnavailableError: the store, or what else is needed, can't be used now: that is no fault of the update.
        """
        if self._ready is not None:
            await self._ready.wait()
        async with self._hands:
            with self._bustle.at_work():
                if not await self._journal.begin(task.update.update_id, tries=tries):
                    return []
                turn = await self._handle(task)
                if turn.fault is None:
                    return await self._journal.finish(task.update.update_id, turn)
        if isinstance(turn.fault, UnavailableError):
            raise turn.fault
        return turn.fault

    async def _set_aside(self, task: Task, fault: Exception | None) -> list[Unsent]:
        update_id = task.update.update_id
        _LOG.error("Update %s failed %d times and is set aside", update_id, MOST_TRIES, exc_info=fault)
        turn = await patiently(partial(self._apologise, task, fault), self._sleep)
        return await patiently(lambda: self._journal.set_aside(update_id, turn), self._sleep)
