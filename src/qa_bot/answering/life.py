"""A person's mere name where a time is asked for: death and birth, told as such, then other dates of that life."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace

from qa_bot.answering.answered import MOST_QUOTES
from qa_bot.answering.asked_event import asked_event
from qa_bot.answering.killing import killers_in
from qa_bot.answering.lexicon import relation_row, rows_of
from qa_bot.answering.named import is_said
from qa_bot.answering.question import read_question
from qa_bot.answering.when import NAMED_FROM
from qa_bot.answering.worked import WorkedQuestion
from qa_bot.model.answer import Answer, LifeDate, LifeEvent, QuestionKind, Quote, Understood
from qa_bot.model.calendar import BothCalendars
from qa_bot.model.corpus import Passage, Span
from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import terms_in, tokenise, words

Ask = Callable[[str], Awaitable[Answer]]
"""Answers a question of its own."""

# More than are shown: death and birth are asked for by themselves, and take the place of what says the same.
MOST_CONSIDERED = MOST_QUOTES + len(LifeEvent)
_KILLING = "قتل"
_DIED, _KILLED, _BORN = "متى توفي", f"متى {_KILLING}", "متى ولد"
_SURELY = 1.0
_LONGEST_NAME = 8  # words: a story with «بن» in it is no name


def asks_for_life(worked: WorkedQuestion) -> bool:
    """Return whether a question asks when a person was, and names nothing but the person."""
    understood = worked.understood
    is_person = understood.kind is QuestionKind.WHEN and asked_event(worked.words).is_person
    return is_person and 0 < len(words(_name_in(understood))) <= _LONGEST_NAME


def _name_in(understood: Understood) -> str:
    """Return the name that a question has, as it stands there; what was spoken of before, where it has none."""
    question = read_question(understood.question)
    said = [token.span for token in question.tokens if token.term in question.content]
    return Span(said[0].start, said[-1].end).of(question.text) if said else understood.topic


async def with_life(answer: Answer, ask: Ask) -> Answer:
    """Return `answer`, to a person's mere name, led by the sentences that surely date the death and the birth.

    Of its other sentences as many follow as are shown of any answer. Where none dates them, its `life` is empty, and
    no date is named. Errors as `ask` raises them.
    """
    person = _name_in(answer.understood)
    name = " ".join((person, *answer.understood.conditions))
    died, born = await ask(f"{_DIED} {name}"), await ask(f"{_BORN} {name}")
    # Who was killed is told of where a death is: where nothing is, or of no killing, nobody need ask.
    if not died.dates and died.quotes and _tells_of_killing(died.quotes[0].passage):
        killed = await ask(f"{_KILLED} {name}")
        died = killed if killed.dates and _was_killed(killed, died, person) else died
    told = [
        LifeDate(event, each.quotes[0], each.dates, each.accounts)
        for event, each in ((LifeEvent.DEATH, died), (LifeEvent.BIRTH, born))
        if each.dates or (each.accounts and each.confidence >= NAMED_FROM)
    ]
    if not told:
        return replace(answer, quotes=answer.quotes[:MOST_QUOTES], dates=(), accounts=(), life=())
    others = [quote for quote in answer.quotes if not _says_the_same(quote, told)]
    quotes = (*(each.quote for each in told), *others)[:MOST_QUOTES]
    sources = tuple(dict.fromkeys(quote.document.id for quote in quotes[:1]))
    return replace(
        answer,
        understood=replace(answer.understood, sources=sources),
        confidence=max(answer.confidence, died.confidence if died.dates else born.confidence),
        quotes=quotes,
        dates=told[0].dates,
        accounts=told[0].accounts,
        life=tuple(told),
    )


def _tells_of_killing(passage: Passage) -> bool:
    """Return whether a passage or its headings have a word for a killing: without one, it dates none."""
    killing = rows_of(_KILLING)
    return any(relation_row(term) in killing for said in (passage.text, *passage.headings) for term in terms_in(said))


def _was_killed(killed: Answer, died: Answer, name: str) -> bool:
    """Return whether the person asked about was killed in a sentence, and didn't kill.

    That sentence is also what comes nearest to the question when the person died.
    """
    quote = killed.quotes[0]
    if quote.passage.id not in {each.passage.id for each in died.quotes[:1]}:
        return False
    asked = [normalise(word) for word in words(name)]
    killers = killers_in(quote.text, tokenise(quote.text), [])
    return not any(sure == _SURELY and is_said(token, asked) for token, sure in killers)


def _says_the_same(quote: Quote, told: Iterable[LifeDate]) -> bool:
    """Return whether a quote is one of those that tell of the life, or gives one of their dates."""
    for life in told:
        overlaps = quote.passage.id == life.quote.passage.id and quote.span.overlaps(life.quote.span)
        known = [date for dates in (life.dates, *(each.dates for each in life.accounts)) for date in dates]
        if overlaps or any(_overlap(given.date, date) for given in quote.dates for date in known):
            return True
    return False


def _overlap(one: BothCalendars, other: BothCalendars) -> bool:
    mine, others = one.hijri, other.hijri
    if mine is None or others is None:
        return False
    return mine.first.year <= others.last.year and others.first.year <= mine.last.year
