"""Where readers stopped, as handlers ask it."""

from collections.abc import Callable
from functools import partial

from qa_bot.bot.turn import Effect
from qa_bot.store import bookmarks
from qa_bot.store.bookmarks import Bookmark
from qa_bot.store.database import Connection, Database


class Places:
    """A bot's bookmarks."""

    def __init__(self, database: Database, bot_id: int, *, now: Callable[[], float]) -> None:
        self._database = database
        self._bot_id = bot_id
        self._now = now

    async def place_in(self, reader_id: int, document_key: bytes) -> int | None:
        """Return where the reader stopped in this text, None where they never read it.

        Raises:
            UnavailableError: the store can't be used now.
        """
        async with self._database.read() as connection:
            return await bookmarks.place_in(connection, self._bot_id, reader_id, document_key)

    async def last_read(self, reader_id: int) -> bytes | None:
        """Return the key of the text that the reader read last, None where there is none.

        Raises:
            UnavailableError: the store can't be used now.
        """
        async with self._database.read() as connection:
            return await bookmarks.last_read(connection, self._bot_id, reader_id)

    def keeping(self, bookmark: Bookmark) -> Effect:
        """Return what keeps a bookmark, at the end of a turn."""
        return partial(self._keep, bookmark)

    async def _keep(self, bookmark: Bookmark, connection: Connection) -> None:
        await bookmarks.keep(connection, self._bot_id, bookmark, now_s=self._now())
