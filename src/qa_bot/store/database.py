"""An open database: short transactions, and the house's errors instead of the driver's."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import URL, event, text
from sqlalchemy import Connection as SyncConnection
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
    SQLAlchemyError,
)
from sqlalchemy.exc import (
    TimeoutError as PoolTimeoutError,
)
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from qa_bot.errors import SetupError, UnavailableError
from qa_bot.store.address import shown

Connection = AsyncConnection
"""A connection within a transaction."""

# These are mistakes of ours: trying again later would meet them again.
_OURS = (DataError, IntegrityError, NotSupportedError, ProgrammingError)
_CONNECTIONS = 5
_CONNECT_S = 5
_ANSWER_S = 30
_BUSY_MS = 5_000
# Of a file that isn't as SQLite wrote it. Its codes hold the kind of fault in the lowest byte.
_TORN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_OF_THE_DISK = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY})
_PRIMARY = 0xFF
# WAL lets readers read while one writes. What is deleted is overwritten: forgotten means gone.
_ON_CONNECT = ("journal_mode = WAL", "foreign_keys = ON", f"busy_timeout = {_BUSY_MS}", "secure_delete = ON")


class Database:
    """A database's connections, opened as they are needed; `file` is the one that SQLite keeps, None elsewhere."""

    def __init__(self, url: URL) -> None:
        self.shown = shown(url)
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self.file = Path(str(url.database)) if self.is_sqlite else None
        if self.file is not None:
            make_file(self.file)
            self._foreign: tuple[type[Exception], ...] = (SQLAlchemyError, OSError)
            arguments: dict[str, Any] = {"timeout": _BUSY_MS / 1_000}
        else:
            # Here, not above: a program with SQLite needn't wait for its import.
            from asyncpg import PostgresError

            self._foreign = (SQLAlchemyError, OSError, PostgresError)
            arguments = {"timeout": _CONNECT_S, "command_timeout": _ANSWER_S}
        # A connection is looked at before its use: one that a restarted server has forgotten is made anew.
        self._engine = create_async_engine(
            url,
            connect_args=arguments,
            pool_size=_CONNECTIONS,
            pool_pre_ping=not self.is_sqlite,
            # The values of a statement may be someone's words: they stay out of errors and logs.
            hide_parameters=True,
        )
        # SQLite lets one write at a time: whoever waits here waits in line, without asking again and again.
        self._writing = asyncio.Lock() if self.is_sqlite else None
        if self.is_sqlite:
            event.listen(self._engine.sync_engine, "connect", _prepare)
            event.listen(self._engine.sync_engine, "begin", _begin)

    @asynccontextmanager
    async def read(self, *, at_one_moment: bool = False) -> AsyncIterator[Connection]:
        """Give a connection to read with; `at_one_moment` all that it reads is of one moment.

        Raises:
            SetupError: the file is torn.
            UnavailableError: the database can't be used now.
        """
        with self._turned():
            async with self._engine.connect() as connection:
                # With SQLite every transaction reads so.
                if at_one_moment and not self.is_sqlite:
                    await connection.execution_options(isolation_level="REPEATABLE READ")
                yield connection

    @asynccontextmanager
    async def write(self, *, lasting: bool = True) -> AsyncIterator[Connection]:
        """Give a connection whose changes are all kept at the end, or none of them after an error.

        What isn't `lasting` outlives the program, but perhaps not the machine's power: it spares a wait for the disk.

        Raises:
            SetupError: the file is torn.
            UnavailableError: the database can't be used now.
        """
        with self._turned():
            async with self._writing or nullcontext(), self._engine.connect() as connection:
                await connection.execution_options(writes=True, lasting=lasting)
                async with connection.begin():
                    if not (lasting or self.is_sqlite):
                        await connection.execute(text("SET LOCAL synchronous_commit TO off"))
                    yield connection

    @asynccontextmanager
    async def outside(self) -> AsyncIterator[Connection]:
        """Give a connection that stays open for long, each statement of which stands by itself.

        Raises:
            UnavailableError: the database can't be used now.
        """
        with self._turned():
            async with self._engine.connect() as connection:
                await connection.execution_options(isolation_level="AUTOCOMMIT")
                yield connection

    async def aclose(self) -> None:
        """Close the connections."""
        with self._turned():
            await self._engine.dispose()

    @contextmanager
    def _turned(self) -> Iterator[None]:
        """Turn the driver's errors into one that says what can't be used and why."""
        try:
            yield
        except _OURS:
            raise
        except self._foreign as error:
            reason = _reason(error, self.file)
            if _code(error) in _TORN:
                raise torn_store(self.shown, reason) from error
            raise UnavailableError(f"The store {self.shown} can't be used: {reason}") from error


def torn_store(shown: str, why: str) -> SetupError:
    """Return the error that tells of a torn store, and of the way out."""
    return SetupError(
        f"The store {shown} is torn: {why}.",
        command=f"qa-bot store restore --replace BACKUP, or without a backup move {shown} away: a new one is made",
    )


def make_file(file: Path) -> None:
    """Make the file, readable by its owner alone, where it is missing."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise cannot_be_written(file, error.strerror or str(error)) from error


def cannot_be_written(file: Path, why: str) -> SetupError:
    """Return the error that tells of a file that can't be made or written."""
    return SetupError(
        f"The store can't be written in {file}: {why}.",
        command="set QA_BOT_STORE to a file in a folder that can be written",
    )


def _code(error: Exception) -> int:
    """Return what kind of fault SQLite speaks of."""
    code: int = getattr(_cause(error), "sqlite_errorcode", sqlite3.SQLITE_OK)
    return code & _PRIMARY


def _cause(error: Exception) -> BaseException:
    """Return the driver's own error."""
    return error.orig if isinstance(error, DBAPIError) and error.orig is not None else error


def _reason(error: Exception, file: Path | None) -> str:
    """Return what went wrong in one line, without the statement and its values; of a file's disk how much is free."""
    if isinstance(error, PoolTimeoutError):
        return "too much waits for it"
    cause = _cause(error)
    told = str(cause).partition("\n")[0] or type(cause).__name__
    if file is None or _code(error) not in _OF_THE_DISK:
        return told
    return f"{told} ({shutil.disk_usage(file.parent).free // 1_000_000:,} MB are free on its disk)"


def _prepare(connection: Any, _record: object) -> None:
    """Set a new SQLite connection up; transactions begin where `_begin` says, not where the driver guesses."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _ON_CONNECT:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: SyncConnection) -> None:
    options = connection.get_execution_options()
    if not options.get("writes"):
        connection.exec_driver_sql("BEGIN")
        return
    connection.exec_driver_sql(f"PRAGMA synchronous = {'FULL' if options.get('lasting') else 'NORMAL'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
