"""Dates under an answer: as the text has them, then in the other calendar."""

from collections.abc import Iterator, Sequence

from qa_bot.bot.bidi import RLM, isolate
from qa_bot.bot.markup import Line, Run, bold, line
from qa_bot.bot.texts import Texts
from qa_bot.model.calendar import BothCalendars, Calendar, DateRange
from qa_bot.text.date_style import date_phrase

_MOST_DATES = 3
_ABOUT_EQUAL = " ≈ "
_LAST_JULIAN = (1582, 10)


def date_lines(dates: tuple[BothCalendars, ...], texts: Texts) -> tuple[Line, ...]:
    """Return a line for each of the first dates: what is written first, what was converted marked so.

    Neighbours that are one date written in two calendars share a line. Dates without any calendar are left
    out; the same line isn't said twice.
    """
    lines: dict[tuple[Run, ...], None] = {}
    before: BothCalendars | None = None
    for date in dates:
        if before is not None and _is_twin(before, date):
            lines.popitem()
            runs = tuple(_written_runs([*_written(before), *_written(date)], texts))
            before = None
        else:
            runs, before = tuple(_runs(date, texts)), date
        if runs:
            lines[runs] = None
    return tuple(line(f"{RLM}🗓 ", *runs) for runs in list(lines)[:_MOST_DATES])


def _is_twin(first: BothCalendars, second: BothCalendars) -> bool:
    """Return whether both are the same time, each written in a calendar of its own."""
    calendars = {shown.calendar for shown in _written(second)}
    converted = [shown for shown in _computed(first) if shown.calendar in calendars]
    return bool(converted) and all(_overlap(converted[0], shown) for shown in _written(second))


def _overlap(first: DateRange, second: DateRange) -> bool:
    return first.first.year <= second.last.year and second.first.year <= first.last.year


def _runs(date: BothCalendars, texts: Texts) -> Iterator[Run]:
    written = _written(date)
    yield from _written_runs(written, texts)
    for number, shown in enumerate(_computed(date)):
        yield from [Run(_ABOUT_EQUAL)] * bool(written or number)
        yield Run(f"{_phrase(shown)} ({texts.computed})")


def _written_runs(written: Sequence[DateRange], texts: Texts) -> Iterator[Run]:
    for number, shown in enumerate(written):
        yield from [Run(texts.agreeing)] * bool(number)
        yield bold(_phrase(shown))


def _written(date: BothCalendars) -> list[DateRange]:
    return [shown for shown in _shown(date) if shown.calendar not in date.computed]


def _computed(date: BothCalendars) -> list[DateRange]:
    return [shown for shown in _shown(date) if shown.calendar in date.computed]


def _shown(date: BothCalendars) -> list[DateRange]:
    """Return the Hijri date and the one of the Christian era that was in use: Julian before October 1582."""
    christian = [known for known in (date.julian, date.gregorian) if known is not None]
    written = [known for known in christian if known.calendar not in date.computed]
    chosen = written or [known for known in christian if _in_use(known)]
    return [known for known in (date.hijri, *chosen[:1]) if known is not None]


def _in_use(known: DateRange) -> bool:
    is_modern = (known.last.year, known.last.month or 1) > _LAST_JULIAN
    return (known.calendar is Calendar.GREGORIAN) == is_modern


def _phrase(known: DateRange) -> str:
    return isolate(date_phrase(known))
