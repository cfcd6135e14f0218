"""The inbox: updates from Telegram, kept from before they are acknowledged until they are done."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import insert, select, update

from qa_bot.store.database import Connection
from qa_bot.store.tables import UPDATES


class State(StrEnum):
    """How far an update is."""

    WAITING = "waiting"
    DONE = "done"
    ASIDE = "aside"  # it failed too often


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update as it arrived: `body` is Telegram's JSON, decoded; chat and user are None where it has none."""

    update_id: int
    chat_id: int | None
    user_id: int | None
    body: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An update that isn't done: `tries` tells how often it was begun."""

    update_id: int
    body: Mapping[str, object]
    received_at_s: float
    tries: int


async def receive(connection: Connection, bot_id: int, arrivals: Sequence[Arrival], *, now_s: float) -> frozenset[int]:
    """Put updates down, each once, and return the ids of those that are still to be done, known before or not."""
    asked = [arrival.update_id for arrival in arrivals]
    of_these = UPDATES.c.bot_id == bot_id, UPDATES.c.update_id.in_(asked)
    found = await connection.execute(select(UPDATES.c.update_id, UPDATES.c.state).where(*of_these))
    known = {row.update_id: row.state for row in found}
    rows = {arrival.update_id: _row(arrival) for arrival in arrivals if arrival.update_id not in known}
    always = {"bot_id": bot_id, "state": State.WAITING, "tries": 0, "received_at": now_s}
    if rows:
        await connection.execute(insert(UPDATES), [row | always for row in rows.values()])
    return frozenset(rows) | {update_id for update_id, state in known.items() if state == State.WAITING}


def _row(arrival: Arrival) -> dict[str, object]:
    return {
        "update_id": arrival.update_id,
        "chat_id": arrival.chat_id,
        "user_id": arrival.user_id,
        "body": json.dumps(arrival.body),
    }


async def unfinished(connection: Connection, bot_id: int) -> list[Unfinished]:
    """Return what isn't done, in the order of arrival."""
    found = select(UPDATES).where(UPDATES.c.bot_id == bot_id, UPDATES.c.state == State.WAITING).order_by(UPDATES.c.id)
    rows = (await connection.execute(found)).all()
    return [Unfinished(row.update_id, json.loads(row.body), row.received_at, row.tries) for row in rows]


async def begin(connection: Connection, bot_id: int, update_id: int, *, tries: int) -> bool:
    """Note that work on an update begins, for the how-manieth time: should the program die of it, that is known.

    Return False where it isn't waiting any more: another program did it meanwhile, or it was forgotten.
    """
    of_it = UPDATES.c.bot_id == bot_id, UPDATES.c.update_id == update_id, UPDATES.c.state == State.WAITING
    return (await connection.execute(update(UPDATES).where(*of_it).values(tries=tries))).rowcount > 0


async def finish(connection: Connection, bot_id: int, update_id: int, *, now_s: float) -> None:
    """Note that an update is done; its body is forgotten."""
    await _end(connection, bot_id, update_id, state=State.DONE, ended_at=now_s, body=None)


async def set_aside(connection: Connection, bot_id: int, update_id: int, *, now_s: float) -> None:
    """Note that an update failed too often; its body is kept for whoever looks into it."""
    await _end(connection, bot_id, update_id, state=State.ASIDE, ended_at=now_s)


async def _end(connection: Connection, bot_id: int, update_id: int, **values: object) -> None:
    of_it = UPDATES.c.bot_id == bot_id, UPDATES.c.update_id == update_id
    await connection.execute(update(UPDATES).where(*of_it).values(**values))
