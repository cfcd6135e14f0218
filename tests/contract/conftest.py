from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from postgresql import PostgresqlServer
from qa_bot.store.address import database_url, sqlite_url
from qa_bot.store.database import Database
from stores import make_tables, new_sqlite

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgresqlServer]:
    with PostgresqlServer() as server:
        yield server


@pytest.fixture(scope="session")
def made_in_postgresql(postgresql: PostgresqlServer) -> str:
    url = postgresql.new_database()
    make_tables(database_url(url))
    return url


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def engine(request: pytest.FixtureRequest) -> str:
    if request.param == POSTGRESQL:
        # Skips where there is none, before anything is made.
        request.getfixturevalue("postgresql")
    return str(request.param)


@pytest.fixture
async def database(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    """Yield a new store with its tables, of the engine that the test is run for."""
    if engine == SQLITE:
        made = new_sqlite(tmp_path)
    else:
        server, like = (request.getfixturevalue(name) for name in ("postgresql", "made_in_postgresql"))
        made = Database(database_url(server.new_database(like)))
    yield made
    await made.aclose()


@pytest.fixture
def new_database(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[], Database]:
    """Return what opens a new, empty database; whoever calls closes it."""
    if engine == POSTGRESQL:
        server = request.getfixturevalue("postgresql")
        return lambda: Database(database_url(server.new_database()))
    return lambda: Database(sqlite_url(tmp_path / "empty.sqlite3"))
