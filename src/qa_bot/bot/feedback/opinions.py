"""Votes and unanswered questions of one bot, as handlers keep them and read them."""

from collections.abc import Callable
from functools import partial

from qa_bot.bot.turn import Effect
from qa_bot.store import unanswered, votes
from qa_bot.store.database import Connection, Database
from qa_bot.store.questions import Speaker
from qa_bot.store.votes import Voice, Vote


class Opinions:
    """A bot's part of what people think of it."""

    def __init__(self, database: Database, bot_id: int, *, now: Callable[[], float]) -> None:
        self._database = database
        self._bot_id = bot_id
        self._now = now

    def casting(self, voice: Voice, vote: Vote) -> Effect:
        """Return what keeps a vote, at the end of a turn."""
        return partial(self._cast, voice, vote)

    def taking_back(self, voice: Voice) -> Effect:
        """Return what forgets a vote, at the end of a turn."""
        return partial(self._take_back, voice)

    def noting(self, speaker: Speaker, question: str) -> Effect:
        """Return what keeps a question that the texts didn't answer, at the end of a turn."""
        return partial(self._note, speaker, question)

    async def unanswered_in(self, chat_id: int, *, after_s: float = 0) -> list[str]:
        """Return the questions of a chat, asked after `after_s`, that the texts didn't answer; the newest first.

        Raises:
            UnavailableError: the store can't be used now.
        """
        async with self._database.read() as connection:
            return await unanswered.unanswered_in(connection, self._bot_id, chat_id, after_s=after_s)

    async def _cast(self, voice: Voice, vote: Vote, connection: Connection) -> None:
        await votes.cast(connection, self._bot_id, voice, vote, now_s=self._now())

    async def _take_back(self, voice: Voice, connection: Connection) -> None:
        await votes.take_back(connection, self._bot_id, voice)

    async def _note(self, speaker: Speaker, question: str, connection: Connection) -> None:
        chat_id, asker_id = speaker.chat_id, speaker.asker_id
        await unanswered.note(connection, self._bot_id, chat_id, asker_id, question, now_s=self._now())
