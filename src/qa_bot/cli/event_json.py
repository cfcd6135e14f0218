"""Dated events as JSON objects, for programs."""

from typing import Any

from qa_bot.cli.answer_json import date_as_json
from qa_bot.model.event import DatedEvent
from qa_bot.model.timeline import Timeline


def event_as_json(event: DatedEvent) -> dict[str, Any]:
    """Return the object that `qa-bot dates --json` prints for an event.

    `start` and `end` are code points of the sentence in the passage's text, `date_spans` those of its date in the
    sentence. `dates` holds two where the text gives two calendars side by side. `source` tells where the date comes
    from: `written` in the sentence, `context` (a sentence before, or the years around it) or `heading`.
    """
    return {
        "dates": [date_as_json(date) for date in event.dates],
        "source": event.source.value,
        "sentence": event.text,
        "date_spans": [[span.start, span.end] for span in event.date_spans],
        "citation": event.citation,
        "document_id": event.document.id,
        "title": event.document.metadata.title,
        "passage_id": event.passage.id,
        "start": event.span.start,
        "end": event.span.end,
    }


def timeline_as_json(timeline: Timeline) -> dict[str, Any]:
    """Return the object that `qa-bot timeline --json` prints; events are numbered as in the picture, then onwards."""
    chosen = len(timeline.chosen)
    return {
        "topic": timeline.topic,
        "years": timeline.years,
        "readings": list(timeline.readings),
        "corrections": [{"asked": asked, "read": read} for asked, read in timeline.corrections],
        "events": [
            {"number": number, "in_picture": number <= chosen, **event_as_json(event)}
            for number, event in enumerate(timeline.events, 1)
        ],
    }
