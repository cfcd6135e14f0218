"""Stores for tests: SQLite in a file, PostgreSQL on a server of the tests' own, both with their tables made."""

import asyncio
import atexit
import functools
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlalchemy import URL

from qa_bot.store.address import sqlite_url
from qa_bot.store.database import Database
from qa_bot.store.migrate import migrate

BOT_ID = 123
FILE = "qa_bot.sqlite3"


def new_sqlite(folder: Path) -> Database:
    """Return a new store in `folder`; whoever asks closes it."""
    file = folder / FILE
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(_made(), file)
    return Database(sqlite_url(file))


def open_sqlite(folder: Path) -> Database:
    """Return the store in `folder`, a new one where there is none; whoever asks closes it."""
    file = folder / FILE
    return Database(sqlite_url(file)) if file.exists() else new_sqlite(folder)


def make_tables(url: URL) -> None:
    """Make a store's tables; also from within an event loop, which it holds up."""

    async def make() -> None:
        database = Database(url)
        await migrate(database)
        await database.aclose()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, make()).result()


@functools.cache
def _made() -> Path:
    """Return a store's file with nothing but its tables: made once, and copied from then on."""
    folder = Path(tempfile.mkdtemp(prefix="qa_bot-store-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    make_tables(sqlite_url(folder / "made.sqlite3"))
    return folder / "made.sqlite3"
