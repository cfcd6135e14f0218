"""PostgreSQL's lock on a bot's part of the store: lost with its connection, seen to be lost, and taken again."""

import asyncio
import logging
from contextlib import AsyncExitStack

from sqlalchemy import text

from qa_bot.errors import QaBotError, SetupError, UnavailableError
from qa_bot.store.database import Connection, Database

# PostgreSQL's advisory locks have two numbers: whose they are, and which bot's.
LOCKS = 7_135_002
_GATES = 7_135_003
_LARGEST = 0x7FFF_FFFF
_TAKE = text("SELECT pg_try_advisory_lock(:locks, :bot), pg_backend_pid()")
_HELD = text(
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = :locks AND objid = :bot AND pid = :pid"
    " AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
_PASS = text("SELECT pg_advisory_xact_lock_shared(:gates, :bot)")
_SHUT = text("SELECT pg_advisory_lock(:gates, :bot)")
_OPEN = text("SELECT pg_advisory_unlock(:gates, :bot)")

_LOG = logging.getLogger(__name__)


class Lease:
    """A bot's lock, on a connection of its own.

    Each transaction passes a gate, which is shared, and then looks whether the lock still holds; who takes the lock
    shuts the gate for a moment, and so waits for the transactions of whoever held it before.
    """

    def __init__(self, database: Database, bot_id: int) -> None:
        self._database = database
        self._bot = bot_id & _LARGEST
        self._pid = 0
        self._opened = AsyncExitStack()
        self._connection: Connection | None = None
        self._taking: asyncio.Task[None] | None = None
        self._taken_away = False

    async def take(self) -> bool:
        """Return whether the lock is held now.

        Raises:
            UnavailableError: the database can't be used now.
        """
        await self.let_go()
        connection = self._connection = await self._opened.enter_async_context(self._database.outside())
        taken, pid = (await connection.execute(_TAKE, {"locks": LOCKS, "bot": self._bot})).one()
        if not taken:
            await self.let_go()
            return False
        for gate in (_SHUT, _OPEN):
            await connection.execute(gate, {"gates": _GATES, "bot": self._bot})
        self._pid = pid
        return True

    async def let_go(self) -> None:
        """Give the lock up, where it is held, and its connection."""
        connection, self._connection = self._connection, None
        if connection is not None:
            # The lock would outlive a return to the pool.
            await connection.invalidate()
            await self._opened.aclose()

    async def check(self, connection: Connection) -> None:
        """Make sure that the lock is held until the transaction's end.

        Raises:
            SetupError: another program holds it.
            UnavailableError: it was lost, and is being taken again.
        """
        await connection.execute(_PASS, {"gates": _GATES, "bot": self._bot})
        asked = {"locks": LOCKS, "bot": self._bot, "pid": self._pid}
        if (await connection.execute(_HELD, asked)).scalar():
            return
        if self._taken_away:
            raise another_program(self._database)
        # Not here: taking it waits for this very transaction.
        if self._taking is None or self._taking.done():
            self._taking = asyncio.create_task(self._take_again())
        raise UnavailableError(f"The lock on the store {self._database.shown} was lost", retry_after_s=1.0)

    async def _take_again(self) -> None:
        try:
            self._taken_away = not await self.take()
        except QaBotError as fault:
            _LOG.warning("The store's lock can't be taken again yet: %s", fault)
        else:
            if not self._taken_away:
                _LOG.warning("The store's lock was lost with its connection, and is taken again")


def another_program(database: Database) -> SetupError:
    """Return the error that tells of a second program."""
    return SetupError(
        f"Another program works with this bot's part of the store {database.shown}.",
        command="stop the other one, or give each its own bot from @BotFather",
    )
