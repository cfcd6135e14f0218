"""A folder of texts, or one file → documents, one after the other; what is broken is named and the rest goes on."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from qa_bot.corpus.encoding import decode
from qa_bot.corpus.files import read_bytes
from qa_bot.corpus.findings import Fault, Finding, Problem, Skipped, SourceFile, shown
from qa_bot.corpus.listing import (
    DOCX_ENDINGS,
    EPUB_ENDINGS,
    HTML_ENDINGS,
    JSONL_ENDINGS,
    MARKDOWN_ENDINGS,
    PDF_ENDINGS,
    Listing,
    document_id,
    ending,
    is_known,
    list_corpus,
)
from qa_bot.corpus.origin import SAME, Origin, compose, unify_line_ends
from qa_bot.corpus.readers import docx, epub, html, jsonl, markdown, openiti, pdf, plain
from qa_bot.model.corpus import Document

# Controls, marks that turn the writing direction, and bytes that are no UTF-8.
_UNUSABLE = re.compile("[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ARABIC = re.compile("[\u0621-\u064a]")
Reader = Callable[[str, SourceFile], Iterator[Finding]]
_BINARY_READERS: dict[str, Callable[[bytes, SourceFile], Iterator[Finding]]] = {
    **dict.fromkeys(DOCX_ENDINGS, docx.read),
    **dict.fromkeys(EPUB_ENDINGS, epub.read),
    **dict.fromkeys(PDF_ENDINGS, pdf.read),
}


def read_corpus(path: Path, *, on_file: Callable[[Path], None] | None = None) -> Iterator[Finding]:
    """Return the documents of the corpus at `path` with everything worth telling, read one file at a time.

    Files come in the order of their paths; `on_file` is called with each before it is read. Of two documents with
    one id the first stays, and a problem names both.

    Raises:
        SetupError: there is nothing at `path`, or nothing that could be a text; at once, before anything is read.
    """
    listing = list_corpus(path)
    return _unique(_read_listing(listing, on_file), listing.root)


def read_file(file: Path, root: Path) -> Iterator[Finding]:
    """Yield the documents of one file of the corpus in the folder `root`, and what is wrong with it."""
    source = SourceFile(document_id(root, file), file.relative_to(root).as_posix(), shown(file))
    if _UNUSABLE.search(source.path):
        yield source.problem("the file's name holds characters that can't be written; rename it")
        return
    raw = read_bytes(file)
    if not isinstance(raw, Fault):
        yield from read_content(raw, file, source)
    elif is_known(file):
        yield source.fault(raw)
    else:
        yield Skipped(source.shown, f"no text: {raw.reason}")


def read_content(raw: bytes, file: Path, source: SourceFile) -> Iterator[Finding]:
    """Yield the documents in the bytes of a file, and what is wrong with them; of `file` only its name counts."""
    if binary := _BINARY_READERS.get(ending(file)):
        yield from binary(raw, source)
        return
    decoded = decode(raw)
    known = is_known(file)
    if isinstance(decoded, Fault):
        yield source.fault(decoded) if known else Skipped(source.shown, f"no text: {decoded.reason}")
    elif known or decoded.text.startswith(openiti.MAGIC) or _ARABIC.search(decoded.text):
        text, origin = unify_line_ends(decoded.text)
        for finding in _reader(text, file)(text, source):
            yield _with_origin(finding, origin)
    else:
        yield Skipped(source.shown, "an unknown ending, and no Arabic letter inside")


def _read_listing(listing: Listing, on_file: Callable[[Path], None] | None) -> Iterator[Finding]:
    yield from listing.left_out
    for file in listing.files:
        if on_file:
            on_file(file)
        yield from read_file(file, listing.root)


def _reader(text: str, file: Path) -> Reader:
    if text.startswith(openiti.MAGIC):
        return openiti.read
    if ending(file) in MARKDOWN_ENDINGS:
        return markdown.read
    if ending(file) in JSONL_ENDINGS:
        return jsonl.read
    if ending(file) in HTML_ENDINGS:
        return html.read
    return plain.read


def _with_origin(finding: Finding, origin: Origin) -> Finding:
    if origin == SAME or not isinstance(finding, Document):
        return finding
    return replace(finding, origin=compose(finding.origin, origin))


def _unique(findings: Iterator[Finding], root: Path) -> Iterator[Finding]:
    paths: dict[str, str] = {}
    for finding in findings:
        if isinstance(finding, Document):
            if finding.id in paths:
                reason = f"the id {finding.id} is already taken by {paths[finding.id]}; this one is left out"
                yield Problem(shown(root / finding.path), None, reason)
                continue
            paths[finding.id] = finding.path
        yield finding
