"""A text and its entities, from what a bot sends to what Telegram keeps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .entities import WRITABLE, Entity, find_entities, in_order, nesting_faults, shown
from .html_text import ParseError, parse_html
from .limits import MARKUP_BYTES, utf16_length
from .links import checked_link
from .refusals import bad_request

LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, ZERO_WIDTH_NON_JOINER = "\u200e", "\u200f", "\u200c"
MARKS = (LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK)
# The server takes these out: line and paragraph separator, embeddings and overrides, three combining lines.
REMOVED = {chr(code) for code in range(0x2028, 0x202F)} | {"\r", "\u0333", "\u033f", "\u030a"}
# No-break space and the zero-width letters count as nothing where a text must not be empty.
EMPTY = set(" \n\u00a0\u200b\u200c\u200d\u200e\u200f\ufeff")
TRIMMED = " \n"


@dataclass(frozen=True, slots=True)
class FormattedText:
    """Plain text with its entities, as Telegram keeps and returns it."""

    text: str = ""
    entities: tuple[Entity, ...] = ()

    def entities_json(self) -> list[dict[str, Any]]:
        """Return the entities as Telegram writes them."""
        return [entity.as_json() for entity in self.entities]


def read_text(
    text: str, *, parse_mode: str | None, entities: Iterable[Mapping[str, Any]] | None
) -> tuple[FormattedText, list[str]]:
    """Return `text` as the server keeps it, and its silent faults: what is accepted but not shown as meant.

    Raises:
        RefusedError: the markup or an entity is wrong.
    """
    if len(text.encode()) > MARKUP_BYTES:
        raise bad_request("text is too long")
    faults: list[str] = []
    if parse_mode:
        if entities:
            faults.append("entities are ignored where parse_mode is given")
        plain, meant = _parsed(text, parse_mode, faults)
    else:
        plain, meant = text, tuple(_entity(item, text, faults) for item in entities or ())
    kept = _trimmed(*_cleaned(plain, [entity for entity in meant if entity.type in WRITABLE]))
    faults += nesting_faults(kept.entities)
    own = shown(kept.entities)
    return FormattedText(kept.text, in_order([*own, *find_entities(kept.text, own)])), faults


def as_typed(text: str) -> FormattedText:
    """Return what a person typed: cleaned, trimmed, with the entities that Telegram finds by itself."""
    kept = _trimmed(*_cleaned(text, []))
    return FormattedText(kept.text, find_entities(kept.text))


def is_empty(text: str) -> bool:
    """Return whether Telegram sees nothing in `text`."""
    return not set(text) - EMPTY


def _parsed(text: str, parse_mode: str, faults: list[str]) -> tuple[str, tuple[Entity, ...]]:
    if parse_mode.lower() in ("markdown", "markdownv2"):
        raise bad_request(f"the stand-in doesn't read {parse_mode}; the bot writes HTML or entities")
    if parse_mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    try:
        plain, entities, more = parse_html(text)
    except ParseError as error:
        raise bad_request(f"can't parse entities: {error}") from None
    faults += more
    return plain, entities


def _entity(item: Mapping[str, Any], text: str, faults: list[str]) -> Entity:
    known = {name: item[name] for name in ("url", "user", "language", "custom_emoji_id") if name in item}
    entity = Entity(item["type"], item["offset"], item["length"], **known)
    _check_bounds(entity, text)
    if entity.type == "text_link":
        link = checked_link(entity.url or "")
        if link is None:
            raise bad_request(f"Entity URL {entity.url!r} is invalid: Wrong HTTP URL")
        return replace(entity, url=link)
    if entity.type not in WRITABLE and entity.type not in ("mention", "hashtag", "bot_command", "url", "email"):
        faults.append(f"entity type {entity.type!r} is not one that a bot can send")
    return entity


def _check_bounds(entity: Entity, text: str) -> None:
    end_of_text = utf16_length(text)
    if entity.offset < 0:
        raise bad_request(f"Receive an entity with incorrect offset {entity.offset}")
    if entity.length < 0:
        raise bad_request(f"Receive an entity with incorrect length {entity.length}")
    beginning = f"Entity beginning at UTF-16 offset {entity.offset}"
    if entity.end > end_of_text:
        raise bad_request(f"{beginning} ends after the end of the text at UTF-16 offset {end_of_text}")
    borders = _borders(text)
    for place, verb in ((entity.offset, "starts"), (entity.end, "ends")):
        if place not in borders:
            raise bad_request(f"{beginning} {verb} in a middle of a UTF-16 symbol at offset {place}")


def _borders(text: str) -> set[int]:
    """Return the UTF-16 offsets between the characters of `text`."""
    borders, at = {0}, 0
    for character in text:
        at += utf16_length(character)
        borders.add(at)
    return borders


def _cleaned(text: str, entities: Sequence[Entity]) -> tuple[str, list[Entity]]:
    """Return `text` without what the server removes, and `entities` moved along."""
    written: list[str] = []
    now_at: dict[int, int] = {}
    old = new = 0
    for at, character in enumerate(text):
        now_at[old] = new
        old += utf16_length(character)
        kept = _kept(character, text[at + 1 : at + 2])
        new += utf16_length(kept)
        written.append(kept)
    now_at[old] = new
    moved = [
        replace(entity, offset=now_at[entity.offset], length=now_at[entity.end] - now_at[entity.offset])
        for entity in entities
    ]
    return "".join(written), [entity for entity in moved if entity.length > 0]


def _kept(character: str, following: str) -> str:
    if character in REMOVED:
        return ""
    if character < " " and character != "\n":
        return " "
    # Of direction marks in a row only the last stays: the server turns those before it into joiners.
    return ZERO_WIDTH_NON_JOINER if character in MARKS and following in MARKS and following else character


def _trimmed(text: str, entities: Sequence[Entity]) -> FormattedText:
    """Return `text` without outer blanks; those in front stay where an entity begins with them."""
    ordered = in_order(entity for entity in entities if entity.of(text).strip(TRIMMED))
    rest = text.rstrip(TRIMMED)
    end = utf16_length(rest)
    blanks = len(rest) - len(rest.lstrip(TRIMMED))
    cut = min([blanks, *(entity.offset for entity in ordered)])
    kept = [
        replace(entity, offset=entity.offset - cut, length=min(entity.end, end) - entity.offset) for entity in ordered
    ]
    return FormattedText(rest[cut:], tuple(kept))
