"""Numbers in Arabic words: cardinal and ordinal, classical order and modern, either gender, any case.

Terms are words in the form that `normalise` gives them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_bot.text.number_lexicon import (
    ALL,
    BELOW_HUNDRED,
    HUNDRED,
    PREFIXES_WITH_ARTICLE,
    TEN,
    THOUSAND,
    UNIT,
    hundred_words,
    ones,
    ordinals,
    round_numbers,
    scales,
    simple_parts,
    ten_words,
    tens,
    twenties,
    without_clitic,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from terms: `end` is the place after its last term.

    `clitic` is what hangs before its first word: a conjunction, a preposition, the article («لل», «و»).
    """

    value: int
    end: int
    clitic: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    """What «و» joins to a whole: `needs` are the places that must be free for it, `closes` those it ends."""

    value: int
    end: int
    needs: int
    closes: int


_AND = "و"
_AFTER = "بعد"
_ARTICLE = "ال"
# More digits than this are no number that anybody counts with.
_MOST_DIGITS = 12


def read_cardinal(terms: Sequence[str], at: int) -> Number | None:
    """Return the number that begins at `terms[at]`, the longest reading; None where none begins.

    Digits count as a word for the number that they are: «950 ألف».

    >>> read_cardinal(["اربع", "وثلاثين", "ومايتين", "وفيها"], 0)
    Number(value=234, end=3, clitic='')
    >>> read_cardinal(["لثلاث", "عشره", "ليله"], 0)
    Number(value=13, end=2, clitic='ل')
    """
    clitic, word = without_clitic(terms[at])
    total = low = taken = 0
    end = at
    part = _part(word, terms, at + 1)
    while part is not None and not taken & part.needs:
        low, taken, end = low + part.value, taken | part.closes, part.end
        scale = scales().get(terms[end]) if end < len(terms) else None
        if scale is not None:
            # What follows a thousand is smaller than it; the next «ألف» would begin another number.
            total, low, taken, end = total + low * scale, 0, THOUSAND, end + 1
        part = _joined_part(terms, end)
    return Number(total + low, end, clitic) if end > at else None


def read_ordinal(terms: Sequence[str], at: int) -> Number | None:
    """Return the ordinal that begins at `terms[at]`, with or without article; None where none begins.

    Tens, hundreds and thousands have no form of their own: with the article they count as ordinals.

    >>> read_ordinal(["الثالثه", "عشره"], 0)
    Number(value=13, end=2, clitic='ال')
    >>> read_ordinal(["الحادي", "والعشرين"], 0)
    Number(value=21, end=2, clitic='ال')
    """
    clitic, word = without_clitic(terms[at])
    unit = ordinals().get(word)
    if unit is not None:
        value, end = _beside_unit(unit, terms, at + 1)
    elif clitic in PREFIXES_WITH_ARTICLE and word in ones() and _beside_unit(1, terms, at + 1)[0] > 1:
        value, end = _beside_unit(1, terms, at + 1)
    elif clitic in PREFIXES_WITH_ARTICLE and word in round_numbers():
        value, end = round_numbers()[word], at + 1
    else:
        return None
    hundreds = _after_hundreds(terms, end)
    return Number(value + hundreds.value, hundreds.end, clitic) if hundreds else Number(value, end, clitic)


def _beside_unit(unit: int, terms: Sequence[str], at: int) -> tuple[int, int]:
    """Return the value and the end of an ordinal whose first word counts `unit`; `at` is the next place."""
    following = _word(terms, at)
    if following in ten_words():
        return unit + 10, at + 1
    if following in twenties():
        return unit + 20, at + 1
    joined, end = _joined_word(terms, at)
    ten = tens().get(joined.removeprefix(_ARTICLE))
    return (unit, at) if ten is None else (unit + ten, end)


def _after_hundreds(terms: Sequence[str], at: int) -> Number | None:
    """Return the hundreds and thousands behind an ordinal: «الخامسة والعشرين بعد المائة», «… ومائة»."""
    if _word(terms, at) == _AFTER and at + 1 < len(terms):
        part = _part(terms[at + 1].removeprefix(_ARTICLE), terms, at + 2)
    else:
        part = _joined_part(terms, at)
    return Number(part.value, part.end) if part and not part.needs & BELOW_HUNDRED else None


def _joined_part(terms: Sequence[str], at: int) -> _Part | None:
    word, end = _joined_word(terms, at)
    return _part(word, terms, end) if word else None


def _joined_word(terms: Sequence[str], at: int) -> tuple[str, int]:
    """Return the word that «و» joins at `at`, without the «و», and the place after it; "" for none."""
    term = _word(terms, at)
    if term == _AND:
        return _word(terms, at + 1), at + 2
    # «واحد» begins with the letter of «و».
    return (term[1:], at + 1) if term.startswith(_AND) and term not in simple_parts() else ("", at)


def _part(word: str, terms: Sequence[str], at: int) -> _Part | None:
    """Return the part whose first word is `word`; `at` is the place after it."""
    if word.isdecimal():
        return _Part(int(word), at, ALL, ALL) if len(word) <= _MOST_DIGITS else None
    simple = simple_parts().get(word)
    if simple is None:
        return None
    value, places = simple
    following = _word(terms, at)
    if places == UNIT and following in ten_words():
        return _Part(value + 10, at + 1, BELOW_HUNDRED, BELOW_HUNDRED)
    if 2 < value < 10 and places == UNIT and following in hundred_words():
        return _Part(value * 100, at + 1, HUNDRED, HUNDRED)
    needs = TEN if 10 < value < 100 else places
    return _Part(value, at, needs, places)


def _word(terms: Sequence[str], at: int) -> str:
    return terms[at] if at < len(terms) else ""
