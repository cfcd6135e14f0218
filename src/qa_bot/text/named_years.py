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
    "المنتصر": (247, 248),
    "المستعين": (248, 252),
    "المعتز": (252, 255),
    "المهتدي": (255, 256),
    "المعتمد": (256, 279),
    "المعتضد": (279, 289),
    "المكتفي": (289, 295),
    "المقتدر": (295, 320),
    "القاهر": (320, 322),
    "الراضي": (322, 329),
    "المتقي": (329, 333),
    "المستكفي": (333, 334),
    "المطيع": (334, 363),
    "الطائع": (363, 381),
    "القادر": (381, 422),
    "القائم": (422, 467),
    "المقتدي": (467, 487),
    "المستظهر": (487, 512),
    "المسترشد": (512, 529),
    "الراشد": (529, 530),
    "المقتفي": (530, 555),
    "المستنجد": (555, 566),
    "المستضيء": (566, 575),
    "الناصر": (575, 622),
    "الظاهر": (622, 623),
    "المستنصر": (623, 640),
    "المستعصم": (640, 656),
}
_REIGN_WORDS = ("خلافة", "زمن خلافة", "أيام خلافة", "عهد خلافة", "عهد الخليفة", "زمن الخليفة")
_IN = frozenset(("في", "وفي", "ففي"))
_SON_OF = "بن"


def read_named_year(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    """Return the year that the name at `terms[at]` stands for, and the place after it."""
    return read_phrase(_named_years(), terms, at) or _reign(terms, at)


def reign_in(terms: Sequence[str]) -> tuple[int, int] | None:
    """Return the first and last Hijri year of the caliph whom a heading names first; None for no caliph."""
    read = next(filter(None, (read_phrase(_caliphs(), terms, at) for at in range(len(terms)))), None)
    return read[0] if read else None


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
def _caliphs() -> PhraseTable[tuple[int, int]]:
    return phrase_table(_REIGNS.items())


@cache
def _reigns() -> PhraseTable[WrittenYear]:
    reigns = [
        (f"{word} {name}", WrittenYear(first, last, Era.HIJRA, Wording.NAMED))
        for name, (first, last) in _REIGNS.items()
        for word in _REIGN_WORDS
    ]
    return phrase_table(reigns)
