"""Whether a sentence holds an answer, whatever the spelling."""

import re
from collections.abc import Iterable
from functools import lru_cache

from qa_bot.text.tokenise import terms_in

# What Arabic writes together with a word: conjunction, preposition, article in front; a pronoun or the alef of
# tanween behind.
_IN_FRONT = "[وف]?(?:[بك]?ال|لل|[بكل])?"
_SHORTEST = 3  # a letter more makes another word of a shorter one: «لم», «لما»
_BEHIND = "(?:ها|هم|هما|هن|نا|كم|[هيكا])?"


@lru_cache(maxsize=50_000)
def spelled_alike(text: str) -> str:
    """Return the normalised words of `text`, one blank between them: what is compared.

    >>> spelled_alike("سنة ١٣هـ، في «أجنادين».")
    'سنه 13 ه في اجنادين'
    """
    return " ".join(terms_in(text))


def holds(sentence: str, answer: str) -> bool:
    """Return whether `sentence` holds `answer`; an answer without letters and digits is held by nothing.

    An answer of one word must stand there as a word, at most with what Arabic writes together with it. One of
    several words may begin and end inside words, as spans that annotators marked sometimes do, but not inside
    numbers.

    >>> holds("وقاد الجيشَ خالدُ بن الوليد.", "خالد بن الوليد"), holds("ثم سار إلى القاهرة", "من")
    (True, False)
    >>> holds("وبالقاهرة ولد سنة 1213", "القاهرة"), holds("وبالقاهرة ولد سنة 1213", "سنة 12")
    (True, False)
    """
    wanted = spelled_alike(answer)
    return bool(wanted) and _pattern(wanted).search(spelled_alike(sentence)) is not None


def holds_all(sentence: str, strings: Iterable[str]) -> bool:
    """Return whether `sentence` holds each of `strings`."""
    return all(holds(sentence, each) for each in strings)


@lru_cache(maxsize=50_000)
def _pattern(wanted: str) -> re.Pattern[str]:
    exact = re.escape(wanted)
    if " " not in wanted:
        takes_more = wanted.isalpha() and len(wanted) >= _SHORTEST
        return re.compile(rf"\b{_IN_FRONT}{exact}{_BEHIND}\b" if takes_more else rf"\b{exact}\b")
    return re.compile(rf"(?<!\d){exact}(?!\d)" if wanted[0].isdigit() else rf"{exact}(?!\d)")
