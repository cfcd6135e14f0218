"""The dated events of a document as one line of JSON, and back."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from qa_bot.index.generation import EVENTS
from qa_bot.model.calendar import BothCalendars, Calendar, DateRange, HistoricalDate, MentionSource
from qa_bot.model.corpus import DocumentCard, Passage, Span
from qa_bot.model.event import DatedEvent

_Record = list[Any]


def events_to_line(events: Sequence[DatedEvent]) -> bytes:
    """Return the events of one document as a line of JSON in UTF-8; of their passages only the ordinals are written."""
    records = [_record(event) for event in events]
    return (json.dumps(records, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "surrogatepass")


def events_from_line(line: bytes, document: DocumentCard, passage: Callable[[int], Passage]) -> list[DatedEvent]:
    """Return the events that `events_to_line` wrote; `passage` gives the document's passage of an ordinal."""
    passages: dict[int, Passage] = {}
    events: list[DatedEvent] = []
    for ordinal, span, date_spans, meaning, days, dates, source, citation in json.loads(
        line.decode("utf-8", "surrogatepass")
    ):
        if ordinal not in passages:
            passages[ordinal] = passage(ordinal)
        events.append(
            DatedEvent(
                passages[ordinal],
                document,
                Span(*span),
                tuple(Span(*each) for each in date_spans),
                _range(meaning),
                (days[0], days[1]),
                tuple(map(_both, dates)),
                MentionSource(source),
                citation,
            )
        )
    return events


def read_event_lines(folder: Path) -> list[bytes] | None:
    """Return the lines of a generation's events, one a document; None where it keeps none.

    Raises:
        OSError: the file can't be read.
    """
    path = folder / EVENTS
    return path.read_bytes().split(b"\n")[:-1] if path.is_file() else None


def _record(event: DatedEvent) -> _Record:
    return [
        event.passage.ordinal,
        _pair(event.span),
        [_pair(span) for span in event.date_spans],
        _range_record(event.meaning),
        event.days,
        [
            [each.text, *map(_maybe_range, (each.hijri, each.julian, each.gregorian)), each.computed]
            for each in event.dates
        ],
        event.source,
        event.citation,
    ]


def _both(record: _Record) -> BothCalendars:
    text, *ranges, computed = record
    hijri, julian, gregorian = (_range(each) if each else None for each in ranges)
    return BothCalendars(text, hijri, julian, gregorian, tuple(map(Calendar, computed)))


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _maybe_range(dates: DateRange | None) -> _Record | None:
    return _range_record(dates) if dates else None


def _range_record(dates: DateRange) -> _Record:
    return [dates.calendar, *([each.year, each.month, each.day] for each in (dates.first, dates.last))]


def _range(record: _Record) -> DateRange:
    calendar, *ends = record
    first, last = (HistoricalDate(Calendar(calendar), *end) for end in ends)
    return DateRange(first, last)
