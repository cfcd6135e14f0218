"""The part of a sentence around its date, where the whole sentence is too long to show."""

from qa_bot.answering.dated_clauses import clauses_of
from qa_bot.model.corpus import Span
from qa_bot.model.event import DatedEvent


def excerpt(event: DatedEvent, most: int) -> Span:
    """Return the part of the event's sentence to show, at most `most` code points: verbatim, cut between words.

    The whole sentence where it is short enough; else its beginning, where the date stands there; else from the
    beginning of the clause that holds the date.
    """
    text = event.text
    if len(text) <= most:
        return Span(0, len(text))
    if not event.date_spans or event.date_spans[-1].end <= most:
        return Span(0, _word_end(text, most))
    date = event.date_spans[0]
    clause = next(clause for clause in clauses_of(text, event.date_spans) if clause.overlaps(date))
    start = max(clause.start, _word_start(text, date.start - most // 2))
    start += len(text[start:]) - len(text[start:].lstrip(" ،؛,;:\n"))
    return Span(start, _word_end(text, start + most))


def _word_end(text: str, limit: int) -> int:
    """Return the last end of a word up to `limit`; `limit` itself in a word that is longer than all."""
    if limit >= len(text):
        return len(text)
    end = text.rfind(" ", 0, limit + 1)
    return end if end > limit // 2 else limit


def _word_start(text: str, at: int) -> int:
    """Return the first beginning of a word from `at` on."""
    return text.find(" ", at) + 1 if at > 0 else 0
