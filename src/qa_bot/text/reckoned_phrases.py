"""What was reckoned from two dates, as a sentence in Arabic or English."""

from collections.abc import Callable
from dataclasses import dataclass

from qa_bot.model.calendar import BothCalendars
from qa_bot.model.reckoning import Comparison, Reckoning, TimeSpan
from qa_bot.text.date_style import date_phrase
from qa_bot.text.shown_dates import shown_dates
from qa_bot.text.time_phrases import english_span_phrase, span_phrase


@dataclass(frozen=True, slots=True)
class ReckonedWords:
    """The sentences of one language; `note` says that nothing of it stands in a text, `disputed` that texts differ."""

    earlier: str
    either: str
    between: str
    note: str
    disputed: str
    span: Callable[[TimeSpan], str]


ARABIC = ReckonedWords(
    earlier="الأسبق: {first} ({first_date})، ثم {second} ({second_date}).",
    either="لا يُعرف من هذين التاريخين أيهما أسبق: {first} ({first_date})، {second} ({second_date}).",
    between="بينهما {span}: {first} ({first_date})، ثم {second} ({second_date}).",
    note="حسابٌ من التاريخين، لا من لفظ النصوص",
    disputed="حسابٌ من التاريخين، لا من لفظ النصوص، وفيهما خلاف",
    span=span_phrase,
)
ENGLISH = ReckonedWords(
    earlier="First {first} ({first_date}), then {second} ({second_date}).",
    either="These dates don't tell which came first: {first} ({first_date}), {second} ({second_date}).",
    between="{span} apart: first {first} ({first_date}), then {second} ({second_date}).",
    note="reckoned from the two dates, not in the texts",
    disputed="reckoned from the two dates, not in the texts, which differ on them",
    span=english_span_phrase,
)


def reckoned_phrase(reckoned: Reckoning, words: ReckonedWords = ARABIC, around: Callable[[str], str] = str) -> str:
    """Return what two dates make and how it is known; each name and date goes through `around`, to isolate it."""
    return f"{_told(reckoned, words, around)} ({words.disputed if reckoned.is_disputed else words.note})"


def _told(reckoned: Reckoning, words: ReckonedWords, around: Callable[[str], str]) -> str:
    order = (1, 0) if reckoned.earlier == 1 else (0, 1)
    first, second = (around(reckoned.names[at]) for at in order)
    first_date, second_date = (around(_phrase(reckoned.dates[at])) for at in order)
    told = {"first": first, "second": second, "first_date": first_date, "second_date": second_date}
    if reckoned.earlier is None or (reckoned.asked is Comparison.BETWEEN and reckoned.apart is None):
        return words.either.format(**told)
    if reckoned.asked is Comparison.ORDER or reckoned.apart is None:
        return words.earlier.format(**told)
    return words.between.format(span=around(words.span(reckoned.apart)), **told)


def _phrase(date: BothCalendars) -> str:
    """Return a date as it is written, else as it was converted; its own words where nobody can tell it."""
    known = [phrase for each in shown_dates([date]) for phrase in (*each.written, *each.computed)]
    return date_phrase(known[0]) if known else date.text
