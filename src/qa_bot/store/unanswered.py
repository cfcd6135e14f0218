"""Questions that the texts didn't answer, of chats whose admins want them kept."""

from sqlalchemy import insert, select

from qa_bot.store.database import Connection
from qa_bot.store.tables import UNANSWERED

_MOST = 1_000


async def note(
    connection: Connection, bot_id: int, chat_id: int, asker_id: int, question: str, *, now_s: float
) -> None:
    """Keep a question."""
    row = {"bot_id": bot_id, "chat_id": chat_id, "asker_id": asker_id, "question": question, "asked_at": now_s}
    await connection.execute(insert(UNANSWERED).values(**row))


async def unanswered_in(
    connection: Connection, bot_id: int | None = None, chat_id: int | None = None, *, after_s: float = 0
) -> list[str]:
    """Return the last thousand questions of a bot and chat, or of all, asked after `after_s`, the newest first."""
    query = (
        select(UNANSWERED.c.question)
        .where(UNANSWERED.c.asked_at > after_s)
        .order_by(UNANSWERED.c.id.desc())
        .limit(_MOST)
    )
    if bot_id is not None:
        query = query.where(UNANSWERED.c.bot_id == bot_id)
    if chat_id is not None:
        query = query.where(UNANSWERED.c.chat_id == chat_id)
    return list((await connection.execute(query)).scalars())
