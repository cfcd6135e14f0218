"""What a bot knows of those who write to it, as handlers hand it out and forget it."""

from dataclasses import asdict

from qa_bot.own_texts.desk import OwnTexts
from qa_bot.store.database import Database
from qa_bot.store.people import as_json, forget_user, known_of_user


class People:
    """A bot's part of what the store knows of people, and the texts that they added in private.

    A private chat has its user's number; who added a group's texts isn't known.
    """

    def __init__(self, database: Database, bot_id: int, own: OwnTexts) -> None:
        self._database = database
        self._bot_id = bot_id
        self._own = own

    async def papers(self, user_id: int) -> bytes:
        """Return all that is known of a user, as a file of JSON.

        Raises:
            UnavailableError: the store can't be used now.
        """
        async with self._database.read() as connection:
            known = await known_of_user(connection, user_id, self._bot_id)
        known["own_texts"] = [asdict(text) for text in self._own.texts(user_id)]
        return as_json(known).encode("utf-8", "replace")

    async def forget(self, user_id: int) -> None:
        """Take away all that is known of a user, for good.

        Raises:
            UnavailableError: the store can't be used now.
        """
        await self._own.delete_all(user_id)
        await forget_user(self._database, user_id, self._bot_id)
