"""What reads like a date and is none: the month of every year, «تلك السنة» that is a custom, a year that counts."""

from functools import cache

from qa_bot.model.calendar import DateMention
from qa_bot.text.date_words import CLOSING, prefixed_terms, terms_of
from qa_bot.text.letters import TEH_MARBUTA
from qa_bot.text.month_patterns import month_beginnings, speaks_of_time
from qa_bot.text.number_lexicon import number_beginnings
from qa_bot.text.phrases import PARAGRAPH_END, Terms
from qa_bot.text.written_dates import SAME_MONTH, Reading, Wording
from qa_bot.text.year_context import Evidence, era_of

_LONGEST_CLAUSE = 14
_LONGEST_BEGINNING = 8
_SENTENCE_ENDS = frozenset((".", "!", "؟", "?", PARAGRAPH_END))
# «رجب الذي بين جمادى وشعبان»
_WHICH_IS_BETWEEN = ["الذي", "بين"]
_OF_EVERY = ["من", "كل"]
_LONGEST_HABIT = 8
# «عشرين يوما من شوال» counts days; «أول السنة المحرم» begins every year.
_OF = "من"
_MOST = ("عامه",)
_LIKE = ("مثل", "بمثل", "كمثل")


def is_idle(reading: Reading, evidence: Evidence) -> bool:
    """Return whether nothing around «السنة الثانية» makes it a year of the Hijra: it counts something else."""
    year = reading.date.year
    ordinal = year is not None and year.wording is Wording.ORDINAL
    return ordinal and era_of(reading.date, reading.start, evidence) is None


def is_lone_month(terms: Terms, reading: Reading) -> bool:
    """Return whether a month stands without a day, a year or a word of time before it: «أيار وحزيران وتموز»."""
    date = reading.date
    lone = not (date.year or date.days or date.shift is not None or date.month is None)
    if not lone or terms.terms[reading.start] not in month_beginnings() or speaks_of_time(_before(terms, reading)):
        return False
    # «فلما دخل على رسول الله ذو القعدة»
    return _beginning().isdisjoint(_clause(terms, reading, longest=_LONGEST_BEGINNING))


def is_none(terms: Terms, reading: Reading, mention: DateMention) -> bool:
    """Return whether what reads like a date, and means what `mention` says, is none."""
    date = reading.date
    if (date.month == SAME_MONTH and mention.meaning is None) or _is_most(terms, reading):
        return True
    if date.month and not date.year and date.shift is None and _is_of_no_year(terms, reading):
        return True
    if is_lone_month(terms, reading):
        return mention.meaning is None or _before(terms, reading) in _every_year()
    if date.year or date.days or date.month or date.shift is None:
        return False
    if mention.meaning is not None:
        return _before(terms, reading) in _LIKE
    # «فاستن بمثل تلك السنة» is a custom; «قبله بأربعين عاما» counts from something else than a year.
    return _before(terms, reading) in _before_customs() or terms.terms[reading.start] in _pronouns()


def _is_of_no_year(terms: Terms, reading: Reading) -> bool:
    explains = terms.terms[max(0, reading.start - 2) : reading.start] == _WHICH_IS_BETWEEN
    named = _before(terms, reading) in _named_by_dates()
    return explains or named or _counts_days(terms, reading) or _recurs(terms, reading) or _lasts(terms, reading)


def _is_most(terms: Terms, reading: Reading) -> bool:
    """Return whether «في عامة» is most of something, and not «في عامه», in his year."""
    last = reading.end - 1
    return terms.terms[last] in _MOST and terms.written(last).endswith(TEH_MARBUTA)


def _counts_days(terms: Terms, reading: Reading) -> bool:
    """Return whether days are counted up to a month: «عشرين يوما من ذي القعدة»."""
    number, unit, of = terms.terms[reading.start - 3 : reading.start] if reading.start > 2 else ("", "", "")
    return of == _OF and unit in _day_counts() and number in number_beginnings() and not reading.date.days


def _recurs(terms: Terms, reading: Reading) -> bool:
    """Return whether a month is that of every year: «يعلن سنويا في نوفمبر», «في رجب من كل عام»."""
    if terms.terms[reading.end : reading.end + 2] == _OF_EVERY:
        return True
    habit = _clause(terms, reading, longest=_LONGEST_HABIT)
    begins_years = not _year().isdisjoint(habit) and not _year_begins().isdisjoint(habit)
    return begins_years or not (_habits().isdisjoint(habit) and _yearly().isdisjoint(_clause(terms, reading)))


def _lasts(terms: Terms, reading: Reading) -> bool:
    """Return whether months without days only say how long somebody stayed: «فأقام بقية شوال وذا القعدة»."""
    return not (reading.date.days or speaks_of_time(_before(terms, reading))) and not _staying().isdisjoint(
        _clause(terms, reading)
    )


def _clause(terms: Terms, reading: Reading, *, longest: int = _LONGEST_CLAUSE) -> list[str]:
    """Return the terms before a date, at most `longest`, as far back as its sentence goes."""
    clause: list[str] = []
    for term in reversed(terms.terms[max(0, reading.start - longest) : reading.start]):
        if term in _SENTENCE_ENDS or term in CLOSING:
            break
        clause.append(term)
    return clause


def _before(terms: Terms, reading: Reading) -> str:
    return terms.terms[reading.start - 1] if reading.start else ""


@cache
def _before_customs() -> frozenset[str]:
    return terms_of("مثل|بمثل|على|سن|أحيا|اتباع|ترك|غير|تغيير|خالف|خلاف|عن")


@cache
def _pronouns() -> frozenset[str]:
    return prefixed_terms("بعدها|بعده|قبلها|قبله")


@cache
def _beginning() -> frozenset[str]:
    return prefixed_terms("دخل|أهل|استهل|انسلخ|مضى|انقضى")


@cache
def _named_by_dates() -> frozenset[str]:
    """Return what is called after a day or a month: «ثورة 17 فبراير», «جامعة 6 أكتوبر»."""
    return prefixed_terms("ثورة|انتفاضة|حرب|حركة|شارع|ميدان|جسر|كوبري|جامعة|مدينة|ساحة|كتيبة|كتائب|ملعب|جريدة|صحيفة")


@cache
def _day_counts() -> frozenset[str]:
    return terms_of("يوما|أيام|ليلة|ليال")


@cache
def _year() -> frozenset[str]:
    return terms_of("السنة|السنين|السنوات|التاريخ|العام")


@cache
def _year_begins() -> frozenset[str]:
    return prefixed_terms("أول|أوائل|تبدأ|يبدأ|بدء|بداية|ابتداء|مبدأ")


@cache
def _habits() -> frozenset[str]:
    """Return what is done every year: «وعيد الصليب في أيلول», «احتفالهم بمولده في ربيع الأول»."""
    plain = "عيد|احتفال|احتفالهم|احتفالات|يحتفل|يحتفلون|تحتفل|يصوم|يصومون|يصومونه|صيام|صوم|يعيد|يعيدون|موسم|مهرجان"
    return prefixed_terms(plain) | terms_of("الاحتفال|الاحتفالات|الصيام|الصوم|الموسم|التراويح")


@cache
def _yearly() -> frozenset[str]:
    return terms_of("سنويا|سنوي|سنوية|السنوي|السنوية")


@cache
def _staying() -> frozenset[str]:
    return prefixed_terms("أقام|أقامت|أقاموا|أقمنا|مكث|مكثوا|لبث|لبثوا")


@cache
def _every_year() -> frozenset[str]:
    return terms_of("قيام|صيام|صوم|وصيام|وقيام|كل|بصيام|بصوم|صومه|تراويح")
