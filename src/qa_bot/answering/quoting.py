"""The sentences chosen → quotes: what is shown of the text, what is marked in it, and where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa_bot.answering.accounts import of_documents, sources_of
from qa_bot.answering.cite import citation
from qa_bot.answering.date_candidates import DateCandidate
from qa_bot.answering.given_dates import given_dates, mentions_of
from qa_bot.answering.likely import likely_answer
from qa_bot.answering.match import Matcher, Weighted, matcher_of
from qa_bot.answering.neighbour import shown_span
from qa_bot.answering.sentence import Candidate
from qa_bot.answering.when import ToldTime
from qa_bot.answering.worked import WorkedQuestion
from qa_bot.model.answer import DateAccount, QuestionKind, Quote, QuotedDate
from qa_bot.model.corpus import Span
from qa_bot.text.tokenise import tokenise

_LOOSE_MARKS = " \n\t،؛,;:"
_MARKED = 0.6  # from here a word of the quote is marked as meeting the question


def quotes_of(worked: WorkedQuestion, shown: Sequence[Candidate]) -> tuple[Quote, ...]:
    """Return the quotes of the sentences shown; where a time is asked for, with all their dates marked."""
    asks_when = worked.understood.kind is QuestionKind.WHEN
    matcher = matcher_of(worked.words.words)
    quotes = []
    for candidate, span in _shown_once(worked.words, shown):
        own = _own_dates(candidate) if asks_when else ()
        quote = replace(
            _quote(candidate, span, matcher),
            date_spans=tuple(each.span for each in own if each.span),
            dates=own,
            answer_span=likely_answer(worked.words, worked.understood.kind, candidate, worked.needs.counted or ""),
        )
        quotes.append(_moved(quote, candidate.span.start - span.start))
    return tuple(quotes)


def quotes_of_time(worked: WorkedQuestion, time: ToldTime) -> tuple[Quote, ...]:
    """Return the quotes of the sentences that tell a time, with their dates: marked is what is named, else all."""
    matcher = matcher_of(worked.words.words)
    meant = {id(each.sentence): each for each in reversed(time.shown)}
    quotes = []
    for candidate, span in _shown_once(worked.words, [each.sentence for each in time.shown]):
        own = _own_dates(candidate)
        given = meant[id(candidate)].given.quoted
        marked = given if time.named else own
        quote = replace(
            _quote(candidate, span, matcher),
            date_spans=tuple(each.span for each in marked if each.span),
            dates=_with_given(own, given),
        )
        quotes.append(_moved(quote, candidate.span.start - span.start))
    return tuple(quotes)


def accounts_quoted(worked: WorkedQuestion, time: ToldTime) -> tuple[DateAccount, ...]:
    """Return the dates that texts give where they disagree, each with the quotes of the sentences that give it."""
    matcher = matcher_of(worked.words.words)
    return tuple(
        DateAccount(
            tuple(each.date for each in account[0].given.quoted),
            tuple(_dated_quote(each, matcher) for each in of_documents(account)),
            sources_of(account),
        )
        for account in time.accounts
    )


def _dated_quote(date: DateCandidate, matcher: Matcher) -> Quote:
    quote = _quote(date.sentence, date.sentence.span, matcher)
    return replace(quote, date_spans=date.given.spans, dates=date.given.quoted)


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


def _own_dates(candidate: Candidate) -> tuple[QuotedDate, ...]:
    """Return the dates that stand in the sentence, in order."""
    given = given_dates(candidate, mentions_of(candidate.hit.passage))
    own = [each for date in given for each in date.quoted if each.span]
    return tuple(sorted(own, key=_start))


def _with_given(own: Sequence[QuotedDate], given: Sequence[QuotedDate]) -> tuple[QuotedDate, ...]:
    """Return a sentence's own dates, of a span of years only the end that is given, then what dates it from outside."""
    inside = [each for each in given if each.span and not each.points]
    others = [each for each in own if not any(each.span and each.span.overlaps(end.span) for end in inside if end.span)]
    outside = [each for each in given if each not in inside and each not in others]
    return (*sorted((*others, *inside), key=_start), *outside)


def _start(date: QuotedDate) -> int:
    return date.span.start if date.span else 0
