import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from telegram import Update

from fakes import FakeClock
from qa_bot.bot.bustle import Bustle
from qa_bot.bot.inbox import Task
from qa_bot.bot.journal import Journal
from qa_bot.bot.turn import Turn
from qa_bot.bot.worker import Worker
from qa_bot.errors import UnavailableError
from qa_bot.store.database import Database
from qa_bot.store.letters import Body, Draft, Unsent
from qa_bot.store.people import known_of_chat
from qa_bot.store.updates import Arrival
from stores import BOT_ID, new_sqlite

CHAT = 7
ANSWER, APOLOGY = Body("الجواب", "الجواب"), Body("أعتذر", "أعتذر")


def is_calm(bustle: Bustle) -> bool:
    return bustle._calm.is_set()


class Desk:
    """A worker whose handler answers; `faults` are met before it does, `seen` is who was handled at once."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = FakeClock()
        self.journal = Journal(database, BOT_ID, now=self.clock)
        self.faults: list[Exception] = []
        self.handled: list[int] = []
        self.delivered: list[str] = []
        self.under_way = self.most_at_once = 0
        self.bustle = Bustle()
        self.calm_while: dict[str, bool] = {}
        self.worker = Worker(
            self.journal, self.handle, self.apologise, self.deliver, sleep=self.clock.sleep, bustle=self.bustle
        )

    async def handle(self, task: Task) -> Turn:
        self.handled.append(task.update.update_id)
        self.calm_while["handled"] = is_calm(self.bustle)
        self.under_way += 1
        self.most_at_once = max(self.most_at_once, self.under_way)
        await asyncio.sleep(0.05)
        self.under_way -= 1
        turn = Turn([Draft(CHAT, ANSWER)])
        turn.fault = self.faults.pop(0) if self.faults else None
        return turn

    async def apologise(self, task: Task, fault: Exception | None) -> Turn:
        return Turn([Draft(CHAT, APOLOGY)])

    async def deliver(self, letters: Sequence[Unsent]) -> None:
        self.calm_while["delivered"] = is_calm(self.bustle)
        self.delivered += [letter.draft.body.plain for letter in letters]

    async def take(self, update_id: int, *, tries: int = 0) -> Task:
        await self.journal.receive([Arrival(update_id, CHAT, None, {"update_id": update_id})])
        return Task(Update(update_id), received_at_s=0.0, tries=tries)

    async def states(self) -> list[tuple[str, int]]:
        async with self.database.read() as connection:
            return [(row["state"], row["tries"]) for row in (await known_of_chat(connection, CHAT))["updates"]]


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    database = new_sqlite(tmp_path)
    yield Desk(database)
    await database.aclose()


async def test_an_update_is_done_and_its_letter_waits_before_anything_is_sent(desk: Desk) -> None:
    async def deliver(letters: Sequence[Unsent]) -> None:
        assert await desk.states() == [("done", 1)]
        assert (await desk.journal.backlog()).letters == letters
        desk.delivered.append("sent")

    worker = Worker(desk.journal, desk.handle, desk.apologise, deliver)
    await worker.work_on(await desk.take(1))
    assert desk.delivered == ["sent"]


async def test_what_an_update_changes_is_kept_with_its_end_or_not_at_all(desk: Desk) -> None:
    async def fail(_: object) -> None:
        raise UnavailableError("The store's disk is full")

    written: list[str] = []

    async def handle(task: Task) -> Turn:
        turn = await desk.handle(task)
        turn.effects = [] if written else [fail]
        written.append("tried")
        return turn

    worker = Worker(desk.journal, handle, desk.apologise, desk.deliver, sleep=desk.clock.sleep)
    await worker.work_on(await desk.take(1))
    assert written == ["tried", "tried"]
    assert desk.delivered == ["الجواب"]
    assert await desk.states() == [("done", 1)]


async def test_five_faults_are_too_many_and_the_update_is_set_aside_with_an_apology(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.faults = [RuntimeError(f"bug {number}") for number in range(1, 7)]
    await desk.worker.work_on(await desk.take(1))
    assert len(desk.handled) == 5
    assert await desk.states() == [("aside", 5)]
    assert desk.delivered == ["أعتذر"]
    assert "Update 1 failed 5 times and is set aside" in caplog.text
    assert "bug 5" in caplog.text


async def test_four_faults_are_not_told(desk: Desk) -> None:
    desk.faults = [RuntimeError("a bug")] * 4
    await desk.worker.work_on(await desk.take(1))
    assert await desk.states() == [("done", 5)]
    assert desk.delivered == ["الجواب"]
    assert desk.clock.slept == [0.2, 0.4, 0.8, 1.6]


async def test_an_update_of_which_the_program_died_is_tried_as_often_as_is_left(desk: Desk) -> None:
    desk.faults = [RuntimeError("a bug")] * 4
    await desk.worker.work_on(await desk.take(1, tries=3))
    assert len(desk.handled) == 2
    assert await desk.states() == [("aside", 5)]


async def test_an_update_of_which_the_program_died_five_times_is_not_touched_again(desk: Desk) -> None:
    await desk.worker.work_on(await desk.take(1, tries=5))
    assert desk.handled == []
    assert desk.delivered == ["أعتذر"]
    assert [state for state, _ in await desk.states()] == ["aside"]


async def test_what_is_out_of_reach_is_no_fault_of_the_update(desk: Desk) -> None:
    desk.faults = [UnavailableError("The store qa_bot at db can't be used")] * 10
    await desk.worker.work_on(await desk.take(1))
    assert await desk.states() == [("done", 1)]
    assert desk.clock.slept[:6] == [1, 2, 4, 8, 16, 30]


async def test_suspects_are_worked_on_one_at_a_time_and_others_side_by_side(desk: Desk) -> None:
    suspects = [await desk.take(number, tries=1) for number in range(1, 5)]
    await asyncio.gather(*map(desk.worker.work_on, suspects))
    assert desk.most_at_once == 1
    others = [await desk.take(number) for number in range(10, 30)]
    await asyncio.gather(*map(desk.worker.work_on, others))
    assert 1 < desk.most_at_once <= 8


async def test_nothing_is_begun_before_all_is_ready(desk: Desk) -> None:
    ready = asyncio.Event()
    worker = Worker(desk.journal, desk.handle, desk.apologise, desk.deliver, ready=ready)
    working = asyncio.create_task(worker.work_on(await desk.take(1)))
    await asyncio.sleep(0.05)
    assert await desk.states() == [("waiting", 0)]
    ready.set()
    await working
    assert await desk.states() == [("done", 1)]


async def test_handling_counts_as_work_and_waiting_to_be_sent_does_not(desk: Desk) -> None:
    await desk.worker.work_on(await desk.take(10))
    assert desk.calm_while == {"handled": False, "delivered": True}
