"""What people think of the bot's answers."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, insert, select

from qa_bot.store.database import Connection
from qa_bot.store.tables import VOTES


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose vote, and on which card."""

    chat_id: int
    message_id: int
    voter_id: int


@dataclass(frozen=True, slots=True)
class Vote:
    """Whether a card was liked; where its chat keeps questions, on which question and about which sentence.

    A card that wasn't liked may come with the sentence that would have been right.
    """

    liked: bool
    question: str | None = None
    passage_id: str | None = None
    sentence: str | None = None


async def cast(connection: Connection, bot_id: int, voice: Voice, vote: Vote, *, now_s: float) -> None:
    """Keep a vote, in the place of the one before by the same voice."""
    await take_back(connection, bot_id, voice)
    row = {"bot_id": bot_id, "chat_id": voice.chat_id, "message_id": voice.message_id, "voter_id": voice.voter_id}
    said = {"liked": vote.liked, "question": vote.question, "passage_id": vote.passage_id, "sentence": vote.sentence}
    await connection.execute(insert(VOTES).values(**row, **said, voted_at=now_s))


async def take_back(connection: Connection, bot_id: int, voice: Voice) -> None:
    """Forget the vote of a voice, where there is one."""
    await connection.execute(delete(VOTES).where(*_of(bot_id, voice)))


async def judged(connection: Connection) -> list[Vote]:
    """Return the votes that say which sentence answers which question, oldest first."""
    known = VOTES.c.question.is_not(None), VOTES.c.sentence.is_not(None)
    columns = VOTES.c.liked, VOTES.c.question, VOTES.c.passage_id, VOTES.c.sentence
    rows = await connection.execute(select(*columns).where(*known).order_by(VOTES.c.voted_at))
    return [Vote(row.liked, row.question, row.passage_id, row.sentence) for row in rows]


def _of(bot_id: int, voice: Voice) -> list[ColumnElement[bool]]:
    return [
        VOTES.c.bot_id == bot_id,
        VOTES.c.chat_id == voice.chat_id,
        VOTES.c.message_id == voice.message_id,
        VOTES.c.voter_id == voice.voter_id,
    ]
