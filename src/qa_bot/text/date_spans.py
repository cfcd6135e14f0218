"""Which code points of a text a date takes."""

from qa_bot.model.corpus import Span
from qa_bot.text.date_beginnings import beginnings
from qa_bot.text.date_words import CLOSING, OPENING
from qa_bot.text.letters import MARKS
from qa_bot.text.phrases import Terms
from qa_bot.text.written_dates import Reading

_CONJUNCTIONS = ("و", "ف")


def span_of(terms: Terms, reading: Reading) -> Span:
    """Return the code points of a reading, without brackets around all of it or without their other half."""
    start, end = reading.start, reading.end
    if terms.terms[start] in OPENING and not any(term in CLOSING for term in terms.terms[start + 1 : end - 1]):
        start += 1
        end -= terms.terms[end - 1] in CLOSING
    span = terms.span(start, end)
    return Span(span.start + _conjunction_length(terms, start), span.end)


def _conjunction_length(terms: Terms, at: int) -> int:
    """Return how many code points of the term `at` are an «و» or «ف» that isn't a part of the date."""
    term = terms.terms[at]
    if term[:1] not in _CONJUNCTIONS or term[1:] not in beginnings():
        return 0
    written = terms.written(at)
    return len(written) - len(written[1:].lstrip(MARKS))
