"""How precisely a question asks for a time: «في أي شهر», «في أي يوم»."""

from enum import IntEnum
from itertools import pairwise

from qa_bot.model.calendar import DateRange
from qa_bot.text.normalise import normalised_words
from qa_bot.text.tokenise import terms_in


class Precision(IntEnum):
    """How far a date is known, or wanted."""

    YEAR = 0
    MONTH = 1
    DAY = 2


_WHICH = normalised_words("أي أية بأي فبأي which what ما")
_UNITS = {
    Precision.MONTH: normalised_words("شهر الشهر month"),
    Precision.DAY: normalised_words("يوم اليوم day"),
}


def asked_precision(question: str) -> Precision:
    """Return how precisely `question` asks; the year where it doesn't say.

    >>> [asked_precision(text).name for text in ("في أي شهر كانت بدر؟", "في أي يوم كانت بدر؟", "متى كانت بدر؟")]
    ['MONTH', 'DAY', 'YEAR']
    """
    beside = [after for word, after in pairwise(terms_in(question)) if word in _WHICH]
    return next((unit for unit, words in _UNITS.items() if not words.isdisjoint(beside)), Precision.YEAR)


def precision_of(meaning: DateRange) -> Precision:
    """Return how precisely a date is known."""
    if meaning.first.month is None:
        return Precision.YEAR
    return Precision.MONTH if meaning.first.day is None else Precision.DAY
