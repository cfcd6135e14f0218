"""Quiz questions that were asked in chats, and who answered them how."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import and_, delete, insert, select

from qa_bot.store.database import Connection
from qa_bot.store.tables import QUIZ_ANSWERS, QUIZZES


@dataclass(frozen=True, slots=True)
class Poll:
    """A quiz as Telegram has it, and what it was made from.

    `asked` is the sentence with its gap, `passage_id` where it stands; `anonymous` tells that nobody's answer is told.
    """

    question: str
    options: tuple[str, ...]
    right: int
    explanation: str
    asked: str
    passage_id: str
    anonymous: bool = False

    @classmethod
    def of(cls, held: Mapping[str, Any]) -> Self:
        """Return the poll that `asdict` and JSON have taken apart."""
        return cls(**{**held, "options": tuple(held["options"])})


@dataclass(frozen=True, slots=True)
class Vote:
    """An answer to a quiz: the number of the option; `name` is how whoever answered was called then."""

    poll_id: str
    user_id: int
    name: str
    option: int


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer to one of a chat's questions."""

    user_id: int
    name: str
    right: bool
    answered_at_s: float


@dataclass(frozen=True, slots=True)
class Asked:
    """One of a chat's questions: the sentence with its gap, what stood there, and how it was answered."""

    asked: str
    answer: str
    asked_at_s: float
    answers: int
    right: int


async def asked(connection: Connection, bot_id: int, poll_id: str, chat_id: int, poll: Poll, *, now_s: float) -> None:
    """Note that a quiz stands in a chat."""
    row = {"asked": poll.asked, "answer": poll.options[poll.right], "right_option": poll.right, "asked_at": now_s}
    where = {"bot_id": bot_id, "poll_id": poll_id, "chat_id": chat_id, "passage_id": poll.passage_id}
    await connection.execute(insert(QUIZZES).values(**where, **row))


async def answer(connection: Connection, bot_id: int, vote: Vote, *, now_s: float) -> None:
    """Note an answer, in the place of an earlier one of the same user's."""
    await take_back(connection, bot_id, vote.poll_id, vote.user_id)
    row = {"poll_id": vote.poll_id, "user_id": vote.user_id, "name": vote.name, "chosen_option": vote.option}
    await connection.execute(insert(QUIZ_ANSWERS).values(bot_id=bot_id, answered_at=now_s, **row))


async def take_back(connection: Connection, bot_id: int, poll_id: str, user_id: int) -> None:
    """Forget an answer."""
    of_it = QUIZ_ANSWERS.c.bot_id == bot_id, QUIZ_ANSWERS.c.poll_id == poll_id, QUIZ_ANSWERS.c.user_id == user_id
    await connection.execute(delete(QUIZ_ANSWERS).where(*of_it))


async def recent_passages(connection: Connection, bot_id: int, chat_id: int, *, most: int) -> frozenset[str]:
    """Return the ids of the passages that a chat's last questions were made of."""
    in_chat = QUIZZES.c.bot_id == bot_id, QUIZZES.c.chat_id == chat_id
    query = select(QUIZZES.c.passage_id).where(*in_chat).order_by(QUIZZES.c.asked_at.desc()).limit(most)
    return frozenset((await connection.execute(query)).scalars())


async def answers_in(connection: Connection, bot_id: int, chat_id: int) -> list[Answered]:
    """Return every answer to a chat's questions, in the order in which they came."""
    same = and_(QUIZZES.c.bot_id == QUIZ_ANSWERS.c.bot_id, QUIZZES.c.poll_id == QUIZ_ANSWERS.c.poll_id)
    right = (QUIZ_ANSWERS.c.chosen_option == QUIZZES.c.right_option).label("right")
    names = QUIZ_ANSWERS.c.user_id, QUIZ_ANSWERS.c.name, right, QUIZ_ANSWERS.c.answered_at
    query = select(*names).join(QUIZZES, same).where(QUIZZES.c.bot_id == bot_id, QUIZZES.c.chat_id == chat_id)
    rows = await connection.execute(query.order_by(QUIZ_ANSWERS.c.answered_at, QUIZ_ANSWERS.c.user_id))
    return [Answered(row.user_id, row.name, bool(row.right), row.answered_at) for row in rows]


async def questions_in(connection: Connection, bot_id: int, chat_id: int) -> list[Asked]:
    """Return a chat's questions in the order in which they were asked, with how they were answered."""
    in_chat = QUIZZES.c.bot_id == bot_id, QUIZZES.c.chat_id == chat_id
    found = (await connection.execute(select(QUIZZES).where(*in_chat).order_by(QUIZZES.c.asked_at))).all()
    same = and_(QUIZZES.c.bot_id == QUIZ_ANSWERS.c.bot_id, QUIZZES.c.poll_id == QUIZ_ANSWERS.c.poll_id)
    chosen = select(QUIZ_ANSWERS.c.poll_id, QUIZ_ANSWERS.c.chosen_option).join(QUIZZES, same).where(*in_chat)
    options: dict[str, list[int]] = {}
    for row in await connection.execute(chosen):
        options.setdefault(row.poll_id, []).append(row.chosen_option)
    return [
        Asked(
            row.asked, row.answer, row.asked_at, len(options.get(row.poll_id, ())),
            options.get(row.poll_id, []).count(row.right_option),
        )
        for row in found
    ]  # fmt: skip
