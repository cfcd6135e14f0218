"""The store, open: what database it uses is picked here."""

from qa_bot.errors import SetupError
from qa_bot.settings import Settings
from qa_bot.store.address import database_url, sqlite_url
from qa_bot.store.database import Database


def open_store(settings: Settings) -> Database:
    """Return the store that the settings name: a PostgreSQL database, else a SQLite file; no table is looked at yet.

    Raises:
        SetupError: the database's address is none, or the file can't be written.
    """
    if settings.database_url is not None:
        return Database(database_url(settings.database_url.get_secret_value()))
    return Database(sqlite_url(settings.store))


def open_made_store(settings: Settings) -> Database:
    """Return the store that the settings name, which was made before: nothing is made where there is none.

    Raises:
        SetupError: there is no store, or the database's address is none.
    """
    if settings.database_url is None and not settings.store.exists():
        raise SetupError(
            f"There is no store at {settings.store} yet: the bot makes it at its first start.",
            command="qa-bot store migrate, or set QA_BOT_STORE to where it is",
        )
    return open_store(settings)
