"""OpenITI mARkdown: premodern texts with page numbers (https://openiti.github.io/documentation/).

`# ` begins a paragraph and `~~` goes on with it, `### |` to `### |||||` are headings, `### $` entries of a
dictionary or chronicle, `PageV01P049` ends page 49 of volume 1, `ms0123` is a machine's milestone, `%~%` parts
the halves of a verse. None of these stays in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa_bot.corpus.draft import Draft
from qa_bot.corpus.findings import Finding, SourceFile, Trouble
from qa_bot.corpus.metadata import clean
from qa_bot.corpus.readers.openiti_header import read_header
from qa_bot.corpus.readers.outline import Outline, descend, titles

MAGIC = "######OpenITI#"

_PAGE = r"Page(?:Beg|End)?V(?P<volume>\d{1,4})P(?P<page>\d{1,5})[A-Z]?(?![A-Za-z\d])"
_MILESTONE = r"(?<![A-Za-z])(?:ms[A-Z]?|Milestone)\d{1,6}(?:[-_]\d{1,6})?"
# Blanks are taken from their first one on: looked for at each, a long run of them would cost its square.
_BLANKS = r"(?<![ \t])[ \t]++"
# A tag with the blanks or the line break before it, or a line break alone.
_MARKUP = re.compile(
    rf"""
    (?:(?:{_BLANKS})?\n+(?:~~)?[ \t]*|{_BLANKS})?
    (?:
        {_PAGE}
      | {_MILESTONE}
      | (?P<half>%~%|(?<=[^\d\s][ ])%(?=\s|$))
      | (?<![A-Za-z\d.])@[A-Za-z][A-Za-z\d_]*@?
      | \#\$\#[A-Z]+\d*\#?
      | \#~:[^:\n]{{0,80}}:
      | \$[A-Z]{{2,}}[A-Z_]*\$
      | </?[A-Za-z][^<>\n]{{0,200}}>
      | \|[ \t]\d+[ \t]\|(?=[ \t])
      | (?<![^\s~])[|$\\](?=\s|$)
    )
    | (?:{_BLANKS})?\n+(?P<wrap>(?:~~)?)[ \t]*
    """,
    re.VERBOSE,
)
_LINE = re.compile(r"[^\n]+")
_HEADING = re.compile(r"(?:###|# ##|#(?= \|)) ?(\|[A-Z]{2,}\||\|{1,9}|\${1,9}(?:[A-Z_]+\$)?) ?")
_PARAGRAPH = re.compile(r"#{1,3}(?![$~#])[ \t]*")
_ONLY_PAGES = re.compile(r"(?:\s{0,9}(?:PageV\d{1,4}P\d{1,5}|ms\d{1,6}))+\s*\Z")
_VERSE = re.compile(r"%~%| [%*] ")
_SENTENCE_ENDS = ".!؟:؛»"
# Two spaces beside the one that follows the mark: the halves of a verse stand visibly apart.
_HALF_GAP = "  "

# Entries of dictionaries and chronicles stand below every heading.
_ENTRY_LEVEL = 100
_LONGEST_HEADING_WORDS = 30
_MADE_HEADING_WORDS = 12
# The edition's footnote numbers say nothing in a heading.
_NOTE = re.compile(r"\[ ?\(\d{1,3}\) ?\]|\[\d{1,3}\]|\(\d{1,3}\)$|«\d{1,3}»")
_HEADING_ENDS = " :*.،-"
# Where the text begins on a line that holds both a heading and what stands under it.
_TEXT_BEGINS = re.compile(r" (?=قال:|قال |وقال|بسم الله الرحمن)|[.:] ")


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph or a heading with its continued lines: `marker` is the heading's, empty for paragraphs."""

    marker: str
    start: int
    end: int


def read(text: str, file: SourceFile) -> Iterator[Finding]:
    """Yield the one document of an OpenITI file, or a problem where it has no text below its header.

    A paragraph that a page's end breaks inside a sentence is one paragraph again. A heading longer than thirty
    words has swallowed what stands under it: the whole line becomes a paragraph below its first words.
    """
    metadata, body = read_header(text, title=clean(file.id.rpartition("/")[2]))
    draft = Draft(text)
    outline: Outline = ()
    before: _Block | None = None
    for block in _blocks(text, body):
        if before and _ONLY_PAGES.match(text, block.start, block.end):
            _feed(draft, text, block)
            continue
        if block.marker:
            draft.end(titles(outline))
            outline = _add_heading(draft, text, block, outline)
        elif before and _goes_on(draft, text, before, block):
            draft.insert(" ")
            _feed(draft, text, block)
        else:
            draft.end(titles(outline))
            _feed(draft, text, block)
        before = None if block.marker else block
    draft.end(titles(outline))
    document = draft.document(file.id, file.path, metadata)
    yield document if document.paragraphs else file.problem("holds no text below its header", trouble=Trouble.EMPTY)


def _blocks(text: str, start: int) -> Iterator[_Block]:
    block: _Block | None = None
    for line in _LINE.finditer(text, start):
        if line[0].startswith("#META#"):
            continue
        if block and not line[0].startswith("#"):
            block = _Block(block.marker, block.start, line.end())
            continue
        if block:
            yield block
        block = _block_at(text, line)
    if block:
        yield block


def _block_at(text: str, line: re.Match[str]) -> _Block:
    heading = _HEADING.match(text, line.start(), line.end())
    if heading:
        return _Block(heading[1], heading.end(), line.end())
    sign = _PARAGRAPH.match(text, line.start(), line.end())
    return _Block("", sign.end() if sign else line.start(), line.end())


def _goes_on(draft: Draft, text: str, before: _Block, block: _Block) -> bool:
    """Return whether the block belongs to the paragraph before: a page ended inside its sentence."""
    if not draft.ends_a_page() or draft.last_letter() in _SENTENCE_ENDS:
        return False
    return not any(_VERSE.search(text, part.start, part.end) for part in (before, block))


def _feed(draft: Draft, text: str, block: _Block) -> None:
    """Add the block's text to the draft, without markup."""
    offset = block.start
    for markup in _MARKUP.finditer(text, block.start, block.end):
        draft.keep(offset, markup.start())
        offset = markup.end()
        if markup["page"]:
            draft.end_page(int(markup["volume"]), int(markup["page"]))
        if markup["half"]:
            draft.insert(_HALF_GAP)
        elif text[offset : offset + 1].strip() and (markup["wrap"] is not None or text[offset].isalnum()):
            draft.insert(" ")
    draft.keep(offset, block.end)


def _add_heading(draft: Draft, text: str, block: _Block, outline: Outline) -> Outline:
    """Add the heading's words to the draft; return where the text stands below it."""
    written = " ".join(_MARKUP.sub(" ", text[block.start : block.end]).split())
    swallowed = len(written.split()) > _LONGEST_HEADING_WORDS
    title = clean(_NOTE.sub("", _own_words(written) if swallowed else written)).strip(_HEADING_ENDS)
    outline = descend(outline, _level(block.marker), title)
    _feed(draft, text, block)
    draft.end(titles(outline) if swallowed else None)
    return outline


def _level(marker: str) -> int:
    if "$" in marker:
        return _ENTRY_LEVEL + (marker.count("$") if not marker.strip("$") else 0)
    # Editor's matter and paratext (`|EDITOR|`) are no chapters of the work.
    return 0 if marker.strip("|") else marker.count("|")


def _own_words(written: str) -> str:
    """Return what of an overlong heading is the heading: up to where the text begins, or its first words."""
    first = " ".join(written.split()[:_LONGEST_HEADING_WORDS])
    stop = _TEXT_BEGINS.search(first, len(first) // 6)
    return first[: stop.start()] if stop else " ".join(first.split()[:_MADE_HEADING_WORDS]) + "…"
