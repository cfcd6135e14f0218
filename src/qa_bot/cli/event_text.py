"""Dated events as lines of plain Arabic text."""

from collections.abc import Iterator

from qa_bot.model.calendar import DateRange
from qa_bot.model.event import DatedEvent
from qa_bot.model.timeline import Anniversaries, Timeline
from qa_bot.text.date_style import date_phrase
from qa_bot.text.shown_dates import shown_dates

COLUMNS = ("date", "computed", "source", "sentence", "citation")
NOTHING = "لا تؤرّخ النصوص شيئًا من ذلك."
_MOST_OF_TODAY = 12
_COMPUTED = "حسابيًّا، وقد يختلف اليوم يومًا أو يومين"


def event_cells(event: DatedEvent) -> tuple[str, ...]:
    """Return what stands in a table's columns: date as written, converted, its source, sentence, citation."""
    written, computed = event_dates(event)
    return written, computed, event.source.value, " ".join(event.text.split()), event.citation


def event_dates(event: DatedEvent) -> tuple[str, str]:
    """Return the date of an event in the calendars it is written in, and in those it was converted to."""
    first = shown_dates(event.dates)[0]
    return " = ".join(map(date_phrase, first.written)), " = ".join(map(date_phrase, first.computed))


def timeline_lines(timeline: Timeline) -> Iterator[str]:
    """Yield the list under a timeline: each event with its number, date, sentence and citation."""
    if not timeline.events:
        yield NOTHING
        return
    yield f"الخط الزمني: {timeline.asked or 'كل النصوص'}"
    for number, event in enumerate(timeline.events, 1):
        if number == len(timeline.chosen) + 1:
            yield "\nوهذا ممّا لم تسعه الصورة:"
        yield from _event_lines(number, event)
    yield f"\n≈ {_COMPUTED}"


def today_lines(found: Anniversaries) -> Iterator[str]:
    """Yield which day it is in each calendar, then what the texts date to it and to its month: the first events."""
    today = found.today
    days = (today.hijri, today.gregorian, today.julian)
    hijri, gregorian, julian = (date_phrase(DateRange(day, day)) for day in days)
    yield f"اليوم {hijri} ({_COMPUTED})، {gregorian}، {julian} بالتقويم اليوليّ"
    if not found.events:
        yield "لا تذكر النصوص شيئًا مؤرَّخًا بهذا اليوم ولا بهذا الشهر."
    elif not found.of_the_day:
        yield "لا تؤرّخ النصوص شيئًا بهذا اليوم نفسه."
    for number, event in enumerate(found.events[:_MOST_OF_TODAY], 1):
        if number == 1 and found.of_the_day:
            yield "\nفي مثل هذا اليوم:"
        if number == len(found.of_the_day) + 1:
            yield "\nفي مثل هذا الشهر:"
        yield from _event_lines(number, event)
    if (left := len(found.events) - _MOST_OF_TODAY) > 0:
        yield f"\n… وغيرها، وعددها: {left}"


def _event_lines(number: int, event: DatedEvent) -> Iterator[str]:
    written, computed = event_dates(event)
    yield f"\n{number}. {written}{f' ≈ {computed}' if computed else ''}"
    yield f"«{event.text}»"
    yield f"— {event.citation}"
