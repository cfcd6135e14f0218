"""DOCX: paragraphs, headings, tables and notes of a Word document, what was deleted left out.

The format: Office Open XML, ECMA-376 part 1, WordprocessingML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from qa_bot.corpus.findings import Fault, Finding, SourceFile
from qa_bot.corpus.metadata import clean
from qa_bot.corpus.readers.archive import Archive, open_archive
from qa_bot.corpus.readers.written import Piece, document_of
from qa_bot.model.corpus import Metadata

_MAIN = "word/document.xml"
_STYLES = "word/styles.xml"
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_LEVELS = 9
_HEADING_STYLE = re.compile(r"heading ([1-9])", re.IGNORECASE)
_ARABIC = re.compile("[\u0621-\u064a]")
_BETWEEN_CELLS = " | "
# Deleted or moved away, field codes, phonetic guides, and the older twin of a drawing's text.
_LEFT_OUT = frozenset({"del", "moveFrom", "instrText", "delText", "rt", "Fallback", "pPr", "rPr"})
_WHITE = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(raw: bytes, file: SourceFile) -> Iterator[Finding]:
    """Yield the one document of a Word file, or why there is none.

    Its title is what is styled as the title, or a heading of level 1, at the top, else the file's own where it is
    in Arabic: Word keeps titles of templates. A note follows the paragraph that mentions it.
    """
    archive = open_archive(raw, "docx")
    found = archive if isinstance(archive, Fault) else _document(archive, file)
    yield file.fault(found) if isinstance(found, Fault) else found


def _document(archive: Archive, file: SourceFile) -> Finding | Fault:
    body = archive.xml(_MAIN)
    if isinstance(body, Fault):
        return body
    pieces = _Walk(_levels(archive), _notes(archive)).pieces(body)
    return document_of(pieces, file, Metadata(""), otherwise=_own_title(archive))


def _own_title(archive: Archive) -> str:
    core = archive.xml("docProps/core.xml")
    title = "" if isinstance(core, Fault) else clean(core.findtext("{http://purl.org/dc/elements/1.1/}title"))
    return title if _ARABIC.search(title) else ""


def _levels(archive: Archive) -> dict[str, int]:
    """Return the heading level of each style that has one, by the style's id; a title's is 1."""
    styles = archive.xml(_STYLES)
    if isinstance(styles, Fault):
        return {}
    levels: dict[str, int] = {}
    for style in styles.iterfind("{*}style"):
        named = _HEADING_STYLE.fullmatch(_value(style.find("{*}name")))
        level = _outline_level(style.find("{*}pPr"))
        if _value(style.find("{*}name")).lower() == "title":
            level = 1
        elif named:
            level = int(named[1])
        if level:
            levels[_attribute(style, "styleId")] = level
    return levels


def _outline_level(properties: etree._Element | None) -> int:
    """Return the level that paragraph properties state, 0 where they state none; files count from 0."""
    told = "" if properties is None else _value(properties.find("{*}outlineLvl"))
    return int(told) + 1 if told.isascii() and told.isdecimal() and int(told) < _LEVELS else 0


def _notes(archive: Archive) -> dict[tuple[str, str], str]:
    """Return the text of each note by its kind and id."""
    notes: dict[tuple[str, str], str] = {}
    for part, kind in _NOTES:
        root = archive.xml(part) if part in archive.names else None
        if root is None or isinstance(root, Fault):
            continue
        for note in root.iterfind(f"{{*}}{kind}"):
            pieces = _Walk({}, {}).pieces(note)
            notes[kind, _attribute(note, "id")] = " ".join(piece.text for piece in pieces)
    return notes


@dataclass(slots=True)
class _Walk:
    """Goes through a document's elements; keeps the words of the paragraphs under way, and of the rows around them.

    A text box stands in a paragraph and holds others.
    """

    levels: dict[str, int]
    notes: dict[tuple[str, str], str]
    _open: list[list[str]] = field(default_factory=list)
    _mentioned: list[str] = field(default_factory=list)
    _cells: list[list[str]] = field(default_factory=list)

    def pieces(self, root: etree._Element) -> Iterator[Piece]:
        """Yield what stands below `root`, in order."""
        left_out = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            # An entity that was left alone has no name.
            name = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if name in _LEFT_OUT:
                left_out += 1 if event == "start" else -1
            elif not left_out and event == "start":
                self._begin(name, element)
            elif not left_out:
                yield from self._end(name, element)

    def _begin(self, name: str, element: etree._Element) -> None:
        if name == "p":
            self._open.append([])
        elif name == "t":
            self._write(element.text or "")
        elif name in _WHITE:
            self._write(_WHITE[name])
        elif name in ("footnoteReference", "endnoteReference"):
            note = self.notes.get((name.removesuffix("Reference"), _attribute(element, "id")), "")
            self._mentioned.append(note)
        elif name == "tr":
            self._cells.append([])

    def _write(self, words: str) -> None:
        if self._open:
            self._open[-1].append(words)

    def _end(self, name: str, element: etree._Element) -> Iterator[Piece]:
        if name == "p":
            text = "".join(self._open.pop()).strip()
            if self._cells:
                self._cells[-1].append(text)
            else:
                yield from self._paragraph(text, self._level(element))
        elif name == "tr" and self._cells:
            row = _BETWEEN_CELLS.join(filter(None, self._cells.pop()))
            if self._cells:
                self._cells[-1].append(row)
            else:
                yield from self._paragraph(row, 0)

    def _paragraph(self, text: str, level: int) -> Iterator[Piece]:
        if text:
            yield Piece(text, level)
        yield from (Piece(note) for note in self._mentioned if note.strip())
        self._mentioned.clear()

    def _level(self, paragraph: etree._Element) -> int:
        properties = paragraph.find("{*}pPr")
        if properties is None:
            return 0
        return _outline_level(properties) or self.levels.get(_value(properties.find("{*}pStyle")), 0)


def _value(element: etree._Element | None) -> str:
    return "" if element is None else _attribute(element, "val")


def _attribute(element: etree._Element, name: str) -> str:
    """Return an attribute whatever its namespace: strict and transitional files have different ones."""
    return next((str(value) for key, value in element.items() if etree.QName(str(key)).localname == name), "")
