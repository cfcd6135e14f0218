"""How well the words of a text meet the words of a question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import mul
from sys import intern

from qa_bot.answering.core import lemma
from qa_bot.answering.likeness import asked_meanings, letter_pairs, likeness, meanings
from qa_bot.answering.same_names import named_by
from qa_bot.text.stem import light10


@dataclass(frozen=True, slots=True)
class Weighted:
    """A question's content words, each with what it weighs: the rarer in the texts, the heavier.

    `shares` are what its words count in the search: 1, less for a word said before the question. `subjects` are those
    of its words that name what texts are about.
    """

    words: tuple[str, ...]
    weights: tuple[float, ...]
    shares: tuple[float, ...]
    subjects: frozenset[str] = frozenset()

    @property
    def spoken(self) -> "Weighted":
        """Return the question with the words said before it weighing nothing; itself where it says nothing else."""
        weights = tuple(weight if share == 1 else 0.0 for weight, share in zip(self.weights, self.shares, strict=True))
        return replace(self, weights=weights) if any(weights) else self

    @property
    def total(self) -> float:
        """Return the sum of the weights."""
        return sum(self.weights)


class Matcher:
    """Tells how well words of a text meet the words of one question; what it told of a word it knows from then on."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._met = _Met(words)

    def read(self, among: Iterable[str], least: float) -> tuple[list[float], list[list[int]]]:
        """Return what `best` and `places` return, from one look at each word."""
        best, places = [0.0] * len(self.words), [list[int]() for _ in self.words]
        for place, written in enumerate(among):
            for at, match in self._met[written]:
                best[at] = max(best[at], match)
                if match >= least:
                    places[at].append(place)
        return best, places

    def best(self, among: Iterable[str]) -> list[float]:
        """Return for each of the question's words how well the best of `among` meets it, from 0 to 1."""
        best = [0.0] * len(self.words)
        for written in among:
            for at, match in self._met[written]:
                best[at] = max(best[at], match)
        return best

    def places(self, among: Iterable[str], least: float) -> list[list[int]]:
        """Return for each of the question's words the places of those `among` that meet it at least so well."""
        places: list[list[int]] = [[] for _ in self.words]
        for place, written in enumerate(among):
            for at, match in self._met[written]:
                if match >= least:
                    places[at].append(place)
        return places

    def matches(self, among: Sequence[str]) -> list[list[float]]:
        """Return for each of the question's words how well each of `among` meets it, from 0 to 1."""
        rows = [[0.0] * len(among) for _ in self.words]
        for place, written in enumerate(among):
            for at, match in self._met[written]:
                rows[at][place] = match
        return rows

    def meets(self, written: str) -> float:
        """Return how well a word meets the one of the question's words that it meets best, from 0 to 1."""
        return max((match for _, match in self._met[written]), default=0.0)


# A few, for questions that are asked at the same time: one needs it for its sentences, its dates and its quotes.
@lru_cache(maxsize=8)
def matcher_of(words: tuple[str, ...]) -> Matcher:
    """Return the matcher of a question's words: the same one while the question is answered."""
    return Matcher(words)


class _Met(dict[str, tuple[tuple[int, float], ...]]):
    """The places of the words that a written word meets, each with how well; worked out when it is first met."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        # By sign, the places of the words that have it, each a bit.
        self._places: dict[str | int, int] = {}
        for place, word in enumerate(words):
            for sign in (*_signs(word), *asked_meanings(word)):
                self._places[sign] = self._places.get(sign, 0) | 1 << place

    def __missing__(self, written: str) -> tuple[tuple[int, float], ...]:
        alike = [(at, likeness(self._words[at], written)) for at in self._may_meet(written)]
        self[written] = met = tuple([each for each in alike if each[1]]) if alike else ()
        return met

    def _may_meet(self, written: str) -> list[int]:
        """Return the places of the words that share two signs with `written`: no other is like it."""
        once = twice = 0
        for places in filter(None, map(self._places.get, _signs(written))):
            twice |= once & places
            once |= places
        return [at for at in range(len(self._words)) if twice >> at & 1] if twice else []


def make_signs(words: Iterable[str]) -> None:
    """Make the signs by which these normalised words are compared, before a question waits for them."""
    for word in words:
        _signs(word)


@lru_cache(maxsize=50_000)
def _signs(word: str) -> tuple[str | int, ...]:
    """Return what two normalised words that are alike at all have in common, at least two of it.

    What is enough by itself stands twice. Of the pairs of letters a typing fault in four leaves two, and half of
    them are at least two.
    """
    enough = [lemma(word), *named_by(word), *meanings(word)]
    pairs = () if word.isdigit() else map(intern, letter_pairs(light10(word)))
    return (*enough, *enough, *pairs)


def best_of(*matches: Sequence[float]) -> list[float]:
    """Return for each word the best of several rows of matches.

    >>> best_of([0.0, 1.0], [0.5, 0.7])
    [0.5, 1.0]
    """
    return [max(column) for column in zip(*matches, strict=True)]


def coverage(question: Weighted, matches: Sequence[float]) -> float:
    """Return the share of the question's weight that `matches` cover, from 0 to 1."""
    total = question.total
    return sum(map(mul, question.weights, matches)) / total if total else 0.0
