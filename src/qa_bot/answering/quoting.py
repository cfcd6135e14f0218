"""The sentences chosen → quotes: what is shown of the text, what is marked in it, and where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa_bot.answering.cite import citation
from qa_bot.answering.likely import likely_answer
from qa_bot.answering.match import Matcher, Weighted
from qa_bot.answering.neighbour import shown_span
from qa_bot.answering.sentence import Candidate
from qa_bot.answering.when import NamedDate, dates_in, name_date
from qa_bot.answering.worked import WorkedQuestion
from qa_bot.model.answer import QuestionKind, Quote, QuotedDate
from qa_bot.model.calendar import BothCalendars
from qa_bot.model.corpus import Span
from qa_bot.text.calendars import in_both_calendars
from qa_bot.text.tokenise import tokenise

_LOOSE_MARKS = " \n\t،؛,;:"
_MARKED = 0.6  # from here a word of the quote is marked as meeting the question


def quotes_of(
    worked: WorkedQuestion, shown: Sequence[Candidate]
) -> tuple[tuple[Quote, ...], tuple[BothCalendars, ...]]:
    """Return the quotes of the sentences shown, and the date that the first names where a time is asked for."""
    asks_when = worked.understood.kind is QuestionKind.WHEN
    matcher = Matcher(worked.words.words)
    quotes, dates = [], []
    for candidate, span in _shown_once(worked.words, shown):
        named = name_date(worked.words, candidate) if asks_when else NamedDate()
        quote = replace(
            _quote(candidate, span, matcher),
            date_spans=named.spans,
            dates=_given_dates(candidate) if asks_when else (),
            answer_span=likely_answer(worked.words, worked.understood.kind, candidate, worked.needs.counted or ""),
        )
        quotes.append(_moved(quote, candidate.span.start - span.start))
        dates.append(named.dates)
    return tuple(quotes), dates[0] if dates else ()


def _shown_once(question: Weighted, candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, Span]]:
    """Yield candidates with the spans to show; what another quote before shows already is left out."""
    taken: list[tuple[str, Span]] = []
    for candidate in candidates:
        passage = candidate.hit.passage.id
        for span in (shown_span(question, candidate), candidate.span):
            if not any(there == passage and other.overlaps(span) for there, other in taken):
                taken.append((passage, span))
                yield candidate, span
                break


def _quote(candidate: Candidate, span: Span, matcher: Matcher) -> Quote:
    """Return the quote of `span`, which holds the candidate, without a comma that it was cut at."""
    hit = candidate.hit
    text = span.of(hit.passage.text).rstrip(_LOOSE_MARKS)
    return Quote(
        passage=hit.passage,
        document=hit.document,
        span=Span(span.start, span.start + len(text)),
        citation=citation(hit.passage, hit.document),
        matches=tuple(token.span for token in tokenise(text) if matcher.meets(token.term) >= _MARKED),
    )


def _moved(quote: Quote, by: int) -> Quote:
    """Return the quote with the dates and the answer found in its last sentence where they stand in all of it."""
    return replace(
        quote,
        date_spans=tuple(span.moved(by) for span in quote.date_spans),
        dates=tuple(replace(date, span=date.span and date.span.moved(by)) for date in quote.dates),
        answer_span=quote.answer_span and quote.answer_span.moved(by),
    )


def _given_dates(candidate: Candidate) -> tuple[QuotedDate, ...]:
    return tuple(
        QuotedDate(in_both_calendars(each.span.of(candidate.text), each.meaning), each.source, each.span)
        for each in dates_in(candidate)
        if each.meaning
    )
