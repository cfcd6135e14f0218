import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from telegram import Update

from fakes import FakeClock
from qa_bot.bot.cooldown import Cooldown
from qa_bot.bot.doorman import Doorman, Limits
from qa_bot.bot.inbox import Inbox, Task
from qa_bot.bot.journal import Journal
from qa_bot.bot.turn import Turn
from qa_bot.errors import UnavailableError
from qa_bot.store import letters
from qa_bot.store.database import Database
from qa_bot.store.letters import Body, Draft, Unsent
from qa_bot.store.status import status
from qa_bot.store.updates import Arrival
from stores import BOT_ID, new_sqlite


def message(update_id: int, chat_id: int = 7) -> dict[str, Any]:
    chat = {"id": chat_id, "type": "private", "first_name": "A"}
    return {"update_id": update_id, "message": {"message_id": update_id, "date": 1, "chat": chat, "text": "سر"}}


def unlimited() -> Cooldown:
    return Cooldown(0, clock=FakeClock())


class Work:
    """Notes what was begun and done; a chat with a gate waits for it."""

    def __init__(
        self, database: Database, is_wanted: Callable[[Update], bool] = lambda _: True, longest_line: int = 20
    ) -> None:
        self.begun: list[int] = []
        self.done: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}
        self.warned: list[int] = []
        self.sent: list[int] = []
        self.tries: list[int] = []
        self.notes_ends = True
        self.journal = Journal(database, BOT_ID, now=FakeClock())
        self.inbox = Inbox(
            self.journal,
            self.read,
            self.work,
            self.deliver,
            doorman=Doorman(
                Limits(longest_line, unlimited(), unlimited(), unlimited()),
                is_wanted=is_wanted,
                warn=self.warn,
                tell=self.tell,
                left_out=lambda: None,
            ),
            now=FakeClock(),
        )

    @staticmethod
    def read(raw: Mapping[str, object]) -> Update:
        return Update.de_json(dict(raw), None)

    async def warn(self, update: Update) -> None:
        self.warned.append(update.update_id)

    async def tell(self, update: Update, waiting: int) -> None:
        """Say nothing: what is said is the doorman's."""

    async def deliver(self, letters: Sequence[Unsent]) -> None:
        self.sent += [letter.id for letter in letters]

    async def work(self, task: Task) -> None:
        update, chat = task.update, task.update.effective_chat
        self.begun.append(update.update_id)
        self.tries.append(task.tries)
        if chat is not None and (gate := self.gates.get(chat.id)):
            await gate.wait()
        if update.update_id == 13:
            raise RuntimeError("a bug")
        self.done.append(update.update_id)
        if self.notes_ends:
            await self.journal.finish(update.update_id, Turn())


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = new_sqlite(tmp_path)
    yield opened
    await opened.aclose()


@pytest.fixture
def work(database: Database) -> Work:
    return Work(database)


async def test_updates_of_one_chat_are_done_in_order_and_one_at_a_time(work: Work) -> None:
    gate = work.gates[7] = asyncio.Event()
    for update_id in (1, 2, 3):
        await work.inbox.accept(message(update_id))
    await asyncio.sleep(0)
    assert work.begun == [1]
    gate.set()
    await work.inbox.drain(1)
    assert work.done == [1, 2, 3]


async def test_a_chat_that_waits_delays_no_other(work: Work) -> None:
    work.gates[7] = asyncio.Event()
    await work.inbox.accept(message(1, chat_id=7))
    await work.inbox.accept(message(2, chat_id=8))
    await asyncio.sleep(0)
    assert work.done == [2]
    await work.inbox.drain(0)


async def test_the_same_update_a_second_time_is_left_out(work: Work) -> None:
    await work.inbox.accept(message(1))
    await work.inbox.drain(1)
    await work.inbox.accept(message(1))
    await work.inbox.drain(1)
    assert work.done == [1]


async def test_an_update_that_cannot_be_read_is_logged_without_its_words_and_the_next_is_done(
    work: Work, caplog: pytest.LogCaptureFixture
) -> None:
    await work.inbox.accept({"update_id": 1, "message": {"text": "سر"}})
    await work.inbox.accept(message(2))
    await work.inbox.drain(1)
    assert work.done == [2]
    assert "Update 1 can't be read" in caplog.text
    assert "سر" not in caplog.text


async def test_an_update_that_fails_is_logged_and_the_next_of_its_chat_is_done(
    work: Work, caplog: pytest.LogCaptureFixture
) -> None:
    await work.inbox.accept(message(13))
    await work.inbox.accept(message(14))
    assert await work.inbox.drain(1) == frozenset()
    assert work.done == [14]
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


async def test_draining_tells_what_stays_unfinished(work: Work) -> None:
    work.gates[7] = asyncio.Event()
    for update_id, chat_id in ((1, 7), (2, 7), (3, 8)):
        await work.inbox.accept(message(update_id, chat_id))
    # All of this passes by: the first of the two never ends.
    assert await work.inbox.drain(3) == {1, 2}
    assert work.done == [3]


async def test_a_full_inbox_refuses_so_that_telegram_keeps_the_update(work: Work) -> None:
    gate, work.notes_ends = asyncio.Event(), False
    work.gates = dict.fromkeys(range(100, 5_101), gate)
    await work.inbox.accept_all([message(update_id, chat_id=update_id) for update_id in range(100, 5_100)])
    with pytest.raises(UnavailableError):
        await work.inbox.accept(message(5_100))
    waiting = asyncio.ensure_future(work.inbox.room())
    await asyncio.sleep(0)
    assert not waiting.done()
    gate.set()
    await asyncio.wait_for(waiting, 1)
    await work.inbox.accept(message(5_100))
    await work.inbox.drain(5)
    assert len(work.done) == 5_001


async def test_of_one_chat_so_many_wait_and_the_others_are_left_out_with_one_warning(work: Work) -> None:
    work.gates[7] = asyncio.Event()
    await work.inbox.accept_all([message(update_id) for update_id in range(100, 160)])
    await work.inbox.accept(message(1, chat_id=8))
    await asyncio.sleep(0.05)
    assert work.warned == [120]
    assert work.done == [1]
    work.gates[7].set()
    assert await work.inbox.drain(1) == frozenset()
    assert work.done == [1, *range(100, 120)]


async def test_a_chat_whose_line_is_done_may_go_on_and_is_warned_anew(work: Work) -> None:
    for first in (100, 200):
        work.gates[7] = asyncio.Event()
        await work.inbox.accept_all([message(update_id) for update_id in range(first, first + 30)])
        work.gates[7].set()
        await work.inbox.drain(1)
    assert work.warned == [120, 220]
    assert len(work.done) == 40


async def test_a_flood_of_one_chat_leaves_room_for_all_others(work: Work) -> None:
    work.gates[7] = asyncio.Event()
    for first in range(100, 4_100, 100):
        await work.inbox.accept_all([message(update_id) for update_id in range(first, first + 100)])
        await asyncio.sleep(0)
    await asyncio.wait_for(work.inbox.room(), 1)
    # Twenty wait behind the one that is worked on.
    assert len(await work.inbox.drain(0)) == 21


async def test_of_a_crowd_that_was_told_so_nothing_more_is_even_read(
    work: Work, caplog: pytest.LogCaptureFixture
) -> None:
    work.gates[7] = asyncio.Event()
    await work.inbox.accept_all([message(update_id) for update_id in range(100, 120)])
    await asyncio.sleep(0)
    assert await work.inbox.accept_all([message(120), message(121)]) == 1
    # What can't be read is logged where it is read.
    torn = {"message": {"text": "سر", "chat": {"id": 7}}}
    await work.inbox.accept_all([torn | {"update_id": 200}])
    assert "can't be read" not in caplog.text
    await work.inbox.accept_all([{"update_id": 201, "message": {"text": "سر", "chat": {"id": 8}}}])
    assert "Update 201 can't be read" in caplog.text
    assert len(await work.inbox.drain(0)) == 21


async def test_however_many_chats_flood_the_bot_there_is_room_for_others(database: Database) -> None:
    work = Work(database, longest_line=500)
    chats = range(200, 250)
    work.gates = {chat_id: asyncio.Event() for chat_id in chats}
    for number, chat_id in enumerate(chats):
        first = 10_000 + number * 1_000
        await work.inbox.accept_all([message(update_id, chat_id) for update_id in range(first, first + 600)])
    await asyncio.wait_for(work.inbox.room(), 1)
    await work.inbox.accept(message(1))
    await asyncio.sleep(0.05)
    assert work.done == [1]
    await work.inbox.drain(0)


async def test_what_asks_for_nothing_takes_no_place(database: Database) -> None:
    work = Work(database, is_wanted=lambda update: update.update_id >= 200)
    await work.inbox.accept_all([message(update_id) for update_id in range(100, 220)])
    await work.inbox.drain(1)
    assert work.done == list(range(200, 220))
    assert work.warned == []


async def test_an_update_outside_any_chat_waits_for_nobody(work: Work) -> None:
    await work.inbox.accept({"update_id": 5, "an_update_of_tomorrow": {"field": 1}})
    await work.inbox.drain(1)
    assert work.done == [5]


async def test_once_accepted_an_update_outlives_the_program(work: Work, database: Database) -> None:
    work.gates[7] = asyncio.Event()
    await work.inbox.accept_all([message(1), message(2), message(3, chat_id=8)])
    # As a kill would: nobody is told.
    await asyncio.sleep(0.05)
    again = Work(database)
    await again.inbox.resume()
    await again.inbox.drain(1)
    assert again.done == [1, 2]
    await work.inbox.drain(0)


async def test_at_a_new_start_the_letters_of_a_chat_go_before_its_updates(work: Work, database: Database) -> None:
    async with database.write() as connection:
        body = Body("نعم", "نعم")
        first, second = await letters.put(connection, BOT_ID, 1, [Draft(7, body), Draft(8, body)], now_s=1.0)
        await letters.begin(connection, first.id)
    await work.inbox.accept(message(1))
    await work.inbox.drain(1)
    assert work.done == [1]
    again = Work(database)
    await again.inbox.resume()
    await again.inbox.drain(1)
    assert again.sent == [first.id, second.id]


async def test_what_may_come_twice_after_a_crash_is_told(
    database: Database, work: Work, caplog: pytest.LogCaptureFixture
) -> None:
    async with database.write() as connection:
        [letter] = await letters.put(connection, BOT_ID, 1, [Draft(7, Body("نعم", "نعم"))], now_s=1.0)
        await letters.begin(connection, letter.id)
    await work.inbox.resume()
    await work.inbox.drain(1)
    assert "1 letters may come twice: the program ended while it sent them" in caplog.text


async def test_at_a_new_start_it_is_known_how_often_an_update_was_begun(work: Work, database: Database) -> None:
    work.gates[7] = asyncio.Event()
    await work.inbox.accept_all([message(1), message(2)])
    await work.journal.begin(1, tries=3)
    again = Work(database)
    await again.inbox.resume()
    await again.inbox.drain(1)
    assert again.tries == [3, 0]
    await work.inbox.drain(0)


async def test_while_the_store_is_out_of_reach_nothing_is_taken_in_nor_lost(work: Work) -> None:
    receive = work.journal.receive

    async def fail(_: object) -> frozenset[int]:
        raise UnavailableError("The store qa_bot at db can't be used")

    work.journal.receive = fail  # type: ignore[method-assign, assignment]
    with pytest.raises(UnavailableError):
        await work.inbox.accept_all([message(1), message(2)])
    work.journal.receive = receive  # type: ignore[method-assign]
    await work.inbox.accept_all([message(1), message(2)])
    await work.inbox.drain(1)
    assert work.done == [1, 2]


async def test_what_was_kept_although_nobody_was_told_so_is_done_when_it_comes_again(work: Work) -> None:
    # The connection broke after the store had kept it.
    raw = message(1)
    await work.journal.receive([Arrival(1, 7, None, raw)])
    await work.inbox.accept(raw)
    await work.inbox.accept(raw)
    await work.inbox.drain(1)
    assert work.done == [1]


async def test_what_is_done_while_it_is_written_down_again_is_not_done_twice(work: Work) -> None:
    receive = work.journal.receive

    async def receive_late(arrivals: Sequence[Arrival]) -> frozenset[int]:
        due = await receive(arrivals)
        await asyncio.sleep(0.05)
        return due

    await work.inbox.accept(message(1))
    work.journal.receive = receive_late  # type: ignore[method-assign]
    await work.inbox.accept(message(1))
    await work.inbox.drain(1)
    assert work.done == [1]


async def test_what_only_another_version_could_read_is_set_aside_at_the_start(
    work: Work, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    await work.journal.receive([Arrival(1, 7, None, {"update_id": 1, "message": {"text": "سر"}})])
    await work.journal.receive([Arrival(2, 7, None, message(2))])
    await work.inbox.resume()
    await work.inbox.drain(1)
    assert work.done == [2]
    assert "Update 1 can't be read any more and is set aside" in caplog.text
    assert "سر" not in caplog.text
    async with database.read() as connection:
        assert (await status(connection)).aside == 1
