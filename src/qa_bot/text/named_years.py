"""Years that have a name instead of a number: «عام الفيل», «عام الرمادة».

Sources: the years of the Hijra as al-Waqidi and Ibn Hisham give them; for the Year of the Elephant the traditional
570 or 571.
"""

from collections.abc import Sequence
from functools import cache

from qa_bot.text.date_words import PREFIXES
from qa_bot.text.phrases import PhraseTable, phrase_table, phrases_of, read_phrase
from qa_bot.text.relative_patterns import read_count
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
    "الجماعة الثاني": (73, 73, Era.HIJRA),
}
_YEAR_WORDS = ("عام", "سنة")
_CONJUNCTIONS = ("و", "ف")
_SECOND = ("الثاني", "الثانيه", "الاخر")
_DISTANCE = {"بعد": 1, "قبل": -1}


def read_named_year(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    """Return the year that the name at `terms[at]` stands for, and the place after it."""
    named = read_phrase(_named_years(), terms, at)
    if named is not None and terms[named[1]] in _SECOND:
        # «عام الوفود الثاني» is another one.
        return None
    return named or _away(terms, at)


def named_year_phrases() -> list[tuple[str, tuple[str, ...]]]:
    """Return how the names of years begin, and the distances from them: the first term, and those that follow it."""
    return [*phrases_of(_named_years()), *((first, (second,)) for first in _distances() for second in _named_years())]


def _away(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    """Return the years of «بعد عام الفيل بثلاث عشرة سنة»."""
    sign = _distances().get(terms[at])
    named = read_phrase(_named_years(), terms, at + 1) if sign else None
    years = read_count(terms, named[1]) if named else None
    if sign is None or named is None or years is None or named[0].era is not Era.CHRIST:
        return None
    first, last = (year + sign * years[0] for year in (named[0].first, named[0].last))
    return WrittenYear(first, last, Era.CHRIST, Wording.NAMED), years[1]


@cache
def _named_years() -> PhraseTable[WrittenYear]:
    years = [
        (f"{word} {name}", WrittenYear(first, last, era, Wording.NAMED))
        for name, (first, last, era) in _YEARS.items()
        for word in _YEAR_WORDS
    ]
    return phrase_table(years, PREFIXES)


@cache
def _distances() -> dict[str, int]:
    return {prefix + word: sign for word, sign in _DISTANCE.items() for prefix in ("", *_CONJUNCTIONS)}
