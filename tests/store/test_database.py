"""What is SQLite's, or PostgreSQL's, alone; what both do stands in tests/contract."""

import asyncio
import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import text

from postgresql import PostgresqlServer
from qa_bot.errors import SetupError, UnavailableError
from qa_bot.model.answer import QuestionKind, Understood
from qa_bot.store import questions, updates
from qa_bot.store.address import database_url, sqlite_url
from qa_bot.store.database import Database
from qa_bot.store.migrate import migrate
from qa_bot.store.people import forget_user
from qa_bot.store.questions import Speaker
from qa_bot.store.updates import Arrival
from stores import BOT_ID, new_sqlite

SECRET = "متى كانت اليرموك بيني وبينك؟"


async def count(database: Database) -> int:
    async with database.read() as connection:
        return len(await updates.unfinished(connection, BOT_ID))


async def receive(database: Database, update_id: int) -> None:
    async with database.write() as connection:
        await updates.receive(connection, BOT_ID, [Arrival(update_id, 7, 7, {"text": SECRET})], now_s=1.0)


async def test_a_new_file_is_its_owners_alone_and_its_folder_is_made(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "er" / "store.sqlite3"
    database = Database(sqlite_url(file))
    await migrate(database)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.with_name("store.sqlite3-wal").stat().st_mode) == 0o600
    await database.aclose()


async def test_every_change_is_written_through_to_the_disk_unless_it_need_not_last(tmp_path: Path) -> None:
    database = new_sqlite(tmp_path)
    told = {}
    for lasting in (True, False, True):
        async with database.write(lasting=lasting) as connection:
            told[lasting] = (await connection.execute(text("PRAGMA synchronous"))).scalar()
    async with database.read() as connection:
        pragmas = ("journal_mode", "foreign_keys", "busy_timeout", "secure_delete")
        found = [(await connection.execute(text(f"PRAGMA {name}"))).scalar() for name in pragmas]
    assert told == {True: 2, False: 1}
    assert found == ["wal", 1, 5_000, 1]
    await database.aclose()


async def test_another_program_that_writes_for_a_moment_is_waited_for(tmp_path: Path) -> None:
    database = new_sqlite(tmp_path)
    with sqlite3.connect(tmp_path / "qa_bot.sqlite3", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        writing = asyncio.create_task(receive(database, 1))
        await asyncio.sleep(0.1)
        assert not writing.done()
        other.execute("COMMIT")
        await writing
    other.close()
    assert await count(database) == 1
    await database.aclose()


async def test_readers_read_on_while_one_writes(tmp_path: Path) -> None:
    database = new_sqlite(tmp_path)
    async with database.write() as connection:
        await updates.receive(connection, BOT_ID, [Arrival(1, 7, 7, {})], now_s=1.0)
        assert await count(database) == 0
    assert await count(database) == 1
    await database.aclose()


async def test_a_folder_that_cannot_be_written_is_the_operators_to_mend(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(SetupError, match="can't be written") as caught:
        Database(sqlite_url(tmp_path / "file" / "store.sqlite3"))
    assert caught.value.command == "set QA_BOT_STORE to a file in a folder that can be written"


async def test_a_file_that_is_no_database_is_torn_and_the_operators_to_mend(tmp_path: Path) -> None:
    (tmp_path / "store").write_bytes(b"no database at all" * 100)
    database = Database(sqlite_url(tmp_path / "store"))
    with pytest.raises(SetupError, match=r"^The store .*/store is torn: file is not a database\.") as caught:
        await migrate(database)
    assert caught.value.command
    assert caught.value.command.startswith("qa-bot store restore --replace BACKUP, or without a backup move ")
    await database.aclose()


async def test_a_full_disk_is_an_outage_and_what_was_there_stays(tmp_path: Path) -> None:
    database = new_sqlite(tmp_path)
    await receive(database, 1)
    async with database.outside() as connection:
        pages = (await connection.execute(text("PRAGMA page_count"))).scalar()
        # SQLite takes a limit on pages as it takes the end of a disk.
        await connection.execute(text(f"PRAGMA max_page_count = {pages}"))

    async def fill_up() -> None:
        for update_id in range(2, 2_000):
            await receive(database, update_id)

    with pytest.raises(UnavailableError, match="database or disk is full"):
        await fill_up()
    assert await count(database) >= 1
    await database.aclose()


async def test_a_store_that_may_not_be_written_any_more_is_an_outage_and_is_read_on(tmp_path: Path) -> None:
    database = new_sqlite(tmp_path)
    await receive(database, 1)
    async with database.outside() as connection:
        # SQLite refuses to write as it does on a disk that was made read-only.
        await connection.execute(text("PRAGMA query_only = ON"))
    told = r"can't be used: attempt to write a readonly database \([\d,]+ MB are free on its disk\)$"
    with pytest.raises(UnavailableError, match=told):
        await receive(database, 2)
    assert await count(database) == 1
    await database.aclose()


async def test_of_a_forgotten_user_no_letter_is_left_in_the_files(tmp_path: Path) -> None:
    database = new_sqlite(tmp_path)
    understood = Understood(SECRET, QuestionKind.WHEN, "اليرموك")
    needle = b"\\u0628\\u064a\\u0646\\u0643"
    for number in range(50):
        await receive(database, number)
    async with database.write() as connection:
        await questions.remember(connection, BOT_ID, Speaker(-5, None, 7), understood, now_s=1.0)
    assert files_with(needle, tmp_path) != []
    await forget_user(database, 7)
    assert files_with(needle, tmp_path) == []
    await database.aclose()


def files_with(needle: bytes, folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir() if needle in file.read_bytes()]


async def test_a_server_that_went_is_an_outage_and_one_that_comes_back_is_used_again() -> None:
    with PostgresqlServer() as server:
        database = Database(database_url(server.new_database()))
        await migrate(database)
        await receive(database, 1)
        server.stop()
        with pytest.raises(UnavailableError, match=r"^The store store_.* at 127.0.0.1:.* can't be used: "):
            await receive(database, 2)
        server.start()
        await receive(database, 3)
        assert await count(database) == 2
        await database.aclose()


async def test_a_database_that_is_not_there_is_told_in_one_line_without_a_password() -> None:
    with PostgresqlServer() as server:
        url = database_url(server.new_database()).set(database="nowhere", password="secret")
        database = Database(url)
        with pytest.raises(UnavailableError, match=r'database "nowhere" does not exist$') as caught:
            await migrate(database)
        assert "secret" not in str(caught.value)
        await database.aclose()
