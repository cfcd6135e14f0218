"""What every store keeps for those who study: the same tests for SQLite and PostgreSQL."""

from qa_bot.store import bookmarks
from qa_bot.store.bookmarks import Bookmark
from qa_bot.store.database import Database
from qa_bot.store.people import forget_user, known_of_chat
from qa_bot.store.pruning import prune
from stores import BOT_ID

READER, OTHER = 6_000_000_001, 8
AJNADAYN, YARMUK = b"\x00ajna", b"yarmu"


async def keep(database: Database, *kept: Bookmark, now_s: float = 1_000.0) -> None:
    async with database.write() as connection:
        for bookmark in kept:
            await bookmarks.keep(connection, BOT_ID, bookmark, now_s=now_s)


async def place_in(database: Database, reader_id: int, key: bytes, bot_id: int = BOT_ID) -> int | None:
    async with database.read() as connection:
        return await bookmarks.place_in(connection, bot_id, reader_id, key)


async def last_read(database: Database, reader_id: int) -> bytes | None:
    async with database.read() as connection:
        return await bookmarks.last_read(connection, BOT_ID, reader_id)


# Bookmarks


async def test_each_reader_has_one_place_in_each_text(database: Database) -> None:
    await keep(database, Bookmark(READER, AJNADAYN, 10), Bookmark(READER, YARMUK, 20), Bookmark(OTHER, AJNADAYN, 30))
    await keep(database, Bookmark(READER, AJNADAYN, 40))
    assert await place_in(database, READER, AJNADAYN) == 40
    assert await place_in(database, READER, YARMUK) == 20
    assert await place_in(database, OTHER, AJNADAYN) == 30
    assert await place_in(database, OTHER, YARMUK) is None
    assert await place_in(database, READER, AJNADAYN, bot_id=124) is None


async def test_the_text_read_last_is_known(database: Database) -> None:
    assert await last_read(database, READER) is None
    await keep(database, Bookmark(READER, AJNADAYN, 10), now_s=1.0)
    await keep(database, Bookmark(READER, YARMUK, 10), now_s=2.0)
    assert await last_read(database, READER) == YARMUK
    await keep(database, Bookmark(READER, AJNADAYN, 11), now_s=3.0)
    assert await last_read(database, READER) == AJNADAYN


async def test_bookmarks_of_long_ago_go_and_a_forgotten_readers_too(database: Database) -> None:
    await keep(database, Bookmark(READER, AJNADAYN, 10), now_s=1.0)
    await keep(database, Bookmark(READER, YARMUK, 20), Bookmark(OTHER, YARMUK, 30), now_s=2.0)
    async with database.write() as connection:
        assert await prune(connection, ended_before_s=0, said_before_s=0, read_before_s=2.0) == 1
    assert await place_in(database, READER, AJNADAYN) is None
    async with database.read() as connection:
        [row] = (await known_of_chat(connection, READER))["bookmarks"]
    assert row["place"] == 20
    assert await forget_user(database, READER) == 1
    assert await place_in(database, READER, YARMUK) is None
    assert await place_in(database, OTHER, YARMUK) == 30
