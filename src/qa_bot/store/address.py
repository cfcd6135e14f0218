"""Where a store is: the address of a database as people write it, and as SQLAlchemy reads it."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from qa_bot.errors import SetupError

_POSTGRESQL = frozenset({"postgresql", "postgres", "postgresql+asyncpg"})
_SQLITE = frozenset({"sqlite", "sqlite+aiosqlite"})
_MENDED_BY = "edit .env (see .env.example)"


def sqlite_url(file: Path) -> URL:
    """Return the address of the SQLite store in `file`."""
    return URL.create("sqlite+aiosqlite", database=str(file))


def database_url(written: str) -> URL:
    """Return the address that `written` is, with the driver that speaks to it.

    >>> database_url("postgres://bot:secret@db.example.org/qa_bot").drivername
    'postgresql+asyncpg'

    Raises:
        SetupError: it is none, or of a database that isn't known; the message doesn't hold it.
    """
    try:
        url = make_url(written)
    except (ArgumentError, ValueError):
        raise SetupError("QA_BOT_DATABASE_URL is no address of a database.", command=_MENDED_BY) from None
    if url.drivername in _SQLITE and url.database:
        return url.set(drivername="sqlite+aiosqlite")
    if url.drivername in _POSTGRESQL:
        return _as_asyncpg_reads_it(url.set(drivername="postgresql+asyncpg"))
    raise SetupError("QA_BOT_DATABASE_URL has to begin with postgresql:// or sqlite:///.", command=_MENDED_BY)


def shown(url: URL) -> str:
    """Return an address for people and logs: a file, or a database without its user and password.

    >>> shown(database_url("postgresql://bot:secret@db.example.org:5433/qa_bot"))
    'qa_bot at db.example.org:5433'
    """
    if url.drivername in _SQLITE:
        return str(url.database)
    host = url.host or url.query.get("host", "localhost")
    return f"{url.database} at {host}{f':{url.port}' if url.port else ''}"


def _as_asyncpg_reads_it(url: URL) -> URL:
    """Return the address with libpq's `sslmode` under the name that asyncpg has for it."""
    mode = url.query.get("sslmode")
    return url if mode is None else url.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
