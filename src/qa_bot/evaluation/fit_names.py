"""Fits the costs by which romanised names are read, and writes them as `text/name_costs.tsv`.

The channel's costs are negative log probabilities, estimated by Viterbi training: names and spellings are
aligned by the costs so far, the choices made are counted and smoothed, and so on. It starts from costs set by
hand and learns from half of the pairs beside the project, from our own gazetteer, and from synthetic
spellings of the scholarly forms among them.
"""

import datetime as dt
import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_bot.evaluation.name_start import by_hand, start
from qa_bot.evaluation.name_styles import LOOSE_STYLES, PRECISE_STYLES, restyle
from qa_bot.evaluation.names import NamePair, NameRecall, measure_names, phrase, read_pairs
from qa_bot.text.channel import (
    ANY,
    LETTER_PART,
    LETTERS,
    LONGEST_SOUND,
    LONGEST_VOWEL,
    LOOSE_STYLE,
    PRECISE_STYLE,
    VOWEL_PART,
    Channel,
    channel_of,
    letter_context,
    word_rows,
)
from qa_bot.text.gazetteer import gazetteer
from qa_bot.text.given_names import given_names
from qa_bot.text.latin_letters import is_precise
from qa_bot.text.romanise import name_words

SEED = 7
ROUNDS = 4
_ARTICLE = "ال"
_NEWSPAPER_WEIGHT = 0.3
# Pseudo-counts: of the hand-set costs for a letter, of a letter anywhere for a letter in its context.
_OF_HAND, _OF_ANYWHERE = 8.0, 10.0
_LEAST_COUNT, _LEAST_PROBABILITY, _LEAST_DIFFERENCE = 15.0, 0.0005, 0.4

Choice = tuple[str, str, str, str]
Grouped = dict[tuple[str, str], dict[str, float]]


@dataclass(frozen=True, slots=True)
class WordPair:
    """A normalised Arabic word without its article, a spelling of it, and how much the pair counts."""

    arabic: str
    latin: str
    weight: float = 1.0


def fit_names(data: Path, out: Path) -> None:
    """Fit the channel to the fitting half of the pairs in the folder `data`; write the costs to `out`."""
    pairs = training_pairs(data)
    table = fit_table(pairs)
    figures = measure_names(data, costs=table)
    out.write_text(f"{_provenance(pairs, figures)}{table}\n", encoding="utf-8")


def fit_table(pairs: Mapping[str, Sequence[WordPair]], *, rounds: int = ROUNDS) -> str:
    """Return the cost table, without provenance, that fits the word pairs of each style."""
    table = start()
    for _round in range(rounds):
        table = "\n".join(line for style, words in pairs.items() for line in _refit(table, style, words))
    return table


def training_pairs(data: Path) -> dict[str, list[WordPair]]:
    """Return the word pairs to learn from, by style."""
    rng = random.Random(SEED)  # noqa: S311  # spellings to learn from, no secrets
    known = [NamePair(entry.arabic, entry.latin[0], "gazetteer") for entry in gazetteer()]
    known += [NamePair(name.arabic, spelling, "given names") for name in given_names() for spelling in name.latin]
    names = [pair for pair in read_pairs(data) if pair.half == "fit"] + known
    words = list(dict.fromkeys(word for pair in names for word in word_pairs(pair)))
    precise = [word for word in words if is_precise(word.latin) and word.weight == 1.0]
    loose = [word for word in words if not is_precise(word.latin)]
    for style in LOOSE_STYLES:
        loose += [
            WordPair(word.arabic, restyle(word.latin, style, rng)) for word in precise for _ in range(style.copies)
        ]
    for style in PRECISE_STYLES:
        precise += [
            WordPair(word.arabic, restyle(word.latin, style, rng)) for word in precise for _ in range(style.copies)
        ]
    return {LOOSE_STYLE: loose, PRECISE_STYLE: precise}


def word_pairs(pair: NamePair) -> Iterator[WordPair]:
    """Yield the words of a name with their spellings, where the two have as many; particles are left out."""
    arabic, latin = phrase(pair.arabic).split(), name_words(pair.latin)
    if len(arabic) != len(latin):
        return
    weight = _NEWSPAPER_WEIGHT if pair.source == "newspapers" else 1.0
    for word, spelling in zip(arabic, latin, strict=True):
        has_article = word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1
        if not spelling.particle and has_article == spelling.article:
            yield WordPair(word[len(_ARTICLE) :] if has_article else word, spelling.latin, weight)


def _refit(table: str, style: str, pairs: Iterable[WordPair]) -> Iterator[str]:
    """Yield the lines of a cost table that fits `pairs`, aligned by the costs of `table`."""
    counts: dict[Choice, float] = defaultdict(float)
    channel = channel_of(table, style)
    for pair in pairs:
        for choice in align(channel, pair.arabic, pair.latin):
            counts[choice] += pair.weight
    return _lines(style, counts)


def align(channel: Channel, arabic: str, latin: str) -> list[Choice]:
    """Return the cheapest way to write `arabic` as `latin`: part, letter, context and chunk of each step.

    Empty where only a way through letters left out or replaced leads there.
    """
    rows = word_rows([arabic])[0]
    steps = [(part, at) for at in range(len(arabic)) for part in (LETTER_PART, VOWEL_PART)]
    reached: list[dict[int, tuple[float, int, str]]] = [{0: (0.0, 0, "")}]
    for part, at in steps:
        table, longest = (channel.sounds, LONGEST_SOUND) if part == LETTER_PART else (channel.vowels, LONGEST_VOWEL)
        following: dict[int, tuple[float, int, str]] = {}
        for begin, (cost, _from, _chunk) in reached[-1].items():
            for chunk in (latin[begin : begin + length] for length in range(longest + 1)):
                if chunk in channel.chunks:
                    step = (cost + float(table[rows[at], channel.chunks[chunk]]), begin, chunk)
                    end = begin + len(chunk)
                    following[end] = min(step, following.get(end, step))
        reached.append(following)
    return _traced(reached, steps, arabic, latin)


def _traced(
    reached: list[dict[int, tuple[float, int, str]]], steps: list[tuple[str, int]], arabic: str, latin: str
) -> list[Choice]:
    end = len(latin)
    if reached[-1].get(end, (math.inf,))[0] > 1.0 + 2.6 * len(arabic):
        return []
    choices: list[Choice] = []
    for (part, at), ends in zip(reversed(steps), reversed(reached), strict=False):
        _cost, end, chunk = ends[end]
        choices.append((part, arabic[at], letter_context(arabic, at), chunk))
    return choices


def _lines(style: str, counts: Mapping[Choice, float]) -> Iterator[str]:
    yield from _vowel_lines(style, _grouped(counts, VOWEL_PART))
    yield from _sound_lines(style, _grouped(counts, LETTER_PART))


def _grouped(counts: Mapping[Choice, float], part: str) -> Grouped:
    """Return the counts of chunks by letter and context of `part`, either or both of them `ANY` as well."""
    grouped: Grouped = {}
    for (counted, letter, context, chunk), count in counts.items():
        if counted == part:
            for key in ((letter, context), (letter, ANY), (ANY, context), (ANY, ANY)):
                grouped.setdefault(key, defaultdict(float))[chunk] += count
    return grouped


def _vowel_lines(style: str, grouped: Grouped) -> Iterator[str]:
    """Yield vowel costs: anywhere, by context, by context and letter, each leaning on the one before."""
    anywhere = _smoothed(grouped[ANY, ANY], {}, 0.0)
    yield from _rows((style, VOWEL_PART, ANY, ANY), anywhere, {})
    for context in _contexts(grouped, ANY):
        by_context = _smoothed(grouped[ANY, context], anywhere, _OF_ANYWHERE)
        yield from _rows((style, VOWEL_PART, ANY, context), by_context, anywhere)
        for letter in LETTERS:
            if sum(grouped.get((letter, context), {}).values()) >= _LEAST_COUNT:
                chunks = _smoothed(grouped[letter, context], by_context, _OF_ANYWHERE)
                yield from _rows((style, VOWEL_PART, letter, context), chunks, by_context)


def _sound_lines(style: str, grouped: Grouped) -> Iterator[str]:
    """Yield letter costs: anywhere, leaning on the costs set by hand, and by context, leaning on those."""
    for letter in LETTERS:
        anywhere = _smoothed(grouped.get((letter, ANY), {}), by_hand(letter), _OF_HAND)
        yield from _rows((style, LETTER_PART, letter, ANY), anywhere, {})
        for context in _contexts(grouped, letter):
            if sum(grouped[letter, context].values()) >= _LEAST_COUNT:
                chunks = _smoothed(grouped[letter, context], anywhere, _OF_ANYWHERE)
                yield from _rows((style, LETTER_PART, letter, context), chunks, anywhere)


def _contexts(grouped: Grouped, letter: str) -> list[str]:
    return sorted(context for seen, context in grouped if seen == letter and context != ANY)


def _smoothed(counts: Mapping[str, float], backoff: Mapping[str, float], strength: float) -> dict[str, float]:
    """Return probabilities of chunks: counts and `strength` times the probabilities of `backoff`."""
    total = sum(counts.values()) + strength
    chunks = {*counts, *backoff}
    return {chunk: (counts.get(chunk, 0.0) + strength * backoff.get(chunk, 0.0)) / total for chunk in chunks}


def _rows(place: Choice, chunks: Mapping[str, float], general: Mapping[str, float]) -> Iterator[str]:
    """Yield the lines of one place, likeliest chunk first, where they say something else than the general ones."""
    for chunk, share in sorted(chunks.items(), key=lambda item: (-item[1], item[0])):
        cost, known = _cost(share), _cost(general.get(chunk, 0.0))
        if abs(cost - known) >= _LEAST_DIFFERENCE:
            yield "\t".join([*place, chunk or "-", f"{cost:.2f}"])


def _cost(share: float) -> float:
    return -math.log(max(share, _LEAST_PROBABILITY))


def _provenance(pairs: dict[str, list[WordPair]], figures: Iterable[NameRecall]) -> str:
    sizes = ", ".join(f"{len(words)} {style}" for style, words in pairs.items())
    recalls = "".join(
        f"#   {recall.source}, {recall.vocabulary}: {recall.names} names, {recall.at_1:.3f}, {recall.at_5:.3f}\n"
        for recall in figures
    )
    return (
        "# What it costs to write an Arabic letter, or the vowel after it, so: negative log probabilities.\n"
        "# Made by `qa-bot fit --names-alone --data DIR`; not edited by hand.\n"
        f"# {dt.datetime.now(tz=dt.UTC).date()}, seed {SEED}, {ROUNDS} rounds; word pairs, also synthetic: {sizes}.\n"
        "# Learned from our gazetteer and given names, and from half, by Arabic form, of google/transliteration,\n"
        "# ANETAC, OpenITI's author names and al-Thurayya's places. Recall on the other half, first and first five\n"
        "# readings, against 20,000 terms and against the names alone:\n"
        f"{recalls}"
        "style\tpart\tletter\tcontext\tlatin\tcost\n"
    )
