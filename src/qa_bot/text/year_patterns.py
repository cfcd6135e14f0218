"""Years where they stand: «سنة ثلاث عشرة», «السنة التاسعة للهجرة», «13هـ», «602-628», «عام (610)م»."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from qa_bot.text.date_words import (
    AND,
    CLOSING,
    DASHES,
    OPENING,
    OR,
    PREFIXES,
    eras,
    prefixed_terms,
    terms_of,
)
from qa_bot.text.month_patterns import month_beginnings
from qa_bot.text.number_words import Number, read_cardinal, read_ordinal
from qa_bot.text.phrases import read_phrase
from qa_bot.text.written_dates import Era, Wording, WrittenYear

LAST_YEAR = 2100
LAST_HIJRI_YEAR = 1500
# Years before an era are counted back further than a text counts forward.
_LAST_YEAR_BACK = 20_000
_BACKWARDS = frozenset((Era.BEFORE_CHRIST, Era.BEFORE_HIJRA))
_MOST_DIGITS = 5
_ARTICLES = ("ال", "وال", "بال", "وبال", "فال", "لل", "ولل")
_ARTICLE = "ال"
_SLASH = "/"
# «خمس أو ست وثلاثين» is a doubt about one year; numbers further apart are two things.
_MOST_DOUBT = 15
# «سنوات 3» counts years, «سنوات 634 و635» names them.
_LEAST_OF_SEVERAL = 100
_SCORE = "نيف"
_COUNTED = (
    "سنوات|سنين|أعوام|عاما|شهرا|أشهر|شهور|يوما|أيام|ليال|ليالي|ليلة|ساعة|ساعات|دقيقة|مرة|مرات|مرارا|درهم|درهما|دراهم|دينار|دينارا|دنانير|"
    "رجل|رجلا|رجال|نفس|نفسا|فارس|فارسا|راجل|مقاتل|مقاتلا|جندي|جنديا|شخص|شخصا|قتيل|قتيلا|أسير|أسيرا|جمل|جملا|بعير|بعيرا|ناقة|فرس|فرسا|شاة|"
    "رأس|رأسا|سوط|سوطا|ركعة|ركعات|ذراع|ذراعا|فرسخ|فرسخا|ميل|ميلا|كم|كيلومتر|كيلومترا|متر|مترا|طن|طنا|كيلو|كغ|دولار|دولارا|جنيه|جنيها|ريال|"
    "ريالا|يورو|آية|حديث|حديثا|بيت|بيتا|كتاب|كتابا|صفحة|نسمة|نسخة|قرية|مدينة|سفينة|أرجل|نخلة|جارية|غلام|غلاما|رطل|رطلا|مد|صاع|وسق|بالمئة|"
    "بالمائة|طالب|طالبا|موظف|موظفا|عضو|عضوا|لاعب|لاعبا|ألف|ألفا|مليون|مليونا"
)


@dataclass(frozen=True, slots=True)
class YearRead:
    """A year read up to the term `end`."""

    year: WrittenYear
    end: int


def read_year_phrase(terms: Sequence[str], at: int, *, between: bool = False) -> YearRead | None:
    """Return the year, or the range of years, whose word («سنة», «عام») stands at `terms[at]`.

    `between` reads a second year behind «و» as the end of a range.
    """
    if terms[at] not in _year_words() or _counts_years(terms, at):
        return None
    definite = terms[at] in _definite_year_words()
    adjective = read_phrase(eras(), terms, at + 1) if definite or terms[at + 1] != "م" else None
    place = adjective[1] if adjective else at + 1
    read = _bracketed(terms, place, definite=definite)
    if read is None or (terms[at] in _several_years() and read.year.first < _LEAST_OF_SEVERAL):
        return None
    if adjective and read.year.era is None:
        read = YearRead(replace(read.year, era=adjective[0]), read.end)
    read = _with_range(terms, read, between=between)
    return read if _possible(read.year) and not _is_counted(terms, read) else None


def read_year_number(terms: Sequence[str], at: int, *, between: bool = False, ranged: bool = True) -> YearRead | None:
    """Return the year in digits at `terms[at]`, maybe in brackets, with its era, and its range if `ranged`."""
    opened = terms[at] in OPENING
    if not terms[at + opened].isdecimal():
        return None
    read = _bracketed(terms, at, definite=False)
    if read is None:
        return None
    if ranged:
        read = _with_range(terms, read, between=between)
    return read if _possible(read.year) and not _is_counted(terms, read) else None


def read_number_with_era(terms: Sequence[str], at: int) -> YearRead | None:
    """Return the year in words that only its era makes a year: «التاسعة للهجرة», «ستمائة وعشرة للميلاد»."""
    read = _in_words(terms, at, definite=True)
    if read is None or terms[read.end] in ("م", "ه"):
        return None
    read = _with_era(terms, read)
    return read if read.year.era not in (None, Era.OTHER) and _possible(read.year) else None


def year_beginnings() -> frozenset[str]:
    """Return the terms, beside numbers, with which a year may begin: «سنة», «العام», «لعام»."""
    return _year_words()


def _bracketed(terms: Sequence[str], at: int, *, definite: bool) -> YearRead | None:
    opened = terms[at] in OPENING
    first = at + opened
    read = _digits(terms, first) or _in_words(terms, first, definite=definite)
    if read is None:
        return None
    read = _with_doubt(terms, read)
    read = _with_era(terms, read)
    if not opened:
        return read
    read = _with_range(terms, read, between=False)
    if terms[read.end] not in CLOSING:
        return read
    return _with_era(terms, YearRead(read.year, read.end + 1))


def _digits(terms: Sequence[str], at: int) -> YearRead | None:
    term = terms[at]
    if not term.isdecimal() or len(term) > _MOST_DIGITS or int(term) == 0:
        return None
    return YearRead(WrittenYear(int(term), int(term)), at + 1)


def _in_words(terms: Sequence[str], at: int, *, definite: bool) -> YearRead | None:
    if terms[at] == _SCORE:
        return _score(terms, at)
    ordinal = read_ordinal(terms, at) if definite else None
    if ordinal and ordinal.clitic == _ARTICLE:
        return YearRead(WrittenYear(ordinal.value, ordinal.value, wording=Wording.ORDINAL), ordinal.end)
    number = read_cardinal(terms, at)
    if number is None or number.clitic or terms[at].isdecimal() or _is_no_year(terms, at, number):
        return None
    return YearRead(WrittenYear(number.value, number.value, wording=Wording.CARDINAL), number.end)


def _is_no_year(terms: Sequence[str], at: int, number: Number) -> bool:
    """Return whether a count follows «سنة» rather than the year's name: «سنة واحدة», «سنة ثلاثا»."""
    return terms[at] in _counts_only() and number.end == at + 1


def _score(terms: Sequence[str], at: int) -> YearRead | None:
    """Return the years of «نيف وعشرين»: 21 to 29."""
    word = terms[at + 1].removeprefix(AND)
    number = read_cardinal([word, *terms[at + 2 : at + 8], ""], 0)
    if number is None or number.value % 10:
        return None
    years = WrittenYear(number.value + 1, number.value + 9, wording=Wording.CARDINAL)
    return YearRead(years, at + 1 + number.end)


def _with_doubt(terms: Sequence[str], read: YearRead) -> YearRead:
    """Return `read` with the other year of «خمس أو ست وثلاثين» or «36 أو 37»: a range of the two."""
    if terms[read.end] != OR:
        return read
    other = _digits(terms, read.end + 1) or _in_words(terms, read.end + 1, definite=False)
    if other is None or other.year.wording is not read.year.wording:
        return read
    first, last = sorted((read.year.first, other.year.first))
    step = 10 if first < 10 else 100
    # The smaller number leaves out the tens or hundreds which the larger one says for both.
    if last - first > _MOST_DOUBT:
        first, last = sorted((last - last % step + first, last))
    if last - first > _MOST_DOUBT or first == last:
        return read
    return YearRead(replace(read.year, first=first, last=last), other.end)


def with_other_year(terms: Sequence[str], read: YearRead, at: int) -> YearRead | None:
    """Return the year that «وقيل» at `at - 1` sets against `read`: «سنة ست وثلاثين وقيل سبع» says 37."""
    other = _digits(terms, at) or _in_words(terms, at, definite=False)
    if other is None or other.year.wording is not read.year.wording:
        return None
    other = _with_era(terms, other)
    value, known = other.year.first, read.year.last
    if abs(value - known) > _MOST_DOUBT and value < known:
        step = 10 if value < 10 else 100
        value += known - known % step
    if abs(value - known) > 2 * _MOST_DOUBT:
        return None
    year = replace(other.year, first=value, last=value, era=other.year.era or read.year.era)
    other = YearRead(year, other.end)
    return other if _possible(year) and not _is_counted(terms, other) else None


def _with_era(terms: Sequence[str], read: YearRead) -> YearRead:
    if read.year.era is not None:
        return read
    found = read_phrase(eras(), terms, read.end)
    return YearRead(replace(read.year, era=found[0]), found[1]) if found else read


def _with_range(terms: Sequence[str], read: YearRead, *, between: bool) -> YearRead:
    """Return `read` up to the end of the range that it begins; `read` itself where it begins none."""
    if read.year.first != read.year.last:
        return read
    place = _after_separator(terms, read.end, between=between)
    if place is None:
        return read
    if terms[read.end] not in DASHES and terms[read.end] != _SLASH and terms[place] in _year_words():
        place += 1
        second = _bracketed_once(terms, place, spelled=True)
    else:
        second = _bracketed_once(terms, place, spelled=between)
    if second is None or terms[second.end] in month_beginnings():
        # «1900 - 12 نوفمبر 1985» is no range of years.
        return read
    year = _range(read.year, second.year, slash=terms[read.end] == _SLASH)
    return YearRead(year, second.end) if year else read


def _bracketed_once(terms: Sequence[str], at: int, *, spelled: bool) -> YearRead | None:
    opened = terms[at] in OPENING
    read = _digits(terms, at + opened) or (_in_words(terms, at + opened, definite=False) if spelled else None)
    if read is None:
        return None
    read = _with_era(terms, read)
    return _with_era(terms, YearRead(read.year, read.end + 1)) if opened and terms[read.end] in CLOSING else read


def _after_separator(terms: Sequence[str], at: int, *, between: bool) -> int | None:
    term = terms[at]
    if term in DASHES or term == _SLASH or term in _until():
        # Past the last term there are empty ones, as a lone tatweel is one.
        return at + 1 if terms[at + 1] else None
    if between and term == AND:
        return at + 1
    if between and term.startswith(AND) and term[1:] in _year_words():
        return at
    return None


def _range(first: WrittenYear, last: WrittenYear, *, slash: bool) -> WrittenYear | None:
    """Return the years from `first` to `last`; None where the two are not a range."""
    if first.era and last.era and first.era is not last.era:
        return None
    era = first.era or last.era
    start, end = first.first, last.first
    if start >= 100 > end > start % 100 and not last.era:
        # «1914-18»
        end += start - start % 100
    if slash:
        return replace(first, last=end, era=era) if abs(end - start) == 1 else None
    if start == end or (start > end) is not (era in _BACKWARDS):
        return None
    return replace(first, last=end, era=era)


def _possible(year: WrittenYear) -> bool:
    limit = LAST_HIJRI_YEAR if year.era is Era.HIJRA else LAST_YEAR
    if year.era in _BACKWARDS or year.era is Era.OTHER:
        limit = _LAST_YEAR_BACK
    return 0 < year.first <= limit and 0 < year.last <= limit


def _is_counted(terms: Sequence[str], read: YearRead) -> bool:
    """Return whether the number counts what stands behind it: «في كل سنة ألف دينار», «سنه ستون سنة»."""
    if read.year.era is not None:
        return False
    following = terms[read.end]
    if following in _one_year_words():
        return not _begins_number(terms, read.end + 1)
    return following in _counted() or following == "%"


def _counts_years(terms: Sequence[str], at: int) -> bool:
    """Return whether the year word at `at` is what «كل» or the like counts."""
    return at > 0 and terms[at - 1] in _every()


def _begins_number(terms: Sequence[str], at: int) -> bool:
    return terms[at].isdecimal() or read_cardinal(terms, at) is not None


@cache
def _one_year_words() -> frozenset[str]:
    return prefixed_terms("سنة|عام|سنتي|عامي")


@cache
def _definite_year_words() -> frozenset[str]:
    return frozenset(article + word for article in _ARTICLES for word in ("سنه", "عام"))


@cache
def _several_years() -> frozenset[str]:
    plain = prefixed_terms("أعوام|سنوات")
    return plain | frozenset(article + word for article in _ARTICLES for word in ("اعوام", "سنوات"))


@cache
def _year_words() -> frozenset[str]:
    return _one_year_words() | _definite_year_words() | _several_years()


@cache
def _until() -> frozenset[str]:
    return terms_of("إلى|حتى|وحتى|لغاية|ولغاية|وإلى|حتي")


@cache
def _counted() -> frozenset[str]:
    return terms_of(_COUNTED)


@cache
def _counts_only() -> frozenset[str]:
    return terms_of("واحد|واحدة|واحدا|أحد|ثلاثا|أربعا|خمسا|ستا|سبعا|ثمانيا|تسعا|عشرا|ألفا")


@cache
def _every() -> frozenset[str]:
    return frozenset(prefix + word for prefix in PREFIXES for word in terms_of("كل|بضع|عدة|كم"))
