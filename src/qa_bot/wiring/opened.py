"""The service and the store, open: what engine and what database they use is picked here."""

from qa_bot.answering.bar import bar_for
from qa_bot.answering.service import AnsweringService
from qa_bot.errors import SetupError
from qa_bot.index.current import CurrentEngine
from qa_bot.settings import Settings
from qa_bot.store.address import database_url, sqlite_url
from qa_bot.store.database import Database
from qa_bot.wiring.place import Place, mended_by


def open_service(place: Place, *, one_wrong_in: int | None = None) -> AnsweringService:
    """Return the service over a place's index; it follows later builds.

    At most one in `one_wrong_in` answers shown is to be wrong (`bar_for`); None is the usual bar.

    Raises:
        SetupError: there is no index, or it is torn or of another version; or what was learned has no such bar.
    """
    bar = bar_for(one_wrong_in)
    with mended_by(place):
        return AnsweringService(CurrentEngine(place.index), bar=bar)


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
