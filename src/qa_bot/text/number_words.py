"""Numbers in Arabic words: cardinal and ordinal, classical order and modern, either gender, any case.

Word lists: the numerals of Wright, "A Grammar of the Arabic Language" I, 318-336, with the spellings that
manuscripts, prints and keyboards have for them («ثلث» for «ثلاث», «مئة», «مائة», «مية»).

Terms are words in the form that `normalise` gives them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from qa_bot.text.normalise import normalise


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


# Places of a number, as bits: a part fits where they are free.
_UNIT, _TEN, _HUNDRED, _THOUSAND = 1, 2, 4, 8
_BELOW_HUNDRED = _UNIT | _TEN
_BELOW_THOUSAND = _BELOW_HUNDRED | _HUNDRED
_ALL = _BELOW_THOUSAND | _THOUSAND

_UNITS = {
    1: "واحد واحدة واحدا أحد إحدى",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثنتان ثنتين ثنتا ثنتي",
    3: "ثلاث ثلاثة ثلاثا ثلث ثلثة",
    4: "أربع أربعة أربعا",
    5: "خمس خمسة خمسا",
    6: "ست ستة ستا",
    7: "سبع سبعة سبعا",
    8: "ثمان ثماني ثمانية ثمانيا",
    9: "تسع تسعة تسعا",
    10: "عشر عشرة عشرا",
}
_TENS = {
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين ثلثون ثلثين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين ثمنون ثمنين",
    90: "تسعون تسعين",
}
_HUNDRED_WORDS = "مائة مئة ماة"
_TWO_HUNDRED = "مائتان مائتين مائتا مائتي مئتان مئتين مئتا مئتي"
_STEMS_OF_HUNDREDS = {3: "ثلاث ثلث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني ثمن", 9: "تسع"}
_THOUSANDS = {
    1_000: "ألف",
    2_000: "ألفان ألفين ألفي",
    1_000_000: "مليون",
    2_000_000: "مليونان مليونين",
}
_SCALES = {
    1_000: "ألف ألفا آلاف ألوف",
    1_000_000: "مليون مليونا ملايين",
    1_000_000_000: "مليار مليارا مليارات",
}
_ORDINALS = {
    1: "أول أولى حادي حادية",
    2: "ثاني ثانية ثان",
    3: "ثالث ثالثة",
    4: "رابع رابعة",
    5: "خامس خامسة",
    6: "سادس سادسة",
    7: "سابع سابعة",
    8: "ثامن ثامنة",
    9: "تاسع تاسعة",
    10: "عاشر عاشرة",
}
# Medieval days of the month: «ثامن عشري رجب» is the 28th.
_TWENTIETH = "عشري عشرين عشرون"

# «القرن الواحد والعشرون» is common for «الحادي».
_ONE = "واحد واحدة"

_AND = "و"
_AFTER = "بعد"
_ARTICLE = "ال"
_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "ول", "وب", "فل", "فب")
_PREFIXES_WITH_ARTICLE = ("ال", "وال", "فال", "بال", "وبال", "كال", "لل", "ولل")
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
    clitic, word = _without_clitic(terms[at])
    total = low = taken = 0
    end = at
    part = _part(word, terms, at + 1)
    while part is not None and not taken & part.needs:
        low, taken, end = low + part.value, taken | part.closes, part.end
        scale = _scales().get(terms[end]) if end < len(terms) else None
        if scale is not None:
            # What follows a thousand is smaller than it; the next «ألف» would begin another number.
            total, low, taken, end = total + low * scale, 0, _THOUSAND, end + 1
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
    clitic, word = _without_clitic(terms[at])
    unit = _ordinals().get(word)
    if unit is not None:
        value, end = _beside_unit(unit, terms, at + 1)
    elif clitic in _PREFIXES_WITH_ARTICLE and word in _parts_of(_ONE) and _beside_unit(1, terms, at + 1)[0] > 1:
        value, end = _beside_unit(1, terms, at + 1)
    elif clitic in _PREFIXES_WITH_ARTICLE and word in _round_numbers():
        value, end = _round_numbers()[word], at + 1
    else:
        return None
    hundreds = _after_hundreds(terms, end)
    return Number(value + hundreds.value, hundreds.end, clitic) if hundreds else Number(value, end, clitic)


def number_beginnings() -> frozenset[str]:
    """Return the terms with which a number in words may begin."""
    return frozenset(_clitics())


def _beside_unit(unit: int, terms: Sequence[str], at: int) -> tuple[int, int]:
    """Return the value and the end of an ordinal whose first word counts `unit`; `at` is the next place."""
    following = _word(terms, at)
    if following in _parts_of(_UNITS[10]):
        return unit + 10, at + 1
    if following in _parts_of(_TWENTIETH):
        return unit + 20, at + 1
    joined, end = _joined_word(terms, at)
    tens = _tens().get(joined.removeprefix(_ARTICLE))
    return (unit, at) if tens is None else (unit + tens, end)


def _after_hundreds(terms: Sequence[str], at: int) -> Number | None:
    """Return the hundreds and thousands behind an ordinal: «الخامسة والعشرين بعد المائة», «… ومائة»."""
    if _word(terms, at) == _AFTER and at + 1 < len(terms):
        part = _part(terms[at + 1].removeprefix(_ARTICLE), terms, at + 2)
    else:
        part = _joined_part(terms, at)
    return Number(part.value, part.end) if part and not part.needs & _BELOW_HUNDRED else None


def _joined_part(terms: Sequence[str], at: int) -> _Part | None:
    word, end = _joined_word(terms, at)
    return _part(word, terms, end) if word else None


def _joined_word(terms: Sequence[str], at: int) -> tuple[str, int]:
    """Return the word that «و» joins at `at`, without the «و», and the place after it; "" for none."""
    term = _word(terms, at)
    if term == _AND:
        return _word(terms, at + 1), at + 2
    # «واحد» begins with the letter of «و».
    return (term[1:], at + 1) if term.startswith(_AND) and term not in _simple_parts() else ("", at)


def _part(word: str, terms: Sequence[str], at: int) -> _Part | None:
    """Return the part whose first word is `word`; `at` is the place after it."""
    if word.isdecimal():
        return _Part(int(word), at, _ALL, _ALL) if len(word) <= _MOST_DIGITS else None
    simple = _simple_parts().get(word)
    if simple is None:
        return None
    value, places = simple
    following = _word(terms, at)
    if places == _UNIT and following in _parts_of(_UNITS[10]):
        return _Part(value + 10, at + 1, _BELOW_HUNDRED, _BELOW_HUNDRED)
    if value in _STEMS_OF_HUNDREDS and following in _parts_of(_HUNDRED_WORDS):
        return _Part(value * 100, at + 1, _HUNDRED, _HUNDRED)
    needs = _TEN if value in _TENS else places
    return _Part(value, at, needs, places)


def _word(terms: Sequence[str], at: int) -> str:
    return terms[at] if at < len(terms) else ""


def _without_clitic(term: str) -> tuple[str, str]:
    """Return what hangs before the number word `term`, and the word; the whole word where nothing does."""
    return _clitics().get(term, ("", term))


@cache
def _parts_of(words: str) -> frozenset[str]:
    return frozenset(normalise(word) for word in words.split())


def _table(words: Mapping[int, str]) -> dict[str, int]:
    return {normalise(word): value for value, spellings in words.items() for word in spellings.split()}


@cache
def _tens() -> dict[str, int]:
    return _table(_TENS)


@cache
def _scales() -> dict[str, int]:
    return _table(_SCALES)


@cache
def _ordinals() -> dict[str, int]:
    return _table(_ORDINALS)


@cache
def _hundreds() -> dict[str, int]:
    compound = {
        normalise(stem + hundred): value * 100
        for value, stems in _STEMS_OF_HUNDREDS.items()
        for stem in stems.split()
        for hundred in _HUNDRED_WORDS.split()
    }
    return compound | _table({100: _HUNDRED_WORDS, 200: _TWO_HUNDRED})


@cache
def _round_numbers() -> dict[str, int]:
    return _tens() | _hundreds() | _table({1000: _THOUSANDS[1000]})


@cache
def _simple_parts() -> dict[str, tuple[int, int]]:
    """Return every number that is one word, with the places that it fills."""
    units = {word: (value, _BELOW_HUNDRED if value == 10 else _UNIT) for word, value in _table(_UNITS).items()}
    tens = {word: (value, _BELOW_HUNDRED) for word, value in _tens().items()}
    hundreds = {word: (value, _HUNDRED) for word, value in _hundreds().items()}
    thousands = {word: (value, _THOUSAND) for word, value in _table(_THOUSANDS).items()}
    return units | tens | hundreds | thousands


@cache
def _clitics() -> dict[str, tuple[str, str]]:
    """Return every number word with each prefix; a word that is a number as it stands keeps its letters."""
    cardinals = _simple_parts()
    ordinals = [word for word in _ordinals() if word not in cardinals]
    words = [*cardinals, *ordinals]
    return dict(_with_prefixes(words)) | {word: ("", word) for word in words}


def _with_prefixes(words: Iterable[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    for word in words:
        for prefix in (*_PREFIXES, *_PREFIXES_WITH_ARTICLE):
            yield prefix + word, (prefix, word)
