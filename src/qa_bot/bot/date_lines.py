"""Dates under an answer: as the text has them, then in the other calendar."""

from collections.abc import Iterator

from qa_bot.bot.bidi import RLM, isolate
from qa_bot.bot.markup import Line, Run, bold, line
from qa_bot.bot.texts import Texts
from qa_bot.model.calendar import BothCalendars, DateRange
from qa_bot.text.date_style import date_phrase
from qa_bot.text.shown_dates import ShownDate, is_to_the_day, shown_dates

_MOST_DATES = 3
_ABOUT_EQUAL = " ≈ "


def date_lines(dates: tuple[BothCalendars, ...], texts: Texts) -> tuple[Line, ...]:
    """Return a line for each of the first dates: what is written first, what was converted marked so."""
    return tuple(line(f"{RLM}🗓 ", *_runs(date, texts)) for date in shown_dates(dates)[:_MOST_DATES])


def date_runs(dates: tuple[BothCalendars, ...], texts: Texts) -> tuple[Run, ...]:
    """Return the first of `dates` as a part of a line; what was converted stands behind «≈» without a further word."""
    runs: list[Run] = []
    for date in shown_dates(dates)[:1]:
        runs += _written(date, texts)
        runs += (Run(f"{_ABOUT_EQUAL}{_phrase(shown)}") for shown in date.computed)
    return tuple(runs)


def _runs(date: ShownDate, texts: Texts) -> Iterator[Run]:
    yield from _written(date, texts)
    for number, shown in enumerate(date.computed):
        yield from [Run(_ABOUT_EQUAL)] * bool(date.written or number)
        yield Run(f"{_phrase(shown)} ({texts.computed_day if is_to_the_day(shown) else texts.computed})")


def _written(date: ShownDate, texts: Texts) -> Iterator[Run]:
    for number, shown in enumerate(date.written):
        yield from [Run(texts.agreeing)] * bool(number)
        yield bold(_phrase(shown))


def _phrase(known: DateRange) -> str:
    return isolate(date_phrase(known))
