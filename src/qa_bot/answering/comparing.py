"""The answer to a question for two times: the sentences that date either, and what the dates make together."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from qa_bot.answering.reckoning import time_between, which_is_earlier
from qa_bot.answering.two_times import TwoTimes
from qa_bot.model.answer import Answer, QuestionKind, Understood
from qa_bot.model.calendar import BothCalendars
from qa_bot.model.reckoning import Comparison, Reckoning
from qa_bot.model.search import Hit

Ask = Callable[[str, Understood | None], Awaitable[Answer]]
"""Answers a question, asked after what was understood of the one before."""

_KINDS = {Comparison.ORDER: QuestionKind.YES_NO, Comparison.BETWEEN: QuestionKind.HOW_MANY}


async def compare(question: str, two: TwoTimes, previous: Understood | None, ask: Ask) -> Answer | None:
    """Return the answer that is reckoned from the dates of both; None where one of them isn't surely told.

    Where texts disagree on a date and none is named, which came first may be told if all of them speak for the same.

    Errors as `ask` raises them.
    """
    first = await ask(f"متى {two.first}", previous)
    second = await ask(f"متى {two.second}", first.understood) if _dates(first) else first
    dates, others = _dates(first), _dates(second)
    orders = {which_is_earlier(one, other) for one in dates for other in others}
    is_named = bool(first.dates and second.dates)
    if second is first or len(orders) != 1 or not (is_named or two.asked is Comparison.ORDER):
        return None
    both = dates[0], others[0]
    is_disputed = bool(first.accounts or second.accounts)
    names = _name(two.first, first), _name(two.second, second)
    reckoned = Reckoning(two.asked, names, both, orders.pop(), time_between(*both), is_disputed)
    quotes = (first.quotes[0], second.quotes[0])
    sources = dict.fromkeys(quote.document.id for quote in quotes)
    understood = replace(
        first.understood, question=question, kind=_KINDS[two.asked], sources=tuple(sources), carried=False
    )
    sure = min(first.confidence, second.confidence)
    return Answer(understood, sure, quotes, hits=_joined(first.hits, second.hits), reckoned=reckoned)


def _name(written: str, answer: Answer) -> str:
    """Return a name as it was written; one in Latin letters as it was read."""
    return (answer.understood.topic or written) if answer.understood.readings else written


def _dates(answer: Answer) -> list[BothCalendars]:
    """Return the date that an answer names, else those that texts give."""
    return list(answer.dates[:1]) or [account.dates[0] for account in answer.accounts]


def _joined(hits: tuple[Hit, ...], others: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Return the hits of two questions, each passage once, best first, as many as the first has."""
    once: dict[str, Hit] = {}
    for hit in sorted((*hits, *others), key=lambda each: -each.score):
        once.setdefault(hit.passage.id, hit)
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(list(once.values())[: len(hits)], 1))
