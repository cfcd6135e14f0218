"""One bot's part of the store, as the work on its updates writes it: each function is a transaction."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from qa_bot.bot.metrics import Metrics
from qa_bot.bot.turn import Turn
from qa_bot.store import letters, quizzes, supergroups, updates
from qa_bot.store.database import Connection, Database
from qa_bot.store.letters import Unsent
from qa_bot.store.owner import Hold
from qa_bot.store.pruning import prune
from qa_bot.store.updates import Arrival, Unfinished

_DAY_S = 86_400.0
_BOOKMARKED_DAYS = 365
_JUDGED_DAYS = 30


@dataclass(frozen=True, slots=True)
class Backlog:
    """What an earlier run left: letters to send, `doubtful` of which may be there already, and updates to work on."""

    letters: list[Unsent]
    doubtful: int
    updates: list[Unfinished]


class Journal:
    """Writes down how far each update and each letter is.

    Every function may raise UnavailableError: the store can't be used now; and SetupError: another program holds it,
    or it is torn.
    """

    def __init__(
        self,
        database: Database,
        bot_id: int,
        *,
        now: Callable[[], float],
        hold: Hold | None = None,
        metrics: Metrics | None = None,
    ) -> None:
        """Make the journal of a bot; `hold` tells of each transaction whether this program may still write."""
        self._database = database
        self._bot_id = bot_id
        self._now = now
        self._hold = hold
        self._metrics = metrics or Metrics()

    async def receive(self, arrivals: Sequence[Arrival]) -> frozenset[int]:
        """Keep updates for good, and return the ids of those that are still to be done."""
        async with self._write() as connection:
            due = await updates.receive(connection, self._bot_id, arrivals, now_s=self._now())
        self._metrics.received(len(due))
        return due

    async def backlog(self) -> Backlog:
        """Return what an earlier run left; letters that it was about to send count as doubtful."""
        async with self._write() as connection:
            doubtful = await letters.doubt(connection, self._bot_id)
            unsent = await letters.unsent(connection, self._bot_id)
            return Backlog(unsent, doubtful, await updates.unfinished(connection, self._bot_id))

    async def begin(self, update_id: int, *, tries: int) -> bool:
        """Note that work on an update begins, for the how-manieth time; return whether there is any left to do."""
        async with self._write(lasting=False) as connection:
            return await updates.begin(connection, self._bot_id, update_id, tries=tries)

    async def finish(self, update_id: int, turn: Turn) -> list[Unsent]:
        """Write down that an update is done with all that it led to, and return the letters to send."""
        async with self._write() as connection:
            # First of all: one that moves a chat waits for another that does, and may hold nothing meanwhile.
            for effect in turn.effects:
                await effect(connection)
            await updates.finish(connection, self._bot_id, update_id, now_s=self._now())
            unsent = await letters.put(connection, self._bot_id, update_id, turn.drafts, now_s=self._now())
        self._metrics.ended("done")
        return unsent

    async def set_aside(self, update_id: int, turn: Turn) -> list[Unsent]:
        """Write down that an update failed too often, and return the letters to send, which say so."""
        async with self._write() as connection:
            await updates.set_aside(connection, self._bot_id, update_id, now_s=self._now())
            unsent = await letters.put(connection, self._bot_id, update_id, turn.drafts, now_s=self._now())
        self._metrics.ended("set aside")
        return unsent

    async def sending(self, letter: Unsent) -> None:
        """Note that a letter is about to be sent: should the program end here, it may be there, or not."""
        async with self._write(lasting=False) as connection:
            await letters.begin(connection, letter.id)

    async def sent(self, letter: Unsent, chat_id: int, message_id: int, poll_id: str | None = None) -> None:
        """Note where a letter stands now, and by which number a quiz is answered there.

        It is in another chat than it was for where that has become a supergroup.
        """
        async with self._write() as connection:
            if chat_id != letter.draft.chat_id:
                await supergroups.move(connection, self._bot_id, letter.draft.chat_id, chat_id)
            await letters.sent(connection, letter.id, chat_id, message_id, now_s=self._now())
            if poll_id is not None and (poll := letter.draft.body.poll) is not None:
                await quizzes.asked(connection, self._bot_id, poll_id, chat_id, poll, now_s=self._now())
        self._metrics.letter("sent")

    async def given_up(self, letter: Unsent, state: letters.State) -> None:
        """Note that a letter won't be sent (again)."""
        async with self._write() as connection:
            await letters.given_up(connection, letter.id, state, now_s=self._now())
        self._metrics.letter(state.value)

    async def fading(self) -> list[letters.Faded]:
        """Return the letters that are to be taken out of their chats by now."""
        async with self._database.read() as connection:
            return await letters.fading(connection, self._bot_id, now_s=self._now())

    async def faded(self, letter: letters.Faded) -> None:
        """Note that a letter was taken out of its chat, or can't be."""
        async with self._write() as connection:
            await letters.faded(connection, letter.id)

    async def tidy(self, *, keep_days: float, follow_up_minutes: float) -> None:
        """Forget what ended more than `keep_days` ago, questions too old to follow up, and what is kept for long."""
        now_s = self._now()
        before = {"ended_before_s": now_s - keep_days * _DAY_S, "said_before_s": now_s - follow_up_minutes * 60}
        before["read_before_s"] = now_s - _BOOKMARKED_DAYS * _DAY_S
        before["judged_before_s"] = now_s - _JUDGED_DAYS * _DAY_S
        async with self._write() as connection:
            await prune(connection, **before)

    @asynccontextmanager
    async def _write(self, *, lasting: bool = True) -> AsyncIterator[Connection]:
        async with self._database.write(lasting=lasting) as connection:
            if self._hold is not None:
                await self._hold.check(connection)
            yield connection
