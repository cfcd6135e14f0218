"""HTML: headings, paragraphs, items and rows of a page, without its menus and scripts."""

from collections.abc import Iterator

from qa_bot.corpus.findings import Fault, Finding, SourceFile
from qa_bot.corpus.metadata import clean
from qa_bot.corpus.readers.html_pieces import read_markup
from qa_bot.corpus.readers.written import document_of
from qa_bot.model.corpus import Metadata


def read(text: str, file: SourceFile) -> Iterator[Finding]:
    """Yield the one document of a page, or why there is none.

    Its title is a heading of level 1 at the top, else what the `title` element says.
    """
    page = read_markup(text)
    if isinstance(page, Fault):
        yield file.fault(page)
    else:
        yield document_of(page.pieces, file, Metadata(""), otherwise=clean(page.title))
