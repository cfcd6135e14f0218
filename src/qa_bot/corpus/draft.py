"""A document while it is read: what of the file is kept, where it came from, its paragraphs and pages."""

import re
from bisect import bisect_right
from operator import attrgetter

from qa_bot.corpus.origin import SAME
from qa_bot.model.corpus import Document, Metadata, PageBreak, Paragraph, Span

BLANK_LINE = "\n\n"
_WORD = re.compile(r"[^\W_]")


class Draft:
    """Collects a document's text block by block: parts of `source` that are kept, and separators of its own.

    A block is trimmed and parted from the one before by a blank line; one without a word leaves no trace.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._pairs: list[tuple[int, int]] = []
        self._length = 0
        self._spans: list[tuple[Span, tuple[str, ...]]] = []
        self._breaks: list[PageBreak] = []
        # Where the block under way began: in parts, pairs and code points.
        self._mark = (0, 0, 0)
        self._start: int | None = None

    def keep(self, start: int, end: int) -> None:
        """Add the code points `[start, end)` of the source; white space that would begin a block is left."""
        part = self._source[start:end]
        if self._start is None:
            bare = part.lstrip()
            start += len(part) - len(bare)
            part = bare
        if part:
            self._open_block()
            self._map(start)
            self._add(part)

    def insert(self, text: str, *, at: int | None = None) -> None:
        """Add `text`, which the source doesn't have so; `at` is the offset of what it stands for, if any."""
        if self._start is None and not text.strip():
            return
        self._open_block()
        if at is not None:
            self._map(at)
        self._add(text)

    def end(self, headings: tuple[str, ...] | None) -> None:
        """End the block: a paragraph below `headings`, or, with None, text that is part of no paragraph."""
        start, self._start = self._start, None
        if start is None:
            return
        self._trim()
        if not any(_WORD.search(part) for part in self._parts[self._mark[0] :]):
            parts, pairs, self._length = self._mark
            del self._parts[parts:], self._pairs[pairs:]
        elif headings is not None:
            self._spans.append((Span(start, self._length), headings))

    def end_page(self, volume: int, page: int) -> None:
        """Note that page `page` of volume `volume` ends here."""
        self._breaks.append(PageBreak(self._length, volume, page))

    def last_letter(self) -> str:
        """Return the last code point of the block under way that is no white space, empty at its beginning."""
        for part in reversed(self._parts[self._mark[0] :] if self._start is not None else ()):
            bare = part.rstrip()
            if bare:
                return bare[-1]
        return ""

    def ends_a_page(self) -> bool:
        """Return whether a page ended with what was kept last of the block under way."""
        if self._start is None or not self._breaks:
            return False
        return self._breaks[-1].offset == self._length > self._start

    def first_paragraph(self) -> str:
        """Return the text of the first paragraph that ended, empty where none did."""
        return self._spans[0][0].of("".join(self._parts)) if self._spans else ""

    def document(self, document_id: str, path: str, metadata: Metadata) -> Document:
        """Return what was collected; nothing may be added afterwards."""
        breaks = tuple(PageBreak(min(end.offset, self._length), end.volume, end.page) for end in self._breaks)
        paragraphs = tuple(Paragraph(span, headings, *page_at(breaks, span.start)) for span, headings in self._spans)
        text = "".join(self._parts)
        return Document(document_id, path, metadata, text, paragraphs, breaks, tuple(self._pairs) or SAME)

    def _open_block(self) -> None:
        if self._start is not None:
            return
        self._mark = (len(self._parts), len(self._pairs), self._length)
        if self._length:
            self._add(BLANK_LINE)
        self._start = self._length

    def _map(self, source_offset: int) -> None:
        if self._pairs:
            here, there = self._pairs[-1]
            if self._length - here == source_offset - there:
                return
        self._pairs.append((self._length, source_offset))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _trim(self) -> None:
        while len(self._parts) > self._mark[0]:
            part = self._parts.pop()
            bare = part.rstrip()
            self._length -= len(part) - len(bare)
            if bare:
                self._parts.append(bare)
                break
        while self._pairs and self._pairs[-1][0] >= self._length > 0:
            self._pairs.pop()


def page_at(breaks: tuple[PageBreak, ...], offset: int) -> tuple[int | None, int | None]:
    """Return volume and page of the code point at `offset`: those of the first page that ends after it.

    Both are None after the last page end; the volume is None where pages carry volume 0.
    """
    number = bisect_right(breaks, offset, key=attrgetter("offset"))
    if number == len(breaks):
        return None, None
    return breaks[number].volume or None, breaks[number].page
