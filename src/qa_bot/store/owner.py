"""One program a bot: who works off its inbox holds a lock, and a second one would do everything twice."""

import asyncio
import fcntl
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import text

from qa_bot.errors import SetupError, UnavailableError
from qa_bot.store.database import Database

# An older process of ours may take ten seconds to end.
PATIENCE_S = 15.0
_LOOK_S = 0.25
# PostgreSQL's advisory locks have two numbers: whose they are, and which bot's.
_LOCKS = 7_135_002
_LARGEST = 0x7FFF_FFFF


@asynccontextmanager
async def owned(database: Database, bot_id: int, *, patience_s: float = PATIENCE_S) -> AsyncIterator[None]:
    """Hold a bot's part of the store until the end; a process that is killed lets go of it.

    Raises:
        SetupError: another program still holds it after `patience_s`.
        UnavailableError: the database can't be used now.
    """
    holding = _file_locked if database.is_sqlite else _number_locked
    async with holding(database, bot_id, time.monotonic() + patience_s):
        yield


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
        found = await connection.execute(query, {"locks": _LOCKS})
        return bool(found.scalar())


@asynccontextmanager
async def _file_locked(database: Database, bot_id: int, until_s: float) -> AsyncIterator[None]:
    try:
        file = os.open(f"{database.shown}-bot{bot_id}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise UnavailableError(f"The store {database.shown} can't be locked: {error.strerror}") from error
    try:
        while not _lock(file):
            await _wait(until_s, database)
        yield
    finally:
        os.close(file)


@asynccontextmanager
async def _number_locked(database: Database, bot_id: int, until_s: float) -> AsyncIterator[None]:
    numbers = {"locks": _LOCKS, "bot": bot_id & _LARGEST}
    # The lock belongs to this connection: it ends with it, also where the program is killed.
    async with database.outside() as connection:
        while not (await connection.execute(text("SELECT pg_try_advisory_lock(:locks, :bot)"), numbers)).scalar():
            await _wait(until_s, database)
        try:
            yield
        finally:
            await connection.invalidate()


async def _wait(until_s: float, database: Database) -> None:
    if time.monotonic() >= until_s:
        raise SetupError(
            f"Another program works with this bot's part of the store {database.shown}.",
            command="stop the other one, or give each its own bot from @BotFather",
        )
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
