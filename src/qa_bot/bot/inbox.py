"""Where updates enter: kept before they are acknowledged, then one at a time within a chat, chats side by side.

Whatever takes updates in, polling or the webhook, hands them to `Inbox.accept_all`: once it returns they are in the
store, and stay there until they are done, whatever happens to the program.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from telegram import Update

from qa_bot.bot.doorman import Doorman
from qa_bot.bot.journal import Journal
from qa_bot.bot.lines import LineKey, Lines
from qa_bot.bot.recent import Recent
from qa_bot.bot.turn import Turn
from qa_bot.errors import UnavailableError
from qa_bot.store.letters import Unsent
from qa_bot.store.updates import Arrival, Unfinished

_ROOM = 5_000
_REMEMBERED = 10_000
_LAST_SENDS_S = 1.5

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Task:
    """An update to work on; `tries` tells how often an earlier run began it and didn't end it."""

    update: Update
    received_at_s: float
    tries: int = 0


class Inbox:
    """Updates between their arrival and the end of the work on them."""

    def __init__(
        self,
        journal: Journal,
        read: Callable[[Mapping[str, object]], Update],
        work: Callable[[Task], Coroutine[Any, Any, None]],
        deliver: Callable[[Sequence[Unsent]], Coroutine[Any, Any, None]],
        *,
        doorman: Doorman,
        now: Callable[[], float],
    ) -> None:
        """Make an inbox in which `read` understands updates and `work` does what each asks for.

        Those that the `doorman` doesn't admit are left out. `deliver` sends letters that an earlier run left.
        """
        self._journal = journal
        self._read = read
        self._work = work
        self._deliver = deliver
        self._doorman = doorman
        self._now = now
        self._lines = Lines(lambda key: doorman.line_is_done(key[1]))
        self._unfinished: set[int] = set()
        self._done: Recent[int, bool] = Recent(_REMEMBERED)
        self._finished_one = asyncio.Event()
        self.resumed = asyncio.Event()

    async def accept(self, raw: Mapping[str, object]) -> None:
        """Take one update in, as `accept_all` does.

        Raises:
            UnavailableError: the inbox is full, or the store can't be used; Telegram keeps the update.
        """
        if len(self._unfinished) >= _ROOM:
            raise UnavailableError("The inbox is full", retry_after_s=1.0)
        await self.accept_all([raw])

    async def accept_all(self, raws: Sequence[Mapping[str, object]]) -> int:
        """Take updates in, as decoded from Telegram's JSON; one that came before is left out.

        Return how many of them the doorman doesn't admit.

        One that can't be read is logged and left out: it would come back for ever. So is one that the doorman doesn't
        admit: it asks for nothing, or too many of its user or chat came before it.

        Raises:
            UnavailableError: the store can't be used: none was taken in, and Telegram keeps them.
        """
        updates = self._admitted(raws)
        left_out = len(raws) - len(updates)
        if not updates:
            return left_out
        due = await self._journal.receive([_arrival(update, raw) for update, raw in updates])
        for update, _ in updates:
            # What was done while it was written down again isn't done a second time.
            known = update.update_id in self._unfinished or self._done.get(update.update_id)
            if update.update_id in due and not known:
                self._line_up(Task(update, self._now()))
        return left_out

    async def resume(self) -> None:
        """Go on with what an earlier run left: letters that weren't sent, then updates that weren't done.

        Raises:
            UnavailableError: the store can't be used now.
        """
        backlog = await self._journal.backlog()
        if backlog.letters or backlog.updates:
            _LOG.info("Going on with %d letters and %d updates", len(backlog.letters), len(backlog.updates))
        if backlog.doubtful:
            _LOG.warning("%d letters may come twice: the program ended while it sent them", backlog.doubtful)
        for letter in backlog.letters:
            self.line_up(letter)
        for known in backlog.updates:
            await self._take_up(known)
        self.resumed.set()

    def line_up(self, letter: Unsent) -> None:
        """Send a letter that no update led to, when what waits in its chat is done; only after `resumed`.

        What was put down before that is among what an earlier run left.
        """
        self._lines.add(("chat", letter.draft.chat_id), partial(self._deliver, [letter]))

    def waiting(self) -> int:
        """Return how many updates were taken in and aren't done."""
        return len(self._unfinished)

    async def room(self) -> None:
        """Return as soon as a hundred updates, as many as one fetch brings, have room."""
        while len(self._unfinished) > _ROOM - 100:
            self._finished_one.clear()
            await self._finished_one.wait()

    async def drain(self, timeout_s: float) -> frozenset[int]:
        """Return the ids that are unfinished after `timeout_s`: the next run goes on with them."""
        await self._lines.finish(timeout_s)
        unfinished = frozenset(self._unfinished)
        await self._lines.call_off()
        await self._doorman.finish(_LAST_SENDS_S)
        return unfinished

    def _admitted(self, raws: Sequence[Mapping[str, object]]) -> list[tuple[Update, Mapping[str, object]]]:
        """Return the updates that can be read and are let in, each with what it was read from."""
        before: Counter[LineKey] = Counter()
        admitted = []
        for raw in raws:
            try:
                if self._turned_away(raw, before):
                    continue
                update = self._read(raw)
                key = _key(update)
                if self._doorman.admits(update, self._lines.length(key) + before[key], self._free() - before.total()):
                    admitted.append((update, raw))
                    before[key] += 1
            except Exception:  # noqa: BLE001 - whatever is wrong with one update, the others go on
                # The update itself stays out of the log: it may hold someone's words.
                _LOG.error("Update %s can't be read and is left out", raw.get("update_id"), exc_info=True)
        return admitted

    def _turned_away(self, raw: Mapping[str, object], before: Counter[LineKey]) -> bool:
        """Return whether an update is a message that needn't be read: of a crowd, reading is most of the work."""
        update_id, chat_id = raw.get("update_id"), _chat_written_in(raw)
        if not isinstance(update_id, int) or chat_id is None:
            return False
        key = ("chat", chat_id)
        return self._doorman.turns_away(
            update_id, chat_id, self._lines.length(key) + before[key], self._free() - before.total()
        )

    def _free(self) -> int:
        return _ROOM - len(self._unfinished)

    async def _take_up(self, known: Unfinished) -> None:
        """Line up what an earlier run left; what only another version of the program could read is set aside."""
        try:
            update = self._read(known.body)
        except Exception:  # noqa: BLE001 - whatever is wrong with one update, the others go on
            _LOG.error("Update %s can't be read any more and is set aside", known.update_id, exc_info=True)
            await self._journal.set_aside(known.update_id, Turn())
        else:
            self._line_up(Task(update, known.received_at_s, known.tries))

    def _line_up(self, task: Task) -> None:
        self._unfinished.add(task.update.update_id)
        self._lines.add(_key(task.update), partial(self._work, task), then=partial(self._note_end, task))

    def _note_end(self, task: Task) -> None:
        self._unfinished.discard(task.update.update_id)
        self._done.put(task.update.update_id, value=True)
        self._finished_one.set()


def _key(update: Update) -> LineKey:
    chat = update.effective_chat
    # Updates outside chats don't wait for each other.
    return ("chat", chat.id) if chat is not None else ("update", update.update_id)


def _chat_written_in(raw: Mapping[str, object]) -> int | None:
    """Return the chat that an update brings a message with words from; None for any other update."""
    message = raw.get("message")
    if not isinstance(message, dict) or "text" not in message or not isinstance(message.get("chat"), dict):
        return None
    chat_id = message["chat"].get("id")
    return chat_id if isinstance(chat_id, int) else None


def _arrival(update: Update, raw: Mapping[str, object]) -> Arrival:
    chat, user = update.effective_chat, update.effective_user
    return Arrival(update.update_id, chat.id if chat else None, user.id if user else None, raw)
