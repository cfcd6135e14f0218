"""Dated events for tests: read from texts as the program reads them."""

from collections.abc import Sequence
from dataclasses import replace

from builders import build_document
from qa_bot.answering.annals.events import read_events
from qa_bot.answering.annals.table import EventTable
from qa_bot.model.corpus import DocumentCard
from qa_bot.model.event import DatedEvent
from qa_bot.model.timeline import Timeline
from qa_bot.text.calendars import iso
from qa_bot.text.reckonings import reckonings

# A life in five sentences, each with a date of its own.
KHALID = (
    "أسلم خالد بن الوليد في صفر سنة ثمان من الهجرة.",
    "وهدم خالد بن الوليد العزى لخمس ليال بقين من رمضان سنة ثمان.",
    "وقاد خالد بن الوليد المسلمين في معركة أجنادين في جمادى الأولى سنة 13هـ الموافق 634م.",
    "وعزل عمر خالد بن الوليد عن قنسرين سنة سبع عشرة.",
    "وتوفي خالد بن الوليد بحمص سنة 21هـ.",
)


def events_in(
    *texts: str, headings: tuple[str, ...] = (), document: str = "d", title: str = "كتاب", **metadata: object
) -> list[DatedEvent]:
    """Return the dated events of a document with a passage for each of `texts`, in their order."""
    known, passages = build_document(document, *texts, headings=headings, title=title, **metadata)
    card = DocumentCard(document, known.metadata, len(passages), len(known.text.split()))
    told = zip(passages, reckonings(passages), strict=True)
    return read_events(card, [replace(passage, reckoning=reckoning) for passage, reckoning in told])


def told(events: Sequence[DatedEvent]) -> list[tuple[str, str]]:
    """Return the date and the source of each event."""
    return [(iso(event.meaning), event.source.value) for event in events]


def table_of(*texts: str, **known: object) -> EventTable:
    """Return the table of the events of one document."""
    return EventTable.of(events_in(*texts, **known))  # type: ignore[arg-type]


def timeline_of(*texts: str, topic: str = "خالد بن الوليد", most: int = 10, **known: object) -> Timeline:
    """Return a timeline whose picture shows the first `most` events of the texts."""
    events = table_of(*texts, **known).events
    return Timeline(topic, chosen=events[:most], others=events[most:])
