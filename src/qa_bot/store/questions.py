"""What each speaker asked last, so that «ومن قادها؟» can follow."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, insert, select

from qa_bot.model.answer import Understood
from qa_bot.store import understood as understood_json
from qa_bot.store.database import Connection
from qa_bot.store.tables import QUESTIONS


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose conversation it is: `topic_id` is None outside topics, `asker_id` a user's or a sender chat's."""

    chat_id: int
    topic_id: int | None
    asker_id: int


async def remember(
    connection: Connection, bot_id: int, speaker: Speaker, understood: Understood, *, now_s: float
) -> None:
    """Remember `understood` as the speaker's last question."""
    row = _key(bot_id, speaker) | {"understood": understood_json.written(understood), "said_at": now_s}
    await connection.execute(delete(QUESTIONS).where(*_of(bot_id, speaker)))
    await connection.execute(insert(QUESTIONS).values(**row))


async def previous(connection: Connection, bot_id: int, speaker: Speaker, *, after_s: float) -> Understood | None:
    """Return the speaker's last question, None where there is none or it was asked at `after_s` or before."""
    query = select(QUESTIONS.c.understood).where(*_of(bot_id, speaker), QUESTIONS.c.said_at > after_s)
    line = (await connection.execute(query)).scalar()
    return understood_json.read(line) if line is not None else None


def _key(bot_id: int, speaker: Speaker) -> dict[str, int]:
    topic_id = speaker.topic_id or 0
    return {"bot_id": bot_id, "chat_id": speaker.chat_id, "topic_id": topic_id, "asker_id": speaker.asker_id}


def _of(bot_id: int, speaker: Speaker) -> list[ColumnElement[bool]]:
    return [QUESTIONS.c[name] == value for name, value in _key(bot_id, speaker).items()]
