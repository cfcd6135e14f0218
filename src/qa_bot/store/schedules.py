"""What is sent at a time of the day: one of a kind in each chat and topic."""

import json
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select, update

from qa_bot.store.database import Connection
from qa_bot.store.letters import State
from qa_bot.store.tables import LETTERS, SCHEDULES

NEVER_S = 253_402_300_799.0  # the end of the year 9999


class Kind(StrEnum):
    """What is sent."""

    PASSAGE = "passage"
    QUIZ = "quiz"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Details:
    """How it is to be: `collection` and `document_key` (hex digits) narrow the texts, empty for all of them.

    A quiz is `anonymous` where nobody's answer is told: in channels. On a `weekday` (Monday is 0), or every day.
    """

    at_random: bool = False
    silent: bool = False
    language: str = "ar"
    collection: str = ""
    document_key: str = ""
    anonymous: bool = False
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is sent to a chat, and when: `minute` after midnight in `zone`, next at `due_s`.

    `topic_id` is 0 outside topics. `mark` tells where to go on. `letter_id` is the last letter sent, `refused` how many
    in a row Telegram didn't take. What isn't for the chat itself goes to a `reader_id`, in private. One that rests is
    never due.
    """

    chat_id: int
    topic_id: int
    kind: Kind
    minute: int
    zone: str
    due_s: float
    details: Details = field(default_factory=Details)
    mark: str = ""
    letter_id: int | None = None
    refused: int = 0
    reader_id: int | None = None

    @property
    def rests(self) -> bool:
        """Return whether nothing is sent until somebody wishes it anew."""
        return self.due_s >= NEVER_S


_DETAILS = frozenset(each.name for each in fields(Details))


async def put(connection: Connection, bot_id: int, schedule: Schedule) -> None:
    """Put a schedule in the place of the one of its kind in this chat and topic."""
    await remove(connection, bot_id, schedule.chat_id, schedule.topic_id, schedule.kind)
    await connection.execute(insert(SCHEDULES).values(bot_id=bot_id, **_values(schedule)))


async def remove(connection: Connection, bot_id: int, chat_id: int, topic_id: int, kind: Kind) -> bool:
    """Return whether there was such a schedule; there is none any more."""
    gone = await connection.execute(delete(SCHEDULES).where(*_of(bot_id, chat_id, topic_id, kind)))
    return gone.rowcount > 0


async def find(connection: Connection, bot_id: int, chat_id: int, topic_id: int, kind: Kind) -> Schedule | None:
    """Return the schedule of this kind, None where there is none."""
    row = (await connection.execute(select(SCHEDULES).where(*_of(bot_id, chat_id, topic_id, kind)))).first()
    return None if row is None else _schedule(row)


async def due(connection: Connection, bot_id: int, *, now_s: float) -> list[Schedule]:
    """Return what is due, the longest overdue first."""
    late = SCHEDULES.c.bot_id == bot_id, SCHEDULES.c.due_at <= now_s
    rows = (await connection.execute(select(SCHEDULES).where(*late).order_by(SCHEDULES.c.due_at))).all()
    return [_schedule(row) for row in rows]


async def of_chat(connection: Connection, bot_id: int, chat_id: int) -> list[Schedule]:
    """Return a chat's schedules, by their topics."""
    query = select(SCHEDULES).where(SCHEDULES.c.bot_id == bot_id, SCHEDULES.c.chat_id == chat_id)
    rows = (await connection.execute(query.order_by(SCHEDULES.c.topic_id, SCHEDULES.c.kind))).all()
    return [_schedule(row) for row in rows]


async def move_on(connection: Connection, bot_id: int, before: Schedule, after: Schedule) -> bool:
    """Put `after` in the place of `before`, and return whether that was still there as it was."""
    same = (*_of(bot_id, before.chat_id, before.topic_id, before.kind), SCHEDULES.c.due_at == before.due_s)
    unchanged = SCHEDULES.c.minute == before.minute, SCHEDULES.c.details == _written(before.details)
    moved = await connection.execute(update(SCHEDULES).where(*same, *unchanged).values(**_values(after)))
    return moved.rowcount == 1


async def note_letter(connection: Connection, bot_id: int, schedule: Schedule, letter_id: int) -> None:
    """Note which letter a schedule led to."""
    this = _of(bot_id, schedule.chat_id, schedule.topic_id, schedule.kind)
    await connection.execute(update(SCHEDULES).where(*this).values(letter_id=letter_id))


async def counted(connection: Connection, schedule: Schedule) -> Schedule:
    """Return the schedule with what became of its last letter counted."""
    if schedule.letter_id is None:
        return schedule
    query = select(LETTERS.c.state).where(LETTERS.c.id == schedule.letter_id)
    state = (await connection.execute(query)).scalar()
    return replace(schedule, refused=schedule.refused + 1 if state == State.REFUSED else 0)


def _values(schedule: Schedule) -> dict[str, object]:
    values = asdict(schedule) | {"kind": schedule.kind.value, "details": _written(schedule.details)}
    return values | {"due_at": values.pop("due_s")}


def _written(details: Details) -> str:
    return json.dumps(asdict(details), sort_keys=True)


def _schedule(row: Row[tuple[object, ...]]) -> Schedule:
    held: dict[str, Any] = json.loads(row.details)
    # What another version of the program added is passed over.
    details = Details(**{name: value for name, value in held.items() if name in _DETAILS})
    return Schedule(
        row.chat_id, row.topic_id, Kind(row.kind), row.minute, row.zone, row.due_at, details, row.mark, row.letter_id,
        row.refused, row.reader_id,
    )  # fmt: skip


def _of(bot_id: int, chat_id: int, topic_id: int, kind: Kind) -> list[ColumnElement[bool]]:
    known = {"bot_id": bot_id, "chat_id": chat_id, "topic_id": topic_id, "kind": kind.value}
    return [SCHEDULES.c[name] == value for name, value in known.items()]
