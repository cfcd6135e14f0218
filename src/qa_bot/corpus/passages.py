"""A document → the passages that are indexed: cut at sentence ends, 60 to 120 words where the text allows.

A paragraph within these bounds stays whole; shorter neighbours under one heading are joined, longer ones are
divided. Which cuts to take is a shortest path over all places to cut, so that no scrap is left at the end.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qa_bot.corpus.draft import page_at
from qa_bot.corpus.origin import locate_span
from qa_bot.model.corpus import Document, Paragraph, Passage, Span
from qa_bot.text.letters import ZERO_WIDTH_JOINER
from qa_bot.text.reckonings import reckonings
from qa_bot.text.sentences import sentences

LEAST_WORDS = 60
MOST_WORDS = 120
_USUAL_WORDS = 90
# Paragraphs up to this length are never cut.
_LEAST_UNIT = 30
# What no passage is stretched to for the sake of a short neighbour.
_FAR_TOO_MANY = 200
_MONSTROUS = 160
# Longer runs without white space count as several words: a text without any spaces is cut all the same.
_WORD = re.compile(r"\S{1,100}")
_CLAUSE_MARKS = "،؛:,;"
# How many words a clause mark may lie off the best place to cut a monstrous sentence.
_REACH = 20
# A grapheme with more marks than this is an attack on whoever shows it.
_MOST_MARKS = 64
# What a cut costs that leaves a good length on both sides: inside a paragraph that must be divided, and inside
# one that could stay whole, which is done only to save a neighbour from being far too short or too long.
_CUT_IN_LONG_PARAGRAPH = 0.4
_CUT_IN_PARAGRAPH = 1.0
_TOO_LONG = 1.0
_TOO_SHORT = 0.5
# How many words out of bounds cost as much as another cut.
_TOLERANCE_WORDS = 12
_HASH_DIGITS = 10


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is never cut, a sentence as a rule; `edge` is what a cut after it costs."""

    span: Span
    words: int
    edge: float = 0.0


def cut(document: Document) -> list[Passage]:
    """Return the passages of `document`, in the text's order; together they hold every word of its paragraphs.

    A passage's id stays while its own text and headings stay: it is made of a hash of both, and a number
    from the second of equal ones on.
    """
    seen: Counter[str] = Counter()
    passages: list[Passage] = []
    for section in _sections(document):
        headings = section[0].headings
        for span in _cut_section(document.text, section):
            text = span.of(document.text)
            key = _hash(headings, text)
            seen[key] += 1
            repeat = f"~{seen[key]}" if seen[key] > 1 else ""
            passages.append(_passage(document, f"{document.id}#{key}{repeat}", len(passages), span, text, headings))
    return [replace(each, reckoning=told) for each, told in zip(passages, reckonings(passages), strict=True)]


def _hash(headings: Sequence[str], text: str) -> str:
    content = "\x1e".join((*headings, text))
    return hashlib.sha256(content.encode()).hexdigest()[:_HASH_DIGITS]


def _passage(
    document: Document, passage_id: str, ordinal: int, span: Span, text: str, headings: tuple[str, ...]
) -> Passage:
    volume, page = page_at(document.page_breaks, span.start)
    return Passage(
        id=passage_id,
        document_id=document.id,
        ordinal=ordinal,
        text=text,
        span=span,
        source_span=locate_span(document.origin, span),
        headings=headings,
        volume=volume,
        page=page,
        last_page=page_at(document.page_breaks, span.end - 1)[1],
    )


def _sections(document: Document) -> Iterator[list[Paragraph]]:
    """Yield runs of paragraphs that no heading parts: same path, and no other text between them."""
    section: list[Paragraph] = []
    for paragraph in document.paragraphs:
        if section:
            between = document.text[section[-1].span.end : paragraph.span.start]
            if paragraph.headings != section[-1].headings or between.strip():
                yield section
                section = []
        section.append(paragraph)
    if section:
        yield section


def _cut_section(text: str, section: Sequence[Paragraph]) -> list[Span]:
    units = [unit for paragraph in section for unit in _units(text, paragraph.span)]
    ends = _best_ends(units)
    return [Span(units[first].span.start, units[last - 1].span.end) for first, last in pairwise((0, *ends))]


def _units(text: str, paragraph: Span) -> list[_Unit]:
    words = _count(text, paragraph)
    if words <= _LEAST_UNIT:
        return [_Unit(paragraph, words)]
    whole = paragraph.of(text)
    spans = [
        Span(part.start + paragraph.start, part.end + paragraph.start)
        for sentence in sentences(whole)
        for part in _tamed(whole, sentence)
    ]
    edge = _CUT_IN_PARAGRAPH if words <= MOST_WORDS else _CUT_IN_LONG_PARAGRAPH
    inner = [_Unit(span, _count(text, span), edge) for span in spans[:-1]]
    return [*inner, _Unit(spans[-1], _count(text, spans[-1]))]


def _count(text: str, span: Span) -> int:
    return sum(1 for _ in _WORD.finditer(text, span.start, span.end))


def _tamed(text: str, sentence: Span) -> list[Span]:
    """Return a monstrous sentence in even parts, cut after clause marks or else at spaces; others as they are."""
    if sentence.end - sentence.start <= _MONSTROUS:
        return [sentence]
    words = [match.span() for match in _WORD.finditer(text, sentence.start, sentence.end)]
    if len(words) <= _MONSTROUS:
        return [sentence]
    parts = -(-len(words) // MOST_WORDS)
    starts = [sentence.start]
    for number in range(1, parts):
        start = _safe(text, words[_after_clause(text, words, len(words) * number // parts)][0], sentence.end)
        if start > starts[-1]:
            starts.append(start)
    return [_trimmed(text, start, end) for start, end in pairwise((*starts, sentence.end)) if start < end]


def _after_clause(text: str, words: Sequence[tuple[int, int]], number: int) -> int:
    """Return the word nearest to word `number` that follows a clause mark, or `number` where none is near."""
    for distance in range(_REACH):
        for near in (number - distance, number + distance):
            if 0 < near < len(words) and text[words[near - 1][1] - 1] in _CLAUSE_MARKS:
                return near
    return number


def _safe(text: str, offset: int, end: int) -> int:
    """Return the first offset from `offset` on that is not inside a grapheme."""
    for _ in range(_MOST_MARKS):
        if offset >= end or not (unicodedata.category(text[offset])[0] == "M" or _joins(text, offset)):
            break
        offset += 1
    return min(offset, end)


def _joins(text: str, offset: int) -> bool:
    return ZERO_WIDTH_JOINER in (text[offset], text[offset - 1])


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip()))


def _best_ends(units: Sequence[_Unit]) -> list[int]:
    """Return after which units to cut, counted from 1; the last is always one of them."""
    costs = [0.0]
    came_from = [0]
    for last in range(1, len(units) + 1):
        words = 0
        best, best_first = float("inf"), last - 1
        for first in range(last - 1, -1, -1):
            words += units[first].words
            if words > _FAR_TOO_MANY and first < last - 1:
                break
            cost = costs[first] + _cost(words)
            if cost < best:
                best, best_first = cost, first
        costs.append(best + units[last - 1].edge)
        came_from.append(best_first)
    ends = [len(units)]
    while came_from[ends[-1]]:
        ends.append(came_from[ends[-1]])
    return ends[::-1]


def _cost(words: int) -> float:
    """Return how far `words` is from a good length: next to nothing within the bounds, steep outside."""
    if words < LEAST_WORDS:
        return _TOO_SHORT + ((LEAST_WORDS - words) / _TOLERANCE_WORDS) ** 2
    if words > MOST_WORDS:
        return _TOO_LONG + ((words - MOST_WORDS) / _TOLERANCE_WORDS) ** 2
    return ((words - _USUAL_WORDS) / _USUAL_WORDS) ** 2
