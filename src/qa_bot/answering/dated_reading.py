"""Which passages are read beside those found where a time is asked for: those that date something."""

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import islice

from qa_bot.answering.match import Weighted
from qa_bot.answering.retrieve import make_query
from qa_bot.index.engine import Engine
from qa_bot.model.search import Hit
from qa_bot.text.dates import heading_year
from qa_bot.text.normalise import normalise

# Annals tell much of every name; what dates it says «سنة».
_YEAR = normalise("سنة")
_YEAR_SHARE = 4.0  # what that word counts against a word of the question
_LOOKED_THROUGH = 60
_MOST_READ = 10
_SCORED = 300  # passages found without that word, from whose scores those of the others come
_DATED = re.compile(r"سن[ةه]\b|عام\b|فيها|\d{3}|[٠-٩]{3}")


async def dated_hits(question: Weighted, read: Collection[Hit], engine: Engine) -> list[Hit]:
    """Return passages that date something the question names, beside those `read`, best first, ranks going on.

    Their score is what the question alone finds them with, 0 where it hardly finds them.
    """
    hinted = Weighted((*question.words, _YEAR), (*question.weights, 0.0), (*question.shares, _YEAR_SHARE))
    found = await engine.search(make_query(hinted), k=_LOOKED_THROUGH)
    known = {hit.passage.id for hit in read}
    dated = list(islice((hit for hit in found if hit.passage.id not in known and _is_dated(hit)), _MOST_READ))
    scores = await engine.scores(make_query(question), {hit.passage.id for hit in dated}, k=_SCORED)
    return [replace(hit, rank=len(read) + at, score=scores.get(hit.passage.id, 0.0)) for at, hit in enumerate(dated, 1)]


def _is_dated(hit: Hit) -> bool:
    return _DATED.search(hit.passage.text) is not None or heading_year(hit.passage.headings) is not None
