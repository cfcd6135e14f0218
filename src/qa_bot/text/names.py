"""Arabic readings of names in Latin letters: the gazetteer first, then the words of the index."""

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Literal

from qa_bot.text.channel import channel, is_precise, word_rows
from qa_bot.text.gazetteer import GazetteerEntry, gazetteer, gazetteer_keys
from qa_bot.text.normalise import normalise
from qa_bot.text.romanise import NameWord, apart, coarse_word, name_words
from qa_bot.text.skeleton import SkeletonIndex

_ARTICLE = "ال"
_LEAST_STEM = 2
# Costs are in the unit of the channel, negative natural logarithms.
_PRIOR = 0.25
_ARTICLE_LOST, _ARTICLE_ADDED = 2.0, 0.7
_APART = 0.5
# What an answer made of noise would cost, by Latin letter: above it nothing fits.
_NOISE = 2.2
_ABSENT_SCORE = 0.5
_LEAST_SCORE = 0.001
_LONGEST_NAME = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """Arabic words that a Latin spelling may stand for, as they are searched and shown.

    `score` lies between 0 and 1: near 1 where the spelling is known or fits no other word, small where others
    fit as well or nothing does. `source` tells where the spelling comes from: the gazetteer writes hamzas,
    words of the index are in normalised form.
    """

    arabic: str
    score: float
    source: Literal["gazetteer", "vocabulary"]


@dataclass(frozen=True, slots=True)
class _Option:
    arabic: str
    cost: float
    count: int
    known: bool


class NameReader:
    """Reads romanised names against the words of an index.

    `vocabulary` maps normalised words to the number of passages that hold them. Nothing is computed before
    the first name is read.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._options = lru_cache(maxsize=1_000)(self._fitting_words)

    def read(self, latin: str, *, limit: int = 5) -> list[Reading]:
        """Return at most `limit` readings of `latin`, best first, ties by passages held, then alphabet.

        Names of the gazetteer whose words occur in the index come first; then what the index's words make of
        the spelling; then names of the gazetteer that don't occur. Empty where `latin` holds no letters.
        """
        words = name_words(latin)[:_LONGEST_NAME]
        if not words or limit < 1:
            return []
        present, absent = self._in_gazetteer(words)
        fitting = self._phrases(words, limit)
        readings = [Reading(arabic, 1.0, "gazetteer") for arabic in present]
        readings += _scored(fitting, sum(len(word.latin) for word in words))
        lowest = min((reading.score for reading in readings), default=1.0)
        rest = [Reading(arabic, min(_ABSENT_SCORE, lowest), "gazetteer") for arabic in absent]
        firsts = _distinct(readings)[: max(0, limit - len(rest))] if rest else _distinct(readings)
        return _distinct([*firsts, *rest])[:limit]

    def _in_gazetteer(self, words: Sequence[NameWord]) -> tuple[list[str], list[str]]:
        """Return the Arabic of the entries that `words` spell: those that occur, those that don't."""
        present: list[tuple[int, str]] = []
        absent: list[str] = []
        for entry in _entries(words):
            form = self._occurring(entry)
            if form is None:
                absent.append(entry.arabic)
            else:
                present.append((-self._count(form), form))
        return [form for _count, form in sorted(present)], absent

    def _occurring(self, entry: GazetteerEntry) -> str | None:
        return next((form for form in entry.forms if self._count(form)), None)

    def _count(self, phrase: str) -> int:
        """Return in how many passages the rarest word of `phrase` stands."""
        return min(self._vocabulary.get(normalise(word), 0) for word in phrase.split())

    def _phrases(self, words: Sequence[NameWord], limit: int) -> list[_Option]:
        """Return the cheapest phrases, one option taken for each word or run of words."""
        phrases = [_Option("", 0.0, 0, known=True)]
        for options in self._segments(words, limit):
            joined = (_joined(phrase, option) for phrase in phrases for option in options)
            phrases = heapq.nsmallest(limit, joined, key=_by_cost)
        return [phrase for phrase in phrases if phrase.arabic]

    def _segments(self, words: Sequence[NameWord], limit: int) -> Iterator[list[_Option]]:
        at = 0
        while at < len(words):
            run = self._known_run(words, at)
            yield run[1] if run else self._word_options(words[at], limit)
            at = run[0] if run else at + 1

    def _known_run(self, words: Sequence[NameWord], at: int) -> tuple[int, list[_Option]] | None:
        """Return the end of the longest run of two words or more that the gazetteer knows, and what it is."""
        for end in range(len(words), at + 1, -1):
            present, absent = self._in_gazetteer(words[at:end])
            if known := present or absent:
                return end, [_Option(arabic, 0.0, self._count(arabic), known=True) for arabic in known]
        return None

    def _word_options(self, word: NameWord, limit: int) -> list[_Option]:
        if word.particle:
            return [_Option(word.particle, 0.0, 0, known=True)]
        present, _absent = self._in_gazetteer([word])
        options = [_Option(arabic, 0.0, self._count(arabic), known=True) for arabic in present]
        options += self._options(word)[: 2 * limit]
        parts = apart(word)
        if len(parts) > 1:
            first, second = (self._word_options(part, limit)[:limit] for part in parts)
            options += [_joined(one, two, _APART) for one in first for two in second]
        return heapq.nsmallest(2 * limit, options, key=_by_cost)

    def _fitting_words(self, word: NameWord) -> list[_Option]:
        """Return the words of the index that `word` may spell, cheapest first."""
        numbers = self._index.candidates(word.latin)
        if not numbers:
            return []
        stems = [self._stems[number] for number in numbers]
        costs = channel(precise=is_precise(word.latin)).costs(word.latin, word_rows([stem for stem, _w in stems]))
        cheapest: dict[str, _Option] = {}
        for (stem, whole), cost in zip(stems, costs.tolist(), strict=True):
            option = self._option(whole, cost + _article_cost(word, stem, whole))
            if whole not in cheapest or option.cost < cheapest[whole].cost:
                cheapest[whole] = option
        return sorted(cheapest.values(), key=_by_cost)[:50]

    def _option(self, word: str, cost: float) -> _Option:
        count = self._vocabulary.get(word, 0)
        shown = _spellings().get(word)
        return _Option(shown or word, cost - _PRIOR * math.log1p(count), count, known=shown is not None)

    @cached_property
    def _stems(self) -> list[tuple[str, str]]:
        """Words with what of them a name spells: all of it, or what follows the article."""
        stems = [(word, word) for word in self._vocabulary]
        cut = len(_ARTICLE)
        return stems + [
            (word[cut:], word)
            for word in self._vocabulary
            if word.startswith(_ARTICLE) and len(word) >= cut + _LEAST_STEM
        ]

    @cached_property
    def _index(self) -> SkeletonIndex:
        return SkeletonIndex(stem for stem, _word in self._stems)


def _entries(words: Sequence[NameWord]) -> tuple[GazetteerEntry, ...]:
    return gazetteer_keys().get("".join(coarse_word(word) for word in words), ())


@cache
def _spellings() -> dict[str, str]:
    """Return how the gazetteer writes its one-word names, by normalised form."""
    names = [form for entry in gazetteer() for form in entry.forms if " " not in form]
    return {normalise(name): name for name in reversed(names)}


def _article_cost(word: NameWord, stem: str, whole: str) -> float:
    if word.article:
        return 0.0 if stem != whole else _ARTICLE_LOST
    return _ARTICLE_ADDED if stem != whole else 0.0


def _joined(first: _Option, second: _Option, cost: float = 0.0) -> _Option:
    return _Option(
        f"{first.arabic} {second.arabic}".strip(),
        first.cost + second.cost + cost,
        min(first.count, second.count) if first.arabic else second.count,
        known=first.known and second.known,
    )


def _by_cost(option: _Option) -> tuple[float, int, str]:
    return option.cost, -option.count, option.arabic


def _scored(options: Sequence[_Option], letters: int) -> list[Reading]:
    """Return readings with their share of the probability, noise counted as one more reading."""
    if not options:
        return []
    best = min(options[0].cost, _NOISE * letters)
    weights = [math.exp(best - option.cost) for option in options]
    total = sum(weights) + math.exp(best - _NOISE * letters)
    return [
        Reading(option.arabic, weight / total, "gazetteer" if option.known else "vocabulary")
        for option, weight in zip(options, weights, strict=True)
        if weight >= _LEAST_SCORE * total
    ]


def _distinct(readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings, the first of each spelling."""
    first: dict[str, Reading] = {}
    for reading in readings:
        first.setdefault(normalise(reading.arabic.replace(" ", "")), reading)
    return list(first.values())
