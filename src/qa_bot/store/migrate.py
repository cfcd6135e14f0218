"""Bringing a store's tables up to date: every step in one transaction, or none."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection as SyncConnection
from sqlalchemy import inspect, text

from qa_bot.errors import SetupError
from qa_bot.store.database import Connection, Database
from qa_bot.store.tables import NEWEST

_STEPS = Path(__file__).parent / "migrations"
# Any number would do, as long as nobody else takes it: of two programs that migrate, one waits for the other.
_LOCK = 7_135_001


@dataclass(frozen=True, slots=True)
class Migration:
    """What was done: the version found, None for an empty database, and the one reached."""

    before: str | None
    after: str


async def migrate(database: Database) -> Migration:
    """Bring the tables to the newest version, and return from which to which; both are the same where nothing was due.

    Raises:
        SetupError: they are of a newer program.
        UnavailableError: the database can't be used now.
    """
    async with database.read() as connection:
        before = await version_of(connection)
    if before == NEWEST:
        return Migration(before, NEWEST)
    async with database.write() as connection:
        before = await version_of(connection)
        await step_to(connection, NEWEST)
    return Migration(before, NEWEST)


async def version_of(connection: Connection) -> str | None:
    """Return the version of the tables, None where there are none."""
    return await connection.run_sync(_version_of)


async def check_newest(database: Database, connection: Connection) -> None:
    """Raise SetupError where the tables aren't of the newest version."""
    if await version_of(connection) != NEWEST:
        raise SetupError(f"The store {database.shown} isn't up to date.", command="qa-bot store migrate")


async def step_to(connection: Connection, version: str) -> None:
    """Bring the tables to `version`, within the transaction under way.

    Raises:
        SetupError: they, or `version`, are of a newer program.
    """
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    await connection.run_sync(_step_to, version)


def _version_of(connection: SyncConnection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return version


def _step_to(connection: SyncConnection, version: str) -> None:
    # Here, not above: a program whose store is up to date needn't wait for its import.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, version)
    except CommandError as error:
        raise SetupError(
            f"The store's tables are of a newer program ({error}).",
            command="install that version of qa-bot again, or restore a backup of before",
        ) from error
