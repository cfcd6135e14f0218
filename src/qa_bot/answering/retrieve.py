"""Content words → the query that the engine runs, and what each word weighs."""

from collections import defaultdict
from collections.abc import Mapping

from qa_bot.answering.match import Weighted
from qa_bot.index.bm25 import lucene_idf
from qa_bot.index.engine import Engine
from qa_bot.index.fields import FIELDS, WORDS, Field
from qa_bot.index.learned import learned
from qa_bot.model.search import Query
from qa_bot.text.stem import light10
from qa_bot.text.terms import analyse


def make_query(question: Weighted) -> Query:
    """Return the query for a question's words: in each field the terms that the index makes of such words."""
    return Query({field.name: _terms(field.analyser, question, weight) for field, weight in _searched()})


def _searched() -> tuple[tuple[Field, float], ...]:
    """Return the fields that are searched, each with what it weighs; the words' own field only tells frequencies."""
    fields = [field for field in FIELDS if field.name != WORDS]
    return tuple(zip(fields, learned().of("fields", [field.name for field in fields]), strict=True))


def _terms(analyser: str, question: Weighted, weight: float) -> dict[str, float]:
    terms: dict[str, float] = defaultdict(float)
    for word, share in zip(question.words, question.shares, strict=True):
        for term in analyse([word], analyser):
            terms[term] += share * weight
    return terms


async def weigh(words: Mapping[str, float], engine: Engine) -> Weighted:
    """Return normalised `words`, given with their shares, weighed by their idf by stem.

    The rarer in the texts, the heavier; words that the texts don't have weigh most.
    """
    stems = {word: light10(word) for word in words}
    known = await engine.frequencies("stem", set(stems.values()))
    size = await engine.size()
    weights = tuple(share * lucene_idf(known[stems[word]], size) for word, share in words.items())
    return Weighted(tuple(words), weights, tuple(words.values()))
