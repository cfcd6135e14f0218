"""Arabic readings of names in Latin letters: the gazetteer first, then the words of the index."""

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from qa_bot.text.gazetteer import GazetteerEntry, same_letters, similar_letters
from qa_bot.text.normalise import normalise
from qa_bot.text.romanise import NameWord, apart, name_words
from qa_bot.text.word_reader import Option, WordReader

_ARTICLE = "ال"
_IBN, _BIN = "ابن", "بن"
# Costs in the unit of the channel, negative natural logarithms.
_APART = 0.5  # one Latin word read as two
_ALTERNATIVE = 2.0  # a particle read as its alternative
_KNOWN_BONUS = 4.0  # a name of the gazetteer in a spelling much like those it lists
# What a reading made of noise would cost by Latin letter: above it nothing fits.
_NOISE = 2.2
_ABSENT_SCORE = 0.5
_LEAST_SCORE = 0.001
_DOUBTFUL = 0.2  # below it a word of the index says less than a name of the gazetteer that the texts lack
_BEAM = 10
_MOST_WORDS, _LONGEST_RUN = 24, 8


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


class NameReader:
    """Reads romanised names against the words of an index.

    `vocabulary` maps normalised words to the number of passages that hold them; keys of several words are
    names of their own and preferred when they fit. Nothing is computed before the first name is read. `costs`
    is the text of a table of spelling costs to read with instead of the package's own.
    """

    def __init__(self, vocabulary: Mapping[str, int], *, costs: str | None = None) -> None:
        self._names = {name: count for name, count in vocabulary.items() if " " in name}
        self._words = WordReader(_single_words(vocabulary) if self._names else vocabulary, costs)

    def read(self, latin: str, *, limit: int = 5) -> list[Reading]:
        """Return at most `limit` readings of `latin`, best first, ties by passages held, then alphabet.

        Names of the gazetteer whose words occur in the index come first; then what the index's words make of
        the spelling; then names of the gazetteer that don't occur. Empty where `latin` holds no letters.
        """
        words = name_words(latin)[:_MOST_WORDS]
        if not words or limit < 1:
            return []
        present, absent = self._sorted_out(_known(words), words)
        readings = [Reading(option.arabic, 1.0, "gazetteer") for option in present]
        fitting = _scored(self._phrases(words), sum(len(word.latin) for word in words))
        readings += [reading for reading in fitting if reading.score >= _DOUBTFUL] if absent else fitting
        lowest = min((reading.score for reading in readings), default=1.0)
        rest = [Reading(option.arabic, min(_ABSENT_SCORE, lowest), "gazetteer") for option in absent]
        return _distinct([*_distinct(readings)[: max(limit - len(rest), 0)], *rest])[:limit]

    def _sorted_out(
        self, entries: Iterable[GazetteerEntry], words: Sequence[NameWord]
    ) -> tuple[list[Option], list[Option]]:
        """Return the entries that occur in the index, more passages first, and those that don't.

        Of an entry's forms the first that occurs is taken, those of as many words as the spelling before others.
        """
        present, absent = [], []
        for entry in entries:
            forms = sorted(entry.forms, key=lambda form: len(form.split()) != len(words))
            written = (self._as_written(form) if len(words) == 1 else form for form in forms)
            form = next((form for form in written if self._count(form)), None)
            if form is None:
                absent.append(Option(entry.arabic, 0.0, 0, known=True))
            else:
                present.append(Option(form, 0.0, self._count(form), known=True))
        return sorted(present, key=lambda option: option.order), absent

    def _as_written(self, form: str) -> str:
        """Return `form`, with or without the article as the index has it."""
        other = form.removeprefix(_ARTICLE) if form.startswith(_ARTICLE) else _ARTICLE + form
        return other if " " not in form and self._count(other) and not self._count(form) else form

    def _count(self, phrase: str) -> int:
        """Return in how many passages the rarest word of `phrase` stands."""
        return min(self._words.count(normalise(word)) for word in phrase.split())

    def _phrases(self, words: Sequence[NameWord]) -> list[Option]:
        """Return the cheapest phrases, cheapest first: an option for each word, or for a run that is known."""
        reached: list[list[Option]] = [[Option("", 0.0, 0, known=True)], *([] for _word in words)]
        for at in range(len(words)):
            phrases = _cheapest(reached[at])
            for end, options in self._steps(words, at):
                reached[end] += (_joined(phrase, option) for phrase in phrases for option in options)
        phrases = _cheapest(reached[-1])
        return _cheapest(replace(phrase, cost=phrase.cost - self._bonus(phrase)) for phrase in phrases)

    def _bonus(self, phrase: Option) -> float:
        name = " ".join(normalise(word) for word in phrase.arabic.split())
        return _KNOWN_BONUS if name in self._names else 0.0

    def _steps(self, words: Sequence[NameWord], at: int) -> Iterator[tuple[int, list[Option]]]:
        """Yield what the words from `at` on may be: one word, or several that the gazetteer knows; with the end.

        A run that begins with «ابن» within a name is the end of a pedigree, not the author who is called so.
        """
        yield at + 1, self._word_options(words[at], alone=len(words) == 1)
        if words[at].particle in (_IBN, _BIN):
            return
        for end in range(at + 2, min(len(words), at + _LONGEST_RUN) + 1):
            if end - at < len(words):
                present, _absent = self._sorted_out(same_letters(words[at:end]), words[at:end])
                yield end, present

    def _word_options(self, word: NameWord, *, alone: bool) -> list[Option]:
        if word.particle:
            return _particle_options(word)
        options = [_prefixed(option, word.prefix) for option in self._words.read(word)]
        known, _absent = self._sorted_out(similar_letters([word]), [word])
        options = _with_known(options, known, alone=alone)
        parts = apart(word)
        if len(parts) > 1:
            first, second = (self._word_options(part, alone=False)[:_BEAM] for part in parts)
            options += [_joined(one, two, _APART) for one in first for two in second]
        return _cheapest(options)


def _known(words: Sequence[NameWord]) -> list[GazetteerEntry]:
    """Return the entries that `words` spell; those that start with «بن» are the end of a pedigree and none."""
    if words[0].particle == _BIN:
        return []
    return same_letters(words) or (similar_letters(words) if len(words) > 1 else [])


def _single_words(vocabulary: Mapping[str, int]) -> dict[str, int]:
    """Return the words of all keys, each with the largest count of a key that holds it."""
    words: dict[str, int] = {}
    for name, count in vocabulary.items():
        for word in name.split():
            words[word] = max(count, words.get(word, 0))
    return words


def _particle_options(word: NameWord) -> list[Option]:
    arabic = _prefixed(Option(word.particle, 0.0, 0, known=True), word.prefix)
    if not word.alternative:
        return [arabic]
    return [arabic, Option(word.alternative, _ALTERNATIVE, 0, known=True)]


def _prefixed(option: Option, prefix: str) -> Option:
    if not prefix:
        return option
    arabic = "ل" + option.arabic[1:] if prefix == "ل" and option.arabic.startswith(_ARTICLE) else option.arabic
    return replace(option, arabic=prefix + arabic, known=False)


def _with_known(options: list[Option], known: list[Option], *, alone: bool) -> list[Option]:
    """Return `options` with those of the gazetteer: made cheaper, or, for exonyms, added."""
    found = {option.arabic for option in options}
    names = {option.arabic for option in known}
    bonus = _KNOWN_BONUS if alone else _KNOWN_BONUS / 4
    cheaper = [replace(option, cost=option.cost - bonus) if option.arabic in names else option for option in options]
    return cheaper + [option for option in known if option.arabic not in found and (alone or " " not in option.arabic)]


def _cheapest(options: Iterable[Option]) -> list[Option]:
    return heapq.nsmallest(_BEAM, options, key=lambda option: option.order)


def _joined(first: Option, second: Option, cost: float = 0.0) -> Option:
    return Option(
        f"{first.arabic} {second.arabic}".strip(),
        first.cost + second.cost + cost,
        min(first.count, second.count) if first.arabic else second.count,
        known=first.known and second.known,
    )


def _scored(options: Sequence[Option], letters: int) -> list[Reading]:
    """Return readings with their share of the probability, noise counted as one more reading."""
    if not options:
        return []
    noise = _NOISE * letters
    best = min(options[0].cost, noise)
    weights = [math.exp(best - option.cost) for option in options]
    total = sum(weights) + math.exp(best - noise)
    return [
        Reading(option.arabic, weight / total, "gazetteer" if option.known else "vocabulary")
        for option, weight in zip(options, weights, strict=True)
        if weight >= _LEAST_SCORE * total
    ]


def _distinct(readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings, the first of each spelling."""
    first: dict[str, Reading] = {}
    for reading in readings:
        first.setdefault(" ".join(normalise(word) for word in reading.arabic.split()), reading)
    return list(first.values())
