"""What was asked and answered before: «ومن قادها؟», a reply to a card, an edited question lean on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from qa_bot.bot.turn import Effect
from qa_bot.model.answer import Understood
from qa_bot.store import chat_settings, letters, questions, supergroups
from qa_bot.store.chat_settings import ChatSettings
from qa_bot.store.database import Connection, Database
from qa_bot.store.letters import Reply
from qa_bot.store.questions import Speaker


@dataclass(frozen=True, slots=True)
class Card:
    """An answer in a chat."""

    chat_id: int
    message_id: int


class Memory:
    """A bot's part of the store, as handlers ask it.

    A speaker's last question is forgotten after `minutes`; at 0 minutes no question is remembered, of cards neither.
    """

    def __init__(self, database: Database, bot_id: int, *, minutes: float, now: Callable[[], float]) -> None:
        self._database = database
        self._bot_id = bot_id
        self._life_s = minutes * 60
        self._now = now

    @property
    def keeps_questions(self) -> bool:
        """Return whether questions are remembered at all."""
        return self._life_s > 0

    async def previous(self, speaker: Speaker) -> Understood | None:
        """Return the speaker's last question, None where there is none or it's too long ago.

        Raises:
            UnavailableError: the store can't be used now.
        """
        async with self._database.read() as connection:
            after_s = self._now() - self._life_s
            return await questions.previous(connection, self._bot_id, speaker, after_s=after_s)

    async def answered_on(self, card: Card) -> Understood | None:
        """Return the question that a card answers, None where it isn't known any more.

        Raises:
            UnavailableError: the store can't be used now.
        """
        async with self._database.read() as connection:
            return await letters.answered_on(connection, self._bot_id, card.chat_id, card.message_id)

    async def carried_on(self, card: Card) -> Understood | None:
        """Return the follow-up that a card answered, with what it took from the question before; None where unknown.

        Raises:
            UnavailableError: the store can't be used now.
        """
        async with self._database.read() as connection:
            return await letters.carried_on(connection, self._bot_id, card.chat_id, card.message_id)

    async def reply_to(self, chat_id: int, message_id: int) -> Reply | None:
        """Return the bot's reply to this message, None where it is unknown.

        Raises:
            UnavailableError: the store can't be used now.
        """
        async with self._database.read() as connection:
            return await letters.reply_to(connection, self._bot_id, chat_id, message_id)

    async def picture_for(self, chat_id: int, message_id: int) -> int | None:
        """Return the id of the picture beside the bot's reply to this message, None where there is none.

        Raises:
            UnavailableError: the store can't be used now.
        """
        async with self._database.read() as connection:
            return await letters.picture_for(connection, self._bot_id, chat_id, message_id)

    async def settings_of(self, chat_id: int) -> ChatSettings:
        """Return what was chosen for a chat, the defaults where nothing was.

        Raises:
            UnavailableError: the store can't be used now.
        """
        async with self._database.read() as connection:
            return await chat_settings.settings_of(connection, self._bot_id, chat_id)

    async def asker_of(self, card: Card) -> int | None:
        """Return who asked what a card answers, a user's number or that of a sender chat; None where unknown.

        Raises:
            UnavailableError: the store can't be used now.
        """
        async with self._database.read() as connection:
            return await letters.asker_of(connection, self._bot_id, card.chat_id, card.message_id)

    def remembering(self, speaker: Speaker, understood: Understood) -> list[Effect]:
        """Return what remembers `understood` as the speaker's last question, at the end of a turn."""
        return [partial(self._remember, speaker, understood)] if self.keeps_questions else []

    def choosing(self, chat_id: int, changed: Mapping[str, Any]) -> Effect:
        """Return what changes some settings of a chat, by their names, at the end of a turn."""
        return partial(chat_settings.change, bot_id=self._bot_id, chat_id=chat_id, changed=changed)

    def using(self, user_id: int) -> Effect:
        """Return what notes that a user sent an inline answer to a chat, at the end of a turn."""

        async def note(connection: Connection) -> None:
            await letters.note_inline(connection, self._bot_id, user_id, now_s=self._now())

        return note

    def choosing_collections(self, chat_id: int, topic_id: int | None, chosen: tuple[str, ...]) -> Effect:
        """Return what chooses the collections of a chat, or of one of its topics, at the end of a turn."""
        return partial(chat_settings.bind, bot_id=self._bot_id, chat_id=chat_id, topic_id=topic_id, chosen=chosen)

    def moving(self, old_id: int, new_id: int) -> Effect:
        """Return what moves all that is known of a group to the supergroup that it became, at the end of a turn."""

        async def move(connection: Connection) -> None:
            await supergroups.move(connection, self._bot_id, old_id, new_id)

        return move

    async def _remember(self, speaker: Speaker, understood: Understood, connection: Connection) -> None:
        await questions.remember(connection, self._bot_id, speaker, understood, now_s=self._now())
