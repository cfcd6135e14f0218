"""What a question asks of every sentence that is compared."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from qa_bot.answering.evidence import Wanted
from qa_bot.answering.lexicon import relation_row
from qa_bot.answering.likeness import SURELY_MET
from qa_bot.answering.match import Weighted
from qa_bot.answering.named import names_person
from qa_bot.answering.page import Page
from qa_bot.answering.quantity import asked_quantity
from qa_bot.answering.topic import is_side
from qa_bot.index.bm25 import lucene_idf
from qa_bot.model.answer import QuestionKind
from qa_bot.text.stem import light10


@dataclass(frozen=True, slots=True)
class Asked:
    """What is the same for every sentence compared.

    `wanted` is what a sentence must show, `question` all that is looked for, `spoken` the same without what was said
    before, `pairs` the senses of its neighbouring words, `rarity` the words weighed by how few of the sentences have
    them, `relations` the places of its words that name what is asked of a thing. `rival` tells of a word whether it is
    one of a kind with whom is asked about.
    """

    wanted: Wanted
    question: Weighted
    spoken: Weighted
    pairs: frozenset[tuple[str | int, str | int]]
    rarity: Weighted
    relations: tuple[int, ...]
    is_subject_alone: bool
    rival: Callable[[str], bool] | None


def _rival(question: Weighted) -> Callable[[str], bool] | None:
    """Return what tells those who may be taken for the one asked about: sides of a battle, persons; None for none."""
    said = said_in(question)
    if any(map(is_side, said)):
        return is_side
    return names_person if any(map(names_person, said)) else None


def asked_of(question: Weighted, kind: QuestionKind, pages: Sequence[Page]) -> Asked:
    """Return what `question` asks of the sentences of `pages`."""
    spoken = question.spoken
    said = said_in(spoken)
    relations = tuple(at for at, word in enumerate(question.words) if relation_row(word) is not None)
    kinds = (QuestionKind.WHO, QuestionKind.WHAT, QuestionKind.OTHER)
    return Asked(
        Wanted(kind, asked_quantity(said), tuple(said_in(question))),
        question,
        spoken,
        frozenset(pairwise(map(sense, said))),
        _by_rarity(question, pages),
        relations,
        is_subject_alone=kind in kinds and not relations and not _leans(question),
        rival=_rival(question),
    )


def _leans(question: Weighted) -> bool:
    """Return whether words said before are looked for, too: «ومن كان على مقدمتهم؟» asks for no definition."""
    return any(weight and share < 1 for weight, share in zip(question.weights, question.shares, strict=True))


def _by_rarity(question: Weighted, pages: Sequence[Page]) -> Weighted:
    """Return the question's words weighed by how few of the sentences of `pages` have them."""
    rows = [row for page in pages for row in page.own]
    having = [sum(match >= SURELY_MET for match in column) for column in zip(*rows, strict=True)]
    weights = [
        lucene_idf(number, len(rows)) if weight else 0.0
        for number, weight in zip(having, question.weights, strict=False)
    ]
    return replace(question, weights=tuple(weights) if rows else question.weights)


def said_in(question: Weighted) -> list[str]:
    """Return the words that weigh something."""
    return [word for word, weight in zip(question.words, question.weights, strict=True) if weight]


@lru_cache(maxsize=100_000)
def sense(word: str) -> str | int:
    """Return the row of like meaning that a word belongs to, else its stem: «توفي» and «وفاة» are one."""
    row = relation_row(word)
    return light10(word) if row is None else row
