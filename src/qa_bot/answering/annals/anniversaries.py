"""What the texts date to a day of the year, in the calendar that each date is written in."""

from collections.abc import Iterable
from datetime import date

from qa_bot.answering.annals.choice import is_close
from qa_bot.answering.annals.event_words import event_weight
from qa_bot.answering.annals.table import EventTable
from qa_bot.model.calendar import Calendar, DateRange, HistoricalDate
from qa_bot.model.event import DatedEvent
from qa_bot.model.timeline import Anniversaries, Today
from qa_bot.text.calendars import in_calendar


def today_of(day: date) -> Today:
    """Return `day`, a day of our calendar, in each calendar.

    >>> today = today_of(date(2025, 8, 15))
    >>> (today.hijri.day, today.hijri.month, today.hijri.year), (today.julian.day, today.julian.month)
    ((20, 2, 1447), (2, 8))
    """
    known = HistoricalDate(Calendar.GREGORIAN, day.year, day.month, day.day)
    hijri, julian = (in_calendar(DateRange(known, known), other) for other in (Calendar.HIJRI, Calendar.JULIAN))
    if hijri is None or julian is None:
        raise ValueError("A day that no calendar knows")
    return Today(hijri.first, julian.first, known)


def anniversaries(table: EventTable, day: date) -> Anniversaries:
    """Return the events of `day` and of its month: each in its own calendar, nothing converted.

    A sentence comes once, and only where something happens in it.
    """
    today = today_of(day)
    telling = [event for at, event in enumerate(table.events) if is_close(event) and event_weight(table.terms[at])]
    of_the_day = _once(event for event in telling if _is_on(event, today, to_the_day=True))
    of_the_month = _once((event for event in telling if _is_on(event, today, to_the_day=False)), of_the_day)
    if of_the_day or of_the_month:
        return Anniversaries(today, of_the_day, of_the_month)
    return Anniversaries(today, (), (), *_next(telling, today.hijri))


def _is_on(event: DatedEvent, today: Today, *, to_the_day: bool) -> bool:
    """Return whether the event is written as of today's day or, less closely, of today's month."""
    return any(_falls_on(written, _in(today, written.calendar), to_the_day=to_the_day) for written in _written(event))


def _written(event: DatedEvent) -> Iterable[DateRange]:
    """Yield the event's dates as the text writes them."""
    for told in event.dates:
        known = {Calendar.HIJRI: told.hijri, Calendar.JULIAN: told.julian, Calendar.GREGORIAN: told.gregorian}
        yield from (meaning for calendar, meaning in known.items() if meaning and calendar not in told.computed)


def _in(today: Today, calendar: Calendar) -> HistoricalDate:
    return {Calendar.HIJRI: today.hijri, Calendar.JULIAN: today.julian, Calendar.GREGORIAN: today.gregorian}[calendar]


def _falls_on(written: DateRange, today: HistoricalDate, *, to_the_day: bool) -> bool:
    first, last = written.first, written.last
    if first.year != last.year or first.month is None or last.month is None or today.month is None:
        return False
    if not to_the_day:
        return first.month <= today.month <= last.month <= first.month + 1
    if first.day is None or last.day is None or today.day is None:
        return False
    return (first.month, first.day) <= (today.month, today.day) <= (last.month, last.day)


def _once(events: Iterable[DatedEvent], before: Iterable[DatedEvent] = ()) -> tuple[DatedEvent, ...]:
    """Return the events whose words weren't met yet, also not `before`."""
    first_by_words: dict[str, DatedEvent] = {}
    for event in events:
        first_by_words.setdefault(event.text, event)
    for event in before:
        first_by_words.pop(event.text, None)
    return tuple(first_by_words.values())


def _next(events: Iterable[DatedEvent], today: HistoricalDate) -> tuple[HistoricalDate | None, tuple[DatedEvent, ...]]:
    """Return the next day of the Hijri year that has events, with these; None for no such day."""
    by_day: dict[tuple[int, int], list[DatedEvent]] = {}
    for event in events:
        first = event.meaning.first
        if event.meaning.first == event.meaning.last and first.calendar is Calendar.HIJRI and first.month and first.day:
            by_day.setdefault((first.month, first.day), []).append(event)
    if not by_day:
        return None, ()
    here = (today.month or 1, today.day or 1)
    month, day = min(by_day, key=lambda known: (known <= here, known))
    year = today.year + ((month, day) <= here)
    return HistoricalDate(Calendar.HIJRI, year, month, day), _once(by_day[month, day])
