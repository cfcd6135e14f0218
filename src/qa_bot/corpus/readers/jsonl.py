"""JSON Lines as question sets have it: `{"_id", "title", "text"}` a line, each line a document."""

import re
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from pathlib import PurePosixPath
from typing import Any

from qa_bot.corpus.findings import Finding, Problem, Severity, Skipped, SourceFile
from qa_bot.corpus.metadata import clean, from_mapping, title_or_made
from qa_bot.corpus.origin import Origin
from qa_bot.corpus.readers.plain import paragraphs
from qa_bot.model.corpus import Document, Paragraph, Span

_LINE = re.compile(r"[^\n]+")
_BLANKS = re.compile(r"[ \t\r]*")
_ESCAPE = re.compile(r"(?:\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F]|\\u[\da-fA-F]{2})[\da-fA-F]{2}|\\[^u]")
# Controls, and halves of surrogate pairs, which no UTF-8 file can hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_QUESTION_KEYS = frozenset({"answers", "doc_id"})
_QUESTION_FILES = ("queries", "questions")

# A member's value, and the span of its JSON in the file.
_Members = dict[str, tuple[Any, Span]]


def read(text: str, file: SourceFile) -> Iterator[Finding]:
    """Yield a document a line, or a problem that names the line; question files are left out as a whole.

    `_id` is the document's id, given once. `title` may be missing; keys of front matter are taken as such.
    """
    lines_by_id: dict[str, int] = {}
    asked = False
    for number, start, content in _lines(text):
        members = _members_or_problem(content, start, file, number)
        if isinstance(members, Problem):
            yield members
            continue
        if not asked and _holds_questions(members, file):
            yield Skipped(file.shown, "a file of questions, not of texts")
            return
        asked = True
        fault = _fault(members, lines_by_id)
        if fault:
            yield file.problem(fault, line=number)
            continue
        lines_by_id[_id(members)] = number
        yield from _documents(text, members, file, number)


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield number (from 1), offset and content of each line that isn't blank."""
    number, offset = 1, 0
    for line in _LINE.finditer(text):
        number += text.count("\n", offset, line.start())
        offset = line.start()
        if line[0].strip():
            yield number, offset, line[0]


def _members_or_problem(content: str, start: int, file: SourceFile, number: int) -> _Members | Problem:
    try:
        return _members(content, start)
    except JSONDecodeError as error:
        return file.problem(f"no JSON object: {error.msg} (column {error.pos + 1})", line=number)
    except (ValueError, RecursionError):
        return file.problem("no JSON object that can be read: a number too long, a nest too deep", line=number)


def _members(content: str, start: int) -> _Members:
    """Return the members of the object in `content`, which stands at `start` in the file."""
    decoder = JSONDecoder()
    members: _Members = {}
    at = _after(content, 0, "{")
    while content[at : at + 1] != "}":
        if members:
            at = _after(content, at, ",")
        _after(content, at, '"')
        key, at = decoder.raw_decode(content, at)
        at = _after(content, at, ":")
        value, end = decoder.raw_decode(content, at)
        members[key] = (value, Span(start + at, start + end))
        at = _skip(content, end)
    if content[at + 1 :].strip():
        raise JSONDecodeError("more than one object on the line", content, at + 1)
    return members


def _skip(content: str, at: int) -> int:
    blanks = _BLANKS.match(content, at)
    return blanks.end() if blanks else at


def _after(content: str, at: int, sign: str) -> int:
    """Return the offset of what follows `sign`, which must be the next thing from `at` on."""
    at = _skip(content, at)
    if content[at : at + 1] != sign:
        raise JSONDecodeError(f"expected {sign}", content, at)
    return _skip(content, at + 1)


def _holds_questions(members: _Members, file: SourceFile) -> bool:
    if _QUESTION_KEYS & members.keys():
        return True
    named_so = any(word in PurePosixPath(file.path).name.lower() for word in _QUESTION_FILES)
    return named_so and "title" not in members


def _id(members: _Members) -> str:
    value = members["_id"][0] if "_id" in members else None
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _fault(members: _Members, lines_by_id: dict[str, int]) -> str:
    """Return why the record is no document, empty where it is one."""
    document_id = _id(members)
    text = members["text"][0] if "text" in members else None
    if not document_id or clean(document_id, longest=len(document_id)) != document_id:
        return "the record has no usable _id"
    if not isinstance(text, str):
        return "the record has no text"
    unwritable = _UNWRITABLE.search(text)
    if unwritable:
        return f"the text holds U+{ord(unwritable[0]):04X}, which no text can"
    if document_id in lines_by_id:
        return f"_id {document_id} is already given on line {lines_by_id[document_id]}"
    return ""


def _documents(source: str, members: _Members, file: SourceFile, number: int) -> Iterator[Finding]:
    complaints: list[str] = []
    text, span = members["text"]
    title, titled = title_or_made(clean(members["title"][0]) if "title" in members else "", text)
    given = {key: value for key, (value, _) in members.items()}
    metadata = from_mapping(given, title=title, titled=titled, complain=complaints.append)
    found = tuple(Paragraph(paragraph) for paragraph in paragraphs(text))
    if found:
        yield Document(_id(members), file.path, metadata, text, found, origin=_origin(source, span))
    else:
        complaints.append("the text is empty")
    for complaint in complaints:
        yield file.problem(complaint, line=number, severity=Severity.WARNING)


def _origin(source: str, span: Span) -> Origin:
    """Return where the code points of the JSON string at `span` come from; an escape stands for one of them."""
    shift = span.start + 1
    pairs = [(0, shift)]
    for escape in _ESCAPE.finditer(source, span.start + 1, span.end - 1):
        after = escape.start() - shift + 1
        shift = escape.end() - after
        pairs.append((after, escape.end()))
    return tuple(pairs)
