"""How it stands in the store, in numbers."""

from dataclasses import dataclass

from sqlalchemy import func, select, text

from qa_bot.store import letters, updates
from qa_bot.store.database import Connection, Database
from qa_bot.store.tables import LETTERS, UPDATES


@dataclass(frozen=True, slots=True)
class Status:
    """How many updates wait and how many were set aside; how many letters wait, and how often one may have come twice.

    What is older than the days that are kept isn't counted.
    """

    waiting: int
    aside: int
    unsent: int
    doubts: int


async def status(connection: Connection) -> Status:
    """Return how it stands."""
    return Status(
        waiting=await _count(connection, updates.State.WAITING),
        aside=await _count(connection, updates.State.ASIDE),
        unsent=await _unsent(connection),
        doubts=(await connection.execute(select(func.coalesce(func.sum(LETTERS.c.doubts), 0)))).scalar_one(),
    )


async def check_writable(database: Database) -> None:
    """Write to the store, without changing anything.

    Raises:
        UnavailableError: it can't be written: it is read-only, the disk is full, or it can't be used at all.
    """
    async with database.write() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = version_num"))


async def _count(connection: Connection, state: updates.State) -> int:
    query = select(func.count()).select_from(UPDATES).where(UPDATES.c.state == state)
    return (await connection.execute(query)).scalar_one()


async def _unsent(connection: Connection) -> int:
    waits = LETTERS.c.state.in_((letters.State.WAITING, letters.State.SENDING))
    return (await connection.execute(select(func.count()).select_from(LETTERS).where(waits))).scalar_one()
