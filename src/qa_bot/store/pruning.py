"""Forgetting in time: what is done, and what nobody asks about any more."""

from sqlalchemy import delete, select

from qa_bot.store.database import Connection
from qa_bot.store.tables import BOOKMARKS, LETTERS, QUESTIONS, SCHEDULES, UNANSWERED, UPDATES, VOTES


async def prune(
    connection: Connection,
    *,
    ended_before_s: float,
    said_before_s: float,
    read_before_s: float,
    judged_before_s: float,
) -> int:
    """Return how many rows were taken away.

    They are updates and letters that ended, questions asked, bookmarks put in, and votes cast or unanswered questions
    kept, before these times. The last letter of what is sent at its time stays: the next time it counts whether it was
    refused.
    """
    last = select(SCHEDULES.c.letter_id).where(SCHEDULES.c.letter_id.is_not(None))
    due = (
        delete(UPDATES).where(UPDATES.c.ended_at < ended_before_s),
        delete(LETTERS).where(LETTERS.c.ended_at < ended_before_s, LETTERS.c.id.not_in(last)),
        delete(QUESTIONS).where(QUESTIONS.c.said_at < said_before_s),
        delete(BOOKMARKS).where(BOOKMARKS.c.read_at < read_before_s),
        delete(VOTES).where(VOTES.c.voted_at < judged_before_s),
        delete(UNANSWERED).where(UNANSWERED.c.asked_at < judged_before_s),
    )
    return sum([(await connection.execute(each)).rowcount for each in due])
