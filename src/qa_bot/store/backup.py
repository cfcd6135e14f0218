"""A copy of all that the store holds, in one file that either database takes back.

A line of JSON each, gzipped: what it is, then a line a row, then how many there were. The file is written beside its
name, synced, and renamed: a copy that was stopped is no copy.
"""

import gzip
import json
import os
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection as SyncConnection
from sqlalchemy import MetaData, Table, func, insert, inspect, select, text

from qa_bot.errors import SetupError
from qa_bot.store.database import Connection, Database
from qa_bot.store.migrate import check_newest, step_to
from qa_bot.store.owner import is_owned
from qa_bot.store.tables import METADATA, NEWEST
from qa_bot.store.torn import moved_away

_FORMAT = 1
_AT_ONCE = 500
_NOT_OURS = "{file} is no backup of a store, or it is torn: {why}."

OnRows = Callable[[int], None]
"""Is told how many rows were copied so far."""


@dataclass(frozen=True, slots=True)
class Restored:
    """How many rows were put back; `torn` is where a torn store was moved to, None where there was none."""

    rows: int
    torn: Path | None = None


async def backup(database: Database, file: Path, on_rows: OnRows) -> int:
    """Write all rows to `file`, as they were at one moment, and return how many; the bot may go on meanwhile.

    Raises:
        SetupError: the store isn't up to date, or torn, or the file can't be written.
        UnavailableError: the database can't be used now.
    """
    async with database.read(at_one_moment=True) as connection:
        await check_newest(database, connection)
        with _new_file(file) as out:
            _write(out, {"qa_bot_store": _FORMAT, "version": NEWEST, "written": datetime.now(UTC).isoformat()})
            counts: Counter[str] = Counter()
            async for name, row in _rows(connection):
                _write(out, [name, row])
                counts[name] += 1
                if counts.total() % _AT_ONCE == 0:
                    on_rows(counts.total())
            _write(out, {"rows": counts})
    on_rows(counts.total())
    return counts.total()


async def restore(database: Database, file: Path, on_rows: OnRows, *, replace: bool = False) -> Restored:
    """Read the rows of `file` into the store and return how many: all of them, or none after an error.

    The store's own rows go where `replace` says so; a torn store is kept beside. A backup of an older program is
    brought up to date.

    Raises:
        SetupError: the file is no backup, torn, or of a newer program; the store isn't empty; a bot works with it.
        UnavailableError: the database can't be used now.
    """
    version = _check(file)
    if await is_owned(database):
        raise SetupError(f"A bot works with the store {database.shown}.", command="stop it first")
    if not replace:
        await _check_empty(database, file)
    async with moved_away(database) as torn, database.write() as connection:
        await connection.run_sync(_drop)
        await step_to(connection, version)
        rows = await _read_into(connection, file, on_rows)
        await step_to(connection, NEWEST)
    return Restored(rows, torn)


async def _rows(connection: Connection) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    for table in METADATA.sorted_tables:
        found = await connection.stream(select(table).order_by(*table.primary_key))
        async for row in found.mappings():
            yield table.name, dict(row)


@contextmanager
def _new_file(file: Path) -> Iterator[gzip.GzipFile]:
    """Give a file to write to, which takes its name at the end, and goes after an error."""
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        # It holds what people asked: it is for its owner alone.
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as raw:
            with gzip.GzipFile(fileobj=raw, mode="wb", filename="") as out:
                yield out
            raw.flush()
            os.fsync(raw.fileno())
        unfinished.replace(file)
    except OSError as error:
        raise SetupError(f"The backup can't be written to {file}: {error.strerror or error}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _write(out: gzip.GzipFile, line: object) -> None:
    out.write(json.dumps(line).encode() + b"\n")


def _lines(file: Path) -> Iterator[Any]:
    """Yield what stands on each line.

    Raises:
        SetupError: the file can't be read, or isn't what `backup` writes.
    """
    try:
        with gzip.open(file) as lines:
            yield from map(json.loads, lines)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise SetupError(_NOT_OURS.format(file=file, why=error)) from error


def _check(file: Path) -> str:
    """Return the version of a backup, after reading it whole.

    Raises:
        SetupError: it is none, or torn.
    """
    lines = _lines(file)
    head = next(lines, None)
    if not isinstance(head, dict) or head.get("qa_bot_store") != _FORMAT:
        raise SetupError(_NOT_OURS.format(file=file, why="its first line says so"))
    counts: Counter[str] = Counter()
    for line in lines:
        if isinstance(line, dict):
            if Counter(line.get("rows")) == counts:
                return str(head["version"])
            break
        counts[line[0]] += 1
    raise SetupError(_NOT_OURS.format(file=file, why="its end is missing"))


async def _check_empty(database: Database, file: Path) -> None:
    """Raise SetupError where the store holds rows."""
    async with database.read() as connection:
        holds_rows = await connection.run_sync(_holds_rows)
    if holds_rows:
        raise SetupError(f"The store {database.shown} isn't empty.", command=f"qa-bot store restore --replace {file}")


def _holds_rows(connection: SyncConnection) -> bool:
    """Return whether a table of ours holds a row; of an older program some are missing."""
    there = set(inspect(connection).get_table_names())
    ours = [table for table in METADATA.sorted_tables if table.name in there]
    return any(connection.execute(select(select(table).exists())).scalar() for table in ours)


def _drop(connection: SyncConnection) -> None:
    """Take away every table of ours, of whatever version: in a file of our own that is every table."""
    tables = METADATA
    if connection.dialect.name == "sqlite":
        tables = MetaData()
        tables.reflect(connection)
    tables.drop_all(connection)
    connection.execute(text("DROP TABLE IF EXISTS alembic_version"))


async def _read_into(connection: Connection, file: Path, on_rows: OnRows) -> int:
    """Read rows into the tables as they stand now, which may be those of an older program."""
    tables = MetaData()
    await connection.run_sync(tables.reflect)
    rows: dict[str, list[dict[str, Any]]] = {}
    done = 0
    for line in _lines(file):
        if isinstance(line, dict):
            continue
        name, row = line
        batch = rows.setdefault(name, [])
        batch.append(row)
        done += 1
        if len(batch) == _AT_ONCE:
            await connection.execute(insert(tables.tables[name]), batch)
            batch.clear()
            on_rows(done)
    for name, batch in rows.items():
        if batch:
            await connection.execute(insert(tables.tables[name]), batch)
    for table in tables.sorted_tables:
        await _count_on(connection, table)
    on_rows(done)
    return done


async def _count_on(connection: Connection, table: Table) -> None:
    """Let the rows to come be numbered after those read."""
    number = table.c.get("id")
    if connection.dialect.name == "postgresql" and number is not None:
        last = select(func.coalesce(func.max(number), 0) + 1).scalar_subquery()
        await connection.execute(
            select(func.setval(func.pg_get_serial_sequence(table.name, "id"), last, text("false")))
        )
