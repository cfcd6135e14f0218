"""Message entities: their order, the rules of nesting, and those that Telegram finds by itself."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .limits import ENTITIES, utf16_length, utf16_slice

# The order Telegram lists entities in where they share a span.
ORDER = (
    "blockquote",
    "expandable_blockquote",
    "pre",
    "code",
    "text_link",
    "text_mention",
    "url",
    "email",
    "mention",
    "hashtag",
    "bot_command",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "custom_emoji",
)
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
MONOSPACED = frozenset({"pre", "code"})
# These may overlap one another as they like; all others must not.
STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
# What a bot may send in `entities`; of the rest Telegram finds some by itself and ignores the others.
WRITABLE = STYLES | QUOTES | MONOSPACED | {"text_link", "text_mention", "custom_emoji"}
FOUND = {
    "mention": re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{3,31}(?![\w])"),
    "bot_command": re.compile(r"(?<![\w@/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z][A-Za-z0-9_]{3,31})?(?![\w/])"),
    "hashtag": re.compile(r"(?<![\w#])#\w*[^\W\d]\w*"),
    "email": re.compile(r"(?<![\w@.])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    "url": re.compile(
        r"(?<![\w@.])(?:https?://[^\s<>«»]+|(?:[A-Za-z0-9-]+\.)+(?:com|org|net|io|me)\b(?:/[^\s<>«»]*)?)"
    ),
}


@dataclass(frozen=True, slots=True)
class Entity:
    """A run of formatting; `offset` and `length` count UTF-16 code units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    user: dict[str, Any] | None = None
    language: str | None = None
    custom_emoji_id: str | None = None

    @property
    def end(self) -> int:
        """Return the offset after the last code unit."""
        return self.offset + self.length

    def of(self, text: str) -> str:
        """Return the words of `text` that this entity covers."""
        return utf16_slice(text, self.offset, self.end)

    def as_json(self) -> dict[str, Any]:
        """Return the entity as Telegram writes it; what isn't set is left out."""
        optional = {name: getattr(self, name) for name in ("url", "user", "language", "custom_emoji_id")}
        required = {"type": self.type, "offset": self.offset, "length": self.length}
        return required | {name: value for name, value in optional.items() if value is not None}


def in_order(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Return `entities` as Telegram lists them: by offset, longer first, then by type."""
    return tuple(sorted(entities, key=lambda entity: (entity.offset, -entity.length, _priority(entity.type))))


def _priority(kind: str) -> int:
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def overlap(one: Entity, other: Entity) -> bool:
    """Return whether two entities share a code unit."""
    return one.offset < other.end and other.offset < one.end


def nesting_faults(entities: Sequence[Entity]) -> list[str]:
    """Return what Telegram would silently throw away, one sentence a fault; empty where all is well."""
    ordered = in_order(entities)
    faults = [
        f"{inner.type} at {inner.offset} can't share text with {outer.type} at {outer.offset}"
        for at, outer in enumerate(ordered)
        for inner in ordered[at + 1 :]
        if overlap(outer, inner) and not _may_meet(outer, inner)
    ]
    if len(entities) > ENTITIES:
        faults.append(f"{len(entities)} entities, only the first {ENTITIES} are shown")
    return faults


def _may_meet(outer: Entity, inner: Entity) -> bool:
    nested = outer.offset <= inner.offset and inner.end <= outer.end
    kinds = {outer.type, inner.type}
    if kinds <= QUOTES:
        return False
    if outer.type in QUOTES:
        return nested
    if kinds & MONOSPACED:
        return False
    return bool(kinds & STYLES)


def shown(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities that Telegram keeps: monospaced text loses its styles, a quote in a quote goes."""
    kept: list[Entity] = []
    for entity in in_order(entities):
        rivals = [other for other in kept if overlap(other, entity) and not _may_meet(other, entity)]
        if not rivals:
            kept.append(entity)
        elif entity.type in MONOSPACED and all(other.type in STYLES for other in rivals):
            kept = [piece for other in kept for piece in (_without(other, entity) if other in rivals else [other])]
            kept.append(entity)
    return in_order(kept)[:ENTITIES]


def _without(entity: Entity, hole: Entity) -> list[Entity]:
    before = replace(entity, length=max(0, hole.offset - entity.offset))
    after = replace(entity, offset=hole.end, length=max(0, entity.end - hole.end))
    return [piece for piece in (before, after) if piece.length > 0]


def find_entities(text: str, taken: Sequence[Entity] = ()) -> tuple[Entity, ...]:
    """Return the mentions, commands, hashtags and links of `text` that don't meet an entity of `taken`.

    >>> [entity.type for entity in find_entities("/when@qa_bot أجنادين، اسأل @ahmad")]
    ['bot_command', 'mention']
    """
    busy = [entity for entity in taken if entity.type not in STYLES | QUOTES]
    found: list[Entity] = []
    for kind, pattern in FOUND.items():
        for match in pattern.finditer(text):
            entity = Entity(kind, utf16_length(text[: match.start()]), utf16_length(match[0]))
            if not any(overlap(entity, other) for other in [*busy, *found]):
                found.append(entity)
    return in_order(found)
