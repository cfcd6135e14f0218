"""What texts are made of: documents, their paragraphs, passages, and where a quote stands."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Code points `[start, end)` of some text; which text, the owner's docstring says."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of `text` that the span covers.

        >>> Span(0, 2).of("بدر")
        'بد'
        """
        return text[self.start : self.end]

    def moved(self, by: int) -> "Span":
        """Return the span `by` code points further on: the same words in a text that begins so much earlier.

        >>> Span(0, 2).moved(3)
        Span(start=3, end=5)
        """
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Source:
    """A book that a document took facts from; `facts` says which."""

    book: str
    author: str = ""
    facts: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document beside its text; an empty string is unknown.

    `death_year_ah` is the author's, in years of the Hijra. `titled` is False where nobody gave a title and
    `title` was made from the first words: such a title is shown, and not indexed as one.
    """

    title: str
    titled: bool = True
    author: str = ""
    death_year_ah: int | None = None
    edition: str = ""
    source: str = ""
    language: str = "ar"
    licence: str = ""
    collection: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a document: its span in `Document.text`, and where it stands.

    `headings` is the path from the outermost heading to the innermost. `volume` and `page` are those of the
    paragraph's first code point, None where the source has no pages.
    """

    span: Span
    headings: tuple[str, ...] = ()
    volume: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """At code point `offset` of `Document.text` page `page` of volume `volume` ends (the next one begins)."""

    offset: int
    volume: int
    page: int


@dataclass(frozen=True, slots=True)
class Document:
    """One published text in one edition.

    `id` is the path below the corpus folder without suffixes, or `_id` in JSON Lines. `text` is the text as
    written, without the markup of its format: nothing else is changed, and paragraphs are parted by a blank
    line. `origin` maps back to the decoded file: pairs (offset in `text`, offset in the file), ascending; a
    code point after a pair and before the next lies equally far from both of its offsets.
    `page_breaks` ascend.
    """

    id: str
    path: str
    metadata: Metadata
    text: str
    paragraphs: tuple[Paragraph, ...]
    page_breaks: tuple[PageBreak, ...] = ()
    origin: tuple[tuple[int, int], ...] = ((0, 0),)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How a document counts years where a passage begins, for the dates that the passage leaves open.

    `hijri` tells whether most marked years of the document are of the Hijra, None where none is marked. `year` is the
    last one that the document names before the passage, of the Hijra if `year_hijri`, None for none; it stands
    `distance` code points before the passage, and a heading between the two counts as more.
    """

    hijri: bool | None = None
    year: int | None = None
    year_hijri: bool = True
    distance: int = 0


NO_RECKONING = Reckoning()


@dataclass(frozen=True, slots=True)
class Passage:
    """The piece of a document that is indexed, found and cited.

    `id` is stable between builds while the passage's own text and headings stay. `ordinal` counts from 0
    within the document. `text` is verbatim `Document.text[span]`; `source_span` is where it stands in the
    decoded file. `volume` and `page` are those of its first code point; `last_page` that of its last.
    `reckoning` is what the text before it tells of its years.
    """

    id: str
    document_id: str
    ordinal: int
    text: str
    span: Span
    source_span: Span
    headings: tuple[str, ...] = ()
    volume: int | None = None
    page: int | None = None
    last_page: int | None = None
    reckoning: Reckoning = NO_RECKONING

    @property
    def key(self) -> bytes:
        """Five bytes that stand for the id where room is short (a button carries 64 bytes in all)."""
        return passage_key(self.id)


def passage_key(passage_id: str) -> bytes:
    """Return the key of the passage, or of the document, with this id."""
    return hashlib.sha256(passage_id.encode("utf-8", "surrogatepass")).digest()[:5]


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """What a list of the library shows of a document: its metadata and its size."""

    id: str
    metadata: Metadata
    passages: int
    words: int

    @property
    def key(self) -> bytes:
        """Five bytes that stand for the id where room is short."""
        return passage_key(self.id)
