"""PostgreSQL's lock on a bot's part of the store, when its connection is lost."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
from sqlalchemy import text

from postgresql import PostgresqlServer
from qa_bot.errors import SetupError, UnavailableError
from qa_bot.store.address import database_url
from qa_bot.store.database import Database
from qa_bot.store.lease import LOCKS
from qa_bot.store.owner import Hold, is_owned, owned
from stores import BOT_ID

PATIENCE_S = 30.0


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    with PostgresqlServer() as running:
        yield running


@pytest.fixture
async def database(server: PostgresqlServer) -> AsyncIterator[Database]:
    made = Database(database_url(server.new_database()))
    yield made
    await made.aclose()


async def lose_the_lock(database: Database) -> None:
    """End the connections that hold a bot's lock, as a firewall would that finds them idle."""
    ended = text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = :locks")
    async with database.outside() as connection:
        assert (await connection.execute(ended, {"locks": LOCKS})).scalar() is True
    await until(database, is_held=False)


async def until(database: Database, *, is_held: bool) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while await is_owned(database) != is_held:  # noqa: ASYNC110 - the server tells of no change
            await asyncio.sleep(0.01)


async def write(database: Database, hold: Hold) -> None:
    async with database.write() as connection:
        await hold.check(connection)


async def outcome(database: Database, hold: Hold) -> str:
    """Return how it goes on after the lock is found to be lost: what a write meets in the end."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            try:
                await write(database, hold)
            except UnavailableError:
                await asyncio.sleep(0.05)
            except SetupError as fault:
                return fault.reason
            else:
                return "written"


async def test_a_lock_that_was_lost_stops_the_next_write_and_is_taken_again(database: Database) -> None:
    async with owned(database, BOT_ID) as hold:
        await write(database, hold)
        await lose_the_lock(database)
        with pytest.raises(UnavailableError, match="was lost"):
            await write(database, hold)
        assert await outcome(database, hold) == "written"
        assert await is_owned(database)
    assert not await is_owned(database)


async def test_where_another_program_took_a_lost_lock_the_first_one_writes_nothing_more(database: Database) -> None:
    async with owned(database, BOT_ID) as first:
        await lose_the_lock(database)
        async with owned(database, BOT_ID, patience_s=0.1) as second:
            told = await outcome(database, first)
            assert told.startswith("Another program works with this bot's part of the store")
            await write(database, second)


async def test_who_takes_a_lost_lock_waits_for_what_the_first_one_is_writing(database: Database) -> None:
    async with owned(database, BOT_ID) as first:
        async with database.write() as connection:
            await first.check(connection)
            await lose_the_lock(database)
            taking = asyncio.create_task(hold_for_a_moment(database))
            await until(database, is_held=True)
            assert not taking.done()
        async with asyncio.timeout(PATIENCE_S):
            await taking


async def hold_for_a_moment(database: Database) -> None:
    async with owned(database, BOT_ID, patience_s=PATIENCE_S):
        pass


async def test_two_bots_do_not_wait_for_each_other(database: Database) -> None:
    async with (
        owned(database, BOT_ID) as first,
        owned(database, BOT_ID + 1) as second,
        database.write() as connection,
    ):
        await first.check(connection)
        await write(database, second)
