"""Where a sentence that runs on can be parted: at a semicolon, or where a new clause begins.

Classical texts without punctuation carry a story on with words such as «ثم», «فلما» and «قال».
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from qa_bot.model.corpus import Span
from qa_bot.text.letters import MARKS
from qa_bot.text.tokenise import words

MOST_WORDS = 60
_LEAST_WORDS = 15
_USUAL_WORDS = 45
# The shortest rest that may be left over.
_LEAST_REST = 8
# How many words off the middle a stronger boundary may lie.
_WORDS_A_STRENGTH = 20

_WORD = re.compile(r"\S+")
_STRIP_MARKS = str.maketrans(dict.fromkeys(MARKS))
_MARKS = frozenset(MARKS)
_COMMAS = "،,"
_SEMICOLONS = "؛;"
_CARRIES_ON = frozenset(
    words(
        "قال فقال وقال قالت فقالت وقالت قالوا فقالوا وقالوا ثم فلما ولما وكان وكانت فكان فكانت وكانوا وقيل وروى وذكر "
        "ويقال وأما فأما وقد ولقد وبلغ فبلغ وخرج فخرج وسار فسار وبعث فبعث وكتب فكتب وأقبل فأقبل وأرسل فأرسل ورجع "
        "فرجع وأمر فأمر وقدم فقدم وجعل فجعل ومنهم ومات وتوفي وتوفى وولي وولى"
    )
)
_IN_A_YEAR = frozenset({"وفي", "وفى"})
_YEAR = frozenset({"سنة", "عام", "السنة", "هذه", "أيامه", "خلافته"})
# «قال حدثنا» hands a tale from one teller to the next: the chain is better left whole.
_HANDS_ON = frozenset({"حدثنا", "حدثني", "حدثنى", "أخبرنا", "أخبرني", "أخبرنى", "أنبأنا", "سمعت"})


def within(asides: Sequence[tuple[int, int]], offset: int) -> bool:
    """Return whether `offset` lies inside one of `asides`, which ascend without overlap.

    >>> within([(2, 5), (9, 12)], 4), within([(2, 5), (9, 12)], 5)
    (True, False)
    """
    number = bisect_right(asides, offset, key=_start_of) - 1
    return number >= 0 and offset < asides[number][1]


def part_clauses(text: str, span: Span, asides: Sequence[tuple[int, int]]) -> list[Span]:
    """Return `span` parted so that no part has more than sixty words, as far as there are places to part at.

    No part begins inside one of `asides` (brackets and quotation marks).
    """
    if text.count(" ", span.start, span.end) + text.count("\n", span.start, span.end) < MOST_WORDS:
        return [span]
    found = [(match.start(), match.group()) for match in _WORD.finditer(text, span.start, span.end)]
    if len(found) <= MOST_WORDS:
        return [span]
    strengths = _strengths(found, asides)
    parts: list[Span] = []
    first = 0
    while len(found) - first > MOST_WORDS:
        cut = _best_cut(strengths, first, len(found))
        if cut is None:
            break
        parts.append(_span(found, first, cut))
        first = cut
    return [*parts, Span(found[first][0], span.end)]


def _start_of(aside: tuple[int, int]) -> int:
    return aside[0]


def _span(found: Sequence[tuple[int, str]], first: int, cut: int) -> Span:
    last_start, last = found[cut - 1]
    return Span(found[first][0], last_start + len(last))


def _best_cut(strengths: Sequence[float], first: int, count: int) -> int | None:
    """Return the word to begin the next part with: the strongest boundary near the middle, else the next."""
    rest = count - first
    middle = first + (rest // 2 if rest <= 2 * MOST_WORDS else _USUAL_WORDS)
    last = min(first + MOST_WORDS, count - _LEAST_REST)
    near = [number for number in range(first + _LEAST_WORDS, last + 1) if strengths[number]]
    if near:
        return max(near, key=lambda number: strengths[number] * _WORDS_A_STRENGTH - abs(number - middle))
    return next((number for number in range(last + 1, count - _LEAST_REST) if strengths[number]), None)


def _strengths(found: Sequence[tuple[int, str]], asides: Sequence[tuple[int, int]]) -> list[float]:
    """Return how good each word is to begin a part with; 0 is not at all."""
    # Most texts have no vowel marks, and words are many.
    bare = [word if _MARKS.isdisjoint(word) else word.translate(_STRIP_MARKS) for _, word in found]
    strengths = [0.0] * len(found)
    for number in range(1, len(found) - 1):
        strength = _strength(bare[number - 1], bare[number], bare[number + 1])
        if strength and not within(asides, found[number][0]):
            strengths[number] = strength
    return strengths


def _strength(before: str, word: str, after: str) -> float:
    mark = before[-1:]
    if mark and (mark in _SEMICOLONS or before == "*"):
        return 3.0
    carries_on = word in _CARRIES_ON or (word in _IN_A_YEAR and after in _YEAR)
    if carries_on and after in _HANDS_ON:
        return 0.5
    if mark and mark in _COMMAS:
        listed = word[-1] in _COMMAS or after[-1:] in _COMMAS
        begins = word[0] in "وف" and len(word) > 2
        return 2.5 if carries_on else 2.0 if begins and not listed else 1.0
    return 1.5 if carries_on and mark != ":" else 0.0
