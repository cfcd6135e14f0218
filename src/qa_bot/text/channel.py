"""How well a Latin spelling fits Arabic words: a noisy channel from Arabic letters to Latin ones.

Every Arabic letter is taken to have written up to three Latin letters (none, one sound, a doubled sound), and
after it up to two Latin vowels that Arabic doesn't write. Each choice costs its negative log probability given
the letter and its neighbours; the cost of a spelling is that of the cheapest way to it (Viterbi). The costs
stand in `name_costs.tsv`, apart for two kinds of writers: those who mark long vowels and emphatic letters,
and those who don't.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

Costs = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int32]

FILE = Path(__file__).with_name("name_costs.tsv")  # `qa-bot fit --names-alone` writes it
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
ANY = "*"
LETTER_PART, VOWEL_PART = "letter", "vowel"
LOOSE_STYLE, PRECISE_STYLE = "loose", "precise"
LONGEST_SOUND, LONGEST_VOWEL = 3, 2

# Where a letter stands: what is before it and what after it.
BEFORE = ("start", "alef", "weak", "consonant")
AFTER = ("end", "alef", "waw", "yeh", "last-heh", "consonant")
CONTEXTS = tuple(f"{before}-{after}" for before in BEFORE for after in AFTER)

# What no writer was seen to do: a letter left out, another letter in its place, a letter too many.
_LEFT_OUT, _REPLACED, _TOO_MANY = 6.5, 8.0, 6.0
_NEVER = 99.0


@dataclass(frozen=True, slots=True)
class Channel:
    """The costs of one style: `sounds` and `vowels` by row (letter and context) and chunk."""

    chunks: dict[str, int]
    sounds: Costs
    vowels: Costs

    def costs(self, latin: str, rows: Rows) -> Costs:
        """Return what it costs to spell each word as `latin`; `rows` come from `word_rows`, one line a word."""
        sounds = self._of_query(latin, self.sounds, LONGEST_SOUND)
        vowels = self._of_query(latin, self.vowels, LONGEST_VOWEL)
        reached = np.full((rows.shape[0], len(latin) + 1), _NEVER, np.float32)
        reached[:, 0] = 0
        for column in rows.T:
            reached = _step(_step(reached, sounds[column]), vowels[column])
        return reached[:, -1]

    def _of_query(self, latin: str, table: Costs, longest: int) -> Costs:
        """Return costs by row, chunk length and place in `latin` where the chunk ends."""
        unknown = self.chunks[ANY]
        found = np.full((table.shape[0], longest + 1, len(latin) + 1), _NEVER, np.float32)
        found[:, 0, :] = table[:, self.chunks[""], None]
        for length in range(1, longest + 1):
            for end in range(length, len(latin) + 1):
                chunk = self.chunks.get(latin[end - length : end], unknown if length == 1 else None)
                if chunk is not None:
                    found[:, length, end] = table[:, chunk]
        return found


def _step(reached: Costs, costs: Costs) -> Costs:
    best = reached + costs[:, 0]
    for length in range(1, costs.shape[1]):
        np.minimum(best[:, length:], reached[:, :-length] + costs[:, length, length:], out=best[:, length:])
    return best


@cache
def fitted_costs() -> str:
    """Return the text of `name_costs.tsv`."""
    return FILE.read_text("utf-8")


@lru_cache(maxsize=4)
def channel_of(table: str, style: str) -> Channel:
    """Return the channel of `style` in `table`, the text of a cost file; `-` stands for no letter at all."""
    lines = [line.split("\t") for line in table.splitlines() if line.startswith(f"{style}\t")]
    chunks = {"": 0, ANY: 1}
    for _style, _part, _letter, _context, chunk, _cost in lines:
        if chunk != "-":
            chunks.setdefault(chunk, len(chunks))
    sounds, vowels = _empty(len(chunks), _LEFT_OUT, _REPLACED), _empty(len(chunks), _LEFT_OUT, _TOO_MANY)
    for chunk, number in chunks.items():
        if len(chunk) > 1:
            sounds[:, number] = vowels[:, number] = _NEVER
    # Lines for any context come first in the file; those of one context overwrite them.
    for _style, part, letter, context, chunk, cost in lines:
        parts = sounds if part == LETTER_PART else vowels
        for row in _rows_of(letter, context):
            parts[row, chunks["" if chunk == "-" else chunk]] = float(cost)
    return Channel(chunks, sounds, vowels)


def _empty(chunks: int, nothing: float, something: float) -> Costs:
    table = np.full((1 + (len(LETTERS) + 1) * len(CONTEXTS), chunks), something, np.float32)
    table[:, 0] = nothing
    # Row 0 is the padding behind short words: it writes nothing and costs nothing.
    table[0], table[0, 0] = _NEVER, 0
    return table


def _rows_of(letter: str, context: str) -> Iterator[int]:
    numbers = range(1, len(LETTERS) + 2) if letter == ANY else [LETTERS.index(letter) + 2]
    for number in numbers:
        first = 1 + (number - 1) * len(CONTEXTS)
        if context == ANY:
            yield from range(first, first + len(CONTEXTS))
        else:
            yield first + CONTEXTS.index(context)


def letter_context(word: str, at: int) -> str:
    """Return where the letter `at` stands in the normalised `word`.

    >>> letter_context("خالد", 1)
    'consonant-consonant'
    """
    before = _BEFORE_OF.get(word[at - 1], "consonant") if at else "start"
    if at + 1 == len(word):
        return f"{before}-end"
    if at + 2 == len(word) and word[-1] == "ه":
        return f"{before}-last-heh"
    return f"{before}-{_AFTER_OF.get(word[at + 1], 'consonant')}"


_BEFORE_OF = {"ا": "alef", "و": "weak", "ي": "weak"}
_AFTER_OF = {"ا": "alef", "و": "waw", "ي": "yeh"}


def word_rows(words: Sequence[str]) -> Rows:
    """Return the row of every letter of normalised `words`, one line a word, 0 behind the last letter."""
    longest = max(map(len, words), default=0)
    codes = np.zeros((len(words), longest + 2), np.int32)
    if longest:
        padded = "".join(word.ljust(longest, "\0") for word in words)
        points = np.frombuffer(padded.encode("utf-32-le"), np.uint32).reshape(len(words), longest)
        codes[:, 1:-1] = _letter_codes()[np.minimum(points, _HIGHEST)]
    here, before, after = codes[:, 1:-1], codes[:, :-2], codes[:, 2:]
    last_heh = (after == _HEH) & (np.pad(codes, ((0, 0), (0, 1)))[:, 3:] == 0)
    following = np.where(last_heh, AFTER.index("last-heh"), _classes(_AFTER_OF, AFTER, "end")[after])
    context = _classes(_BEFORE_OF, BEFORE, "start")[before] * len(AFTER) + following
    rows: Rows = np.where(here == 0, 0, 1 + (here - 1) * len(CONTEXTS) + context).astype(np.int32)
    return rows


_HIGHEST = 0x0700
_HEH = LETTERS.index("ه") + 2


@cache
def _letter_codes() -> Rows:
    """Return by code point: 0 for padding, 1 for what is no letter, then the letters in order."""
    codes = np.ones(_HIGHEST + 1, np.int32)
    codes[0] = 0
    for number, letter in enumerate(LETTERS):
        codes[ord(letter)] = number + 2
    return codes


def _classes(classes: dict[str, str], names: tuple[str, ...], border: str) -> Rows:
    by_code = np.full(len(LETTERS) + 2, names.index("consonant"), np.int32)
    by_code[0] = names.index(border)
    for letter, name in classes.items():
        by_code[LETTERS.index(letter) + 2] = names.index(name)
    return by_code
