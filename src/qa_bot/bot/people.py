"""What a bot knows of those who write to it, as handlers hand it out and forget it."""

from qa_bot.store.database import Database
from qa_bot.store.people import as_json, forget_user, known_of_user


class People:
    """A bot's part of what the store knows of people."""

    def __init__(self, database: Database, bot_id: int) -> None:
        self._database = database
        self._bot_id = bot_id

    async def papers(self, user_id: int) -> bytes:
        """Return all that is known of a user, as a file of JSON.

        Raises:
            UnavailableError: the store can't be used now.
        """
        async with self._database.read() as connection:
            return as_json(await known_of_user(connection, user_id, self._bot_id)).encode("utf-8", "replace")

    async def forget(self, user_id: int) -> None:
        """Take away all that is known of a user, for good.

        Raises:
            UnavailableError: the store can't be used now.
        """
        await forget_user(self._database, user_id, self._bot_id)
