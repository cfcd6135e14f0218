"""An answer as a JSON object, for programs."""

from typing import Any

from qa_bot.answering.cite import citation
from qa_bot.errors import QuestionError
from qa_bot.model.answer import Answer, DateAccount, LifeDate, Quote, QuotedDate, Understood
from qa_bot.model.calendar import BothCalendars, Calendar, DateRange
from qa_bot.model.reckoning import Reckoning
from qa_bot.model.search import Hit
from qa_bot.text.calendars import iso


def answer_as_json(question: str, answer: Answer) -> dict[str, Any]:
    """Return the object that `qa-bot ask --json` prints.

    `start` and `end` are code points in the passage's text; `marks` are spans of the dates, or of the likely number,
    name or place, in the answer's own text. `dates` are those that are named; an answer's own are all that it gives.
    `accounts` has each date with its texts where they disagree, `reckoned` what the dates of two answers make. `life`
    has when a person died and was born, of whom nothing else was asked: empty where neither is told.
    """
    return {
        "question": question,
        "understood": _understood(answer.understood),
        "found": answer.found,
        "confidence": round(answer.confidence, 4),
        "answers": [_quote(quote) for quote in answer.quotes],
        "dates": [date_as_json(date) for date in answer.dates],
        "passages": [_passage(hit) for hit in answer.hits],
        "accounts": [_account(account) for account in answer.accounts],
        "reckoned": _reckoning(answer.reckoned) if answer.reckoned else None,
        "life": None if answer.life is None else [_life_date(told) for told in answer.life],
    }


def _life_date(told: LifeDate) -> dict[str, Any]:
    dates = [date_as_json(date) for date in told.dates]
    return {"event": told.event.value, "dates": dates, "accounts": [_account(account) for account in told.accounts]}


def refusal_as_json(question: str, error: QuestionError) -> dict[str, Any]:
    """Return the same object for a question that was refused, and why in `error`."""
    nothing = {
        "understood": {},
        "found": False,
        "confidence": 0.0,
        "answers": [],
        "dates": [],
        "passages": [],
        "accounts": [],
        "reckoned": None,
        "life": None,
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
        "dates": [_quoted_date(each) for each in quote.dates],
    }


def _quoted_date(date: QuotedDate) -> dict[str, Any]:
    """Return a date that a quote gives: its span in the quote's text, null where it stands outside, and its source."""
    span = None if date.span is None else [date.span.start, date.span.end]
    return {**date_as_json(date.date), "span": span, "source": date.source.value}


def _account(account: DateAccount) -> dict[str, Any]:
    """Return one of the dates that texts give where they disagree, with the sentences that give it."""
    return {
        "dates": [date_as_json(date) for date in account.dates],
        "sources": list(account.sources),
        "answers": [_quote(quote) for quote in account.quotes],
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


def _reckoning(reckoned: Reckoning) -> dict[str, Any]:
    """Return what two dates make: `earlier` is 0 or 1, null where nobody can tell; so is `apart`."""
    span = reckoned.apart
    unit = "months" if span and span.in_months else "years"
    return {
        "asked": reckoned.asked.value,
        "names": list(reckoned.names),
        "dates": [date_as_json(date) for date in reckoned.dates],
        "earlier": reckoned.earlier,
        "disputed": reckoned.is_disputed,
        "apart": span and {"least": span.least, "most": span.most, "unit": unit, "calendar": span.calendar.value},
    }


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
