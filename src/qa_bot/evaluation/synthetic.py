"""Texts made of nothing: words that look Arabic, as frequent as words are, for measuring speed without any data."""

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# The patterns of common nouns and verbs, written with the letters that grammarians write them with.
_PATTERNS = (
    *("فعل", "فاعل", "مفعول", "فعيل", "فعال", "فعول", "مفعل", "مفاعل", "افعال", "يفعل", "تفعل", "فعلان"),
    *("تفعيل", "تفاعل", "افتعال", "انفعال", "استفعال", "مستفعل"),
)
_PREFIXES = ("", "", "", "ال", "ال", "و", "وال", "ب", "لل", "ف")
_SUFFIXES = ("", "", "", "ه", "ون", "ين", "ات", "ها", "هم", "ي")
_ROOT_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"


def arabic_looking_words(count: int, rng: np.random.Generator) -> list[str]:
    """Return `count` different words, the shortest first, as the frequent words of a language are short.

    Each is a random root in a pattern, with or without prefix and suffix.
    """
    made: dict[str, None] = {}
    while len(made) < count:
        made.setdefault(_word(rng))
    return sorted(made, key=len)


def _word(rng: np.random.Generator) -> str:
    root = "".join(_pick(_ROOT_LETTERS, rng) for _ in range(3))
    stem = _pick(_PATTERNS, rng).translate(str.maketrans("فعل", root))
    return _pick(_PREFIXES, rng) + stem + _pick(_SUFFIXES, rng)


def _pick(choices: Sequence[str], rng: np.random.Generator) -> str:
    return choices[int(rng.integers(len(choices)))]


def zipfian_passages(
    count: int, vocabulary: int, rng: np.random.Generator, *, shortest: int = 60, longest: int = 120
) -> list[NDArray[np.intp]]:
    """Return `count` passages as arrays of word numbers below `vocabulary`, of `shortest` to `longest` words.

    The word of rank r is drawn in proportion to 1 / (r + 2.7): Zipf's law as Mandelbrot amended it
    ("An informational theory of the statistical structure of language", 1953), with the exponent 1.
    """
    chances = 1 / (np.arange(1, vocabulary + 1) + 2.7)
    lengths = rng.integers(shortest, longest, size=count, endpoint=True)
    drawn = rng.choice(vocabulary, size=int(lengths.sum()), p=chances / chances.sum())
    ends = lengths.cumsum().tolist()
    return [drawn[start:end] for start, end in itertools.pairwise([0, *ends])]
