"""Which end of a span of years a question asks for: «هرقل (575 - 641)» tells a birth and a death without saying so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa_bot.answering import lexicon
from qa_bot.answering.given_dates import GivenDate
from qa_bot.model.answer import QuotedDate
from qa_bot.model.calendar import Calendar, DateRange, MentionSource
from qa_bot.model.corpus import Span
from qa_bot.text.calendars import in_both_calendars
from qa_bot.text.normalise import normalise, normalised_words, unify_digits
from qa_bot.text.tokenise import words

_FIRST, _LAST = "ولد بدأ", "مات قتل انتهى"
_OF_A_LIFE = "ولد مات قتل"
_SHORTEST_LIFE, _LONGEST_LIFE = 16, 110  # years
_REIGNED = normalised_words("حكم حكمه حكمت خلافة خلافته عهد ملك ولاية تولى استمر")
_NEAR = 5  # words
_DASH = re.compile(r"\s*[-–—ـ]\s*")
_NUMBER = re.compile(r"\d+")


def with_ends_asked(dates: Sequence[GivenDate], text: str, rows: frozenset[int]) -> list[GivenDate]:
    """Return the dates of a sentence, of spans the end that is asked for.

    `rows` are the rows of like meaning that tell of what is asked. Of a birth or a beginning that is the first, of a
    death or an end the last; where neither is asked for, or both are, the dates stay as they are. A life is a span in a
    bracket that begins with it.
    """
    at_first = bool(rows) and rows <= lexicon.rows_of(_FIRST)
    if not at_first and not (rows and rows <= lexicon.rows_of(_LAST)):
        return list(dates)
    of_life = rows <= lexicon.rows_of(_OF_A_LIFE)
    return list(_with_ends(dates, text, at_first=at_first, of_life=of_life))


def _with_ends(dates: Sequence[GivenDate], text: str, *, at_first: bool, of_life: bool) -> Iterator[GivenDate]:
    at = 0
    while at < len(dates):
        one, other = dates[at], dates[at + 1] if at + 1 < len(dates) else None
        if other is not None and _is_life(one, other, text) and of_life:
            yield replace(one, asked_end=at_first)
            yield replace(other, asked_end=not at_first)
            at += 2
        else:
            fits = _opens_bracket(one, text) and _may_be_life(one.meaning) if of_life else True
            yield (fits and _end_of(one, text, at_first=at_first)) or one
            at += 1


def _is_life(one: GivenDate, other: GivenDate, text: str) -> bool:
    """Return whether two dates are the ends of a life: «(15 يناير 1918 – 28 سبتمبر 1970)»."""
    if not (one.spans and other.spans and one.meaning.calendar is other.meaning.calendar):
        return False
    between = text[one.spans[-1].end : other.spans[0].start]
    whole = DateRange(one.meaning.first, other.meaning.last)
    return _DASH.fullmatch(between) is not None and _opens_bracket(one, text) and _may_be_life(whole)


def _may_be_life(meaning: DateRange) -> bool:
    return _SHORTEST_LIFE <= meaning.last.year - meaning.first.year <= _LONGEST_LIFE


def _opens_bracket(date: GivenDate, text: str) -> bool:
    """Return whether a date is the first in a bracket, but for other languages' names: «(بالفرنسية: Napoléon؛ 1769».

    A bracket behind a reign («حكم المأمون (198 - 218هـ)») is none of a life.
    """
    if not date.spans or date.away:
        return False
    before = text[: date.spans[0].start]
    inside = before[before.rfind("(") + 1 :]
    own = re.split("[؛;،,]", inside)[-1]
    reign = not _REIGNED.isdisjoint(map(normalise, words(before)[-_NEAR:]))
    return "(" in before and ")" not in inside and not own.strip() and not reign


def _end_of(date: GivenDate, text: str, *, at_first: bool) -> GivenDate | None:
    """Return one end of a span of years, in each calendar that both are written in; None for any other date."""
    if date.source is not MentionSource.WRITTEN or date.away:
        return None
    ends = [end for each in date.quoted if (end := _quoted_end(each, text, at_first=at_first))]
    if not ends or len(ends) < len(date.quoted):
        return None
    return replace(date, quoted=tuple(quoted for quoted, _ in ends), meaning=ends[0][1], asked_end=True)


def _quoted_end(quoted: QuotedDate, text: str, *, at_first: bool) -> tuple[QuotedDate, DateRange] | None:
    whole, span = _written(quoted), quoted.span
    if whole is None or span is None or whole.first.year == whole.last.year or whole.first.month is not None:
        return None
    end = whole.first if at_first else whole.last
    numbers = [n for n in _NUMBER.finditer(unify_digits(span.of(text))) if int(n.group()) == abs(end.year)]
    if not numbers:
        return None
    number = numbers[0] if at_first else numbers[-1]
    # What names the era stands behind the last.
    own = Span(span.start + number.start(), span.start + number.end() if at_first else span.end)
    meaning = DateRange(end, end)
    return replace(quoted, date=in_both_calendars(own.of(text), meaning), span=own), meaning


def _written(quoted: QuotedDate) -> DateRange | None:
    """Return what a date means in the calendar that it is written in."""
    date = quoted.date
    told = {Calendar.HIJRI: date.hijri, Calendar.JULIAN: date.julian, Calendar.GREGORIAN: date.gregorian}
    return next((told[calendar] for calendar in told if calendar not in date.computed), None)
