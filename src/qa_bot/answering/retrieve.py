"""Content words → the query that the engine runs, and what each word weighs."""

from collections import defaultdict
from collections.abc import Sequence

from qa_bot.answering.match import Weighted
from qa_bot.index.bm25 import lucene_idf
from qa_bot.index.engine import Engine
from qa_bot.index.fields import FIELDS
from qa_bot.model.search import Query
from qa_bot.text.stem import light10
from qa_bot.text.terms import analyse

_CONTEXT_WEIGHT = 0.5  # of a word that was said before, against one of the question


def make_query(words: Sequence[str], context: Sequence[str] = ()) -> Query:
    """Return the query for normalised `words`: in each field the terms that the index makes of such words.

    Words of the `context`, said before the question, count half.
    """
    return Query({field.name: _terms(field.analyser, words, context) for field in FIELDS if field.weight})


def _terms(analyser: str, words: Sequence[str], context: Sequence[str]) -> dict[str, float]:
    terms: dict[str, float] = defaultdict(float)
    for term in analyse(words, analyser):
        terms[term] += 1.0
    for term in analyse(context, analyser):
        terms[term] += _CONTEXT_WEIGHT
    return terms


async def weigh(words: Sequence[str], engine: Engine) -> Weighted:
    """Return `words` with their idf by stem: the rarer in the texts, the heavier; unknown words most of all."""
    stems = [light10(word) for word in words]
    known = await engine.frequencies("stem", stems)
    size = await engine.size()
    return Weighted(tuple(words), tuple(lucene_idf(known[stem], size) for stem in stems))
