"""One program a bot: who works off its inbox holds a lock, and a second one would do everything twice.

SQLite's is a lock on a file: it ends with the program alone. PostgreSQL's belongs to a connection, which may end
before: so each transaction looks whether it still holds, and whoever takes it waits for those under way (see `Lease`).
"""

import asyncio
import fcntl
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import text

from qa_bot.errors import UnavailableError
from qa_bot.store.database import Connection, Database
from qa_bot.store.lease import LOCKS, Lease, another_program

# An older process of ours may take ten seconds to end.
PATIENCE_S = 15.0
_LOOK_S = 0.25


class Hold(Protocol):
    """A bot's part of the store, held by this program."""

    async def check(self, connection: Connection) -> None:
        """Make sure that it is held until the transaction's end.

        Raises:
            SetupError: another program holds it.
            UnavailableError: it is being taken again.
        """


@asynccontextmanager
async def owned(database: Database, bot_id: int, *, patience_s: float = PATIENCE_S) -> AsyncIterator[Hold]:
    """Hold a bot's part of the store until the end; a process that is killed lets go of it.

    Raises:
        SetupError: another program still holds it after `patience_s`.
        UnavailableError: the database can't be used now.
    """
    holding = _file_locked if database.is_sqlite else _leased
    async with holding(database, bot_id, time.monotonic() + patience_s) as hold:
        yield hold


async def is_owned(database: Database) -> bool:
    """Return whether a program works with the store.

    Raises:
        UnavailableError: the database can't be used now.
    """
    if database.is_sqlite:
        file = Path(database.shown)
        return any(_is_locked(lock) for lock in file.parent.glob(f"{file.name}-bot*.lock"))
    query = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = :locks AND granted")
    async with database.read() as connection:
        found = await connection.execute(query, {"locks": LOCKS})
        return bool(found.scalar())


@asynccontextmanager
async def _file_locked(database: Database, bot_id: int, until_s: float) -> AsyncIterator[Hold]:
    try:
        file = os.open(f"{database.shown}-bot{bot_id}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise UnavailableError(f"The store {database.shown} can't be locked: {error.strerror}") from error
    try:
        while not _lock(file):
            await _wait(until_s, database)
        yield _Locked()
    finally:
        os.close(file)


class _Locked:
    """A file's lock, which nobody can take away."""

    async def check(self, connection: Connection) -> None:
        """Do nothing."""


@asynccontextmanager
async def _leased(database: Database, bot_id: int, until_s: float) -> AsyncIterator[Hold]:
    lease = Lease(database, bot_id)
    try:
        while not await lease.take():
            await _wait(until_s, database)
        yield lease
    finally:
        await lease.let_go()


async def _wait(until_s: float, database: Database) -> None:
    if time.monotonic() >= until_s:
        raise another_program(database)
    await asyncio.sleep(_LOOK_S)


def _is_locked(path: Path) -> bool:
    file = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        return not _lock(file)
    finally:
        os.close(file)


def _lock(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
