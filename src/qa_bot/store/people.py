"""What is known of a chat or a user, and forgetting a user."""

import json
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, delete, or_, select, text, true, update

from qa_bot.store.database import Connection, Database
from qa_bot.store.tables import METADATA, UPDATES
from qa_bot.store.updates import State

Known = dict[str, list[dict[str, Any]]]
"""Rows by the name of their table, oldest first."""


async def known_of_chat(connection: Connection, chat_id: int) -> Known:
    """Return every row that belongs to a chat."""
    return {table.name: await _rows(connection, table, _chat(table) == chat_id) for table in METADATA.sorted_tables}


async def known_of_user(connection: Connection, user_id: int, bot_id: int | None = None) -> Known:
    """Return every row that belongs to a user: in any chat, and those of the private chat with them.

    Those of one bot where `bot_id` says which.
    """
    tables = METADATA.sorted_tables
    return {table.name: await _rows(connection, table, _of_user(table, user_id, bot_id)) for table in tables}


def as_json(known: Known) -> str:
    """Return rows as JSON for people to read: what stands as JSON in a column is unfolded."""
    unfolded = {name: [{key: _unfolded(value) for key, value in row.items()} for row in known[name]] for name in known}
    return json.dumps(unfolded, ensure_ascii=False, indent=2)


async def forget_user(database: Database, user_id: int, bot_id: int | None = None) -> int:
    """Return how many rows were taken away: every one of a user's, and of the private chat with them.

    Those of one bot where `bot_id` says which. What others wrote in reply to the user is forgotten too where it was
    set aside; else it goes by itself as soon as it is answered.

    Raises:
        UnavailableError: the database can't be used now.
    """
    async with database.write() as connection:
        due = [delete(table).where(_of_user(table, user_id, bot_id)) for table in METADATA.sorted_tables]
        gone = sum([(await connection.execute(each)).rowcount for each in due])
        quoting = UPDATES.c.state == State.ASIDE, UPDATES.c.body.contains(f'"id": {user_id}')
        await connection.execute(update(UPDATES).where(*quoting).values(body=None))
    if database.is_sqlite:
        # What was written before still stands in the log of changes until that is emptied.
        async with database.outside() as connection:
            await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    return gone


async def _rows(connection: Connection, table: Table, which: ColumnElement[bool]) -> list[dict[str, Any]]:
    found = await connection.execute(select(table).where(which).order_by(*table.primary_key))
    return [dict(row) for row in found.mappings()]


def _of_user(table: Table, user_id: int, bot_id: int | None) -> ColumnElement[bool]:
    # A private chat has the number of the user in it.
    theirs = or_(table.c[table.info["user"]] == user_id, _chat(table) == user_id)
    return and_(theirs, true() if bot_id is None else table.c.bot_id == bot_id)


def _chat(table: Table) -> ColumnElement[int]:
    return table.c[table.info["chat"]]


def _unfolded(value: Any) -> Any:
    """Return what a column holds, read where it is JSON."""
    if not isinstance(value, str) or not value.startswith("{"):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
