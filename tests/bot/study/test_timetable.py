import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from fakes import FakeClock
from qa_bot.bot.groups.stoppages import resumed
from qa_bot.bot.journal import Journal
from qa_bot.bot.study.agenda import Agenda
from qa_bot.bot.study.timetable import Due, Timetable
from qa_bot.errors import UnavailableError
from qa_bot.store import schedules
from qa_bot.store.database import Database
from qa_bot.store.letters import Body, Draft, State, Unsent
from qa_bot.store.schedules import Details, Kind, Schedule
from stores import BOT_ID, new_sqlite

DAY_S = 86_400.0
MIDNIGHT_S = 20_000 * DAY_S
SEVEN = Schedule(7, 0, Kind.PASSAGE, 7 * 60, "UTC", MIDNIGHT_S + 7 * 3_600)


class Circle:
    """A timetable with its store; `made` notes what was written, `lined_up` what was sent."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = FakeClock(MIDNIGHT_S)
        self.agenda = Agenda(database, BOT_ID, now=self.clock)
        self.journal = Journal(database, BOT_ID, now=self.clock)
        self.lined_up: list[Unsent] = []
        self.made = 0
        self.faults: list[Exception] = []
        self.timetable = Timetable(self.agenda, self.make, self.lined_up.append, now=self.clock)

    async def make(self, schedule: Schedule) -> Due:
        if self.faults:
            raise self.faults.pop()
        self.made += 1
        return Due(Draft(schedule.chat_id, Body(f"{self.made}", f"{self.made}")), str(self.made))

    async def put(self, *wanted: Schedule) -> None:
        async with self.database.write() as connection:
            for schedule in wanted:
                await schedules.put(connection, BOT_ID, schedule)

    async def known(self) -> Schedule | None:
        return await self.agenda.find(7, None, Kind.PASSAGE)

    async def work_off(self, now_s: float) -> list[str]:
        """Return what was sent."""
        self.clock.now_s = now_s
        before = len(self.lined_up)
        await self.timetable.work_off()
        return [letter.draft.body.plain for letter in self.lined_up[before:]]


@pytest.fixture
async def circle(tmp_path: Path) -> AsyncIterator[Circle]:
    database = new_sqlite(tmp_path)
    yield Circle(database)
    await database.aclose()


async def test_what_is_due_is_sent_once_and_again_the_next_day(circle: Circle) -> None:
    await circle.put(SEVEN)
    assert await circle.work_off(SEVEN.due_s - 1) == []
    assert await circle.work_off(SEVEN.due_s) == ["1"]
    assert await circle.work_off(SEVEN.due_s + 5) == []
    assert await circle.work_off(SEVEN.due_s + DAY_S) == ["2"]
    known = await circle.known()
    assert known is not None
    assert (known.due_s, known.mark, known.letter_id) == (SEVEN.due_s + 2 * DAY_S, "2", circle.lined_up[-1].id)


async def test_what_comes_once_a_week_is_caught_up_once_and_comes_on_its_day_again(circle: Circle) -> None:
    # The twenty thousandth day since 1970 was a Friday.
    saturday = replace(SEVEN, due_s=SEVEN.due_s + DAY_S, details=Details(weekday=5))
    await circle.put(saturday)
    assert await circle.work_off(saturday.due_s) == ["1"]
    assert await circle.work_off(saturday.due_s + 6 * DAY_S) == []
    assert await circle.work_off(saturday.due_s + 17 * DAY_S) == ["2"]
    assert await circle.work_off(saturday.due_s + 20 * DAY_S) == []
    assert await circle.work_off(saturday.due_s + 21 * DAY_S) == ["3"]


async def test_after_a_week_off_it_is_caught_up_once(circle: Circle) -> None:
    await circle.put(SEVEN)
    assert await circle.work_off(SEVEN.due_s + 7 * DAY_S + 3_600) == ["1"]
    assert await circle.work_off(SEVEN.due_s + 7 * DAY_S + 3_700) == []
    assert await circle.work_off(SEVEN.due_s + 8 * DAY_S) == ["2"]


async def test_a_letter_that_was_written_down_and_not_sent_is_left_to_the_next_start(circle: Circle) -> None:
    await circle.put(SEVEN)
    await circle.work_off(SEVEN.due_s)
    assert [letter.draft.body.plain for letter in (await circle.journal.backlog()).letters] == ["1"]


async def test_what_is_changed_while_its_letter_is_written_sends_nothing(circle: Circle) -> None:
    await circle.put(SEVEN)
    circle.clock.now_s = SEVEN.due_s
    [due] = await circle.agenda.due()
    later = replace(SEVEN, minute=8 * 60, due_s=SEVEN.due_s + 3_600)
    await circle.put(later)
    draft = Draft(7, Body("x", "x"))
    assert await circle.agenda.move_on(due, replace(due, due_s=due.due_s + DAY_S), draft) is None
    assert await circle.known() == later
    assert (await circle.journal.backlog()).letters == []


async def test_a_chat_that_takes_no_letter_three_times_is_left_alone_until_somebody_wishes_it_again(
    circle: Circle,
) -> None:
    await circle.put(SEVEN)
    for day in range(3):
        await circle.work_off(SEVEN.due_s + day * DAY_S)
        await circle.journal.given_up(circle.lined_up[-1], State.REFUSED)
    assert await circle.work_off(SEVEN.due_s + 3 * DAY_S) == []
    known = await circle.known()
    assert known is not None
    assert known.rests
    assert await circle.work_off(SEVEN.due_s + 1_000 * DAY_S) == []
    async with circle.database.write() as connection:
        for effect in await resumed(7, circle.agenda, circle.clock()):
            await effect(connection)
    assert await circle.work_off(SEVEN.due_s + 1_000 * DAY_S) == []
    assert await circle.work_off(SEVEN.due_s + 1_001 * DAY_S) == ["4"]
    assert await circle.work_off(SEVEN.due_s + 1_002 * DAY_S) == ["5"]


async def test_a_refusal_counts_however_soon_old_letters_are_forgotten(circle: Circle) -> None:
    await circle.put(SEVEN)
    for day in range(3):
        await circle.work_off(SEVEN.due_s + day * DAY_S)
        await circle.journal.given_up(circle.lined_up[-1], State.REFUSED)
        circle.clock.now_s += DAY_S / 2
        await circle.journal.tidy(keep_days=0.1, follow_up_minutes=1)
    assert await circle.work_off(SEVEN.due_s + 3 * DAY_S) == []


async def test_one_letter_taken_makes_up_for_those_refused(circle: Circle) -> None:
    await circle.put(SEVEN)
    for day in range(4):
        await circle.work_off(SEVEN.due_s + day * DAY_S)
        if day == 2:
            await circle.journal.sent(circle.lined_up[-1], 7, 55)
        else:
            await circle.journal.given_up(circle.lined_up[-1], State.REFUSED)
    assert await circle.work_off(SEVEN.due_s + 4 * DAY_S) == ["5"]


async def test_what_is_out_of_reach_is_tried_again_and_what_fails_is_left_out_today(circle: Circle) -> None:
    await circle.put(SEVEN)
    circle.faults = [UnavailableError("The engine is busy")]
    with pytest.raises(UnavailableError):
        await circle.work_off(SEVEN.due_s)
    assert await circle.work_off(SEVEN.due_s + 5) == ["1"]
    circle.faults = [ValueError("a fault of ours")]
    assert await circle.work_off(SEVEN.due_s + DAY_S) == []
    assert await circle.work_off(SEVEN.due_s + 2 * DAY_S) == ["2"]


@pytest.mark.parametrize("fault", [UnavailableError("The store can't be used"), ValueError("a fault of ours")])
async def test_it_goes_on_by_itself_over_outages_and_faults(circle: Circle, fault: Exception) -> None:
    await circle.put(SEVEN)
    due, faults = circle.agenda.due, [fault]

    async def due_the_second_time() -> list[Schedule]:
        if faults:
            raise faults.pop()
        return await due()

    circle.agenda.due = due_the_second_time  # type: ignore[method-assign]
    slept: list[float] = []

    async def sleep(wait_s: float) -> None:
        slept.append(wait_s)
        circle.clock.now_s = SEVEN.due_s
        if circle.lined_up:
            raise asyncio.CancelledError

    await asyncio.wait([asyncio.create_task(circle.timetable.keep(sleep))])
    assert [letter.draft.body.plain for letter in circle.lined_up] == ["1"]
    assert slept == [5, 5]
