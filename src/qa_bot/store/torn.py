"""A store whose file isn't as SQLite wrote it: seen, and moved out of the way."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from qa_bot.errors import SetupError
from qa_bot.store.database import Database, make_file, torn_store

# The log of changes and its index belong to the file: a new one must not meet them.
_BESIDE = ("", "-wal", "-shm")


async def check_whole(database: Database) -> None:
    """Look through SQLite's file; a PostgreSQL server looks after its own.

    Raises:
        SetupError: it is torn.
        UnavailableError: the database can't be used now.
    """
    if not database.is_sqlite:
        return
    async with database.read() as connection:
        found = (await connection.execute(text("PRAGMA quick_check(1)"))).scalar()
    if found != "ok":
        raise torn_store(database.shown, str(found))


async def is_torn(database: Database) -> bool:
    """Return whether the store's file is torn.

    Raises:
        UnavailableError: the database can't be used now.
    """
    try:
        await check_whole(database)
    except SetupError:
        return True
    return False


@asynccontextmanager
async def moved_away(database: Database) -> AsyncIterator[Path | None]:
    """Give where a torn file was moved to, an empty one in its place; None where the store isn't torn.

    It is put back where what follows fails.

    Raises:
        UnavailableError: the database can't be used now.
    """
    if database.file is None or not await is_torn(database):
        yield None
        return
    file = database.file
    away = file.with_name(f"{file.name}.torn-{datetime.now(UTC):%Y%m%dT%H%M%S}")
    await database.aclose()
    _move(file, away)
    make_file(file)
    try:
        yield away
    except BaseException:
        await database.aclose()
        _move(away, file)
        raise


def _move(file: Path, to: Path) -> None:
    """Move a store's files; what belongs to a file of the new name goes."""
    for beside in _BESIDE:
        source, target = (path.with_name(path.name + beside) for path in (file, to))
        if source.exists():
            source.replace(target)
        else:
            target.unlink(missing_ok=True)
