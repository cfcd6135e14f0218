"""Where a quote stands, in one line of Arabic."""

from qa_bot.model.corpus import DocumentCard, Passage
from qa_bot.text.known_authors import known_as


def citation(passage: Passage, document: DocumentCard) -> str:
    """Return the citation of a passage: author, title, then volume and page, or the heading.

    A page range is given where the passage runs over a page's end.
    """
    known = document.metadata
    place = _pages(passage) or _heading(passage)
    return "، ".join(part for part in (known.author, known.title, place) if part)


def without_author(citation_text: str, document: DocumentCard) -> str:
    """Return a citation without its author, for where room is short.

    >>> from qa_bot.model.corpus import Metadata
    >>> without_author("الواقدي، المغازي، ج2 ص755", DocumentCard("d", Metadata("المغازي", author="الواقدي"), 1, 1))
    'المغازي، ج2 ص755'
    """
    author = document.metadata.author
    return citation_text.removeprefix(f"{author}، ") if author else citation_text


def _pages(passage: Passage) -> str:
    if passage.page is None:
        return ""
    last = passage.last_page
    pages = f"{passage.page}" if last in (None, passage.page) else f"{passage.page}-{last}"
    volume = f"ج{passage.volume} " if passage.volume else ""
    return f"{volume}ص{pages}"


def _heading(passage: Passage) -> str:
    return f"«{passage.headings[-1]}»" if passage.headings else ""


def source_name(document: DocumentCard) -> str:
    """Return what readers call the author of a document; the title in marks where that is nobody known."""
    return known_as(document.metadata.author) or f"«{document.metadata.title}»"
