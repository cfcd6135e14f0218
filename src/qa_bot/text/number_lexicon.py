"""The words for numbers, with every spelling and prefix, as terms.

Word lists: the numerals of Wright, "A Grammar of the Arabic Language" I, 318-336, with the spellings that
manuscripts, prints and keyboards have for them («ثلث» for «ثلاث», «مئة», «مائة», «مية»).
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from qa_bot.text.normalise import normalise

# Places of a number, as bits: a part fits where they are free.
UNIT, TEN, HUNDRED, THOUSAND = 1, 2, 4, 8
BELOW_HUNDRED = UNIT | TEN
ALL = BELOW_HUNDRED | HUNDRED | THOUSAND

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

_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "ول", "وب", "فل", "فب")
PREFIXES_WITH_ARTICLE = ("ال", "وال", "فال", "بال", "وبال", "كال", "لل", "ولل")


def without_clitic(term: str) -> tuple[str, str]:
    """Return what hangs before the number word `term`, and the word; the whole word where nothing does."""
    return _clitics().get(term, ("", term))


@cache
def ten_words() -> frozenset[str]:
    """Return the words for ten, which make a teen of a unit before them."""
    return _terms(_UNITS[10])


@cache
def twenties() -> frozenset[str]:
    """Return the words that make a medieval «ثامن عشري» of an ordinal before them."""
    return _terms(_TWENTIETH)


@cache
def hundred_words() -> frozenset[str]:
    """Return the words for a hundred, which multiply a unit before them."""
    return _terms(_HUNDRED_WORDS)


@cache
def ones() -> frozenset[str]:
    """Return the words for one that stand for the ordinal in «الواحد والعشرون»."""
    return _terms(_ONE)


def number_beginnings() -> frozenset[str]:
    """Return the terms with which a number in words may begin."""
    return frozenset(_clitics())


def _terms(words: str) -> frozenset[str]:
    return frozenset(normalise(word) for word in words.split())


def _table(words: Mapping[int, str]) -> dict[str, int]:
    return {normalise(word): value for value, spellings in words.items() for word in spellings.split()}


@cache
def tens() -> dict[str, int]:
    """Return the tens from 20 to 90."""
    return _table(_TENS)


@cache
def scales() -> dict[str, int]:
    """Return the words that multiply the number before them: thousands, millions."""
    return _table(_SCALES)


@cache
def ordinals() -> dict[str, int]:
    """Return the ordinals from 1 to 10, without their article."""
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
def round_numbers() -> dict[str, int]:
    """Return the tens, hundreds and the thousand: words that have no ordinal of their own."""
    return tens() | _hundreds() | _table({1000: _THOUSANDS[1000]})


@cache
def simple_parts() -> dict[str, tuple[int, int]]:
    """Return every number that is one word, with the places that it fills."""
    return {
        **{word: (value, BELOW_HUNDRED if value == 10 else UNIT) for word, value in _table(_UNITS).items()},
        **{word: (value, BELOW_HUNDRED) for word, value in tens().items()},
        **{word: (value, HUNDRED) for word, value in _hundreds().items()},
        **{word: (value, THOUSAND) for word, value in _table(_THOUSANDS).items()},
    }


@cache
def _clitics() -> dict[str, tuple[str, str]]:
    """Return every number word with each prefix; a word that is a number as it stands keeps its letters."""
    cardinals = simple_parts()
    words = [*cardinals, *(word for word in ordinals() if word not in cardinals)]
    return dict(_with_prefixes(words)) | {word: ("", word) for word in words}


def _with_prefixes(words: Iterable[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    for word in words:
        for prefix in (*_PREFIXES, *PREFIXES_WITH_ARTICLE):
            yield prefix + word, (prefix, word)
