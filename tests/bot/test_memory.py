from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from fakes import FakeClock
from qa_bot.bot.memory import Card, Memory
from qa_bot.model.answer import QuestionKind, Understood
from qa_bot.store.database import Database
from qa_bot.store.questions import Speaker
from stores import BOT_ID, new_sqlite

YARMUK = Understood("متى كانت اليرموك؟", QuestionKind.WHEN, "اليرموك")
ASKER = Speaker(chat_id=-100, topic_id=None, asker_id=7)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = new_sqlite(tmp_path)
    yield opened
    await opened.aclose()


async def remember(database: Database, memory: Memory) -> None:
    for effect in memory.remembering(ASKER, YARMUK):
        async with database.write() as connection:
            await effect(connection)


async def test_a_question_is_forgotten_after_its_minutes(database: Database) -> None:
    clock = FakeClock()
    memory = Memory(database, BOT_ID, minutes=15, now=clock)
    await remember(database, memory)
    clock.now_s += 15 * 60 - 1
    assert await memory.previous(ASKER) == YARMUK
    clock.now_s += 1
    assert await memory.previous(ASKER) is None


async def test_nothing_is_remembered_for_no_minutes(database: Database) -> None:
    memory = Memory(database, BOT_ID, minutes=0, now=FakeClock())
    await remember(database, memory)
    assert not memory.keeps_questions
    assert await memory.previous(ASKER) is None


async def test_what_was_never_written_is_not_known(database: Database) -> None:
    memory = Memory(database, BOT_ID, minutes=15, now=FakeClock())
    assert await memory.reply_to(-100, 5) is None
    assert await memory.answered_on(Card(-100, 5)) is None
    assert await memory.carried_on(Card(-100, 5)) is None
