from pathlib import Path

import pytest

from qa_bot.errors import SetupError
from qa_bot.store.address import database_url, shown, sqlite_url


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("postgresql://bot@db/qa", "postgresql+asyncpg://bot@db/qa"),
        ("postgres://bot:p%40ss@db:5433/qa", "postgresql+asyncpg://bot:p%40ss@db:5433/qa"),
        ("postgresql+asyncpg://db/qa", "postgresql+asyncpg://db/qa"),
        ("postgresql://db/qa?sslmode=require", "postgresql+asyncpg://db/qa?ssl=require"),
        ("postgresql:///qa?host=/run/postgresql", "postgresql+asyncpg:///qa?host=%2Frun%2Fpostgresql"),
        ("sqlite:////var/lib/qa.sqlite3", "sqlite+aiosqlite:////var/lib/qa.sqlite3"),
    ],
)
def test_an_address_gets_the_driver_that_speaks_to_it(written: str, read: str) -> None:
    assert database_url(written).render_as_string(hide_password=False) == read


@pytest.mark.parametrize("written", ["", "nowhere", "mysql://u:secret@h/d", "sqlite://", "postgresql://u:secret@h:x/d"])
def test_another_address_is_refused_without_being_shown(written: str) -> None:
    with pytest.raises(SetupError, match="QA_BOT_DATABASE_URL") as caught:
        database_url(written)
    assert "secret" not in str(caught.value)


def test_people_are_shown_a_file_or_a_database_without_its_password() -> None:
    assert shown(sqlite_url(Path("/var/lib/qa.sqlite3"))) == "/var/lib/qa.sqlite3"
    assert shown(database_url("postgresql://bot:secret@db/qa")) == "qa at db"
    assert shown(database_url("postgresql:///qa?host=/run/postgresql")) == "qa at /run/postgresql"
