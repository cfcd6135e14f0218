"""Arabic words that one romanised word may spell, among the words of an index."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import numpy as np

from qa_bot.text.channel import LOOSE_STYLE, PRECISE_STYLE, channel_of, fitted_costs, word_rows
from qa_bot.text.gazetteer import gazetteer
from qa_bot.text.given_names import common_stems, given_names, name_stems, same_names, similar_names
from qa_bot.text.latin_letters import is_precise
from qa_bot.text.letters import HAMZA
from qa_bot.text.normalise import normalise
from qa_bot.text.romanise import NameWord
from qa_bot.text.skeleton import SkeletonIndex

_ARTICLE = "ال"
_LEAST_STEM = 2
_JOINED, _LEAST_JOINED = "وبل", 3
# Costs are in the unit of the channel, negative natural logarithms. These were tuned on the fitting half.
_PRIOR = 0.3
_ARTICLE_LOST, _ARTICLE_ADDED = 3.0, 1.5
_ONLY_JOINED = 2.0
# What makes a word cheaper: that it is a name, a common one; in a spelling like its scholarly one, or the same.
_NAME, _COMMON_NAME = 0.4, 1.2
_SIMILAR_NAME, _SAME_NAME = 0.8, 2.6
_MOST_OPTIONS, _MOST_NEAREST = 30, 150


@dataclass(frozen=True, slots=True)
class Option:
    """Arabic words that a part of a name may be, and at what cost.

    `count` is the number of passages that hold the rarest of them; `known` tells that the gazetteer has them.
    """

    arabic: str
    cost: float
    count: int
    known: bool = False

    @property
    def order(self) -> tuple[float, int, str]:
        """Return what options are sorted by: cost, then the more passages the better, then the alphabet."""
        return self.cost, -self.count, self.arabic


class WordReader:
    """Fits romanised words to those of `vocabulary`: normalised words, and the passages that hold them.

    `costs` is the text of a cost table to read with instead of the package's own.
    """

    def __init__(self, vocabulary: Mapping[str, int], costs: str | None = None) -> None:
        self._vocabulary = vocabulary
        self._costs = costs
        self.read = lru_cache(maxsize=2_000)(self._read)

    def _read(self, word: NameWord) -> list[Option]:
        """Return the words that `word` may spell, cheapest first; none where no consonants fit."""
        bonuses = {stem: _bonus(stem) + _SIMILAR_NAME for stem in similar_names(word)}
        bonuses |= {stem: _bonus(stem) + _SAME_NAME for stem in same_names(word)}
        cheapest: dict[str, Option] = {}
        for cost, stem, whole in self._nearest(word.latin):
            total = cost + _article_cost(word, stem, whole) + self._own_cost(whole)
            if stem != whole or not word.article:
                total -= bonuses.get(stem, _bonus(stem))
            if whole not in cheapest or total < cheapest[whole].cost:
                cheapest[whole] = self._option(whole, total)
        return sorted(cheapest.values(), key=lambda option: option.order)[:_MOST_OPTIONS]

    def _nearest(self, latin: str) -> list[tuple[float, str, str]]:
        """Return the stems that `latin` spells at the least costs, each with its cost and its word."""
        numbers = self._index.candidates(latin)
        style = PRECISE_STYLE if is_precise(latin) else LOOSE_STYLE
        channel = channel_of(self._costs or fitted_costs(), style)
        costs = channel.costs(latin, word_rows([self._stems[number][0] for number in numbers]))
        nearest = np.argsort(costs, kind="stable")[:_MOST_NEAREST]
        return [(float(costs[at]), *self._stems[numbers[at]]) for at in nearest]

    def _option(self, word: str, cost: float) -> Option:
        shown = _spellings().get(word)
        return Option(shown or word, cost, self._counts[word], known=shown is not None)

    def count(self, word: str) -> int:
        """Return in how many passages the normalised `word` stands, by itself or after a joined letter."""
        return self._counts.get(word, 0)

    def _own_cost(self, word: str) -> float:
        joined = 0.0 if word in self._vocabulary else _ONLY_JOINED
        return joined - _PRIOR * math.log1p(self._counts[word])

    @cached_property
    def _counts(self) -> dict[str, int]:
        """Passages by Arabic word; a word that the texts have only after «و», «ب» or «ل» is one as well."""
        counts = {word: count for word, count in self._vocabulary.items() if word >= HAMZA}
        joined = [word for word in counts if word[0] in _JOINED and len(word) > _LEAST_JOINED]
        for word in joined:
            if word[1:] not in self._vocabulary:
                counts[word[1:]] = max(counts[word], counts.get(word[1:], 0))
        return counts

    @cached_property
    def _stems(self) -> list[tuple[str, str]]:
        """Words with what of them a name spells: all of it, or what follows the article."""
        cut = len(_ARTICLE)
        with_article = (word for word in self._counts if word.startswith(_ARTICLE))
        return [
            *((word, word) for word in self._counts),
            *((word[cut:], word) for word in with_article if len(word) >= cut + _LEAST_STEM),
        ]

    @cached_property
    def _index(self) -> SkeletonIndex:
        return SkeletonIndex(stem for stem, _word in self._stems)


@cache
def _spellings() -> dict[str, str]:
    """Return how the gazetteer and the given names write one-word names, by normalised form."""
    names = [form for entry in gazetteer() for form in entry.forms if " " not in form]
    names += [name.arabic for name in given_names()]
    return {normalise(name): name for name in reversed(names)}


def _bonus(stem: str) -> float:
    if stem in common_stems():
        return _COMMON_NAME
    return _NAME if stem in name_stems() else 0.0


def _article_cost(word: NameWord, stem: str, whole: str) -> float:
    if word.article:
        return 0.0 if stem != whole else _ARTICLE_LOST
    return _ARTICLE_ADDED if stem != whole else 0.0
