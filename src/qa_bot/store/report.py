"""How a bot was used, in numbers: nobody's name, number or words."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, Table, distinct, func, select

from qa_bot.store import letters, updates
from qa_bot.store.database import Connection
from qa_bot.store.tables import LETTERS, UPDATES, VOTES


@dataclass(frozen=True, slots=True)
class Report:
    """How much was asked and answered in the days that are kept, and how long it took.

    `waits_s` are the seconds from each update's arrival until what it led to was written down, the shortest first.
    """

    people: int
    chats: int
    found: int
    not_found: int
    liked: int
    disliked: int
    set_aside: int
    refused: int
    waits_s: Sequence[float]

    @property
    def answered_share(self) -> float | None:
        """Return which part of the questions the texts answered; None where nothing was asked."""
        asked = self.found + self.not_found
        return self.found / asked if asked else None

    def wait_s(self, part: float) -> float | None:
        """Return how long `part` of the updates, 0.5 for half of them, took at most; None where there were none.

        >>> Report(0, 0, 0, 0, 0, 0, 0, 0, [1.0, 2.0, 9.0]).wait_s(0.5)
        2.0
        """
        return self.waits_s[min(len(self.waits_s) - 1, int(part * len(self.waits_s)))] if self.waits_s else None

    def slower_than(self, seconds: float) -> int:
        """Return how many updates took longer."""
        return sum(wait_s > seconds for wait_s in self.waits_s)


async def report(connection: Connection) -> Report:
    """Return how the bots of a store were used."""
    done, aside = UPDATES.c.state == updates.State.DONE, UPDATES.c.state == updates.State.ASIDE
    took = UPDATES.c.ended_at - UPDATES.c.received_at
    waits = await connection.execute(select(took).where(done, UPDATES.c.ended_at.is_not(None)).order_by(took))
    return Report(
        people=await _number(connection, select(func.count(distinct(UPDATES.c.user_id))).where(done)),
        chats=await _number(connection, select(func.count(distinct(UPDATES.c.chat_id))).where(done)),
        found=await _count(connection, LETTERS, LETTERS.c.found.is_(True)),
        not_found=await _count(connection, LETTERS, LETTERS.c.found.is_(False)),
        liked=await _count(connection, VOTES, VOTES.c.liked.is_(True)),
        disliked=await _count(connection, VOTES, VOTES.c.liked.is_(False)),
        set_aside=await _count(connection, UPDATES, aside),
        refused=await _count(connection, LETTERS, LETTERS.c.state == letters.State.REFUSED),
        waits_s=list(waits.scalars()),
    )


async def _count(connection: Connection, table: Table, which: ColumnElement[bool]) -> int:
    return await _number(connection, select(func.count()).select_from(table).where(which))


async def _number(connection: Connection, query: Select[tuple[int]]) -> int:
    return (await connection.execute(query)).scalar_one()
