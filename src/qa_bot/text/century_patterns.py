"""Millennia, centuries and decades as the years they hold: «القرن السابع الميلادي», «ستينيات القرن الماضي»."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from qa_bot.text.date_words import AND, DASHES, OF, OPENING, PREFIXES, eras, prefixed_terms, terms_of
from qa_bot.text.number_words import read_ordinal
from qa_bot.text.phrases import PhraseTable, phrase_table, read_phrase
from qa_bot.text.written_dates import Era, Wording, WrittenYear

_ARTICLES = ("", "ال", "وال", "بال", "لل", "ولل")
_ARTICLE = "ال"
_UNTIL = "الي"
_LAST_CENTURY = 21
_LAST_CENTURY_BACK = 100
_LAST_MILLENNIUM = 10
# The authors who write «القرن الماضي» in a text read today wrote in this one.
_PAST_CENTURY = 20
_TENS = (
    (20, "عشرين"),
    (30, "ثلاثين"),
    (40, "أربعين"),
    (50, "خمسين"),
    (60, "ستين"),
    (70, "سبعين"),
    (80, "ثمانين"),
    (90, "تسعين"),
)
_AGE = ("عمر", "العمر", "سن")
_BACKWARDS = (Era.BEFORE_CHRIST, Era.BEFORE_HIJRA)
_HALVES = {"النصف الأول": 0, "النصف الثاني": 1}
_LATIN_DECADE = "s"


def read_century(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    """Return the years of the century, or of the half or decade of one, at `terms[at]`, and the place after."""
    return _half(terms, at) or _decade(terms, at) or _centuries(terms, at) or _millennium(terms, at)


def read_other_century(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    """Return the years of a century whose word stood before: «… / السابع الميلادي»; its era must stand there."""
    read = _numbered(terms, at)
    return read if read and read[0].era is not None else None


def century_beginnings() -> frozenset[str]:
    """Return the terms with which a century or a decade may begin."""
    return _century_words() | _decade_words() | _millennium_words() | frozenset((*_decades(), *_halves()))


def _centuries(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    """Return the years of «القرن السابع», «القرنين السادس والسابع», «القرن الماضي»."""
    if terms[at] not in _century_words():
        return None
    if terms[at + 1] in _past():
        return _years(_PAST_CENTURY, Era.CHRIST), at + 2
    first = _numbered(terms, at + 1)
    if first is None:
        return None
    second = _second(terms, first[1])
    if second is None or not _follows(first[0], second[0]):
        # «ذو القرنين» is no pair of centuries.
        return None if terms[at] in _pairs() else first
    numbers = sorted((_number_of(first[0]), _number_of(second[0])), reverse=second[0].era in _BACKWARDS)
    start, end = (_years(number, second[0].era) for number in numbers)
    return replace(start, last=end.last), second[1]


def _second(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    """Return the century that «و» or a dash joins to the one before `at`; «والقرن» begins another date."""
    if terms[at] in DASHES or terms[at] == _UNTIL:
        return _numbered(terms, at + 1 + (terms[at + 1] in _century_words()))
    if terms[at].startswith(AND):
        return _numbered(terms, at + (terms[at] == AND))
    return None


def _numbered(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    """Return the years of the century that the ordinal or the digits at `at` count, with its era."""
    at += terms[at] in OPENING
    at += terms[at] == _ARTICLE and terms[at + 1].isdecimal()
    if terms[at].isdecimal():
        number, end = int(terms[at]) if len(terms[at]) <= 3 else 0, at + 1
    else:
        ordinal = read_ordinal(terms, at)
        if ordinal is None or not ordinal.clitic.endswith(("ال", "لل")):
            return None
        number, end = ordinal.value, ordinal.end
    found = read_phrase(eras(), terms, end)
    era, end = found or (None, end)
    back = era in _BACKWARDS
    if not 0 < number <= (_LAST_CENTURY_BACK if back else _LAST_CENTURY) or era is Era.OTHER:
        return None
    return _years(number, era), end


def _years(number: int, era: Era | None) -> WrittenYear:
    first, last = 100 * (number - 1) + 1, 100 * number
    if era in _BACKWARDS:
        first, last = last, first
    return WrittenYear(first, last, era, Wording.CENTURY)


def _number_of(century: WrittenYear) -> int:
    return max(century.first, century.last) // 100


def _follows(first: WrittenYear, second: WrittenYear) -> bool:
    return first.era in (None, second.era) and _number_of(first) != _number_of(second)


def _millennium(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    """Return the years of «الألفية الثانية قبل الميلاد»; its era must stand there."""
    ordinal = read_ordinal(terms, at + 1) if terms[at] in _millennium_words() else None
    era = read_phrase(eras(), terms, ordinal.end) if ordinal else None
    if ordinal is None or era is None or not 0 < ordinal.value <= _LAST_MILLENNIUM or era[0] is Era.OTHER:
        return None
    first, last = 1000 * (ordinal.value - 1) + 1, 1000 * ordinal.value
    if era[0] in _BACKWARDS:
        first, last = last, first
    elif ordinal.value > 1:
        # The second isn't over by the Hijra, and the third isn't for anybody.
        return None
    return WrittenYear(first, last, era[0], Wording.CENTURY), era[1]


def _half(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    half = read_phrase(_halves(), terms, at)
    if half is None or terms[half[1]] != OF:
        return None
    read = _centuries(terms, half[1] + 1)
    if read is None:
        return None
    years, end = read
    sign = 1 if years.first < years.last else -1
    if half[0] == 0:
        return replace(years, last=years.first + sign * 49), end
    return replace(years, first=years.first + sign * 50), end


def _decade(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    """Return the years of «ستينيات القرن التاسع عشر», «الستينات», «العقد الثالث من القرن العشرين»."""
    if terms[at].isdecimal() and terms[at + 1] == _LATIN_DECADE and len(terms[at]) == 4:
        start = int(terms[at])
        return WrittenYear(start, start + 9, Era.CHRIST, Wording.DECADE), at + 2
    numbered = _numbered_decade(terms, at)
    if numbered is not None:
        return numbered
    place = at + (terms[at] in _decade_words())
    if place > at and terms[place].isdecimal() and len(terms[place]) == 4 and not int(terms[place]) % 10:
        # «عقد 1960»
        start = int(terms[place])
        return WrittenYear(start, start + 9, Era.CHRIST, Wording.DECADE), place + 1
    tens = _decades().get(terms[place])
    if tens is None:
        return None
    end = place + 1
    place = end + (terms[end] == OF)
    century = _centuries(terms, place)
    if century is not None:
        years, end = century
        if years.first > years.last:
            return None
        return replace(years, first=years.first - 1 + tens, last=years.first + tens + 8), end
    # «في الستينات من عمره», «سن الخمسينات أو الستينات» are ages.
    if (terms[end] == OF and terms[end + 1].startswith(_AGE)) or not _ages().isdisjoint(terms[max(0, at - 3) : at]):
        return None
    first = 100 * (_PAST_CENTURY - 1) + tens
    return WrittenYear(first, first + 9, Era.CHRIST, Wording.DECADE), end


def _numbered_decade(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    if terms[at] not in _decade_words():
        return None
    ordinal = read_ordinal(terms, at + 1)
    if ordinal is None or terms[ordinal.end] != OF or not 0 < ordinal.value <= 10:
        return None
    read = _centuries(terms, ordinal.end + 1)
    if read is None or read[0].first > read[0].last:
        return None
    first = read[0].first + 10 * (ordinal.value - 1)
    return replace(read[0], first=first, last=first + 9), read[1]


@cache
def _century_words() -> frozenset[str]:
    return frozenset(
        prefix + article + word for word in ("قرن", "قرنين", "قرنان") for prefix in PREFIXES for article in ("", "ال")
    ) | frozenset(("للقرن", "وللقرن", "للقرنين"))


@cache
def _millennium_words() -> frozenset[str]:
    return prefixed_terms("الألفية|الألف|ألفية")


@cache
def _pairs() -> frozenset[str]:
    return frozenset(word for word in _century_words() if word.endswith(("ين", "ان")))


@cache
def _decade_words() -> frozenset[str]:
    return prefixed_terms("عقد|العقد")


@cache
def _ages() -> frozenset[str]:
    return prefixed_terms("سن|عمر|أعمار|عمره|عمرها|أعمارهم")


@cache
def _decades() -> dict[str, int]:
    """Return the words for decades: «ستينات», «الستينيات»."""
    return {
        article + term: tens
        for tens, stem in _TENS
        for ending in ("ات", "يات")
        for term in terms_of(stem + ending)
        for article in (*_ARTICLES, *PREFIXES)
    }


@cache
def _halves() -> PhraseTable[int]:
    return phrase_table(_HALVES.items(), ("", AND, "ب"))


@cache
def _past() -> frozenset[str]:
    return terms_of("الماضي|الفائت|المنصرم")
