"""A copy of all that the store holds, and of the texts of chats, in one file that either database takes back."""

from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection as SyncConnection
from sqlalchemy import MetaData, Table, func, insert, inspect, select, text

from qa_bot.errors import SetupError
from qa_bot.store.backup_file import checked, lines_of, new_backup
from qa_bot.store.database import Connection, Database
from qa_bot.store.migrate import check_newest, step_to
from qa_bot.store.own_files import holds_own_texts, is_own_file, own_lines, own_texts_put_back, tidy_up
from qa_bot.store.owner import is_owned
from qa_bot.store.tables import METADATA, NEWEST
from qa_bot.store.torn import moved_away

_AT_ONCE = 500

OnRows = Callable[[int], None]
"""Is told how many rows were copied so far."""


@dataclass(frozen=True, slots=True)
class Copied:
    """How many rows were copied, and how many texts of chats."""

    rows: int
    own_texts: int = 0


@dataclass(frozen=True, slots=True)
class Restored:
    """How many rows and texts of chats were put back.

    `torn` is where a torn store was moved to, None where there was none.
    """

    rows: int
    torn: Path | None = None
    own_texts: int = 0


async def backup(database: Database, file: Path, on_rows: OnRows, *, own_texts: Path | None = None) -> Copied:
    """Write all rows to `file`, as they were at one moment, and the texts in the folder `own_texts`; return how many.

    The bot may go on meanwhile.

    Raises:
        SetupError: the store isn't up to date, or torn, or the file can't be written.
        UnavailableError: the database can't be used now.
    """
    async with database.read(at_one_moment=True) as connection:
        await check_newest(database, connection)
        with new_backup(file, NEWEST) as put:
            counts: Counter[str] = Counter()
            async for name, row in _rows(connection):
                put([name, row])
                counts[name] += 1
                if counts.total() % _AT_ONCE == 0:
                    on_rows(counts.total())
            rows = counts.total()
            on_rows(rows)
            for name, line in own_lines(own_texts) if own_texts is not None else ():
                put([name, line])
                counts[name] += 1
            put({"rows": counts})
    return Copied(rows, sum(map(is_own_file, counts)))


async def restore(
    database: Database, file: Path, on_rows: OnRows, *, replace: bool = False, own_texts: Path | None = None
) -> Restored:
    """Read the rows of `file` into the store, and the texts into the folder `own_texts`, where one is given.

    All of them, or none after an error; returns how many. What the store and the folder hold goes where `replace` says
    so; a torn store is kept beside. A backup of an older program is brought up to date; one that had no texts leaves
    those in the folder alone.

    Raises:
        SetupError: the file is no backup, torn, or of a newer program; the store isn't empty; a bot works with it.
        UnavailableError: the database can't be used now.
    """
    head = checked(file)
    if await is_owned(database):
        raise SetupError(f"A bot works with the store {database.shown}.", command="stop it first")
    if own_texts is not None:
        tidy_up(own_texts)
    folder = own_texts if head.has_texts else None
    if not replace:
        await _check_empty(database, file)
        _check_no_texts(folder, file)
    with own_texts_put_back(folder) as texts:
        async with moved_away(database) as torn, database.write() as connection:
            await connection.run_sync(_drop)
            await step_to(connection, head.version)
            rows = await _read_into(connection, file, on_rows, texts.take)
            await step_to(connection, NEWEST)
    return Restored(rows, torn, texts.count)


async def _rows(connection: Connection) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    for table in METADATA.sorted_tables:
        found = await connection.stream(select(table).order_by(*table.primary_key))
        async for row in found.mappings():
            yield table.name, dict(row)


async def _check_empty(database: Database, file: Path) -> None:
    """Raise SetupError where the store holds rows."""
    async with database.read() as connection:
        holds_rows = await connection.run_sync(_holds_rows)
    if holds_rows:
        raise SetupError(f"The store {database.shown} isn't empty.", command=f"qa-bot store restore --replace {file}")


def _check_no_texts(folder: Path | None, file: Path) -> None:
    """Raise SetupError where a chat has a text in the folder."""
    if folder is not None and holds_own_texts(folder):
        raise SetupError(f"The folder {folder} isn't empty.", command=f"qa-bot store restore --replace {file}")


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


async def _read_into(connection: Connection, file: Path, on_rows: OnRows, take: Callable[[str, str], None]) -> int:
    """Read rows into the tables as they stand now, which may be those of an older program; hand other lines on."""
    tables = MetaData()
    await connection.run_sync(tables.reflect)
    rows: dict[str, list[dict[str, Any]]] = {}
    done = 0
    for line in lines_of(file):
        if isinstance(line, dict):
            continue
        name, row = line
        if is_own_file(name):
            take(name, row)
            continue
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
