"""The library as a Telegram message: texts by collection, a page at a time."""

from collections.abc import Sequence
from itertools import groupby

from qa_bot.bot.bidi import RLM, isolate
from qa_bot.bot.cut import one_line
from qa_bot.bot.list_page import ListPage, list_page
from qa_bot.bot.markup import Block, Page, bold, line
from qa_bot.bot.texts import BLANK, Texts
from qa_bot.model.corpus import DocumentCard

_DOCUMENTS_A_PAGE = 12
_TITLE_LIMIT_UTF16 = 120
_AUTHOR_LIMIT_UTF16 = 80


def library_page(documents: Sequence[DocumentCard], number: int) -> ListPage[DocumentCard]:
    """Return page `number` or the nearest there is: by collection, unnamed ones last, then title."""
    return list_page(in_order(documents), number, size=_DOCUMENTS_A_PAGE)


def in_order(documents: Sequence[DocumentCard]) -> list[DocumentCard]:
    """Return documents as the library lists them: by collection, unnamed ones last, then title."""
    return sorted(documents, key=_place)


def library_card(page: ListPage[DocumentCard], texts: Texts) -> Page:
    """Return the page as a message: each collection a heading, each text a line."""
    if not page.total:
        return texts.page("library-empty")
    blocks: list[Block] = [texts.line("library", count=page.total)]
    for collection, documents in groupby(page.items, key=lambda document: document.metadata.collection):
        name = isolate(one_line(collection, _TITLE_LIMIT_UTF16)) if collection else texts.text("other-collection")
        blocks += [BLANK, line(RLM, bold(name)), *(_document_line(document, texts) for document in documents)]
    if page.pages > 1:
        blocks += [BLANK, texts.line("page", page=page.number + 1, pages=page.pages)]
    return tuple(blocks)


def _document_line(document: DocumentCard, texts: Texts) -> Block:
    known = document.metadata
    author = isolate(one_line(known.author, _AUTHOR_LIMIT_UTF16)) if known.author else ""
    died = f" ({isolate(texts.text('died', year=known.death_year_ah))})" if known.death_year_ah else ""
    by = f"، {author}{died}" if author else ""
    return line(f"{RLM}• {isolate(one_line(known.title, _TITLE_LIMIT_UTF16))}{by}")


def _place(document: DocumentCard) -> tuple[bool, str, str, str]:
    known = document.metadata
    return (not known.collection, known.collection, known.title, document.id)
