"""Dated events as lines of plain Arabic text."""

from collections.abc import Iterator

from qa_bot.model.event import DatedEvent
from qa_bot.model.timeline import Timeline
from qa_bot.text.date_style import date_phrase
from qa_bot.text.shown_dates import shown_dates

COLUMNS = ("date", "computed", "source", "sentence", "citation")
NOTHING = "لا تؤرّخ النصوص شيئًا من ذلك."
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
        written, computed = event_dates(event)
        yield f"\n{number}. {written}{f' ≈ {computed}' if computed else ''}"
        yield f"«{event.text}»"
        yield f"— {event.citation}"
    yield f"\n≈ {_COMPUTED}"
