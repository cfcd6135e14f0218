"""A question worked through → its answer: what is shown of what was found, and how surely."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.answering.confidence import confidence
from qa_bot.answering.likeness import SURELY_MET, likeness
from qa_bot.answering.named import person_told
from qa_bot.answering.quoting import accounts_quoted, quotes_of, quotes_of_time
from qa_bot.answering.sentence import Candidate
from qa_bot.answering.topic import is_side
from qa_bot.answering.when import tell_time
from qa_bot.answering.worked import WorkedQuestion
from qa_bot.model.answer import Answer, QuestionKind, Quote, QuotedPlace
from qa_bot.text.tokenise import Token

MOST_QUOTES = 3


def answer_of(worked: WorkedQuestion, *, bar: float, passages: int, most: int = MOST_QUOTES) -> Answer:
    """Return what the sentences found say to a question, at most so many, with the best `passages` passages.

    Without quotes where it is less sure than `bar`, from 0 to 1.
    """
    time = tell_time(worked.words, worked.dates, worked.needs, most=most, bar=bar)
    if time.shown:
        sure, shown, quotes = time.sure, [], quotes_of_time(worked, time)
    else:
        sure = confidence(worked.words, worked.hits, worked.candidates, worked.needs)
        shown = _distinct(worked.candidates, most) if sure >= bar else []
        quotes = quotes_of(worked, shown)
    sources = tuple(quote.document.id for quote in quotes[:1]) or worked.sources
    told, quoted = _told(worked, shown, quotes) or worked.understood.told, _place(quotes)
    understood = replace(worked.understood, sources=sources, told=told, quoted=quoted)
    hits = tuple(worked.hits[:passages])
    return Answer(understood, sure, quotes, time.dates, hits, accounts_quoted(worked, time))


def _place(quotes: Sequence[Quote]) -> QuotedPlace | None:
    return next(((each.passage.id, each.span.start, each.span.end) for each in quotes), None)


def _distinct(candidates: Sequence[Candidate], most: int) -> list[Candidate]:
    """Return the first `most` candidates of different words."""
    first_by_words: dict[tuple[str, ...], Candidate] = {}
    for candidate in candidates:
        first_by_words.setdefault(tuple(token.term for token in candidate.tokens), candidate)
    return list(first_by_words.values())[:most]


def _told(worked: WorkedQuestion, shown: Sequence[Candidate], quotes: Sequence[Quote]) -> str:
    """Return the person whom the first sentence shown names where one is asked for; else an empty text."""
    if worked.understood.kind is not QuestionKind.WHO or not shown:
        return ""
    if quotes and quotes[0].answer_span:
        return quotes[0].answer_span.of(quotes[0].text)
    first, asked = shown[0], worked.words.words
    return person_told(first.text, _behind_side(first, asked), asked) or person_told(first.text, first.tokens, asked)


def _behind_side(sentence: Candidate, asked: Sequence[str]) -> Sequence[Token]:
    """Return the words of a sentence behind the side asked about («وقاد الفرس رستم»); none where it has none."""
    sides = [word for word in asked if is_side(word)]
    terms = [token.term for token in sentence.tokens]
    places = (at for at, term in enumerate(terms) if any(likeness(side, term) >= SURELY_MET for side in sides))
    return sentence.tokens[next(places, len(terms)) :]
