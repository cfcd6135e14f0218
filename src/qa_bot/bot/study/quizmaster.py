"""Quizzes as the bot asks them: made from the texts, noted, answered, counted."""

from collections.abc import Callable, Sequence
from functools import partial

from qa_bot.answering.service import AnsweringService
from qa_bot.bot.study.chosen import chosen
from qa_bot.bot.turn import Effect
from qa_bot.store import quizzes
from qa_bot.store.database import Connection, Database
from qa_bot.store.quizzes import Answered, Asked, Vote
from qa_bot.store.schedules import Details
from qa_bot.study.quiz.maker import QuizMaker
from qa_bot.study.quiz.question import QuizQuestion

# A chat doesn't meet the passages of so many last questions again.
_REMEMBERED = 200


class Quizmaster:
    """Makes a bot's questions and keeps count of the answers. Every function may raise UnavailableError."""

    def __init__(self, service: AnsweringService, database: Database, bot_id: int, *, now: Callable[[], float]) -> None:
        self._service = service
        self._database = database
        self._bot_id = bot_id
        self._now = now
        self._maker = QuizMaker()

    async def question(self, chat_id: int, details: Details) -> QuizQuestion | None:
        """Return a question for a chat from the texts chosen, of no passage that it met lately; None for none."""
        async with self._database.read() as connection:
            met = await quizzes.recent_passages(connection, self._bot_id, chat_id, most=_REMEMBERED)
        engine = await self._service.texts_now()
        documents = chosen(await engine.library(), details)
        seed = f"{chat_id} {self._now()}"
        found = await self._maker.make(engine, documents, seed=seed, avoid=met)
        # Of a small library all was asked before long: better again than never.
        return found or (await self._maker.make(engine, documents, seed=seed) if met else None)

    def noting(self, vote: Vote) -> Effect:
        """Return what notes an answer, at the end of a turn."""
        return partial(self._note, vote)

    def taking_back(self, poll_id: str, user_id: int) -> Effect:
        """Return what forgets an answer, at the end of a turn."""
        return partial(quizzes.take_back, bot_id=self._bot_id, poll_id=poll_id, user_id=user_id)

    async def answers_in(self, chat_id: int) -> list[Answered]:
        """Return every answer to a chat's questions, in the order in which they came."""
        async with self._database.read() as connection:
            return await quizzes.answers_in(connection, self._bot_id, chat_id)

    async def questions_in(self, chat_id: int) -> Sequence[Asked]:
        """Return a chat's questions in the order in which they were asked."""
        async with self._database.read() as connection:
            return await quizzes.questions_in(connection, self._bot_id, chat_id)

    async def _note(self, vote: Vote, connection: Connection) -> None:
        await quizzes.answer(connection, self._bot_id, vote, now_s=self._now())
