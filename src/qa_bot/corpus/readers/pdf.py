"""PDF: the pages of a file that holds its words, with their numbers; scanned and locked files are named as such."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from qa_bot.corpus.draft import Draft
from qa_bot.corpus.findings import Fault, Finding, Severity, SourceFile, Trouble
from qa_bot.corpus.metadata import title_or_made
from qa_bot.corpus.readers.plain import paragraphs
from qa_bot.model.corpus import Metadata

_SENTENCE_ENDS = ".!؟?:؛»"
_WORD = re.compile(r"[^\W_]")
_NUMBERS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[\W_]*(?:صفحة|ص|page)?[\W_]*\d{1,4}[\W_]*", re.IGNORECASE)
# A line that stands at the top or the foot of so many pages is the book's name, and no text.
_LEAST_REPEATS = 4
_SHARE = 3


def read(raw: bytes, file: SourceFile) -> Iterator[Finding]:
    """Yield the one document of a PDF file, or why there is none; pages without words are told of.

    Its pages are numbered as they come, from 1. Page numbers and titles at the edge of pages are left out, and a
    paragraph that a page's end breaks inside a sentence is one paragraph again.
    """
    # Here, not above: pypdf takes a sixth of every command's start, and few texts are PDF files.
    from qa_bot.corpus.readers.pdf_pages import read_pages

    pages = read_pages(raw)
    if isinstance(pages, Fault):
        yield file.fault(pages)
        return
    silent = sum(1 for page in pages if not _WORD.search(page))
    if silent:
        reason = f"{silent} of its {len(pages)} pages hold no words, as where a page was scanned"
        yield file.problem(reason, severity=Severity.WARNING, trouble=Trouble.SCANNED)
    draft = Draft("")
    for number, page in enumerate(_without_edges(pages), 1):
        _add_page(draft, page, number)
    draft.end(())
    title, titled = title_or_made("", draft.first_paragraph())
    document = draft.document(file.id, file.path, Metadata(title, titled=titled))
    yield document if document.paragraphs else file.problem("holds no text", trouble=Trouble.EMPTY)


def _add_page(draft: Draft, page: str, number: int) -> None:
    for place, span in enumerate(paragraphs(page)):
        if place == 0 and draft.ends_a_page() and draft.last_letter() not in _SENTENCE_ENDS:
            draft.insert(" ")
        else:
            draft.end(())
        draft.insert(" ".join(span.of(page).split()))
    draft.end_page(0, number)


def _without_edges(pages: Sequence[str]) -> list[str]:
    """Return the pages without page numbers and titles at their first and last lines."""
    lined = [page.split("\n") for page in pages]
    counted = Counter(edge for lines in lined for edge in {_edge(lines, 0), _edge(lines, -1)} if edge)
    often = max(_LEAST_REPEATS, len(pages) // _SHARE)
    running = {edge for edge, count in counted.items() if count >= often}
    return ["\n".join(_inner(lines, running)) for lines in lined]


def _inner(lines: list[str], running: set[str]) -> list[str]:
    for end in (0, -1):
        while lines and (_edge(lines, end) in running or _PAGE_NUMBER.fullmatch(lines[end])):
            del lines[end]
            while lines and not lines[end].strip():
                del lines[end]
    return lines


def _edge(lines: Sequence[str], end: int) -> str:
    """Return the first or last line without its numbers, by which it is known again on other pages."""
    return " ".join(_NUMBERS.sub("", lines[end]).split()) if lines else ""
