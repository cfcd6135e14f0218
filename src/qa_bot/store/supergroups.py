"""A group that became a supergroup: another number, and its messages counted anew."""

from sqlalchemy import Column, Delete, Table, delete, exists, func, select, update

from qa_bot.store.database import Connection
from qa_bot.store.tables import LETTERS, METADATA

# What a letter knows by the numbers of the old group's messages and topics.
_OF_THE_OLD_GROUP = ("message_id", "question_id", "reply_to", "edits", "topic_id", "fades_at")


async def move(connection: Connection, bot_id: int, old_id: int, new_id: int) -> int:
    """Return how many rows were moved from a group to the supergroup that it became; the second time none.

    Of what is there once only, the old group's goes before what the new one has got since.
    """
    if connection.dialect.name == "postgresql":
        # Both chats tell it at the same moment: each would hold rows that the other waits for.
        await connection.execute(select(func.pg_advisory_xact_lock(old_id)))
    moved = 0
    for table in METADATA.sorted_tables:
        chat: Column[int] = table.c[table.info["chat"]]
        if chat.primary_key:
            await connection.execute(_twice(table, chat, bot_id, old_id, new_id))
        values: dict[str, int | None] = {chat.name: new_id}
        if table is LETTERS:
            values |= dict.fromkeys(_OF_THE_OLD_GROUP)
        of_it = table.c.bot_id == bot_id, chat == old_id
        moved += (await connection.execute(update(table).where(*of_it).values(**values))).rowcount
    return moved


def _twice(table: Table, chat: "Column[int]", bot_id: int, old_id: int, new_id: int) -> Delete:
    """Return what deletes the new chat's rows that differ from one of the old chat's in the chat alone."""
    old = table.alias()
    same = [old.c[column.name] == column for column in table.primary_key if column is not chat]
    is_there = exists().where(old.c[chat.name] == old_id, *same)
    return delete(table).where(table.c.bot_id == bot_id, chat == new_id, is_there)
