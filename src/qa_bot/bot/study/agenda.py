"""What a bot sends at a time of the day, as handlers and the timetable ask it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from qa_bot.bot.turn import Effect
from qa_bot.store import letters, schedules
from qa_bot.store.database import Connection, Database
from qa_bot.store.letters import Draft, Unsent
from qa_bot.store.schedules import Kind, Schedule


class Agenda:
    """A bot's schedules. Every function may raise UnavailableError."""

    def __init__(self, database: Database, bot_id: int, *, now: Callable[[], float]) -> None:
        self._database = database
        self._bot_id = bot_id
        self._now = now

    async def find(self, chat_id: int, topic_id: int | None, kind: Kind) -> Schedule | None:
        """Return the schedule of this kind in this chat and topic, None where there is none."""
        async with self._database.read() as connection:
            return await schedules.find(connection, self._bot_id, chat_id, topic_id or 0, kind)

    async def due(self) -> list[Schedule]:
        """Return what is due now, the longest overdue first, with what became of each one's last letter."""
        async with self._database.read() as connection:
            found = await schedules.due(connection, self._bot_id, now_s=self._now())
            return [await schedules.counted(connection, schedule) for schedule in found]

    async def of_chat(self, chat_id: int) -> list[Schedule]:
        """Return a chat's schedules, by their topics, with what became of each one's last letter."""
        async with self._database.read() as connection:
            found = await schedules.of_chat(connection, self._bot_id, chat_id)
            return [await schedules.counted(connection, schedule) for schedule in found]

    def putting(self, schedule: Schedule) -> Effect:
        """Return what puts a schedule in the place of the one before it, at the end of a turn."""
        return partial(schedules.put, bot_id=self._bot_id, schedule=schedule)

    def removing(self, chat_id: int, topic_id: int | None, kind: Kind) -> Effect:
        """Return what ends a schedule, at the end of a turn."""
        return partial(self._remove, chat_id, topic_id or 0, kind)

    async def lay_down(self, schedule: Schedule) -> None:
        """Let a schedule rest, unless somebody changed it meanwhile."""
        async with self._database.write() as connection:
            resting = replace(schedule, due_s=schedules.NEVER_S, letter_id=None)
            await schedules.move_on(connection, self._bot_id, schedule, resting)

    async def move_on(self, before: Schedule, after: Schedule, draft: Draft | None) -> Unsent | None:
        """Write down a letter and when the next is due, and return the letter: both, or neither.

        None where there is no letter, or where somebody changed the schedule meanwhile.
        """
        async with self._database.write() as connection:
            if not await schedules.move_on(connection, self._bot_id, before, after) or draft is None:
                return None
            [letter] = await letters.put(connection, self._bot_id, None, [draft], now_s=self._now())
            await schedules.note_letter(connection, self._bot_id, after, letter.id)
            return letter

    async def _remove(self, chat_id: int, topic_id: int, kind: Kind, connection: Connection) -> None:
        await schedules.remove(connection, self._bot_id, chat_id, topic_id, kind)
