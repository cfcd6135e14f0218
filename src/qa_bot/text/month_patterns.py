"""Months where they stand: «رجب», «شهر ربيع الأول», «تموز/يوليو», «كانون الثاني (يناير)», «صيف»."""

from functools import cache

from qa_bot.text.date_words import (
    CLOSING,
    DASHES,
    OPENING,
    OR,
    PREFIXES,
    doubtful_months,
    epithets,
    prefixed_terms,
    seasons,
    sure_months,
    terms_of,
)
from qa_bot.text.letters import ALEF_MADDA
from qa_bot.text.phrases import PhraseTable, Terms, phrase_table, phrases_of, read_phrase
from qa_bot.text.written_dates import SAME_MONTH, WrittenMonth

# The terms of «آب» and of «أب», father, are one.
_AUGUST_OR_FATHER = ("اب", "واب")
_SAME_MONTHS = "الشهر نفسه|الشهر ذاته|الشهر عينه|الشهر المذكور|نفس الشهر|ذات الشهر|هذا الشهر|ذلك الشهر|الشهر ذاك"
# «الشهر الحرام» is one of four.
_SACRED = "الحرام"
_SLASHES = ("/", "\\")


def read_month(text: Terms, at: int, *, trusted: bool) -> tuple[WrittenMonth, int] | None:
    """Return the month that begins at the term `at`, under one name or two, and the place after it.

    Names that mean other things as well are months where «شهر» stands before them or `trusted` says so.
    """
    same = read_phrase(_same_months(), text.terms, at)
    if same is not None and (same[0] or trusted) and text.terms[same[1]] != _SACRED:
        return SAME_MONTH, same[1]
    introduced = text.terms[at] in _introductions()
    place = at + introduced
    read = _named(text, place, trusted=trusted or introduced)
    if read is None:
        return None
    month, end = read
    if month.hijri and text.terms[end] in epithets():
        end += 1
    return month, _after_other_name(text, month, end)


def read_season(text: Terms, at: int) -> tuple[WrittenMonth | None, int] | None:
    """Return the season whose name stands at the term `at`; its months are None for winter."""
    return read_phrase(seasons(), text.terms, at)


@cache
def month_beginnings() -> frozenset[str]:
    """Return the terms with which a month or a season may begin."""
    return month_names() | frozenset(_same_months())


@cache
def month_names() -> frozenset[str]:
    """Return the terms with which a month or a season may begin that isn't told by another: «رجب», «شهر»."""
    return frozenset((*sure_months(), *doubtful_months(), *_introductions(), *seasons()))


def month_phrases() -> list[tuple[str, tuple[str, ...]]]:
    """Return how months told by another begin: the first term, and those that follow it."""
    return phrases_of(_same_months())


def speaks_of_time(term: str) -> bool:
    """Return whether a month or a year is likely behind `term`: «في», «منذ», «حتى»."""
    return term in _time_words()


def _named(text: Terms, at: int, *, trusted: bool) -> tuple[WrittenMonth, int] | None:
    sure = read_phrase(sure_months(), text.terms, at)
    if sure is not None or not trusted:
        return sure
    doubtful = read_phrase(doubtful_months(), text.terms, at)
    if doubtful and text.terms[at] in _AUGUST_OR_FATHER and ALEF_MADDA not in text.written(at):
        return None
    return doubtful


def _after_other_name(text: Terms, month: WrittenMonth, at: int) -> int:
    """Return the place after a second name of the same month: «تموز/يوليو», «سبتمبر (أيلول)», «يناير كانون الثاني»."""
    opened = text.terms[at] in OPENING
    parted = opened or text.terms[at] in (*_SLASHES, OR) or (text.terms[at] in DASHES and text.terms[at + 1] != "")
    other = _named(text, at + parted, trusted=True)
    if other is None or other[0] != month or (opened and text.terms[other[1]] not in CLOSING):
        return at
    return other[1] + opened


@cache
def _same_months() -> PhraseTable[bool]:
    """Return what means the month named before; False for «الشهر», which does so behind a day only."""
    return phrase_table([*((phrase, True) for phrase in _SAME_MONTHS.split("|")), ("الشهر", False)], PREFIXES)


@cache
def _introductions() -> frozenset[str]:
    return prefixed_terms("شهر|شهري")


@cache
def _time_words() -> frozenset[str]:
    return terms_of(
        "في|وفي|ففي|منذ|ومنذ|حتى|وحتى|بحلول|وبحلول|خلال|منتصف|مطلع|أوائل|أواخر|أواسط|بداية|نهاية|بدايات|نهايات|"
        "غضون|بتاريخ|تاريخ|الموافق|دخل|ودخل|فدخل|استهل|واستهل|انسلخ|وانسلخ|بين|وبين"
    )
