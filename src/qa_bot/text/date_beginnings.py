"""The words with which a date may begin: what a reader asks first, as most words begin none."""

from collections.abc import Collection
from functools import cache

from qa_bot.text.century_patterns import century_beginnings
from qa_bot.text.counted_dates import counted_phrases
from qa_bot.text.day_patterns import day_beginnings
from qa_bot.text.month_patterns import month_names, month_phrases
from qa_bot.text.named_years import named_year_phrases
from qa_bot.text.number_lexicon import number_beginnings
from qa_bot.text.reigns import reign_beginnings
from qa_bot.text.relative_patterns import relative_phrases
from qa_bot.text.year_patterns import year_beginnings


def may_hold_dates(words: Collection[str]) -> bool:
    """Return whether a text of these normalised words may hold a date: a cheap look that spares half of all sentences.

    >>> may_hold_dates(["خرج", "في", "رجب"]), may_hold_dates(["هذه", "السنه"]), may_hold_dates(["هذه", "المدينه"])
    (True, True, False)
    """
    if not _sure_beginnings().isdisjoint(words) or any(word.isdecimal() for word in words):
        return True
    seconds = second_words()
    return any(not seconds[word].isdisjoint(words) for word in words if word in seconds)


@cache
def beginnings() -> frozenset[str]:
    """Return the terms, beside numbers in digits, with which a date may begin."""
    return _written_beginnings() | {first for first, _rest in _phrases()}


@cache
def _written_beginnings() -> frozenset[str]:
    """Return the terms with which a date may begin whatever follows, beside those that are a phrase by themselves."""
    return frozenset().union(
        year_beginnings(),
        month_names(),
        day_beginnings(),
        century_beginnings(),
        reign_beginnings(),
        number_beginnings(),
    )


def _phrases() -> list[tuple[str, tuple[str, ...]]]:
    """Return how dates begin that a phrase tells, by its first term and those that follow it."""
    return [*relative_phrases(), *counted_phrases(), *month_phrases(), *named_year_phrases()]


@cache
def _sure_beginnings() -> frozenset[str]:
    """Return the terms with which a date may begin whatever follows them."""
    return beginnings() - second_words().keys()


@cache
def second_words() -> dict[str, frozenset[str]]:
    """Return the words that must follow «على», «ذلك», «هذه»: too common to ask every reader about each."""
    phrases = _phrases()
    alone = frozenset(first for first, rest in phrases if not rest)
    firsts = {first for first, _rest in phrases} - _written_beginnings() - alone
    return {word: frozenset(rest[0] for first, rest in phrases if first == word) for word in firsts}
