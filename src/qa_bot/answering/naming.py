"""How sure it is that a date is the one asked for."""

import math
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from qa_bot.answering import lexicon
from qa_bot.answering.agreement import DateGroup
from qa_bot.answering.date_candidates import DateCandidate
from qa_bot.answering.match import Weighted
from qa_bot.answering.misses import MISSED
from qa_bot.index.learned import learned
from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import words

BIAS = "bias"
_MOST_ODDS = 6.0  # of the logarithm
_MUCH = 0.5  # of the question, what a text comes back to that is about its subject
_FEWEST_WORDS = 2


class NamingSigns(NamedTuple):
    """What tells a right date from a wrong one.

    `odds` is the logarithm of how many times likelier the group is than all others together, between -6 and 6. `bond`
    and `near` are those of its best date; `outside` is 1 where that date stands outside the sentence. `documents` is
    the logarithm of the number of documents that give it, `words` that of the number of words looked for.
    """

    odds: float
    bond: float
    near: float
    outside: float
    documents: float
    words: float


LEARNED = (BIAS, *NamingSigns._fields)


def naming_signs(question: Weighted, group: DateGroup) -> NamingSigns:
    """Return the signs of a group of dates."""
    best = group.best
    return NamingSigns(
        odds=_odds(group.likely),
        bond=best.features.bond,
        near=best.features.near,
        outside=float(best.given.away > 0 or not best.given.spans),
        documents=math.log(len({each.sentence.hit.document.id for each in group.dates})),
        words=math.log(max(_FEWEST_WORDS, sum(weight > 0 for weight in question.weights))),
    )


def _odds(likely: float) -> float:
    low = 1 / (1 + math.exp(_MOST_ODDS))
    bounded = min(max(likely, low), 1 - low)
    return math.log(bounded / (1 - bounded))


@cache
def _weights() -> tuple[float, ...]:
    """Return the bias and what each sign weighs.

    Raises:
        SetupError: what was learned can't be read.
    """
    return learned().of("naming", LEARNED)


def sure_of(question: Weighted, groups: Sequence[DateGroup]) -> float:
    """Return how sure it is, from 0 to 1, that the first group is the date asked for; 0 where there is none."""
    if not groups:
        return 0.0
    signs = naming_signs(question, groups[0])
    told = math.fsum(weight * sign for weight, sign in zip(_weights(), (1.0, *signs), strict=True))
    best = groups[0].best
    missed = tells_another_event(question, best) or _names_no_subject(best)
    return (MISSED if missed else 1.0) / (1 + math.exp(-told))


def _names_no_subject(date: DateCandidate) -> bool:
    """Return whether the question has a subject that the date's passage never names, nor its text speaks much of."""
    features = date.sentence.features
    return features.named == 0 and features.about < _MUCH


def tells_another_event(question: Weighted, date: DateCandidate) -> bool:
    """Return whether an event of a life is asked for, and neither date, sentence nor headings tell of one."""
    if date.given.asked_end:
        return False
    sentence = date.sentence
    above = [normalise(word) for heading in sentence.hit.passage.headings for word in words(heading)]
    told = set(map(lexicon.relation_row, (*above, *(token.term for token in sentence.tokens))))
    return any(rows and told.isdisjoint(rows) for rows in map(lexicon.meaning_the_same, question.words))
