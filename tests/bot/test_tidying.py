import asyncio
from pathlib import Path

from fakes import FakeClock
from qa_bot.bot.journal import Journal
from qa_bot.bot.tidying import keep_tidy
from qa_bot.bot.turn import Turn
from qa_bot.errors import UnavailableError
from qa_bot.store.people import known_of_chat
from qa_bot.store.updates import Arrival
from stores import BOT_ID, new_sqlite
from telegram_harness import settings_with

DAY_S = 86_400


async def test_what_was_done_before_the_days_that_are_kept_is_forgotten_and_outages_are_waited_out(
    tmp_path: Path,
) -> None:
    database, clock = new_sqlite(tmp_path), FakeClock(100 * DAY_S)
    journal, slept = Journal(database, BOT_ID, now=clock), []
    for number, days_ago in ((1, 8), (2, 6)):
        clock.now_s = (100 - days_ago) * DAY_S
        await journal.receive([Arrival(number, 7, None, {})])
        await journal.finish(number, Turn())
    clock.now_s = 100.0 * DAY_S
    tidy, outages = journal.tidy, [UnavailableError("The store qa_bot at db can't be used")]

    async def tidy_the_second_time(**limits: float) -> None:
        if outages:
            raise outages.pop()
        await tidy(**limits)

    async def sleep(wait_s: float) -> None:
        slept.append(wait_s)
        if len(slept) == 2:
            raise asyncio.CancelledError

    journal.tidy = tidy_the_second_time  # type: ignore[method-assign, assignment]
    await asyncio.wait([asyncio.create_task(keep_tidy(journal, settings_with(QA_BOT_KEEP_DAYS=7), sleep=sleep))])
    async with database.read() as connection:
        assert [row["update_id"] for row in (await known_of_chat(connection, 7))["updates"]] == [2]
    assert slept == [600, 600]
    await database.aclose()
