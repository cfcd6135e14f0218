import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from telegram import Update

from qa_bot.bot.inbox import Inbox
from qa_bot.errors import UnavailableError


def message(update_id: int, chat_id: int = 7) -> dict[str, Any]:
    chat = {"id": chat_id, "type": "private", "first_name": "A"}
    return {"update_id": update_id, "message": {"message_id": update_id, "date": 1, "chat": chat, "text": "سر"}}


class Work:
    """Notes what was begun and done; a chat with a gate waits for it."""

    def __init__(self, is_wanted: Callable[[Update], bool] = lambda _: True) -> None:
        self.begun: list[int] = []
        self.done: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}
        self.warned: list[int] = []
        self.inbox = Inbox(self.read, self.work, is_wanted=is_wanted, warn=self.warn, longest_line=20)

    @staticmethod
    def read(raw: Mapping[str, object]) -> Update:
        return Update.de_json(dict(raw), None)

    async def warn(self, update: Update) -> None:
        self.warned.append(update.update_id)

    async def work(self, update: Update) -> None:
        assert update.effective_chat
        self.begun.append(update.update_id)
        if gate := self.gates.get(update.effective_chat.id):
            await gate.wait()
        if update.update_id == 13:
            raise RuntimeError("a bug")
        self.done.append(update.update_id)


@pytest.fixture
def work() -> Work:
    return Work()


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
    assert await work.inbox.drain(0.01) == {1, 2}
    assert work.done == [3]


async def test_a_full_inbox_refuses_so_that_telegram_keeps_the_update(work: Work) -> None:
    gate = asyncio.Event()
    for update_id in range(100, 2_100):
        work.gates[update_id] = gate
        await work.inbox.accept(message(update_id, chat_id=update_id))
    with pytest.raises(UnavailableError):
        await work.inbox.accept(message(2_100))
    waiting = asyncio.ensure_future(work.inbox.room())
    await asyncio.sleep(0)
    assert not waiting.done()
    gate.set()
    await asyncio.wait_for(waiting, 1)
    await work.inbox.accept(message(2_100))
    await work.inbox.drain(5)
    assert len(work.done) == 2_001


async def test_of_one_chat_so_many_wait_and_the_others_are_left_out_with_one_warning(work: Work) -> None:
    work.gates[7] = asyncio.Event()
    for update_id in range(100, 160):
        await work.inbox.accept(message(update_id))
    await work.inbox.accept(message(1, chat_id=8))
    await asyncio.sleep(0.01)
    assert work.warned == [120]
    assert work.done == [1]
    work.gates[7].set()
    assert await work.inbox.drain(1) == frozenset()
    assert work.done == [1, *range(100, 120)]


async def test_a_chat_whose_line_is_done_may_go_on_and_is_warned_anew(work: Work) -> None:
    for first in (100, 200):
        work.gates[7] = asyncio.Event()
        for update_id in range(first, first + 30):
            await work.inbox.accept(message(update_id))
        work.gates[7].set()
        await work.inbox.drain(1)
    assert work.warned == [120, 220]
    assert len(work.done) == 40


async def test_a_flood_of_one_chat_leaves_room_for_all_others(work: Work) -> None:
    work.gates[7] = asyncio.Event()
    for update_id in range(100, 4_100):
        await work.inbox.accept(message(update_id))
    await asyncio.wait_for(work.inbox.room(), 1)
    assert len(await work.inbox.drain(0)) == 20


async def test_what_asks_for_nothing_takes_no_place() -> None:
    work = Work(is_wanted=lambda update: update.update_id >= 200)
    for update_id in range(100, 220):
        await work.inbox.accept(message(update_id))
    await work.inbox.drain(1)
    assert work.done == list(range(200, 220))
    assert work.warned == []


async def test_an_update_outside_any_chat_waits_for_nobody() -> None:
    seen: list[int] = []

    async def note(update: Update) -> None:
        seen.append(update.update_id)

    inbox = Inbox(Work.read, note)
    await inbox.accept({"update_id": 5, "an_update_of_tomorrow": {"field": 1}})
    await inbox.drain(1)
    assert seen == [5]
