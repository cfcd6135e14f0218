"""Forgetting in time: what is done, and what nobody asks about any more."""

from sqlalchemy import delete

from qa_bot.store.database import Connection
from qa_bot.store.tables import BOOKMARKS, LETTERS, QUESTIONS, UPDATES


async def prune(connection: Connection, *, ended_before_s: float, said_before_s: float, read_before_s: float) -> int:
    """Return how many rows were taken away.

    They are updates and letters that ended, questions asked, and bookmarks put in, before these times.
    """
    due = (
        delete(UPDATES).where(UPDATES.c.ended_at < ended_before_s),
        delete(LETTERS).where(LETTERS.c.ended_at < ended_before_s),
        delete(QUESTIONS).where(QUESTIONS.c.said_at < said_before_s),
        delete(BOOKMARKS).where(BOOKMARKS.c.read_at < read_before_s),
    )
    return sum([(await connection.execute(each)).rowcount for each in due])
