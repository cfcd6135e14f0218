"""A web page or a chapter of an e-book as paragraphs and headings, by its elements; scripts and menus are left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from qa_bot.corpus.findings import Fault, Trouble
from qa_bot.corpus.readers.written import Piece

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SILENT = """
head script style noscript template svg math nav footer form button select option textarea iframe object audio video
canvas rt rp
"""
_LEFT_OUT = frozenset(_SILENT.split())
_PARTING = """
html body article aside blockquote center dd details div dl dt fieldset figcaption figure header hgroup hr li main ol p
pre section summary table tbody tfoot thead tr ul caption address
"""
_BLOCKS = frozenset(_PARTING.split())
_CELLS = frozenset({"td", "th"})
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_BETWEEN_CELLS = " | "


@dataclass(frozen=True, slots=True)
class Markup:
    """What a page says: its pieces in order, and what its `title` element names it, empty where it has none."""

    pieces: tuple[Piece, ...]
    title: str


def read_markup(text: str) -> Markup | Fault:
    """Return the pieces of the page `text`, or why it can't be read.

    Where one `main` or `article` holds the page's matter, only that is taken.

    >>> read_markup("<title>بدر</title><h2>الوقعة</h2><p>كانت <b>بدر</b> في رمضان.")
    Markup(pieces=(Piece(text='الوقعة', level=2), Piece(text='كانت بدر في رمضان.', level=0)), title='بدر')
    """
    # In bytes: lxml refuses text that names an encoding of its own.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        page = html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        # Whatever a page looks like it is read: only memory can lack.
        return Fault("takes more memory than there is", trouble=Trouble.TOO_MUCH)
    except etree.ParserError:
        return Fault("holds no text", trouble=Trouble.EMPTY)
    if parser.error_log.filter_from_fatals():
        return Fault("its elements are nested too deep", trouble=Trouble.TOO_MUCH)
    title = " ".join((page.findtext("head/title") or "").split())
    return Markup(tuple(_pieces(_matter(page))), title)


def _matter(page: etree._Element) -> etree._Element:
    for name in ("main", "article"):
        found = page.findall(f".//{name}")
        if len(found) == 1:
            return found[0]
    return page


@dataclass(slots=True)
class _Walk:
    """The words of the piece under way, and the level of the heading that they stand in."""

    parts: list[str] = field(default_factory=list)
    level: int = 0

    def end(self) -> Iterator[Piece]:
        text = "\n".join(_BLANKS.sub(" ", line).strip() for line in "".join(self.parts).split(_BREAK))
        self.parts.clear()
        if text.strip(" \n|"):
            yield Piece(text.strip().removesuffix(_BETWEEN_CELLS.rstrip()).rstrip(), self.level)


# A line's end within a paragraph, which is no white space to be folded.
_BREAK = "\x00"


def _pieces(root: etree._Element) -> Iterator[Piece]:
    walk = _Walk()
    left_out = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag
        if name in _LEFT_OUT:
            left_out += 1 if event == "start" else -1
        if left_out == 0:
            if name not in _LEFT_OUT:
                yield from _step(walk, event, name)
                if event == "start":
                    walk.parts.append(element.text or "")
            if event == "end" and element is not root:
                walk.parts.append(element.tail or "")
    yield from walk.end()


def _step(walk: _Walk, event: str, name: str) -> Iterator[Piece]:
    if name in _HEADINGS:
        yield from walk.end()
        walk.level = _HEADINGS[name] if event == "start" else 0
    elif name in _BLOCKS:
        yield from walk.end()
    elif name in _CELLS and event == "end":
        walk.parts.append(_BETWEEN_CELLS)
    elif name == "br" and event == "start":
        walk.parts.append(_BREAK)
