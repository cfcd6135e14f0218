"""What every store does when it is looked after: its tables, its lock, its copies; the same for both databases."""

import asyncio
import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from qa_bot.errors import SetupError
from qa_bot.model.answer import QuestionKind, Understood
from qa_bot.store import letters, questions, updates
from qa_bot.store.backup import Copied, Restored, backup, restore
from qa_bot.store.chat_settings import ChatSettings, choose
from qa_bot.store.database import Database
from qa_bot.store.letters import Body, Draft
from qa_bot.store.migrate import Migration, migrate
from qa_bot.store.owner import is_owned, owned
from qa_bot.store.people import known_of_chat
from qa_bot.store.questions import Speaker
from qa_bot.store.tables import METADATA, NEWEST
from qa_bot.store.updates import Arrival
from stores import BOT_ID, new_sqlite

CHAT = 7
YARMUK = Understood("متى كانت اليرموك؟", QuestionKind.WHEN, "اليرموك")
OpenNew = Callable[[], Database]


def quietly(_rows: int) -> None:
    """Show no progress."""


async def fill(database: Database) -> None:
    async with database.write() as connection:
        arrivals = [Arrival(number, CHAT, None, {"text": "سؤال"}) for number in range(1_200)]
        await updates.receive(connection, BOT_ID, arrivals, now_s=1.5)
        await letters.put(connection, BOT_ID, 1, [Draft(CHAT, Body("نعم", "نعم"), understood=YARMUK)], now_s=2.0)
        await questions.remember(connection, BOT_ID, Speaker(CHAT, None, 8), YARMUK, now_s=3.0)
        await choose(connection, BOT_ID, CHAT, ChatSettings(language="en"))


async def held_by(database: Database) -> dict[str, list[dict[str, Any]]]:
    async with database.read() as connection:
        return await known_of_chat(connection, CHAT)


# Tables


async def test_an_empty_database_gets_its_tables_and_the_second_time_nothing(new_database: OpenNew) -> None:
    database = new_database()
    done = [await migrate(database), await migrate(database)]
    assert done == [Migration(None, NEWEST), Migration(NEWEST, NEWEST)]
    await database.aclose()


async def test_the_steps_make_the_tables_that_the_program_reads(database: Database) -> None:
    async with database.read() as connection:
        differences = await connection.run_sync(
            lambda plain: compare_metadata(MigrationContext.configure(plain, opts={"compare_type": True}), METADATA)
        )
    assert differences == []


async def test_tables_of_a_newer_program_are_left_alone(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SetupError, match="of a newer program") as caught:
        await migrate(database)
    assert caught.value.command == "install that version of qa-bot again, or restore a backup of before"


async def test_a_step_that_fails_leaves_nothing_half_made(new_database: OpenNew) -> None:
    database = new_database()
    async with database.write() as connection:
        # The last table of the step is there already, of another making.
        await connection.execute(text("CREATE TABLE questions (x INTEGER)"))
    with pytest.raises(Exception, match="questions"):
        await migrate(database)
    async with database.read() as connection:
        names = await connection.run_sync(lambda plain: plain.dialect.get_table_names(plain))
    assert names == ["questions"]
    await database.aclose()


# The lock


async def test_a_bot_has_one_program_and_another_bot_its_own(database: Database) -> None:
    assert not await is_owned(database)
    async with owned(database, BOT_ID), owned(database, BOT_ID + 1):
        assert await is_owned(database)
        with pytest.raises(SetupError, match="Another program works with this bot's part of the store"):
            async with owned(database, BOT_ID, patience_s=0.1):
                pass
    assert not await is_owned(database)
    async with owned(database, BOT_ID, patience_s=0.1):
        pass


HOLD = """
import asyncio, sys
from qa_bot.store.address import database_url
from qa_bot.store.chat_settings import ChatSettings, choose
from qa_bot.store.database import Database
from qa_bot.store.owner import owned
async def hold():
    async with owned(Database(database_url(sys.argv[1])), 123):
        print("held", flush=True)
        await asyncio.sleep(3600)
asyncio.run(hold())
"""


async def test_a_program_that_is_killed_lets_go(database: Database) -> None:
    url = database._engine.url.render_as_string(hide_password=False)
    program = await asyncio.create_subprocess_exec(sys.executable, "-c", HOLD, url, stdout=asyncio.subprocess.PIPE)
    assert program.stdout
    assert await program.stdout.readline() == b"held\n"
    assert await is_owned(database)
    program.kill()
    await program.communicate()
    async with owned(database, BOT_ID, patience_s=5.0):
        pass


# Copies


async def test_a_copy_put_back_holds_the_same_rows_and_numbers_go_on(
    database: Database, new_database: OpenNew, tmp_path: Path
) -> None:
    await fill(database)
    seen: list[int] = []
    assert await backup(database, tmp_path / "copy", seen.append) == Copied(1_203)
    assert seen == [500, 1_000, 1_203]
    other = new_database()
    assert await restore(other, tmp_path / "copy", quietly) == Restored(1_203)
    assert await held_by(other) == await held_by(database)
    async with other.write() as connection:
        [letter] = await letters.put(connection, BOT_ID, 2, [Draft(CHAT, Body("لا", "لا"))], now_s=4.0)
        assert letter.id == 2
    await other.aclose()


async def test_a_copy_moves_from_one_database_to_the_other(database: Database, tmp_path: Path) -> None:
    sqlite = new_sqlite(tmp_path / "other")
    await fill(sqlite)
    await backup(sqlite, tmp_path / "copy", quietly)
    await restore(database, tmp_path / "copy", quietly)
    assert await held_by(database) == await held_by(sqlite)
    await backup(database, tmp_path / "and-back", quietly)
    await restore(sqlite, tmp_path / "and-back", quietly, replace=True)
    assert await held_by(database) == await held_by(sqlite)
    await sqlite.aclose()


async def test_rows_are_replaced_only_where_that_is_said(database: Database, tmp_path: Path) -> None:
    await backup(database, tmp_path / "empty", quietly)
    await fill(database)
    with pytest.raises(SetupError, match="isn't empty") as caught:
        await restore(database, tmp_path / "empty", quietly)
    assert caught.value.command == f"qa-bot store restore --replace {tmp_path / 'empty'}"
    assert len((await held_by(database))["updates"]) == 1_200
    assert await restore(database, tmp_path / "empty", quietly, replace=True) == Restored(0)
    assert not any((await held_by(database)).values())


async def test_a_store_of_an_older_program_which_lacks_a_table_holds_rows_all_the_same(
    database: Database, tmp_path: Path
) -> None:
    await backup(database, tmp_path / "empty", quietly)
    async with database.write() as connection:
        await questions.remember(connection, BOT_ID, Speaker(CHAT, None, 8), YARMUK, now_s=3.0)
        await connection.execute(text("DROP TABLE letters"))
    with pytest.raises(SetupError, match="isn't empty"):
        await restore(database, tmp_path / "empty", quietly)
    assert await restore(database, tmp_path / "empty", quietly, replace=True) == Restored(0)
    assert not any((await held_by(database)).values())


async def test_nothing_is_put_back_under_a_running_bot(database: Database, tmp_path: Path) -> None:
    await backup(database, tmp_path / "copy", quietly)
    async with owned(database, BOT_ID):
        with pytest.raises(SetupError, match="A bot works with the store"):
            await restore(database, tmp_path / "copy", quietly, replace=True)


async def test_a_torn_copy_changes_nothing(database: Database, tmp_path: Path) -> None:
    await fill(database)
    await backup(database, tmp_path / "copy", quietly)
    whole = (tmp_path / "copy").read_bytes()
    lines = gzip.decompress(whole).splitlines(keepends=True)
    torn = {
        "cut": whole[: len(whole) // 2],
        "without its end": gzip.compress(b"".join(lines[:-1])),
        "with a row less": gzip.compress(b"".join([*lines[:5], *lines[6:]])),
        "something else": b"x",
        "empty": b"",
        "of another kind": gzip.compress(json.dumps({"a": 1}).encode()),
    }
    for name, content in torn.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(SetupError, match="is no backup of a store, or it is torn"):
            await restore(database, tmp_path / name, quietly, replace=True)
    assert len((await held_by(database))["updates"]) == 1_200


async def test_a_copy_of_a_newer_program_changes_nothing(database: Database, tmp_path: Path) -> None:
    await fill(database)
    lines = [{"qa_bot_store": 1, "version": "9999"}, {"rows": {}}]
    (tmp_path / "newer").write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode()))
    with pytest.raises(SetupError, match="of a newer program"):
        await restore(database, tmp_path / "newer", quietly, replace=True)
    assert len((await held_by(database))["updates"]) == 1_200


async def test_a_database_without_tables_is_not_copied(new_database: OpenNew, tmp_path: Path) -> None:
    database = new_database()
    with pytest.raises(SetupError, match="isn't up to date") as caught:
        await backup(database, tmp_path / "copy", quietly)
    assert caught.value.command == "qa-bot store migrate"
    await database.aclose()
