"""A group that becomes a supergroup is told of by both chats at once: whichever database it is, neither waits long."""

import asyncio

import pytest

from qa_bot.bot.journal import Journal
from qa_bot.bot.turn import Turn
from qa_bot.store import supergroups
from qa_bot.store.chat_settings import ChatSettings, choose, settings_of
from qa_bot.store.database import Connection, Database
from qa_bot.store.updates import Arrival
from stores import BOT_ID

OLD, NEW = -77, -1_001_234_567_890


@pytest.mark.parametrize("attempt", range(5))
async def test_both_chats_may_tell_it_at_the_same_moment(database: Database, attempt: int) -> None:
    journal = Journal(database, BOT_ID, now=lambda: 1_000.0)
    earlier = [Arrival(number, OLD, 7, {}) for number in range(10, 40)]
    await journal.receive([*earlier, Arrival(1, OLD, 7, {}), Arrival(2, NEW, 7, {})])
    async with database.write() as connection:
        await choose(connection, BOT_ID, OLD, ChatSettings(language="en"))

    async def moved(connection: Connection) -> None:
        await supergroups.move(connection, BOT_ID, OLD, NEW)

    turns = [journal.finish(update_id, Turn(effects=[moved])) for update_id in (1, 2)]
    assert await asyncio.gather(*turns) == [[], []]
    async with database.read() as connection:
        assert await settings_of(connection, BOT_ID, NEW) == ChatSettings(language="en")
