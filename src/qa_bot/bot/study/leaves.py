"""A text as pages, each of which fits into a message: cut where passages end, nothing left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa_bot.bot.cut import length_utf16, shorten
from qa_bot.model.corpus import DocumentCard, Passage, Span

# A screen or two of a phone; what a message may hold is twice as much.
USUAL_UTF16 = 2_000
_MOST_UTF16 = 3_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage, or the part of one that is too long for a page: `span` counts code points of its text."""

    passage: Passage
    span: Span

    @property
    def text(self) -> str:
        """Return the words, verbatim."""
        return self.span.of(self.passage.text)

    @property
    def place(self) -> int:
        """Return where the piece begins in its document's text."""
        return self.passage.span.start + self.span.start


Leaf = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A text to read: its pages in order."""

    document: DocumentCard
    leaves: tuple[Leaf, ...]

    def at(self, place: int) -> int:
        """Return the number of the page, from 0, that holds this place of the document's text."""
        before = [number for number, leaf in enumerate(self.leaves) if leaf[0].place <= place]
        return before[-1] if before else 0


def bind(document: DocumentCard, passages: Sequence[Passage]) -> Book:
    """Return a document whose passages these are as a book; a page never runs over the end of a volume."""
    return Book(document, tuple(_leaves(passages)))


def _leaves(passages: Sequence[Passage]) -> Iterator[Leaf]:
    leaf: list[Piece] = []
    used = 0
    for piece in (piece for passage in passages for piece in pieces_of(passage)):
        length = length_utf16(piece.text)
        turns = leaf and leaf[-1].passage.volume != piece.passage.volume
        if leaf and (turns or used + length > USUAL_UTF16):
            yield tuple(leaf)
            leaf, used = [], 0
        leaf.append(piece)
        used += length
    if leaf:
        yield tuple(leaf)


def pieces_of(passage: Passage) -> Iterator[Piece]:
    """Yield a passage whole, or in parts where no page could hold it: cut after sentences, else words."""
    start = 0
    while length_utf16(passage.text[start:]) > _MOST_UTF16:
        part = shorten(passage.text[start:], USUAL_UTF16)
        # White space stays with the part before it, so that all parts together are the passage.
        end = start + len(part)
        end += len(passage.text[end:]) - len(passage.text[end:].lstrip())
        yield Piece(passage, Span(start, end))
        start = end
    if start < len(passage.text) or start == 0:
        yield Piece(passage, Span(start, len(passage.text)))
