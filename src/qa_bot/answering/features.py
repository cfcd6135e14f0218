"""What speaks for a sentence as the answer to a question."""

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from qa_bot.answering.asked import Asked, sense
from qa_bot.answering.definition import is_defined
from qa_bot.answering.evidence import Evidence, evidence_in
from qa_bot.answering.lexicon import relation_row
from qa_bot.answering.likeness import SURELY_MET
from qa_bot.answering.match import Weighted, best_of, coverage
from qa_bot.answering.page import Page
from qa_bot.answering.quantity import Quantity
from qa_bot.answering.topic import is_side
from qa_bot.text.normalise import normalised_words
from qa_bot.text.tokenise import Token


class Features(NamedTuple):
    """What speaks for a sentence; each between 0 and 1, but for `length`.

    `own` is the share of the question's weight that the sentence's own words cover, words said before the question
    left out; `telling` the same by how rare the words are among the sentences compared; `rest` the share of what title
    and headings leave uncovered, a half where that is nothing; `context` the share that it and the sentence before
    cover together.
    `titled` is the share of all words that sentence, title and headings cover, `near` the whole passage.
    `named` is the share of the question's subjects («حنين») that the whole passage with its title names, 1 where it has
    none. `title` is the share of the question's weight that the document's title covers, `about` the share that the
    document comes back to: a word counts whole from the second sentence that has it.
    `relation` is how well sentence and headings meet the words that name what is asked («قائد», «ولد»), 1 where there
    are none. `order` is the share of the question's neighbouring words that stand side by side. `together` is how
    little stands between the words met, a half where it is one; `opening` falls with the place of the first of them.
    `side` is 1 where the word that names what is asked («قاد», «توفي») stands nearest to the side or the person asked
    about («المسلمين»), 0 where it stands nearest to another, a half elsewhere.
    `expected` tells how surely a date, number, name, place or reason is shown where one is asked for, `beside` how near
    the date or number stands to a word of the question. `retrieved` is the passage's score
    against the best one's. `source` is 1 in a document that was quoted just before, `lead` in the first sentence of
    a document where nothing but its subject is asked for, `defines` where it says beside the subject's name who or what
    that is. `early` falls with the sentence's place in its passage.
    `length` is the logarithm of its number of words, over 4.
    """

    own: float
    telling: float
    rest: float
    context: float
    titled: float
    near: float
    named: float
    title: float
    about: float
    relation: float
    order: float
    together: float
    opening: float
    side: float
    expected: float
    beside: float
    retrieved: float
    source: float
    lead: float
    defines: float
    early: float
    length: float


_LEFT = 0.05  # of the question's weight: what is less is nothing
_UNKNOWN = 0.5
_OF_ANOTHER_SIDE = 0.3  # what a number counts that is of the other side
_RIGHT_BEHIND = 3  # words
_BESIDE = 20  # code points
_LENGTHS = 4  # e to the fourth is a long sentence


@dataclass(frozen=True, slots=True)
class Standing:
    """What is the same for every sentence of a page.

    `about` is how far its document comes back to each of the question's words, `retrieved` the passage's score against
    the best one's; `source` tells whether the document was quoted just before.
    """

    about: Sequence[float]
    retrieved: float
    source: bool


def features_of(asked: Asked, page: Page, standing: Standing) -> Iterator[Features]:
    """Yield what speaks for each sentence of `page`, in order."""
    question, hit, titled, whole = asked.question, page.hit, page.titled, page.near
    near, title, subject = (coverage(question, row) for row in (whole, page.title, standing.about))
    named = _named(question, whole)
    begins = hit.passage.ordinal == 0 and asked.is_subject_alone
    for at, (span, tokens, own) in enumerate(zip(page.spans, page.tokens, page.own, strict=True)):
        evidence = evidence_in(asked.wanted, span.of(hit.passage.text), tokens, hit.passage.headings)
        stands = _places_of(question, page.places[at])
        yield Features(
            own=coverage(asked.spoken, own),
            telling=coverage(asked.rarity, own),
            rest=_rest(asked.spoken, titled, own),
            context=coverage(asked.spoken, best_of(own, page.own[at - 1]) if at else own),
            titled=coverage(question, best_of(titled, own)),
            near=near,
            named=named,
            title=title,
            about=subject,
            relation=_relation(asked.spoken, best_of(own, page.headed)),
            order=_order(asked.pairs, tokens),
            together=_together(stands),
            opening=1 / (1 + min((places[0] for places in stands), default=math.inf)),
            side=_side(asked, page.places[at], tokens),
            expected=evidence.surely * _of_side(asked, page.places[at], tokens),
            beside=_beside(_places_of(asked.spoken, page.places[at]), evidence, tokens),
            retrieved=standing.retrieved,
            source=float(standing.source),
            lead=float(begins and at == 0),
            defines=float(asked.is_subject_alone and is_defined(stands, tokens)),
            early=1 / (1 + at),
            length=math.log1p(len(tokens)) / _LENGTHS,
        )


def _named(question: Weighted, near: Sequence[float]) -> float:
    met = [match >= SURELY_MET for word, match in zip(question.words, near, strict=True) if word in question.subjects]
    return sum(met) / len(met) if met else 1.0


def _places_of(question: Weighted, places: Sequence[Sequence[int]]) -> list[Sequence[int]]:
    """Return for each word that weighs something and is met the places of the tokens meeting it, ascending."""
    return [row for row, weight in zip(places, question.weights, strict=True) if row and weight]


def _together(stands: Sequence[Sequence[int]]) -> float:
    """Return how many words are met for each word of the shortest stretch that holds them all; a half for one."""
    if len(stands) < 2:  # one word is always together
        return _UNKNOWN * len(stands)
    places = sorted((at, word) for word, row in enumerate(stands) for at in row)
    latest: dict[int, int] = {}
    shortest = math.inf
    for at, word in places:
        latest[word] = at
        if len(latest) == len(stands):
            shortest = min(shortest, at - min(latest.values()) + 1)
    return min(1.0, len(stands) / shortest)


def _rest(question: Weighted, titled: Sequence[float], own: Sequence[float]) -> float:
    """Return the share of what title and headings leave uncovered that the sentence covers, by weight."""
    left = [weight * (1 - match) for weight, match in zip(question.weights, titled, strict=True)]
    total = sum(left)
    if total <= _LEFT * question.total:
        return _UNKNOWN
    return sum(weight * match for weight, match in zip(left, own, strict=True)) / total


def _beside(stands: Sequence[Sequence[int]], evidence: Evidence, tokens: Sequence[Token]) -> float:
    """Return how near a date or number stands to a word of the question, from 0 to 1; 0 without either."""
    met = [tokens[at].start for places in stands for at in places]
    away = min((abs(place.start - start) for place in evidence.places for start in met), default=math.inf)
    return 1 / (1 + away / _BESIDE)


def _side(asked: Asked, places: Sequence[Sequence[int]], tokens: Sequence[Token]) -> float:
    """Return whether the sentence tells of the one asked about, 1, of another, 0, or of nobody of the kind, a half."""
    if asked.rival is None:
        return _UNKNOWN
    told = [place for at in asked.relations for place in places[at]]
    rivals = [at for at, token in enumerate(tokens) if asked.rival(token.term)] if told else []
    meant = {place for at, row in enumerate(places) if at not in asked.relations for place in row}
    # «نظام الملك»: what looks like a relation is part of the name.
    meant |= {
        place
        for at in asked.relations
        for place in places[at]
        if place in rivals and (place - 1) in meant and tokens[place - 1].term != _SERVANT
    }
    # What a word governs mostly stands behind it.
    near = [min((abs(at - place) + (at < place), at) for at in rivals) for place in told if rivals]
    if asked.rival is is_side:
        # Of several words that tell, the one beside a side tells of it.
        near = [each for each in near if each[0] == min(near)[0]]
    return float(any(at in meant for _, at in near) or _is_along(meant, tokens)) if near else _UNKNOWN


_SERVANT = "عبد"


def _is_along(meant: Collection[int], tokens: Sequence[Token]) -> bool:
    """Return whether the one asked about did what another did: «أسلم عمرو مع خالد»."""
    return any(at and tokens[at - 1].term in _ALONG for at in meant)


_ALONG = normalised_words("مع ومع معه ومعه معهم ومعهم")


def _of_side(asked: Asked, places: Sequence[Sequence[int]], tokens: Sequence[Token]) -> float:
    """Return what a number of men counts: little where right behind what is told stands another side: «قتلى الروم»."""
    if asked.wanted.quantity is not Quantity.HEADS or asked.rival is not is_side:
        return 1.0
    told = {place for at in asked.relations for place in places[at]}
    meant = {place for row in places for place in row} - told
    behind = {at for place in told for at in range(place + 1, place + 1 + _RIGHT_BEHIND) if at < len(tokens)}
    sides = {at for at in behind if is_side(tokens[at].term)}
    return _OF_ANOTHER_SIDE if sides and sides.isdisjoint(meant) else 1.0


def _relation(question: Weighted, own: Sequence[float]) -> float:
    """Return how well the sentence meets the question's words that name a relation, by weight; 1 without any."""
    said = zip(question.words, question.weights, own, strict=True)
    met = [(weight, match) for word, weight, match in said if weight and relation_row(word) is not None]
    return sum(weight * match for weight, match in met) / sum(weight for weight, _ in met) if met else 1.0


def _order(pairs: frozenset[tuple[str | int, str | int]], tokens: Sequence[Token]) -> float:
    """Return the share of neighbouring words, given by their senses, that stand side by side in `tokens`."""
    if not pairs:
        return 0.0
    return len(pairs.intersection(pairwise(map(sense, [token.term for token in tokens])))) / len(pairs)
