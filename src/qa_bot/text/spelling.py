"""The words of the texts that a mistyped word may stand for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from qa_bot.text.keyboards import neighbouring_letters
from qa_bot.text.normalise import normalise

_Codes = npt.NDArray[np.uint8]
_Costs = npt.NDArray[np.float32]

# The letters that normalised words are made of; a letter's code is its place, from 1.
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LONGEST = 18  # letters; longer words are numbers and noise
_TWO_FAULTS_FROM = 7  # letters
# What a fault costs: one and a share for what is rarer, so that the whole part counts the faults.
_LIKE, _NEAR, _SWAPPED, _DOUBLED, _LEFT_OUT, _ADDED, _OTHER = 1.0, 1.05, 1.05, 1.0, 1.15, 1.2, 1.4
# A long vowel more or less makes another word of the same root more often than it is a fault: «نازل» is no «نزل».
_LONG_VOWELS, _LONG_VOWEL = "اوي", 0.15
# Letters of one shape that dots part, and letters that sound alike to many askers.
_SAME_SHAPE = ("بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "كل", "هي")
_SAME_SOUND = ("ضظ", "ذز", "ثس", "سص", "تط", "قكغ", "اه", "دض", "ثت", "ذد", "اع")


@dataclass(frozen=True, slots=True)
class Near:
    """A word that another may stand for: `faults` typing faults away, at `cost`, in `count` passages."""

    word: str
    faults: int
    cost: float
    count: int


class Spelling:
    """Finds the words of `vocabulary`, normalised and with the number of passages that hold them, by their letters.

    Making it takes about a second for 250,000 words. A fault is a letter added, left out, changed, or swapped with the
    next: F. Damerau, "A technique for computer detection and correction of spelling errors" (1964), no letter touched
    twice.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._words = [word for word in vocabulary if len(word) <= _LONGEST]
        self._counts = np.fromiter((vocabulary[word] for word in self._words), dtype=np.int64, count=len(self._words))
        self._codes = _codes(self._words)
        self._lengths = np.count_nonzero(self._codes, axis=1).astype(np.uint8)
        self._letters = _letter_sets(self._codes)

    def __contains__(self, word: str) -> bool:
        """Return whether a normalised word is one of the vocabulary."""
        return word in self._vocabulary

    def count(self, word: str) -> int:
        """Return the number of passages that hold a normalised word; 0 for one that is none of the vocabulary."""
        return self._vocabulary.get(word, 0)

    def near(self, word: str) -> list[Near]:
        """Return the words one fault from normalised `word`, else two where it has seven letters, the cheapest first.

        Ties go by the number of passages, then by the alphabet. `word` itself is none of them.
        """
        asked = _codes([word])[0]
        if not asked.all():
            return []
        return self._within(asked, 1) or (self._within(asked, 2) if len(word) >= _TWO_FAULTS_FROM else [])

    def _within(self, asked: _Codes, most: int) -> list[Near]:
        chosen = self._alike(asked, most)
        costs = _distances(asked, self._codes[chosen], self._lengths[chosen], most)
        found = [
            Near(self._words[at], int(cost), float(cost), int(self._counts[at]))
            for at, cost in zip(chosen.tolist(), costs.tolist(), strict=True)
            if 1 <= cost < most + 1
        ]
        return sorted(found, key=lambda near: (near.cost, -near.count, near.word))

    def _alike(self, asked: _Codes, most: int) -> npt.NDArray[np.intp]:
        """Return the places of the words of nearly the same length and letters: all that `most` faults can make."""
        length, letters = len(asked), _letter_sets(asked[None, :])[0]
        places = np.flatnonzero((self._lengths >= max(1, length - most)) & (self._lengths <= length + most))
        own = self._letters[places]
        missing, added = np.bitwise_count(letters & ~own), np.bitwise_count(own & ~letters)
        alike: npt.NDArray[np.intp] = places[(missing <= most) & (added <= most)]
        return alike


def _codes(words: list[str]) -> _Codes:
    """Return a row of letter codes for each word, filled up with 0; all 0 for one with other letters."""
    table: _Codes = np.full(0x110000, 255, dtype=np.uint8)
    table[0] = 0
    table[[ord(letter) for letter in _LETTERS]] = np.arange(1, len(_LETTERS) + 1)
    longest = max((len(word) for word in words if word), default=1)
    points = np.array(words, dtype=f"U{longest}").view(np.uint32).reshape(len(words), longest)
    codes: _Codes = table[points]
    codes[(codes == 255).any(axis=1)] = 0
    return codes


def _letter_sets(codes: _Codes) -> npt.NDArray[np.uint32]:
    """Return for each row the set of its letters, one bit a letter."""
    sets: npt.NDArray[np.uint32] = np.bitwise_or.reduce(np.uint32(1) << codes.astype(np.uint32), axis=1)
    sets &= ~np.uint32(1)
    return sets


def _distances(asked: _Codes, codes: _Codes, lengths: _Codes, most: int) -> _Costs:
    """Return what the faults cost that make `asked` of each row of `codes`; infinity where they are surely too many.

    Only what lies at most `most` letters off the diagonal is worked out.
    """
    changed = _changes()
    columns = np.ascontiguousarray(codes[:, : len(asked) + most].T)
    width, rows = columns.shape
    before = np.full((width + 1, rows), np.inf, dtype=np.float32)
    last = before.copy()
    left_out, vowels = _left_out().take(columns), _long_vowels()
    last[0] = 0
    for j in range(1, min(most, width) + 1):
        last[j] = last[j - 1] + left_out[j - 1]
    for i, letter in enumerate(asked, 1):
        now = np.full_like(before, np.inf)
        added = _DOUBLED if i > 1 and asked[i - 2] == letter else _ADDED + vowels[letter]
        if i <= most:
            now[0] = last[0] + added
        for j in range(max(1, i - most), min(width, i + most) + 1):
            cell = now[j]
            np.minimum(last[j - 1] + changed[letter].take(columns[j - 1]), last[j] + added, out=cell)
            np.minimum(cell, now[j - 1] + left_out[j - 1], out=cell)
            if i > 1 and j > 1 and asked[i - 2] != letter:
                swapped = (columns[j - 2] == letter) & (columns[j - 1] == asked[i - 2])
                cell[swapped] = np.minimum(cell[swapped], before[j - 2][swapped] + _SWAPPED)
        before, last = last, now
    return last[np.minimum(lengths, width), np.arange(rows)]


@cache
def _long_vowels() -> _Costs:
    """Return by code what a letter's coming or going costs more than another's."""
    costs = np.zeros(len(_LETTERS) + 1, dtype=np.float32)
    costs[[_LETTERS.index(letter) + 1 for letter in _LONG_VOWELS]] = _LONG_VOWEL
    return costs


def _left_out() -> _Costs:
    costs: _Costs = _long_vowels() + np.float32(_LEFT_OUT)
    return costs


@cache
def _changes() -> _Costs:
    """Return what it costs to write one letter (the first place) for another (the second), by their codes."""
    size = len(_LETTERS) + 1
    costs = np.full((size, size), _OTHER, dtype=np.float32)
    for letter, beside in neighbouring_letters().items():
        for other in beside:
            _set(costs, normalise(letter), normalise(other), _NEAR)
    for group, cost in ((_SAME_SOUND, _NEAR), (_SAME_SHAPE, _LIKE)):
        for letters in group:
            for letter in letters:
                for other in letters:
                    _set(costs, letter, other, cost)
    np.fill_diagonal(costs, 0.0)
    return costs


def _set(costs: _Costs, one: str, other: str, cost: float) -> None:
    if len(one) == len(other) == 1:
        costs[_LETTERS.index(one) + 1, _LETTERS.index(other) + 1] = cost
