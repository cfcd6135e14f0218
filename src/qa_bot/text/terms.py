"""The terms that a word is indexed under; index and queries must agree on them."""

from collections.abc import Callable, Iterable

from qa_bot.text.stem import light10

# Any change to how terms are made raises this number: an index built otherwise is then refused as stale.
ANALYSIS_VERSION = 2


def char_grams(word: str, n: int = 4) -> list[str]:
    """Return the character `n`-grams of a word, its borders marked with `_`; a shorter word whole.

    Grams stay inside words. McNamee and Mayfield, "Character N-Gram Tokenization for European Language Text
    Retrieval" (2004) found 4 best for many languages; `docs/answers.md` has our own figures for Arabic.

    >>> char_grams("تبوك"), char_grams("من")
    (['_تبو', 'تبوك', 'بوك_'], ['_من_'])
    """
    marked = f"_{word}_"
    return [marked[start : start + n] for start in range(max(1, len(marked) - n + 1))]


def _stems(word: str) -> list[str]:
    return [light10(word)]


def _whole(word: str) -> list[str]:
    return [word]


ANALYSERS: dict[str, Callable[[str], list[str]]] = {"char4": char_grams, "stem": _stems, "word": _whole}


def analyse(words: Iterable[str], analyser: str) -> list[str]:
    """Return the terms of normalised `words`, in order, repeats kept.

    >>> analyse(["غزوه", "تبوك"], "stem")
    ['غزو', 'تبوك']
    """
    make = ANALYSERS[analyser]
    return [term for word in words for term in make(word)]
