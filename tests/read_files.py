"""What a reader finds in a file, for tests that expect one thing of it."""

from collections.abc import Iterable

from qa_bot.corpus.findings import Finding, Problem
from qa_bot.model.corpus import Document


def only_document(findings: Iterable[Finding]) -> Document:
    """Return the document, which is all that was found."""
    (found,) = findings
    assert isinstance(found, Document)
    return found


def only_problem(findings: Iterable[Finding]) -> Problem:
    """Return the problem, which is all that was found."""
    (found,) = findings
    assert isinstance(found, Problem)
    return found


def texts_of(document: Document) -> list[str]:
    """Return the document's paragraphs."""
    return [paragraph.span.of(document.text) for paragraph in document.paragraphs]
