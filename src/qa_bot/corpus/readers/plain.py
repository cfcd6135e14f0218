"""Plain text: a line is a paragraph, unless lines are hard-wrapped; then blank lines part paragraphs."""

import re
from collections.abc import Iterator, Sequence

from qa_bot.corpus.findings import Finding, Severity, SourceFile, Trouble
from qa_bot.corpus.metadata import clean, made_title
from qa_bot.model.corpus import Document, Metadata, Paragraph, Span
from qa_bot.text.normalise import normalise
from qa_bot.text.sentences import soft_breaks
from qa_bot.text.tokenise import words

_TITLE_WORDS = 12
_SHORT_TITLE_WORDS = 6
_YEAR = frozenset({"سنة", "عام", "السنة", "العام"})
# No sentence, list or clause ends in a title; a question may.
_NO_TITLE_ENDS = ".،؛:…!,;"
_LONGEST_BOILERPLATE = 40
_HAS_WORD = re.compile(r"[^\W_]")
# First lines that pages of articles carry and that say nothing, in normalised spelling.
_BOILERPLATE = frozenset(
    " ".join(normalise(word) for word in words(line))
    for line in (
        "اقرأ في هذا المقال",
        "في هذا المقال",
        "محتويات المقال",
        "محتوى المقال",
        "عناصر المقال",
        "جدول المحتويات",
        "قائمة المحتويات",
        "المحتويات",
        "محتويات",
        "الفهرس",
        "فهرس",
        "المصدر",
        "المصادر",
        "اقرأ أيضا",
        "مقالات ذات صلة",
        "مواضيع ذات صلة",
    )
)


def read(text: str, file: SourceFile) -> Iterator[Finding]:
    """Yield the one document of a plain text, or a problem where it has no words.

    The document's text is the file's. Its title is a first line that looks like one, else made of the first
    words. Boilerplate at the top is part of no paragraph, nor is a title that can't be a sentence.
    """
    lines = _lines(text)
    while lines and is_boilerplate(lines[0].of(text)):
        del lines[0]
    titled = _begins_with_title(text, lines)
    spans = _paragraphs(text, lines[titled and not _may_be_a_sentence(lines[0].of(text)) :])
    if not spans:
        yield file.problem("holds no text", severity=Severity.WARNING, trouble=Trouble.EMPTY)
        return
    title = clean(lines[0].of(text)) if titled else made_title(spans[0].of(text))
    metadata = Metadata(title, titled=titled)
    yield Document(file.id, file.path, metadata, text, tuple(Paragraph(span) for span in spans))


def paragraphs(text: str) -> list[Span]:
    r"""Return the paragraphs of `text`: its lines, or what hard-wrapped lines add up to.

    >>> text = "كانت بدر.\n\nثم كانت أحد."
    >>> [span.of(text) for span in paragraphs(text)]
    ['كانت بدر.', 'ثم كانت أحد.']
    """
    return _paragraphs(text, _lines(text))


def is_boilerplate(line: str) -> bool:
    """Return whether `line` is furniture of a web page rather than text.

    >>> is_boilerplate("إقرأ في هذا المقال:"), is_boilerplate("وقعت غزوة بدر في رمضان")
    (True, False)
    """
    return len(line) < _LONGEST_BOILERPLATE and _normalised(line) in _BOILERPLATE


def _normalised(line: str) -> str:
    return " ".join(normalise(word) for word in words(line))


def _lines(text: str) -> list[Span]:
    """Return the lines with a letter or digit, without the white space around them."""
    found: list[Span] = []
    start = 0
    for line in text.split("\n"):
        bare = line.strip()
        if _HAS_WORD.search(bare):
            first = start + len(line) - len(line.lstrip())
            found.append(Span(first, first + len(bare)))
        start += len(line) + 1
    return found


def _paragraphs(text: str, lines: Sequence[Span]) -> list[Span]:
    return [paragraph for block in _blocks(text, lines) for paragraph in _unwrapped(text, block)]


def _blocks(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield runs of lines that follow each other without a blank one."""
    block: list[Span] = []
    for line in lines:
        if block and text.count("\n", block[-1].end, line.start) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _unwrapped(text: str, block: Sequence[Span]) -> Iterator[Span]:
    soft = [False, *soft_breaks([line.of(text) for line in block])]
    starts = [line.start for line, wrapped in zip(block, soft, strict=True) if not wrapped]
    ends = [line.end for line, wrapped in zip(block, [*soft[1:], False], strict=True) if not wrapped]
    return (Span(start, end) for start, end in zip(starts, ends, strict=True))


def _may_be_a_sentence(line: str) -> bool:
    """Return whether a title may be a sentence that lacks its full stop: it is long, or tells a date."""
    found = words(line)
    return len(found) > _SHORT_TITLE_WORDS or any(word.isdecimal() or word in _YEAR for word in found)


def _begins_with_title(text: str, lines: Sequence[Span]) -> bool:
    """Return whether the first line is short, ends no sentence, and stands above longer text."""
    if len(lines) < 2:
        return False
    first, second = lines[0].of(text), lines[1].of(text)
    length = len(first.split())
    if length > _TITLE_WORDS or first[-1] in _NO_TITLE_ENDS or length >= len(second.split()):
        return False
    # The first line of a wrapped paragraph is short as well, and ends where the next word had no room.
    block = next(_blocks(text, lines))
    return not any(soft_breaks([line.of(text) for line in block[:_TITLE_WORDS]])[:1])
