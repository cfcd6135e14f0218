"""An answer as a JSON object, for programs."""

from typing import Any

from qa_bot.answering.cite import citation
from qa_bot.errors import QuestionError
from qa_bot.model.answer import Answer, Quote, Understood
from qa_bot.model.calendar import BothCalendars, Calendar, DateRange
from qa_bot.model.search import Hit
from qa_bot.text.calendars import iso


def answer_as_json(question: str, answer: Answer) -> dict[str, Any]:
    """Return the object that `qa-bot ask --json` prints.

    `start` and `end` are code points in the passage's text; `marks` are spans of the dates, or of the likely number,
    name or place, in the answer's own text.
    """
    return {
        "question": question,
        "understood": _understood(answer.understood),
        "found": answer.found,
        "confidence": round(answer.confidence, 4),
        "answers": [_quote(quote) for quote in answer.quotes],
        "dates": [date_as_json(date) for date in answer.dates],
        "passages": [_passage(hit) for hit in answer.hits],
    }


def refusal_as_json(question: str, error: QuestionError) -> dict[str, Any]:
    """Return the same object for a question that was refused, and why in `error`."""
    nothing = {
        "understood": {},
        "found": False,
        "confidence": 0.0,
        "answers": [],
        "dates": [],
        "passages": [],
    }
    return {"question": question, **nothing, "error": {"ar": error.arabic, "en": error.english}}


def _understood(understood: Understood) -> dict[str, Any]:
    return {
        "question": understood.question,
        "kind": understood.kind.value,
        "topic": understood.topic,
        "readings": list(understood.readings),
        "carried": understood.carried,
        "corrections": [{"asked": asked, "read": read} for asked, read in understood.corrections],
        "conditions": list(understood.conditions),
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "text": quote.text,
        "document_id": quote.document.id,
        "passage_id": quote.passage.id,
        "start": quote.span.start,
        "end": quote.span.end,
        "citation": quote.citation,
        "marks": [[span.start, span.end] for span in quote.marks],
    }


def date_as_json(date: BothCalendars) -> dict[str, Any]:
    """Return a date in every calendar in ISO form; `computed` names the calendars that it was converted to."""
    told = {Calendar.HIJRI: date.hijri, Calendar.JULIAN: date.julian, Calendar.GREGORIAN: date.gregorian}
    return {
        "text": date.text,
        **{calendar.value: _iso(meaning) for calendar, meaning in told.items()},
        "computed": [calendar.value for calendar in date.computed],
    }


def _iso(meaning: DateRange | None) -> str | None:
    return None if meaning is None else iso(meaning)


def _passage(hit: Hit) -> dict[str, Any]:
    return {
        "rank": hit.rank,
        "score": round(hit.score, 4),
        "document_id": hit.document.id,
        "passage_id": hit.passage.id,
        "title": hit.document.metadata.title,
        "citation": citation(hit.passage, hit.document),
        "text": hit.passage.text,
    }
