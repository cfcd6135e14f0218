"""Where updates enter: one at a time within a chat, chats side by side.

Whatever takes updates in, polling or the webhook, hands them to `Inbox.accept`: once it returns, the update
counts as received. It is kept in memory and in order until it is done.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping

from telegram import Update

from qa_bot.bot.recent import Recent
from qa_bot.errors import UnavailableError

_ROOM = 2_000
# A lively group may send this much at once; one chat alone can't fill the room.
LONGEST_LINE = 500
_REMEMBERED = 10_000
_Key = tuple[str, int]

_LOG = logging.getLogger(__name__)


class Inbox:
    """Updates between their arrival and the end of the work on them."""

    def __init__(
        self,
        read: Callable[[Mapping[str, object]], Update],
        work: Callable[[Update], Awaitable[None]],
        *,
        is_wanted: Callable[[Update], bool] = lambda _: True,
        warn: Callable[[Update], Awaitable[None]] | None = None,
        longest_line: int = LONGEST_LINE,
    ) -> None:
        """Make an inbox in which `read` understands updates and `work` does what each asks for.

        Those that aren't `is_wanted` ask for nothing and are left out. `warn` tells a chat, by its first update
        that is left out, that too many wait: of one chat at most `longest_line` do.
        """
        self._read = read
        self._work = work
        self._is_wanted = is_wanted
        self._warn = warn
        self._longest_line = longest_line
        self._warnings: dict[_Key, asyncio.Task[None]] = {}
        self._waiting: dict[_Key, deque[Update]] = {}
        self._workers: dict[_Key, asyncio.Task[None]] = {}
        self._unfinished: set[int] = set()
        self._seen: Recent[int, bool] = Recent(_REMEMBERED)
        self._finished_one = asyncio.Event()

    async def accept(self, raw: Mapping[str, object]) -> None:
        """Take an update in, as decoded from Telegram's JSON; the same one a second time is left out.

        One that can't be read is logged and left out: it would come back for ever. So is one of a chat of which
        too many wait already: the chat is warned once, and may go on when its line is done.

        Raises:
            UnavailableError: the inbox is full; Telegram keeps the update and sends it again.
        """
        update = self._understood(raw)
        if update is None or self._seen.get(update.update_id):
            return
        if len(self._unfinished) >= _ROOM:
            raise UnavailableError("The inbox is full", retry_after_s=1.0)
        self._seen.put(update.update_id, value=True)
        self._line_up(update)

    async def room(self) -> None:
        """Return as soon as a hundred updates, as many as one fetch brings, have room."""
        while len(self._unfinished) > _ROOM - 100:
            self._finished_one.clear()
            await self._finished_one.wait()

    async def drain(self, timeout_s: float) -> frozenset[int]:
        """Return the ids that are unfinished after `timeout_s`; work on them is given up then."""
        workers = [*self._workers.values(), *self._warnings.values()]
        if workers:
            await asyncio.wait(workers, timeout=timeout_s)
        unfinished = frozenset(self._unfinished)
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        return unfinished

    def _understood(self, raw: Mapping[str, object]) -> Update | None:
        """Return the update, None where it can't be read or asks for nothing."""
        try:
            update = self._read(raw)
            return update if self._is_wanted(update) else None
        except Exception:  # noqa: BLE001 - whatever is wrong with one update, the others go on
            # The update itself stays out of the log: it may hold someone's words.
            _LOG.error("Update %s can't be read and is left out", raw.get("update_id"), exc_info=True)
            return None

    def _line_up(self, update: Update) -> None:
        chat = update.effective_chat
        # Updates outside chats don't wait for each other.
        key = ("chat", chat.id) if chat is not None else ("update", update.update_id)
        if len(self._waiting.get(key, ())) >= self._longest_line:
            self._leave_out(key, update)
            return
        self._unfinished.add(update.update_id)
        self._waiting.setdefault(key, deque()).append(update)
        if key not in self._workers:
            self._workers[key] = asyncio.create_task(self._work_through(key), name=" ".join(map(str, key)))

    def _leave_out(self, key: _Key, update: Update) -> None:
        """Leave an update out for which a chat's line is too long; the first time, warn the chat."""
        if key not in self._warnings and self._warn is not None:
            _LOG.warning("A chat sends more than can be answered: what comes now is left out")
            self._warnings[key] = asyncio.create_task(self._done(self._warn, update))

    async def _work_through(self, key: _Key) -> None:
        """Work on what waits under `key`, in order, until nothing is left."""
        waiting = self._waiting[key]
        try:
            while waiting:
                update = waiting.popleft()
                await self._done(self._work, update)
                self._unfinished.discard(update.update_id)
                self._finished_one.set()
        finally:
            del self._waiting[key], self._workers[key]
            self._warnings.pop(key, None)

    async def _done(self, work: Callable[[Update], Awaitable[None]], update: Update) -> None:
        try:
            await work(update)
        except Exception:  # noqa: BLE001 - whatever one update does, the others go on
            _LOG.exception("Update %s failed and is left out", update.update_id)
