"""The blocks of a Markdown file: headings, paragraphs, items, table rows and code, each with its lines' spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+|$)")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-{2,})[ \t]*$")
_QUOTE = re.compile(r"(?:[ ]{0,3}>[ ]?){1,9}")
_BULLET = re.compile(r"[ \t]{0,30}[-*+][ \t]{1,9}(?:\[[ xX]\][ \t])?(?=\S)")
_NUMBER = re.compile(r"[ \t]{0,30}(\d{1,4})[.)][ \t]{1,9}(?=\S)")
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\]^][^\]]{0,200}\]:[ \t]")
_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^[^\]\s]{1,50}\]:[ \t]*")
# Longer text above a line of dashes is a paragraph and a rule, whatever CommonMark says.
_LONGEST_UNDERLINED = 120


class Kind(Enum):
    """What a block is."""

    TEXT = auto()
    ITEM = auto()
    HEADING = auto()
    CODE = auto()


@dataclass(slots=True)
class Block:
    """Lines that belong together, as spans of their content in the file; `level` is a heading's, else 0."""

    kind: Kind
    lines: list[tuple[int, int]] = field(default_factory=list)
    level: int = 0

    @property
    def start(self) -> int:
        """Return where the first line's content starts."""
        return self.lines[0][0]

    @property
    def end(self) -> int:
        """Return where the last line's content ends."""
        return self.lines[-1][1]


def blocks(text: str, start: int) -> Iterator[Block]:
    """Yield the blocks of `text` from `start` on, in order; none is empty.

    Rules, link definitions, table rulers and comments belong to no block.
    """
    return (block for block in _Parser(text).parse(start) if block.lines)


def comments(text: str, start: int) -> list[tuple[int, int]]:
    """Return the HTML comments of `text` from `start` on; one that never closes is none.

    >>> comments("بدر <!-- ملحوظة --> أحد", 0)
    [(4, 19)]
    """
    found: list[tuple[int, int]] = []
    at = text.find("<!--", start)
    while at >= 0:
        end = text.find("-->", at + 4)
        if end < 0:
            break
        found.append((at, end + 3))
        at = text.find("<!--", end + 3)
    return found


class _Parser:
    """Goes line by line; `_open` is the block that the next line may belong to."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open = Block(Kind.TEXT)
        self._fence = ""

    def parse(self, start: int) -> Iterator[Block]:
        for first, last in _visible_lines(self._text, start):
            if self._fence:
                yield from self._code(first, last)
                continue
            quote = _QUOTE.match(self._text, first, last)
            yield from self._line(quote.end() if quote else first, last)
        yield self._open

    def _code(self, first: int, last: int) -> Iterator[Block]:
        line = self._text[first:last].strip()
        if line.startswith(self._fence) and not line.strip(self._fence[0]):
            yield from self._close()
            self._fence = ""
        else:
            self._open.lines.append((first, last))

    def _line(self, first: int, last: int) -> Iterator[Block]:
        line = self._text[first:last]
        if fence := _FENCE.match(line):
            self._fence = fence[1]
            yield from self._close(Block(Kind.CODE))
        elif heading := _HEADING.match(line):
            yield from self._close()
            yield Block(Kind.HEADING, [_without_hashes(line, first + heading.end(), last)], len(heading[1]))
        elif underline := self._underline(line):
            self._open.kind, self._open.level = Kind.HEADING, 1 if underline == "=" else 2
            yield from self._close()
        elif not line.strip() or _is_rule(line) or _DEFINITION.match(line):
            yield from self._close()
        else:
            yield from self._words(line, first, last)

    def _words(self, line: str, first: int, last: int) -> Iterator[Block]:
        if bullet := _BULLET.match(line):
            yield from self._close(Block(Kind.ITEM, [(first + bullet.end(), last)]))
        elif line.lstrip().startswith("|"):
            yield from self._close(Block(Kind.ITEM, [_without_pipes(line, first)]))
            yield from self._close()
        elif self._begins_item(line):
            yield from self._close(Block(Kind.ITEM, [(first, last)]))
        elif footnote := _FOOTNOTE.match(line):
            yield from self._close(Block(Kind.ITEM, [(first + footnote.end(), last)]))
        else:
            self._open.lines.append((first, last))

    def _begins_item(self, line: str) -> bool:
        # Inside a paragraph only 1 begins a list: a wrapped line may begin with a year.
        number = _NUMBER.match(line)
        in_paragraph = bool(self._open.lines) and self._open.kind is Kind.TEXT
        return number is not None and (not in_paragraph or number[1] == "1")

    def _underline(self, line: str) -> str:
        """Return = or - where the line makes a heading of the lines above it, else nothing."""
        underline = _UNDERLINE.match(line)
        if not underline or not self._open.lines or self._open.kind is not Kind.TEXT:
            return ""
        return underline[1][0] if self._open.end - self._open.start <= _LONGEST_UNDERLINED else ""

    def _close(self, following: Block | None = None) -> Iterator[Block]:
        yield self._open
        self._open = following or Block(Kind.TEXT)


def _visible_lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines, blank ones too, without what a comment from an earlier line covers."""
    hidden = iter(comments(text, start))
    comment = next(hidden, None)
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        while comment and comment[1] <= start:
            comment = next(hidden, None)
        if not comment or comment[0] >= start:
            yield start, end
        elif comment[1] < end:
            yield comment[1], end
        start = end + 1


def _is_rule(line: str) -> bool:
    signs = "".join(line.split())
    return len(signs) >= 3 and (set(signs) <= set("|:-") or (len(set(signs)) == 1 and signs[0] in "*_"))


def _without_hashes(line: str, start: int, end: int) -> tuple[int, int]:
    content = line.rstrip()
    bare = content.rstrip("#")
    if bare != content and bare[-1:] in ("", " ", "\t"):
        content = bare.rstrip()
    return start, max(start, end - len(line) + len(content))


def _without_pipes(line: str, first: int) -> tuple[int, int]:
    bare = line.strip().strip("|")
    start = first + line.index("|")
    start += len(line.strip()) - len(line.strip().lstrip("|"))
    return start, start + len(bare)
