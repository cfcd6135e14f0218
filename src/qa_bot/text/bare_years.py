"""Numbers in digits that are years without a word that says so: «634م», «(632-633)», «منذ 1948»."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from qa_bot.text.date_words import CLOSING, COMMAS, DASHES, OPENING, prefixed_terms, terms_of
from qa_bot.text.month_patterns import speaks_of_time
from qa_bot.text.phrases import PARAGRAPH_END, Terms
from qa_bot.text.written_dates import Era
from qa_bot.text.year_numbers import YearRead
from qa_bot.text.year_patterns import read_year_number

_METRE_OR_CHRIST = "م"
_INSIDE_NUMBERS = frozenset(".,٫٬:/-–")
# A number below needs the word «سنة» to be a year even with «م», which is a metre as well.
_LEAST_WITH_SIGN = 100
# In brackets lower numbers are verses, notes and pages.
_LEAST_IN_BRACKETS = 300
_LEAST_AFTER_IN = 1000
_LEAST_ALONE = 1800
_LAST_ALONE = 2035
_LEAST_AFTER_ANY = 1400
_DIGITS = 4
_FEW_DIGITS = 3
_LOOK_BACK = 8
_MEASURES = (
    "طول|طولها|طوله|ارتفاع|ارتفاعه|ارتفاعها|عرض|عرضه|عرضها|عمق|عمقه|عمقها|مسافة|علو|علوه|علوها|مساحة|سمك|قطر|قطره|يرتفع|"
    "ترتفع|محيط|محيطه|محيطها|يبعد|تبعد|سباق|عدو|متر|أمتار|مترا|حوالي|قرابة"
)
_BEFORE_AND_AFTER = ("قبل", "بعد", "وقبل", "وبعد")
_LONGEST_NAME = 4
_EVENTS = (
    "حرب|ثورة|معاهدة|اتفاقية|اتفاق|انتخابات|انتخاب|دستور|نكسة|نكبة|عدوان|انقلاب|مؤتمر|بروتوكول|ميثاق|إعلان|هدنة|زلزال|"
    "مذبحة|مجزرة|تمرد|عصيان|مجاعة|استفتاء|فيضان|كارثة|إضراب|حملة|معركة|حصار|تعداد|إحصاء|كأس|بطولة|دورة|موسم|أولمبياد|أولمبية|مونديال|قانون|مرسوم|وعد|أزمة|انتفاضة|غزو"
)
_BORN_AND_DIED = ("و", "د")
_AT_A_DISTANCE = ("علي", "بعد")
_AFTER_METRES = ("²", "2", "مربع", "³", "فوق", "تحت", "طولا", "عرضا", "ارتفاعا", "عمقا")
_CLAUSE_ENDS = frozenset((".", "،", ",", "؛", PARAGRAPH_END))
_BLOCKERS = (
    "آية|الآية|الآيات|آيات|ص|صفحة|صفحات|ج|جزء|الجزء|مجلد|المجلد|حديث|الحديث|رقم|الرقم|ورقم|أرقام|باب|مادة|المادة|فقرة|الفقرة|قرار|"
    "القرار|قانون|القانون|عدد|العدد|عددهم|عددها|نحو|حوالي|قرابة|زهاء|بلغ|بلغت|يبلغ|تبلغ|أكثر|أقل|مقداره|مقدارها|قدره|قدرها|هاتف|طراز|"
    "سعة|وزن|وزنه|بمبلغ|مبلغ|مقابل|تساوي|يساوي|سرعة|بسرعة|تردد|بتردد|إصدار|الإصدار|نسخة|ويندوز|حوالى|ألف|مائة|مليون|#|$|€|£|№|+|×|="
)
_ENDS = frozenset('.،,؛;:!؟?()[]{}«»"-–—/') | {"", PARAGRAPH_END}
_FOLLOWERS = (
    "في|على|من|إلى|حتى|أن|التي|الذي|عندما|حين|حيث|بعد|قبل|مع|عن|كان|كانت|تم|ثم|أو|لكن|ولكن|هو|هي|قام|قامت|أصبح|أصبحت|بدأ|بدأت|"
    "أعلن|أعلنت|قد|لم|لا|ما|بين|خلال|بسبب|ضد|عام|لأن|لكي|كما|كل|وفي|و|والذي|والتي|حول|منذ|أي|أيضا|بمناسبة|بعنوان|بواسطة"
)


def read_bare_year(text: Terms, at: int) -> tuple[int, YearRead] | None:
    """Return the term where the year in digits at `at` begins (with its bracket if its era follows), and the year."""
    if not text.terms[at].isdecimal() or _inside_number(text, at):
        return None
    opened = at > 0 and text.terms[at - 1] in OPENING
    start = at - opened
    year = read_year_number(text.terms, start, between=at > 0 and text.terms[at - 1] in _between())
    if year is None:
        return None
    if year.year.era is None and _sign_before(text, at):
        return at, YearRead(replace(year.year, era=Era.CHRIST), year.end)
    accepted = _has_era(text, at, year) if year.year.era else _looks_like_year(text, start, year, opened=opened)
    return (start, year) if accepted else None


def _inside_number(text: Terms, at: int) -> bool:
    """Return whether the digits at `at` are a part of «3.5», «1,200» or «10:30»."""
    terms = text.terms
    before = at >= 2 and terms[at - 1] in _INSIDE_NUMBERS and terms[at - 2].isdecimal()
    if before and text.glued(at - 1) and text.glued(at - 2):
        return True
    after = terms[at + 1] in (".", ",", "٫", "٬", ":") and terms[at + 2].isdecimal()
    return terms[at + 1] in ("%", "٪") or (after and text.glued(at) and text.glued(at + 1))


def _sign_before(text: Terms, at: int) -> bool:
    """Return whether «م» stands right before the digits: «م1721», as texts set from left to right have it."""
    return at > 0 and text.terms[at - 1] == _METRE_OR_CHRIST and text.glued(at - 1) and len(text.terms[at]) >= 3


def _has_era(text: Terms, at: int, read: YearRead) -> bool:
    """Return whether the sign behind a number is that of an era, where it can be that of metres."""
    sign = text.terms[read.end - 1 - (text.terms[read.end - 1] in CLOSING)]
    if sign != _METRE_OR_CHRIST or read.year.era is not Era.CHRIST:
        return read.year.era is not Era.OTHER
    if _is_measured(text.terms, at) or text.terms[read.end] in _AFTER_METRES:
        return False
    return read.year.last >= _LEAST_WITH_SIGN or (at > 0 and speaks_of_time(text.terms[at - 1]))


def _is_measured(terms: Sequence[str], at: int) -> bool:
    """Return whether a word before the number, in the same clause, measures: «على ارتفاع 300 م»."""
    for place in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1):
        if terms[place] in _CLAUSE_ENDS:
            return False
        if terms[place] in _measures():
            return True
    return at > 1 and (terms[at - 2], terms[at - 1]) == _AT_A_DISTANCE


def _looks_like_year(text: Terms, start: int, read: YearRead, *, opened: bool) -> bool:
    """Return whether a number without an era is a year by what stands around it."""
    year, terms = read.year, text.terms
    before = terms[start - 1] if start > 0 else ""
    if before in _about() and start > 1:
        # «(حوالي 1524-1580)», «في حوالي 1330.»
        opened = terms[start - 2] in OPENING
        return year.first >= _LEAST_AFTER_IN and (opened or (terms[start - 2] in _in() and terms[read.end] in _ENDS))
    if before in _blockers() or year.last > _LAST_ALONE:
        return False
    if _died(terms, start):
        return year.first >= _LEAST_WITH_SIGN
    ranged = year.first != year.last
    if opened:
        if terms[read.end - 1] in CLOSING or ranged:
            return year.first >= _LEAST_IN_BRACKETS
        ends = terms[read.end] in COMMAS or terms[read.end] in DASHES
        return ends and year.first >= _LEAST_AFTER_IN
    in_time = speaks_of_time(before) or before in _between()
    if ranged:
        return year.first >= _LEAST_AFTER_IN or (in_time and year.first >= _LEAST_IN_BRACKETS)
    if in_time and year.first >= _LEAST_IN_BRACKETS:
        return year.first >= _LEAST_AFTER_IN or terms[read.end] in _ENDS
    if before in _BEFORE_AND_AFTER or _names_an_event(terms, start):
        return year.first >= (_LEAST_AFTER_IN if terms[read.end] in _ENDS else _LEAST_AFTER_ANY)
    ends = terms[read.end] in _ENDS or terms[read.end] in _followers()
    if before in _near_time():
        return year.first >= _LEAST_AFTER_ANY and ends
    return year.first >= _LEAST_ALONE and ends and (before in COMMAS or before not in _INSIDE_NUMBERS)


def _names_an_event(terms: Sequence[str], at: int) -> bool:
    """Return whether the number at `at` ends the name of a war, a treaty or the like: «معاهدة أوتريخت 1713»."""
    for term in reversed(terms[max(0, at - _LONGEST_NAME) : at]):
        if term in _events():
            return True
        if term in _ENDS or term.isdecimal() or speaks_of_time(term):
            return False
    return False


def _died(terms: Sequence[str], at: int) -> bool:
    """Return whether «ت», «المتوفى» or the like stands before the term `at`: «(ت 310)», «المتوفى: 207»."""
    shortened = at > 1 and terms[at - 1] == "." and terms[at - 2] in _BORN_AND_DIED
    place = at - 1 - (at > 0 and terms[at - 1] in (":", "."))
    return shortened or (place >= 0 and terms[place] in _deaths())


@cache
def _deaths() -> frozenset[str]:
    return terms_of("ت|د|المتوفى|متوفى|توفي|المتوفي|المتوفاة|توفيت|ولد|مات|حكم")


@cache
def _events() -> frozenset[str]:
    plain = terms_of(_EVENTS)
    return plain | frozenset(f"ال{word}" for word in plain) | frozenset(prefixed_terms(_EVENTS))


@cache
def _about() -> frozenset[str]:
    return terms_of("حوالي|حوالى|نحو")


@cache
def _in() -> frozenset[str]:
    return terms_of("في|وفي")


@cache
def _measures() -> frozenset[str]:
    return prefixed_terms(_MEASURES)


@cache
def _blockers() -> frozenset[str]:
    return prefixed_terms(_BLOCKERS)


@cache
def _followers() -> frozenset[str]:
    return terms_of(_FOLLOWERS)


@cache
def _between() -> frozenset[str]:
    return terms_of("بين|وبين|فبين")


@cache
def _near_time() -> frozenset[str]:
    return terms_of("من|ومن|إلى|قبل|بعد|وقبل|وبعد|لغاية|ولغاية|و|أو")
