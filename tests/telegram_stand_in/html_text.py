"""Telegram's HTML: parsed, and refused, as its server does.

The tags and rules are those of core.telegram.org/bots/api#html-style; the wording of the refusals is that of the
Bot API server, whose offsets count UTF-8 bytes.
"""

import re
from dataclasses import dataclass, field

from .entities import Entity, in_order
from .limits import utf16_length
from .links import checked_link

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9A-Fa-f]+)|#(?P<decimal>[0-9]+)|(?P<name>[A-Za-z]+))(?P<end>;?)")
SPACE = re.compile(r"\s*")
TAG_NAME = re.compile(r"[^\s>]*")
ATTRIBUTE_NAME = re.compile(r"[^\s=>]*")
NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
LANGUAGE = "language-"


class ParseError(ValueError):
    """The markup can't be parsed; the message is Telegram's, without "can't parse entities"."""


@dataclass(slots=True)
class _Open:
    """A start tag whose end hasn't come: where its text starts, in code units and in pieces."""

    tag: str
    attributes: dict[str, str]
    offset: int
    piece: int


@dataclass(slots=True)
class _Parser:
    markup: str
    at: int = 0
    length: int = 0
    pieces: list[str] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def run(self) -> None:
        while self.at < len(self.markup):
            character = self.markup[self.at]
            if character == "<":
                self._tag()
            elif character == "&":
                self._write(self._reference())
            else:
                self.at += 1
                self._write(character)
        if self.stack:
            raise ParseError(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += utf16_length(text)

    def _reference(self) -> str:
        """Return the character that a reference at this place means; what Telegram doesn't know stays as it is."""
        match = REFERENCE.match(self.markup, self.at)
        meant = None if match is None else _referred(match)
        if match is None or meant is None:
            if match is not None and match["end"]:
                self.faults.append(f"{match[0]} is shown as it is written: only lt, gt, amp and quot have names")
            self.at += 1
            return "&"
        self.at = match.end()
        return meant

    def _tag(self) -> None:
        if self.markup.startswith("</", self.at):
            self._end_tag()
        else:
            self._start_tag()

    def _start_tag(self) -> None:
        begin = self.at
        where = f"at byte offset {self._bytes(begin)}"
        written = self._take(TAG_NAME, begin + 1)
        if self.at >= len(self.markup):
            raise ParseError(f"Unclosed start tag {where}")
        tag = written.lower()
        if tag not in TAGS:
            raise ParseError(f'Unsupported start tag "{tag}" {where}')
        attributes = self._attributes(tag, where)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise ParseError(f'Tag "span" must have class "tg-spoiler" {where}')
        self.stack.append(_Open(tag, attributes, self.length, len(self.pieces)))

    def _attributes(self, tag: str, where: str) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._take(SPACE, self.at)
            if self._here() == ">":
                self.at += 1
                return attributes
            name = self._take(ATTRIBUTE_NAME, self.at)
            if not name:
                raise ParseError(
                    f'Empty attribute name in the tag "{tag}" {where}'
                    if self._here()
                    else f"Unclosed start tag {where}"
                )
            self._take(SPACE, self.at)
            attributes[name] = self._value(tag, where) if self._here() == "=" else ""

    def _value(self, tag: str, where: str) -> str:
        self._take(SPACE, self.at + 1)
        quote = self._here()
        if not quote:
            raise ParseError(f'Unclosed start tag "{tag}" {where}')
        if quote not in "'\"":
            begin = self.at
            token = self._take(NAME_TOKEN, begin)
            if not (self._here() == ">" or self._here().isspace()):
                raise ParseError(f"Unexpected end of name token at byte offset {self._bytes(begin)}")
            return token.lower()
        end = self.markup.find(quote, self.at + 1)
        if end < 0 or end + 1 >= len(self.markup):
            raise ParseError(f"Unclosed start tag {where}")
        raw = self.markup[self.at + 1 : end]
        self.at = end + 1
        return REFERENCE.sub(lambda match: _referred(match) or match[0], raw)

    def _end_tag(self) -> None:
        begin = self.at
        where = f"at byte offset {self._bytes(begin)}"
        if not self.stack:
            raise ParseError(f"Unexpected end tag {where}")
        tag = self._take(TAG_NAME, begin + 2).lower()
        self._take(SPACE, self.at)
        if self._here() != ">":
            raise ParseError(f"Unclosed end tag {where}")
        self.at += 1
        opened = self.stack.pop()
        if tag and tag != opened.tag:
            raise ParseError(f'Unmatched end tag {where}, expected "</{opened.tag}>", found "</{tag}>"')
        if self.length > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        kind = TAGS[opened.tag]
        entity = Entity(kind, opened.offset, self.length - opened.offset)
        if kind == "text_link":
            href = opened.attributes.get("href") or "".join(self.pieces[opened.piece :])
            self._link(entity, href)
        elif kind == "custom_emoji":
            self._emoji(entity, opened.attributes.get("emoji-id", ""))
        elif kind in ("code", "pre"):
            self._monospaced(entity, opened.attributes.get("class", ""))
        elif kind == "blockquote" and "expandable" in opened.attributes:
            self.entities.append(Entity("expandable_blockquote", entity.offset, entity.length))
        else:
            self.entities.append(entity)

    def _link(self, entity: Entity, href: str) -> None:
        user_id = re.fullmatch(r"tg://user\?id=(\d+)", href.strip())
        url = checked_link(href)
        if user_id:
            user = {"id": int(user_id[1]), "is_bot": False, "first_name": ""}
            self.entities.append(Entity("text_mention", entity.offset, entity.length, user=user))
        elif url is not None:
            self.entities.append(Entity("text_link", entity.offset, entity.length, url=url))
        else:
            self.faults.append(f"the link to {href!r} is dropped: not an address")

    def _emoji(self, entity: Entity, emoji_id: str) -> None:
        if not emoji_id.isascii() or not emoji_id.isdigit() or int(emoji_id) == 0:
            raise ParseError("Invalid custom emoji identifier specified")
        self.entities.append(Entity("custom_emoji", entity.offset, entity.length, custom_emoji_id=emoji_id))

    def _monospaced(self, entity: Entity, css_class: str) -> None:
        """Add `entity`; code with a language and pre around the same text are one `pre` with that language."""
        language = css_class.removeprefix(LANGUAGE) if css_class.startswith(LANGUAGE) else ""
        last = self.entities[-1] if self.entities else None
        same_text = last is not None and (last.offset, last.length) == (entity.offset, entity.length)
        partner = {"pre": "code", "code": "pre"}[entity.type]
        if last is not None and same_text and last.type == partner and (last.language or language):
            both = Entity("pre", entity.offset, entity.length, language=last.language or language)
            self.entities[-1] = both
        else:
            self.entities.append(Entity(entity.type, entity.offset, entity.length, language=language or None))

    def _take(self, pattern: re.Pattern[str], begin: int) -> str:
        match = pattern.match(self.markup, begin)
        assert match is not None, "every pattern taken here matches nothing, too"
        self.at = match.end()
        return match[0]

    def _here(self) -> str:
        return self.markup[self.at : self.at + 1]

    def _bytes(self, at: int) -> int:
        return len(self.markup[:at].encode("utf-8", "surrogatepass"))


def _referred(match: re.Match[str]) -> str | None:
    if match["name"] is not None:
        return NAMED.get(match["name"])
    digits, base = (match["hex"], 16) if match["hex"] is not None else (match["decimal"], 10)
    code = int(digits, base) if len(digits) < 9 else 0
    return chr(code) if 0 < code < 0x10FFFF else None


def parse_html(markup: str) -> tuple[str, tuple[Entity, ...], list[str]]:
    """Return the plain text, its entities in order, and what Telegram accepts but shows otherwise than meant.

    >>> text, (bold,), _ = parse_html("<b>أجنادين</b> &amp; فحل")
    >>> text, bold.type, bold.length
    ('أجنادين & فحل', 'bold', 7)

    Raises:
        ParseError: Telegram refuses the markup; the message is its reason.
    """
    parser = _Parser(markup)
    parser.run()
    text = "".join(parser.pieces)
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ParseError(
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate"
            " code units"
        )
    plain_code = [
        Entity("code", entity.offset, entity.length) if entity.type == "code" else entity for entity in parser.entities
    ]
    return text, in_order(plain_code), parser.faults
