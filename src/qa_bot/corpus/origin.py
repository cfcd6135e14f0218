"""Where the code points of a text come from: pairs (offset in the text, offset in its source), ascending.

A code point after a pair and before the next lies equally far from both of its offsets.
"""

import re
from bisect import bisect_right
from operator import itemgetter

from qa_bot.model.corpus import Span

Origin = tuple[tuple[int, int], ...]

SAME: Origin = ((0, 0),)
_RETURN = re.compile("\r\n?")


def locate(origin: Origin, offset: int) -> int:
    """Return the offset in the source of the code point at `offset` in the text.

    >>> locate(((0, 2), (5, 10)), 6)
    11
    """
    text_offset, source_offset = origin[bisect_right(origin, offset, key=itemgetter(0)) - 1]
    return source_offset + offset - text_offset


def locate_span(origin: Origin, span: Span) -> Span:
    """Return where in the source the code points of `span` stand, from the first to the last.

    >>> locate_span(((0, 2), (5, 10)), Span(4, 6))
    Span(start=6, end=11)
    """
    start = locate(origin, span.start)
    return Span(start, max(start, locate(origin, span.end - 1) + 1 if span.end > span.start else start))


def compose(outer: Origin, inner: Origin) -> Origin:
    """Return the origin of a text in the source's own source: `outer` to the source, `inner` from there.

    >>> compose(((0, 2), (5, 10)), ((0, 0), (4, 5)))
    ((0, 2), (2, 5), (5, 11))
    """
    if inner == SAME:
        return outer
    pairs: list[tuple[int, int]] = []
    for number, (text_offset, source_offset) in enumerate(outer):
        pairs.append((text_offset, locate(inner, source_offset)))
        length = outer[number + 1][0] - text_offset if number + 1 < len(outer) else None
        first = bisect_right(inner, source_offset, key=itemgetter(0))
        for between, there in inner[first:]:
            if length is not None and between - source_offset >= length:
                break
            pairs.append((text_offset + between - source_offset, there))
    return tuple(pairs)


def unify_line_ends(text: str) -> tuple[str, Origin]:
    r"""Return `text` with every line ended by `\n` alone, and where its code points come from.

    >>> unify_line_ends("بدر\r\nأحد")
    ('بدر\nأحد', ((0, 0), (3, 4)))
    """
    if "\r" not in text:
        return text, SAME
    parts: list[str] = []
    pairs = [(0, 0)]
    length = after = 0
    for match in _RETURN.finditer(text):
        parts += (text[after : match.start()], "\n")
        length += match.start() - after
        after = match.end()
        # The line feed is the match's last code point, a lone carriage return its only one.
        if match.end() - match.start() == 2:
            pairs.append((length, match.end() - 1))
        length += 1
    parts.append(text[after:])
    return "".join(parts), tuple(pairs)
