"""What is known of a chat, and forgetting a user."""

from typing import Any

from sqlalchemy import ColumnElement, Table, delete, or_, select, text

from qa_bot.store.database import Connection, Database
from qa_bot.store.tables import METADATA


async def known_of_chat(connection: Connection, chat_id: int) -> dict[str, list[dict[str, Any]]]:
    """Return every row that belongs to a chat, by the name of its table, oldest first."""
    found = {}
    for table in METADATA.sorted_tables:
        rows = await connection.execute(select(table).where(_chat(table) == chat_id).order_by(*table.primary_key))
        found[table.name] = [dict(row) for row in rows.mappings()]
    return found


async def forget_user(database: Database, user_id: int) -> int:
    """Return how many rows were taken away: every one of a user's, and of the private chat with them.

    Raises:
        UnavailableError: the database can't be used now.
    """
    async with database.write() as connection:
        due = [delete(table).where(_of_user(table, user_id)) for table in METADATA.sorted_tables]
        gone = sum([(await connection.execute(each)).rowcount for each in due])
    if database.is_sqlite:
        # What was written before still stands in the log of changes until that is emptied.
        async with database.outside() as connection:
            await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    return gone


def _of_user(table: Table, user_id: int) -> ColumnElement[bool]:
    # A private chat has the number of the user in it.
    return or_(table.c[table.info["user"]] == user_id, _chat(table) == user_id)


def _chat(table: Table) -> ColumnElement[int]:
    return table.c[table.info["chat"]]
