"""Content words → the query that the engine runs, and what each word weighs."""

from collections import Counter
from collections.abc import Sequence

from qa_bot.answering.match import Weighted
from qa_bot.index.bm25 import lucene_idf
from qa_bot.index.engine import Engine
from qa_bot.index.fields import FIELDS
from qa_bot.model.search import Query
from qa_bot.text.stem import light10
from qa_bot.text.terms import analyse


def make_query(words: Sequence[str]) -> Query:
    """Return the query for normalised `words`: in each field the terms that the index makes of such words."""
    return Query({field.name: Counter(analyse(words, field.analyser)) for field in FIELDS if field.weight})


async def weigh(words: Sequence[str], engine: Engine) -> Weighted:
    """Return `words` with their idf by stem: the rarer in the texts, the heavier; unknown words most of all."""
    stems = [light10(word) for word in words]
    known = await engine.frequencies("stem", stems)
    size = await engine.size()
    return Weighted(tuple(words), tuple(lucene_idf(known[stem], size) for stem in stems))
