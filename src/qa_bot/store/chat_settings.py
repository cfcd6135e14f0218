"""What a chat's admins have chosen, as one row of JSON a chat: a setting more needs no new column."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from sqlalchemy import delete, insert, select

from qa_bot.store.database import Connection
from qa_bot.store.tables import CHAT_SETTINGS

MOST_RESULTS = 4


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """How the bot behaves in a chat; the defaults are those of a chat whose admins have chosen nothing."""

    language: str = ""  # "ar" or "en"; empty for that of whoever asks
    digits: str = ""  # "arabic" for ٠١٢; empty for 012
    results: int = MOST_RESULTS  # passages that a card's buttons lead through, from 1 to 4
    collections: tuple[str, ...] = ()  # that answers come from; empty for all of them
    topics: tuple[tuple[int, tuple[str, ...]], ...] = ()  # the same for some topics, by their numbers
    asker_only: bool = False  # whether only who asked may press those buttons
    whispers: bool = False  # whether replies are for who asked alone, where Telegram and the bot's rights allow it
    everyone_adds: bool = False  # whether anyone may add texts, not admins alone
    mentions: bool = True  # whether the bot's name asks without a command
    cooldown_s: int = 0  # that have to pass between two questions of a user
    quiet_hours: str = ""  # without a sound: "22-6", by the clocks of the zone; empty for none
    zone: str = "Asia/Riyadh"  # an IANA name
    fade_after_s: int = 0  # after which an answer is deleted, with its question where the bot may; 0 for never
    question_log: bool = False  # whether what the texts don't answer is kept for the admins, and votes with questions

    def collections_in(self, topic_id: int | None) -> tuple[str, ...]:
        """Return the collections that answers in a topic come from, None for outside topics; empty for all.

        >>> ChatSettings(collections=("السيرة",), topics=((5, ("الفتوح",)),)).collections_in(5)
        ('الفتوح',)
        """
        return dict(self.topics).get(topic_id or 0, ()) or self.collections

    def with_collections(self, topic_id: int | None, chosen: tuple[str, ...]) -> "ChatSettings":
        """Return the settings with this choice for a topic, or for all the chat."""
        if topic_id is None:
            return replace(self, collections=chosen)
        others = {number: names for number, names in self.topics if number != topic_id}
        bound = others | ({topic_id: chosen} if chosen else {})
        return replace(self, topics=tuple(sorted(bound.items())))


DEFAULTS = ChatSettings()
_NAMES = frozenset(field.name for field in fields(ChatSettings))


async def settings_of(connection: Connection, bot_id: int, chat_id: int, *, locked: bool = False) -> ChatSettings:
    """Return what was chosen for a chat, the defaults where nothing was.

    Once `locked`, nobody else changes it before the transaction ends.
    """
    query = select(CHAT_SETTINGS.c.chosen).where(*_of(bot_id, chat_id))
    query = query.with_for_update() if locked else query
    line = (await connection.execute(query)).scalar()
    return read(line) if line is not None else DEFAULTS


async def choose(connection: Connection, bot_id: int, chat_id: int, settings: ChatSettings) -> None:
    """Keep `settings` for a chat, in the place of those before."""
    await connection.execute(delete(CHAT_SETTINGS).where(*_of(bot_id, chat_id)))
    row = {"bot_id": bot_id, "chat_id": chat_id, "chosen": json.dumps(asdict(settings))}
    await connection.execute(insert(CHAT_SETTINGS).values(**row))


async def change(connection: Connection, bot_id: int, chat_id: int, changed: Mapping[str, Any]) -> None:
    """Change some settings of a chat, by their names, and leave the others as they are at this moment."""
    before = await settings_of(connection, bot_id, chat_id, locked=True)
    await choose(connection, bot_id, chat_id, replace(before, **changed))


async def bind(
    connection: Connection, bot_id: int, chat_id: int, topic_id: int | None, chosen: tuple[str, ...]
) -> None:
    """Choose the collections that answers come from, in a topic or in all the chat, and leave the rest as it is."""
    before = await settings_of(connection, bot_id, chat_id, locked=True)
    await choose(connection, bot_id, chat_id, before.with_collections(topic_id, chosen))


def read(line: str) -> ChatSettings:
    """Return the settings that stand in a line of JSON; what another version of the program added is passed over.

    >>> read('{"language": "en", "colour": "green"}').language
    'en'
    """
    held: dict[str, Any] = json.loads(line)
    return ChatSettings(**{name: _tuples(value) for name, value in held.items() if name in _NAMES})


def _tuples(value: Any) -> Any:
    """Return `value` with tuples in the place of lists, which JSON has instead."""
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _of(bot_id: int, chat_id: int) -> tuple[Any, Any]:
    return CHAT_SETTINGS.c.bot_id == bot_id, CHAT_SETTINGS.c.chat_id == chat_id
