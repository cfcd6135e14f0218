"""Where readers stopped, each in each text."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, insert, select

from qa_bot.store.database import Connection
from qa_bot.store.tables import BOOKMARKS


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where a reader stopped: `place` is a code point of the text of the document with this key."""

    reader_id: int
    document_key: bytes
    place: int


async def keep(connection: Connection, bot_id: int, bookmark: Bookmark, *, now_s: float) -> None:
    """Keep a bookmark in the place of the one before it in the same text."""
    await connection.execute(delete(BOOKMARKS).where(*_of(bot_id, bookmark.reader_id, bookmark.document_key)))
    row = {"reader_id": bookmark.reader_id, "document_key": bookmark.document_key.hex(), "place": bookmark.place}
    await connection.execute(insert(BOOKMARKS).values(bot_id=bot_id, read_at=now_s, **row))


async def place_in(connection: Connection, bot_id: int, reader_id: int, document_key: bytes) -> int | None:
    """Return where the reader stopped in this text, None where they never read it."""
    query = select(BOOKMARKS.c.place).where(*_of(bot_id, reader_id, document_key))
    found: int | None = (await connection.execute(query)).scalar()
    return found


async def last_read(connection: Connection, bot_id: int, reader_id: int) -> bytes | None:
    """Return the key of the text that the reader read last, None where there is none."""
    of_reader = BOOKMARKS.c.bot_id == bot_id, BOOKMARKS.c.reader_id == reader_id
    query = select(BOOKMARKS.c.document_key).where(*of_reader).order_by(BOOKMARKS.c.read_at.desc()).limit(1)
    found = (await connection.execute(query)).scalar()
    return bytes.fromhex(found) if found is not None else None


def _of(bot_id: int, reader_id: int, document_key: bytes) -> list[ColumnElement[bool]]:
    known = {"bot_id": bot_id, "reader_id": reader_id, "document_key": document_key.hex()}
    return [BOOKMARKS.c[name] == value for name, value in known.items()]
