"""The outbox: what the bot writes, from the moment it is decided until it stands in a chat, and what it answers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, Self

from sqlalchemy import Row, insert, or_, select, update

from qa_bot.model.answer import Understood
from qa_bot.store import understood as understood_json
from qa_bot.store.database import Connection
from qa_bot.store.quizzes import Poll
from qa_bot.store.tables import LETTERS


class State(StrEnum):
    """How far a letter is."""

    WAITING = "waiting"
    SENDING = "sending"  # from here on Telegram may have it
    SENT = "sent"
    REFUSED = "refused"  # Telegram doesn't take it
    UNKNOWN = "unknown"  # Telegram didn't say whether it took it


@dataclass(frozen=True, slots=True)
class Body:
    """What a letter says, as Telegram's HTML and without markup; `keyboard` are its buttons as Telegram has them.

    Under a `picture`, a PNG file in base64, it is the caption. What is `silent` makes no sound. What is `whispered` is
    for the letter's asker alone, as far as Telegram can do that. A `poll` is a quiz, and has no other words.
    """

    html: str
    plain: str
    keyboard: Mapping[str, object] | None = None
    picture: str | None = None
    silent: bool = False
    whispered: bool = False
    poll: Poll | None = None

    @classmethod
    def of(cls, held: Mapping[str, Any]) -> Self:
        """Return the body that `asdict` and JSON have taken apart."""
        poll = held.get("poll")
        return cls(**{**held, "poll": None if poll is None else Poll.of(poll)})


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter to send: a new message in a chat and topic, in reply to one, or in the place of the message `edits`.

    What the letter answers is kept with it: the message with the question, who asked, a fingerprint of the wish, and
    how it was understood; None where it answers nothing. A picture beside an answer has no fingerprint.
    At `fades_at`, in seconds since 1970, both are taken out of the chat; None for never.
    """

    chat_id: int
    body: Body
    topic_id: int | None = None
    reply_to: int | None = None
    edits: int | None = None
    asker_id: int | None = None
    question_id: int | None = None
    fingerprint: str | None = None
    understood: Understood | None = None
    found: bool | None = None
    fades_at: float | None = None


@dataclass(frozen=True, slots=True)
class Faded:
    """A letter that is to be taken out of its chat, with the question that it answers, where it answers one."""

    id: int
    chat_id: int
    message_id: int
    question_id: int | None
    asker_id: int | None = None


@dataclass(frozen=True, slots=True)
class Unsent:
    """A letter that isn't in its chat yet."""

    id: int
    draft: Draft


@dataclass(frozen=True, slots=True)
class Reply:
    """The bot's reply to a message: its id, and the fingerprint of the wish that it answered."""

    message_id: int
    fingerprint: str


INLINE = "inline"  # the fingerprint of answers that users sent themselves
_MOST_EDITS = 20  # of a message, that are looked through
# What a row and a draft call by the same name.
_SHARED = tuple(field.name for field in fields(Draft) if field.name not in ("body", "understood"))


async def put(
    connection: Connection, bot_id: int, update_id: int | None, drafts: Sequence[Draft], *, now_s: float
) -> list[Unsent]:
    """Put letters down in their order, and return them with their ids."""
    always = {"bot_id": bot_id, "update_id": update_id, "state": State.WAITING, "written_at": now_s}
    unsent = []
    for draft in drafts:
        adding = insert(LETTERS).values(**_values(draft), **always, tries=0, doubts=0).returning(LETTERS.c.id)
        unsent.append(Unsent((await connection.execute(adding)).scalar_one(), draft))
    return unsent


async def note_inline(connection: Connection, bot_id: int, user_id: int, *, now_s: float) -> None:
    """Note that a user sent an inline answer to some chat: a letter sent, of which no more is known."""
    whose = {"bot_id": bot_id, "chat_id": user_id, "asker_id": user_id, "fingerprint": INLINE, "found": True}
    how = {"state": State.SENT, "tries": 1, "doubts": 0, "written_at": now_s, "ended_at": now_s}
    await connection.execute(insert(LETTERS).values(**whose, **how))


async def unsent(connection: Connection, bot_id: int) -> list[Unsent]:
    """Return the letters that aren't in their chats yet, oldest first."""
    unfinished = LETTERS.c.state.in_((State.WAITING, State.SENDING))
    found = select(LETTERS).where(LETTERS.c.bot_id == bot_id, unfinished).order_by(LETTERS.c.id)
    return [Unsent(row.id, _draft(row)) for row in (await connection.execute(found)).all()]


async def doubt(connection: Connection, bot_id: int) -> int:
    """Return how many letters the program died over while it sent them: they are sent again, and may come twice."""
    of_this_bot = LETTERS.c.bot_id == bot_id
    again = {"state": State.WAITING, "doubts": LETTERS.c.doubts + 1}
    changed = update(LETTERS).where(of_this_bot, LETTERS.c.state == State.SENDING).values(**again)
    return (await connection.execute(changed)).rowcount


async def begin(connection: Connection, letter_id: int) -> None:
    """Note that a letter is about to be sent."""
    sending = {"state": State.SENDING, "tries": LETTERS.c.tries + 1}
    await connection.execute(update(LETTERS).where(LETTERS.c.id == letter_id).values(**sending))


async def sent(connection: Connection, letter_id: int, chat_id: int, message_id: int, *, now_s: float) -> None:
    """Note that a letter stands in a chat; its words are forgotten."""
    where = {"chat_id": chat_id, "message_id": message_id}
    await _end(connection, letter_id, state=State.SENT, ended_at=now_s, **where)


async def given_up(connection: Connection, letter_id: int, state: State, *, now_s: float) -> None:
    """Note that a letter won't be sent (again): it was refused, or nobody knows."""
    await _end(connection, letter_id, state=state, ended_at=now_s)


async def _end(connection: Connection, letter_id: int, **values: object) -> None:
    await connection.execute(update(LETTERS).where(LETTERS.c.id == letter_id).values(body=None, **values))


async def fading(connection: Connection, bot_id: int, *, now_s: float) -> list[Faded]:
    """Return the letters that are to be taken out of their chats by now, those due first before the others."""
    names = LETTERS.c.id, LETTERS.c.chat_id, LETTERS.c.message_id, LETTERS.c.question_id, LETTERS.c.asker_id
    due = LETTERS.c.bot_id == bot_id, LETTERS.c.state == State.SENT, LETTERS.c.fades_at <= now_s
    rows = await connection.execute(select(*names).where(*due).order_by(LETTERS.c.fades_at, LETTERS.c.id))
    return [Faded(*row) for row in rows]


async def faded(connection: Connection, letter_id: int) -> None:
    """Note that a letter was taken out of its chat, or can't be."""
    await connection.execute(update(LETTERS).where(LETTERS.c.id == letter_id).values(fades_at=None))


async def reply_to(connection: Connection, bot_id: int, chat_id: int, question_id: int) -> Reply | None:
    """Return the bot's last reply to a message; None where it is unknown."""
    in_chat = LETTERS.c.bot_id == bot_id, LETTERS.c.chat_id == chat_id, LETTERS.c.state == State.SENT
    known = LETTERS.c.question_id == question_id, LETTERS.c.fingerprint.is_not(None)
    query = select(LETTERS.c.message_id, LETTERS.c.fingerprint).where(*in_chat, *known)
    row = (await connection.execute(query.order_by(LETTERS.c.id.desc()).limit(1))).first()
    return Reply(row.message_id, row.fingerprint) if row is not None else None


async def picture_for(connection: Connection, bot_id: int, chat_id: int, question_id: int) -> int | None:
    """Return the id of the last picture that was sent beside the reply to a message; None where there is none."""
    in_chat = LETTERS.c.bot_id == bot_id, LETTERS.c.chat_id == chat_id, LETTERS.c.state == State.SENT
    beside = LETTERS.c.question_id == question_id, LETTERS.c.fingerprint.is_(None)
    query = select(LETTERS.c.message_id).where(*in_chat, *beside).order_by(LETTERS.c.id.desc()).limit(1)
    found: int | None = (await connection.execute(query)).scalar()
    return found


async def answered_on(connection: Connection, bot_id: int, chat_id: int, message_id: int) -> Understood | None:
    """Return the question that a message of the bot's answers; None where it answers none, or it isn't known."""
    return next(iter(await _answered_on(connection, bot_id, chat_id, message_id)), None)


async def carried_on(connection: Connection, bot_id: int, chat_id: int, message_id: int) -> Understood | None:
    """Return the last question that a message answered, before it was edited or since, and that took a topic up."""
    answered = await _answered_on(connection, bot_id, chat_id, message_id)
    return next((understood for understood in answered if understood.carried), None)


async def asker_of(connection: Connection, bot_id: int, chat_id: int, message_id: int) -> int | None:
    """Return who asked what a message of the bot's answers, whoever pressed its buttons since; None where unknown."""
    in_chat = LETTERS.c.bot_id == bot_id, LETTERS.c.chat_id == chat_id, LETTERS.c.message_id == message_id
    is_first = or_(LETTERS.c.edits.is_(None), LETTERS.c.edits != message_id)
    query = select(LETTERS.c.asker_id).where(*in_chat, is_first).order_by(LETTERS.c.id).limit(1)
    found: int | None = (await connection.execute(query)).scalar()
    return found


async def _answered_on(connection: Connection, bot_id: int, chat_id: int, message_id: int) -> list[Understood]:
    """Return the questions that a message of the bot's has answered, the last one first."""
    in_chat = LETTERS.c.bot_id == bot_id, LETTERS.c.chat_id == chat_id, LETTERS.c.message_id == message_id
    query = select(LETTERS.c.understood).where(*in_chat, LETTERS.c.understood.is_not(None))
    lines = (await connection.execute(query.order_by(LETTERS.c.id.desc()).limit(_MOST_EDITS))).scalars()
    return [understood_json.read(line) for line in lines if line is not None]


def _values(draft: Draft) -> dict[str, object]:
    values = {name: getattr(draft, name) for name in _SHARED}
    values["body"] = json.dumps(asdict(draft.body))
    values["understood"] = understood_json.written(draft.understood) if draft.understood is not None else None
    return values


def _draft(row: Row[tuple[object, ...]]) -> Draft:
    known = {name: getattr(row, name) for name in _SHARED}
    understood = understood_json.read(row.understood) if row.understood is not None else None
    return Draft(**known, body=Body.of(json.loads(row.body)), understood=understood)
