"""The number of a year where it stands: in digits or words, in doubt between two, with its era."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from qa_bot.text.date_words import AND, OR, counts, eras, other_eras, terms_of
from qa_bot.text.number_words import Number, read_cardinal, read_ordinal
from qa_bot.text.phrases import read_phrase
from qa_bot.text.written_dates import Era, Wording, WrittenYear

LAST_YEAR = 2100
LAST_HIJRI_YEAR = 1500
BACKWARDS = frozenset((Era.BEFORE_CHRIST, Era.BEFORE_HIJRA))
# Years before an era are counted back further than a text counts forward.
_LAST_YEAR_BACK = 20_000
# No reign or life lasted longer: «سنة 332 من خروجه» is a year of the Hijra.
_LONGEST_COUNT = 120
_MOST_DIGITS = 5
_ARTICLE = "ال"
_OF = "ل"
_LEAST_OWNER = 4
# «للهجرة» has the article; «لما», «لمدة», «لأن» are no names.
_HUNDRED = ("مايه", "ميه")
_TENS = ("ين", "ون")
_LEAST_TORN = 5
_NO_NAMES = ("ل", "ما", "ان", "كن", "يس", "كي", "ذلك", "هذا", "هذه", "مده")
_PURPOSES = (
    "غزو|غزوة|قتال|حرب|فتح|نجدة|لقاء|حج|عمرة|طلب|دخول|خروج|زيارة|حصار|محاربة|مقاتلة|نصرة|أخذ|استرداد|استعادة|حماية|دعم|"
    "مساعدة|دراسة|بناء|تأسيس|إنشاء|مواجهة|صد|رد|قمع|بيعة|تولي|وفاة|سبب|أجل|مقاومة|تحرير|إنقاذ|ملاقاة|منازلة|منع|قتل|دفع|"
    "إخماد|تأديب|ضم|عقد|توقيع|حضور|تسليم|استلام|قيادة|ولاية|شدة|كثرة|قلة|عدم|أنه|أنها|أنهم|كونه|كونها"
)
_JOINED = ("", "و", "ف", "ب", "ل")
# «خمس أو ست وثلاثين» is a doubt about one year; numbers further apart are two things.
_MOST_DOUBT = 15
# How many «نيف» and «بضع» add to the tens that follow: «بضع وتسعين» is 93 to 99.
_OR_SOME_SAY = ("وقيل", "ويقال")
_SCORES = {"نيف": (1, 9), "بضع": (3, 9)}


@dataclass(frozen=True, slots=True)
class YearRead:
    """A year read up to the term `end`."""

    year: WrittenYear
    end: int


def read_digits(terms: Sequence[str], at: int) -> YearRead | None:
    """Return the year of up to five digits at `terms[at]`."""
    term = terms[at]
    if not term.isdecimal() or len(term) > _MOST_DIGITS or int(term) == 0:
        return None
    return YearRead(WrittenYear(int(term), int(term)), at + 1)


def read_in_words(terms: Sequence[str], at: int, *, definite: bool, joined: bool = False) -> YearRead | None:
    """Return the year in words at `at`: an ordinal if `definite`, with a conjunction before it if `joined`."""
    if terms[at] in _SCORES:
        return _score(terms, at)
    ordinal = read_ordinal(terms, at) if definite else None
    if ordinal and ordinal.clitic == _ARTICLE:
        return YearRead(WrittenYear(ordinal.value, ordinal.value, wording=Wording.ORDINAL), ordinal.end)
    number = read_cardinal(terms, at)
    if (
        number is None
        or number.clitic not in (_JOINED if joined else ("",))
        or terms[at].isdecimal()
        or _is_no_year(terms, at, number)
    ):
        return None
    era = Era.OTHER if _is_torn(terms, number.end) else None
    return YearRead(WrittenYear(number.value, number.value, era, Wording.CARDINAL), number.end)


def with_doubt(terms: Sequence[str], read: YearRead) -> YearRead:
    """Return `read` with the other year of «خمس أو ست وثلاثين» or «36 أو 37»: a range of the two."""
    if terms[read.end] not in (OR, *_OR_SOME_SAY):
        return read
    other = read_digits(terms, read.end + 1) or read_in_words(terms, read.end + 1, definite=False)
    if other is None or other.year.wording is not read.year.wording:
        return read
    if terms[read.end] != OR and other.year.first - read.year.first <= _MOST_DOUBT:
        # «سنة ست وقيل سبع» are two dates; in «سنة سبع وقيل ثمان وخمسين» the second says the tens for both.
        return read
    first, last = sorted((read.year.first, other.year.first))
    step = 10 if first < 10 else 100
    # The smaller number leaves out the tens or hundreds which the larger one says for both.
    if last - first > _MOST_DOUBT and last % step:
        first, last = sorted((last - last % step + first, last))
    if last - first > _MOST_DOUBT or first == last:
        return read
    return YearRead(replace(read.year, first=first, last=last), other.end)


def with_other_year(terms: Sequence[str], read: YearRead, at: int) -> YearRead | None:
    """Return the year that «وقيل» at `at - 1` sets against `read`: «سنة ست وثلاثين وقيل سبع» says 37."""
    other = read_digits(terms, at) or read_in_words(terms, at, definite=False)
    if other is None or other.year.wording is not read.year.wording:
        return None
    other = with_era(terms, other)
    value, known = other.year.first, read.year.last
    if abs(value - known) > _MOST_DOUBT and value < known:
        step = 10 if value < 10 else 100
        value += known - known % step
    if abs(value - known) > 2 * _MOST_DOUBT:
        return None
    year = replace(other.year, first=value, last=value, era=other.year.era or read.year.era)
    return YearRead(year, other.end) if is_possible(year) else None


def with_era(terms: Sequence[str], read: YearRead) -> YearRead:
    """Return `read` with the era that stands behind it, if it has none yet."""
    if read.year.era is not None:
        return read
    found = read_phrase(eras(), terms, read.end) or read_phrase(other_eras(), terms, read.end)
    if found is None and terms[read.end] in _years():
        # «عام 500 سنة قبل الميلاد»
        backwards = read_phrase(eras(), terms, read.end + 1)
        found = backwards if backwards and backwards[0] in BACKWARDS else None
    if found is None and read.year.last <= _LONGEST_COUNT:
        found = read_phrase(counts(), terms, read.end)
    return YearRead(replace(read.year, era=found[0]), found[1]) if found else read


def with_owner(terms: Sequence[str], read: YearRead) -> YearRead:
    """Return `read` with the ruler whose year it is: «السنة الرابعة لموريقي», «سنة تسع وعشرين لعوزيا»."""
    owner = terms[read.end]
    if read.year.era is not None or read.year.wording not in (Wording.ORDINAL, Wording.CARDINAL):
        return read
    if not owner.startswith(_OF) or len(owner) < _LEAST_OWNER or owner[1:].startswith(_NO_NAMES) or owner in _nights():
        return read
    if owner[1:] in _purposes() or owner[1:] in _nights() or read_cardinal(terms, read.end) is not None:
        return read
    return YearRead(replace(read.year, era=Era.OTHER), read.end + 1)


def is_possible(year: WrittenYear) -> bool:
    """Return whether the year lies within what its era has had so far."""
    limit = LAST_HIJRI_YEAR if year.era is Era.HIJRA else LAST_YEAR
    if year.era in BACKWARDS or year.era is Era.OTHER:
        limit = _LAST_YEAR_BACK
    return 0 < year.first <= limit and 0 < year.last <= limit


def _is_no_year(terms: Sequence[str], at: int, number: Number) -> bool:
    """Return whether a count follows «سنة» rather than the year's name: «سنة واحدة», «سنة ثلاثا»."""
    return terms[at] in _counts_only() and number.end == at + 1


def _is_torn(terms: Sequence[str], at: int) -> bool:
    """Return whether a misprint cuts a number: of «اثنتين وثلالين وثلثمائة» nobody knows the year."""
    following = terms[at]
    if not following.startswith(AND) or len(following) < _LEAST_TORN:
        return False
    if following.endswith(_HUNDRED):
        return True
    goes_on = read_cardinal(terms, at + 1)
    return following.endswith(_TENS) and goes_on is not None and goes_on.clitic == AND and goes_on.value >= 100


def _score(terms: Sequence[str], at: int) -> YearRead | None:
    """Return the years of «نيف وعشرين»: 21 to 29."""
    word = terms[at + 1].removeprefix(AND)
    number = read_cardinal([word, *terms[at + 2 : at + 8], ""], 0)
    if number is None or number.value % 10:
        return None
    fewest, most = _SCORES[terms[at]]
    years = WrittenYear(number.value + fewest, number.value + most, wording=Wording.CARDINAL)
    return YearRead(years, at + 1 + number.end)


@cache
def _purposes() -> frozenset[str]:
    return terms_of(_PURPOSES)


@cache
def _years() -> frozenset[str]:
    return terms_of("سنة|عام|عاما")


@cache
def _nights() -> frozenset[str]:
    return terms_of("ليلة|ليلتين|ليال|ليالي|يوم|يومين|أيام|شهر|شهرين|غرة|سلخ|مستهل|هلال|عشر|بضع|أول|آخر|نصف")


@cache
def _counts_only() -> frozenset[str]:
    return terms_of("واحد|واحدة|واحدا|أحد|ثلاثا|أربعا|خمسا|ستا|سبعا|ثمانيا|تسعا|عشرا|ألفا")
