"""What reads like a date and is none: the month of every year, «تلك السنة» that is a custom, a year that counts."""

from functools import cache

from qa_bot.model.calendar import DateMention
from qa_bot.text.date_words import prefixed_terms, terms_of
from qa_bot.text.month_patterns import month_beginnings, speaks_of_time
from qa_bot.text.phrases import Terms
from qa_bot.text.written_dates import SAME_MONTH, Reading, Wording
from qa_bot.text.year_context import Evidence, era_of


def is_idle(reading: Reading, evidence: Evidence) -> bool:
    """Return whether nothing around «السنة الثانية» makes it a year of the Hijra: it counts something else."""
    year = reading.date.year
    ordinal = year is not None and year.wording is Wording.ORDINAL
    return ordinal and era_of(reading.date, reading.start, evidence) is None


def is_lone_month(terms: Terms, reading: Reading) -> bool:
    """Return whether a month stands without a day, a year or a word of time before it: «أيار وحزيران وتموز»."""
    date = reading.date
    lone = not (date.year or date.days or date.shift is not None or date.month is None)
    return lone and terms.terms[reading.start] in month_beginnings() and not speaks_of_time(_before(terms, reading))


def is_none(terms: Terms, reading: Reading, mention: DateMention) -> bool:
    """Return whether what reads like a date, and means what `mention` says, is none."""
    date = reading.date
    if date.month == SAME_MONTH and mention.meaning is None:
        return True
    if is_lone_month(terms, reading):
        return mention.meaning is None or _before(terms, reading) in _every_year()
    if date.year or date.days or date.month or date.shift is None or mention.meaning is not None:
        return False
    # «فاستن بمثل تلك السنة» is a custom; «قبله بأربعين عاما» counts from something else than a year.
    return _before(terms, reading) in _before_customs() or terms.terms[reading.start] in _pronouns()


def _before(terms: Terms, reading: Reading) -> str:
    return terms.terms[reading.start - 1] if reading.start else ""


@cache
def _before_customs() -> frozenset[str]:
    return terms_of("مثل|بمثل|على|سن|أحيا|اتباع|ترك|غير|تغيير|خالف|خلاف|عن")


@cache
def _pronouns() -> frozenset[str]:
    return prefixed_terms("بعدها|بعده|قبلها|قبله")


@cache
def _every_year() -> frozenset[str]:
    return terms_of("قيام|صيام|صوم|وصيام|وقيام|كل|بصيام|بصوم|صومه|تراويح")
