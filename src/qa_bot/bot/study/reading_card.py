"""A page of a text as a Telegram message: headings, the words as they stand, the citation."""

from dataclasses import replace
from itertools import groupby, pairwise

from qa_bot.answering.cite import citation
from qa_bot.bot.bidi import RLM, isolate, lead
from qa_bot.bot.card import citation_line
from qa_bot.bot.cut import one_line
from qa_bot.bot.markup import Block, Line, Page, bold, line, marked
from qa_bot.bot.study.leaves import Book, Leaf, Piece
from qa_bot.bot.texts import BLANK, Texts
from qa_bot.model.corpus import DocumentCard

_TITLE_LIMIT_UTF16 = 150
_HEADING_LIMIT_UTF16 = 100
# Paragraphs are parted by a blank line; within one, sentences stand a blank apart.
_PARAGRAPH_GAP = 2


def reading_card(book: Book, number: int, texts: Texts, *, resumed: bool = False) -> Page:
    """Return page `number` of a book, from 0; `resumed` tells that its reader goes on where they stopped."""
    leaf = book.leaves[number]
    title = isolate(one_line(book.document.metadata.title, _TITLE_LIMIT_UTF16))
    head: list[Block] = [line(RLM, bold(title))]
    if resumed:
        head.append(texts.line("read-resumed"))
    page = texts.line("page", page=number + 1, pages=len(book.leaves))
    return (*head, *leaf_blocks(leaf), BLANK, citation_line(leaf_citation(leaf, book.document)), page)


def leaf_blocks(leaf: Leaf) -> list[Block]:
    """Return the words of a page, verbatim, headings above what belongs to them, each after a blank line."""
    blocks: list[Block] = []
    for headings, pieces in groupby(leaf, key=lambda piece: piece.passage.headings):
        if headings:
            blocks += [BLANK, line(RLM, bold(isolate(one_line(headings[-1], _HEADING_LIMIT_UTF16))))]
        blocks += [BLANK, *_paragraphs(tuple(pieces))]
    return blocks


def leaf_citation(leaf: Leaf, document: DocumentCard) -> str:
    """Return where a page of a text stands; a heading is named where the whole page stands under it."""
    first, last = leaf[0].passage, leaf[-1].passage
    one_heading = all(piece.passage.headings == first.headings for piece in leaf)
    return citation(replace(first, last_page=last.last_page, headings=first.headings if one_heading else ()), document)


def _paragraphs(pieces: Leaf) -> list[Line]:
    """Return the pieces as they stand in the text: parted by a blank line where it parts them."""
    text = pieces[0].text + "".join(_joint(*pair) + pair[1].text for pair in pairwise(pieces))
    return [line(lead(each), *marked(each, {})) if each.strip() else BLANK for each in text.split("\n")]


def _joint(before: Piece, after: Piece) -> str:
    """Return what stands between two pieces of the text: nothing, a blank, or a blank line."""
    gap = after.place - (before.passage.span.start + before.span.end)
    return "\n\n" if gap >= _PARAGRAPH_GAP else " " * gap
