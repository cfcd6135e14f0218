"""Years that have a name instead of a number: «عام الفيل», «عام الرمادة», «في خلافة عمر».

Sources: the years of the Hijra as al-Waqidi and Ibn Hisham give them, the caliphs' as al-Suyuti does; for the
Year of the Elephant the traditional 570 or 571.
"""

from collections.abc import Sequence
from functools import cache

from qa_bot.text.date_words import PREFIXES
from qa_bot.text.phrases import PhraseTable, phrase_table, read_phrase
from qa_bot.text.written_dates import Era, Wording, WrittenYear

_YEARS = {
    "الفيل": (570, 571, Era.CHRIST),
    "الحزن": (3, 3, Era.BEFORE_HIJRA),
    "الحديبية": (6, 6, Era.HIJRA),
    "القضية": (7, 7, Era.HIJRA),
    "الفتح": (8, 8, Era.HIJRA),
    "الوفود": (9, 9, Era.HIJRA),
    "حجة الوداع": (10, 10, Era.HIJRA),
    "الرمادة": (18, 18, Era.HIJRA),
    "الجماعة": (41, 41, Era.HIJRA),
}
_YEAR_WORDS = ("عام", "سنة")
_REIGNS = {
    "أبي بكر": (11, 13),
    "أبي بكر الصديق": (11, 13),
    "عمر": (13, 23),
    "عمر بن الخطاب": (13, 23),
    "عثمان": (23, 35),
    "عثمان بن عفان": (23, 35),
    "علي": (35, 40),
    "علي بن أبي طالب": (35, 40),
    "معاوية": (41, 60),
    "معاوية بن أبي سفيان": (41, 60),
    "يزيد بن معاوية": (60, 64),
    "عبد الملك": (65, 86),
    "عبد الملك بن مروان": (65, 86),
    "الوليد بن عبد الملك": (86, 96),
    "سليمان بن عبد الملك": (96, 99),
    "عمر بن عبد العزيز": (99, 101),
    "يزيد بن عبد الملك": (101, 105),
    "هشام بن عبد الملك": (105, 125),
    "السفاح": (132, 136),
    "المنصور": (136, 158),
    "المهدي": (158, 169),
    "الهادي": (169, 170),
    "الرشيد": (170, 193),
    "هارون الرشيد": (170, 193),
    "الأمين": (193, 198),
    "المأمون": (198, 218),
    "المعتصم": (218, 227),
    "الواثق": (227, 232),
    "المتوكل": (232, 247),
}
_REIGN_WORDS = ("خلافة", "زمن خلافة", "أيام خلافة", "عهد خلافة", "عهد الخليفة", "زمن الخليفة")
_IN = frozenset(("في", "وفي", "ففي"))
_SON_OF = "بن"


def read_named_year(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    """Return the year that the name at `terms[at]` stands for, and the place after it."""
    return read_phrase(_named_years(), terms, at) or _reign(terms, at)


def named_year_beginnings() -> frozenset[str]:
    """Return the terms with which the name of a year or of a reign may begin."""
    return frozenset((*_named_years(), *_reigns()))


def _reign(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    """Return the years of a caliph where something happened «في خلافة …»."""
    read = read_phrase(_reigns(), terms, at)
    # «يزيد بن الوليد»: a son of somebody else reigned at another time.
    if read is None or at == 0 or terms[at - 1] not in _IN or terms[read[1]] == _SON_OF:
        return None
    return read


@cache
def _named_years() -> PhraseTable[WrittenYear]:
    years = [
        (f"{word} {name}", WrittenYear(first, last, era, Wording.NAMED))
        for name, (first, last, era) in _YEARS.items()
        for word in _YEAR_WORDS
    ]
    return phrase_table(years, PREFIXES)


@cache
def _reigns() -> PhraseTable[WrittenYear]:
    reigns = [
        (f"{word} {name}", WrittenYear(first, last, Era.HIJRA, Wording.NAMED))
        for name, (first, last) in _REIGNS.items()
        for word in _REIGN_WORDS
    ]
    return phrase_table(reigns)
