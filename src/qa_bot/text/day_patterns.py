"""Days of a month where they stand, up to the month: «لليلتين بقيتا من», «غرة», «الثامن والعشرين من», «28»."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from qa_bot.text.date_words import (
    AND,
    COMMAS,
    DASHES,
    OF,
    OPENING,
    OR,
    PREFIXES,
    prefixed_terms,
    terms_of,
    weekdays,
)
from qa_bot.text.number_words import read_cardinal, read_ordinal
from qa_bot.text.phrases import PhraseTable, phrase_table, read_phrase

Days = tuple[int, int]

MOST_DAYS = 31
_TO = "ل"
_OF_IT = ("منه", "منها")
_ARTICLE = "ال"
_FIRST_DAY: Days = (1, 1)
_MIDDLE: Days = (15, 15)
# 0 and less count back from the last day of the month.
_LAST_DAY: Days = (0, 0)
_NAMED_DAYS: dict[str, Days | None] = {
    "غرة|مستهل|المستهل|هلال|أول يوم|أول ليلة|اليوم الأول|استهلال|فاتح|لفاتح|الفاتح": _FIRST_DAY,
    "سلخ|انسلاخ|منسلخ|آخر يوم|آخر ليلة|اليوم الأخير|متم": _LAST_DAY,
    "النصف|نصف|لنصف|للنصف|بالنصف|منتصف|ليلة النصف": _MIDDLE,
    "النصف الأول": (1, 15),
    "النصف الثاني|النصف الأخير": (16, 0),
    "العشر الأول|العشر الأوائل|العشر الأولى": (1, 10),
    "العشر الأواسط|العشر الأوسط|العشر الوسطى|العشر الوسط": (11, 20),
    "العشر الأواخر|العشر الأخير|العشر الأخيرة|العشر الأخر": (21, 0),
    "أوائل|أواخر|أواسط|أول|آخر|مطلع|بداية|نهاية|صدر|أيام خلت|أيام مضت|أيام بقيت|أيام بقين|أيام خلون|"
    "ليال خلت|ليال خلون|ليال مضت|ليال مضين|ليال بقيت|ليال بقين|بقية|عقب": None,
}
# «أول جمعة من المحرم»: which day that is only a table of weekdays tells.
_WHICH_WEEKDAY = ("أول", "ثاني", "ثالث", "رابع", "آخر")
_WEEKDAYS = ("أحد", "اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت")
_NIGHTS = "ليلة|ليال|ليالي|يوم|يوما|أيام"
_ONE = ("ليله", "ليوم", "لليله")
_TWO = ("ليلتين", "ليومين", "لليلتين", "ليلتان")
# «يوم أحد في مارس» is a Sunday, not the first.
_SUNDAY = ("احد", "احدا")
# «أثناء رجب» is a term with the two of «اثنا عشر».
_TWO_OF_TWELVE = ("اثنا", "اثني", "اثنتا", "اثنتي")
_PASSED = "تخلو|يخلون|تمضي|يمضين|خلت|خلون|خلين|خلتا|خلا|خلوا|خلو|خلته|مضت|مضين|مضتا|مضى|مضيا|مضوا|خالية|مضون"
_LEFT = "يبقى|بقين|بقيت|بقيتا|بقي|بقيا|بقوا|تبقى|باقية|يبقين|بقيتان|بقون"


# Feasts and fasts by month and day; they are dates where a year follows.
_FEASTS = {
    "عيد الفطر|يوم الفطر|يوم عيد الفطر|ليلة عيد الفطر|ليلة الفطر": (10, 1),
    "عيد الأضحى|يوم الأضحى|يوم عيد الأضحى|يوم النحر|عيد النحر": (12, 10),
    "يوم عرفة": (12, 9),
    "يوم التروية": (12, 8),
    "عاشوراء|يوم عاشوراء": (1, 10),
}


@dataclass(frozen=True, slots=True)
class DaysRead:
    """Days read up to the term `end`, where their month must follow; None for a part of it («أوائل»).

    `of` tells that «من» stood before the month: then every name of a month is trusted.
    """

    days: Days | None
    end: int
    of: bool


def read_days(terms: Sequence[str], at: int, *, introduced: bool = False) -> DaysRead | None:
    """Return the days of a month that begin at `terms[at]`; None where there are none.

    A plain number in words is a day where a weekday or the like has `introduced` it.
    """
    place = at + (terms[at] in _day_words())
    read = (
        _counted_nights(terms, at)
        or (_counted_nights(terms, place) if place > at else None)
        or _named_days(terms, at)
        or _in_digits(terms, place)
        or _in_words(terms, place, introduced=introduced or place > at)
    )
    if read is None:
        return None
    days, end = read
    of = terms[end] in (OF, "في")
    return DaysRead(days, end + of, of)


def read_days_of_it(terms: Sequence[str], at: int) -> tuple[Days, int] | None:
    """Return the day of the month just named («المحرم لثمان بقين منه»), and the place after it."""
    read = _counted_nights(terms, at)
    return (read[0], read[1] + 1) if read and terms[read[1]] in _OF_IT else None


def read_weekday(terms: Sequence[str], at: int) -> int | None:
    """Return the place after the day of the week at `terms[at]`, and what leads on to a date («الموافق»)."""
    read = read_phrase(weekdays(), terms, at)
    if read is None:
        return None
    end = read[1] + (terms[read[1]] in COMMAS or terms[read[1]] in OPENING)
    return end + (terms[end] in _leading_on())


def read_feast(terms: Sequence[str], at: int) -> tuple[tuple[int, int], int] | None:
    """Return the Hijri month and day of the feast whose name stands at `terms[at]`, and the place after it."""
    return read_phrase(_feasts(), terms, at)


def day_beginnings() -> frozenset[str]:
    """Return the terms, beside numbers, with which a day of a month or of the week may begin."""
    return frozenset((*_named(), *_feasts(), *weekdays(), *_day_words(), *_ONE, *_TWO))


def _in_digits(terms: Sequence[str], at: int) -> tuple[Days, int] | None:
    first = _day(terms[at])
    if first is None:
        return None
    if terms[at + 1] in DASHES or terms[at + 1] in (AND, OR, "الي", "حتي"):
        last = _day(terms[at + 2])
        if last is not None and first < last:
            return (first, last), at + 3
    return (first, first), at + 1


def _day(term: str) -> int | None:
    return int(term) if term.isdecimal() and len(term) <= 2 and 0 < int(term) <= MOST_DAYS else None


def _in_words(terms: Sequence[str], at: int, *, introduced: bool) -> tuple[Days, int] | None:
    """Return the day of «الثامن والعشرين», «سابع عشر», «لثلاث عشرة (ليلة)» or «ليلة سبع عشرة»."""
    number = read_ordinal(terms, at)
    if number is None:
        number = read_cardinal(terms, at)
        if number is None or not (introduced or number.clitic in (_TO, AND + _TO)) or terms[at].isdecimal():
            return None
    alone = number.end == at + 1 and terms[at] in (*_SUNDAY, *_TWO_OF_TWELVE)
    if not 0 < number.value <= MOST_DAYS or alone:
        return None
    end = number.end + (terms[number.end] in _nights())
    return (number.value, number.value), end


def _counted_nights(terms: Sequence[str], at: int) -> tuple[Days, int] | None:
    """Return the day of «لخمس خلون» (the 5th) or «لليلتين بقيتا» (two before the last)."""
    if terms[at] in _ONE:
        nights, end = 1, at + 1
    elif terms[at] in _TWO:
        nights, end = 2, at + 1
    else:
        number = read_cardinal(terms, at)
        if number is None or not 0 < number.value < MOST_DAYS or number.clitic.endswith(_ARTICLE):
            return None
        nights, end = number.value, number.end
    end += terms[end] in _nights()
    if terms[end] in _passed():
        return (nights, nights), end + 1
    return ((-nights, -nights), end + 1) if terms[end] in _left() else None


def _named_days(terms: Sequence[str], at: int) -> tuple[Days | None, int] | None:
    return read_phrase(_named(), terms, at)


@cache
def _named() -> PhraseTable[Days | None]:
    rows = [(phrase, days) for row, days in _NAMED_DAYS.items() for phrase in row.split("|")]
    rows += [(f"{which} {day}", None) for which in _WHICH_WEEKDAY for day in _WEEKDAYS]
    return phrase_table(rows, PREFIXES)


@cache
def _feasts() -> PhraseTable[tuple[int, int]]:
    return phrase_table([(name, day) for row, day in _FEASTS.items() for name in row.split("|")], PREFIXES)


@cache
def _nights() -> frozenset[str]:
    return terms_of(_NIGHTS)


@cache
def _passed() -> frozenset[str]:
    return terms_of(_PASSED)


@cache
def _left() -> frozenset[str]:
    return terms_of(_LEFT)


@cache
def _day_words() -> frozenset[str]:
    return prefixed_terms("يوم|ليلة|اليوم|الليلة|صبيحة|غداة|عشية")


@cache
def _leading_on() -> frozenset[str]:
    return terms_of("الموافق|في|وهو|لتاريخ")
