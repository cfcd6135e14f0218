"""EPUB: the chapters in the order of the book's spine, its title and author from the package file.

The format: EPUB 3.3 (W3C Recommendation, 2023), container, package document and spine.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from qa_bot.corpus.encoding import decode
from qa_bot.corpus.findings import Fault, Finding, Severity, SourceFile, Trouble
from qa_bot.corpus.metadata import clean
from qa_bot.corpus.origin import unify_line_ends
from qa_bot.corpus.readers.archive import Archive, open_archive
from qa_bot.corpus.readers.html_pieces import Markup, read_markup
from qa_bot.corpus.readers.written import document_of
from qa_bot.model.corpus import Metadata

_CONTAINER = "META-INF/container.xml"
_LOCKS = frozenset({"META-INF/rights.xml", "META-INF/encryption.xml"})
_CHAPTERS = frozenset({"application/xhtml+xml", "text/html"})
_MOST_CHAPTERS = 5_000
_SHOWN_FAULTS = 5


@dataclass(frozen=True, slots=True)
class _Book:
    """An open e-book: its package document, and the folder in the archive that its paths start from."""

    archive: Archive
    package: etree._Element
    folder: str


def read(raw: bytes, file: SourceFile) -> Iterator[Finding]:
    """Yield the one document of an e-book, or why there is none; chapters that can't be read are named."""
    book = _open(raw)
    if isinstance(book, Fault):
        yield file.fault(book)
        return
    chapters = [_chapter(book.archive, path) for path in _spine(book)]
    faults = [chapter for chapter in chapters if isinstance(chapter, Fault) and chapter.trouble is not Trouble.EMPTY]
    pieces = [piece for chapter in chapters if isinstance(chapter, Markup) for piece in chapter.pieces]
    if faults and not pieces:
        trouble = Trouble.LOCKED if book.archive.names & _LOCKS else faults[0].trouble
        yield file.problem(f"no chapter can be read: {faults[0].reason}", trouble=trouble)
        return
    for fault in faults[:_SHOWN_FAULTS]:
        yield file.problem(f"a chapter is left out: {fault.reason}", severity=Severity.WARNING, trouble=fault.trouble)
    yield document_of(pieces, file, _metadata(book.package))


def _open(raw: bytes) -> _Book | Fault:
    archive = open_archive(raw, "epub")
    if isinstance(archive, Fault):
        return archive
    container = archive.xml(_CONTAINER)
    if isinstance(container, Fault):
        return container
    named = container.find("{*}rootfiles/{*}rootfile")
    path = str(named.get("full-path", "")) if named is not None else ""
    package = archive.xml(path)
    return package if isinstance(package, Fault) else _Book(archive, package, posixpath.dirname(path))


def _spine(book: _Book) -> list[str]:
    """Return the chapters' names in the archive, in the order of reading."""
    items = {item.get("id"): item for item in book.package.findall("{*}manifest/{*}item")}
    named = [items.get(entry.get("idref")) for entry in book.package.findall("{*}spine/{*}itemref")]
    chapters = [item for item in named if item is not None and item.get("media-type") in _CHAPTERS]
    paths = [posixpath.join(book.folder, unquote(str(item.get("href", "")).partition("#")[0])) for item in chapters]
    # Each once: a spine that names a chapter a million times is a bomb.
    return list(dict.fromkeys(map(posixpath.normpath, paths)))[:_MOST_CHAPTERS]


def _chapter(archive: Archive, path: str) -> Markup | Fault:
    raw = archive.read(path)
    decoded = raw if isinstance(raw, Fault) else decode(raw)
    if isinstance(decoded, Fault):
        return decoded
    return read_markup(unify_line_ends(decoded.text)[0])


def _metadata(package: etree._Element) -> Metadata:
    def told(name: str) -> str:
        return clean(package.findtext(f"{{*}}metadata/{{http://purl.org/dc/elements/1.1/}}{name}"))

    return Metadata(told("title"), author=told("creator"), edition=told("publisher"))
