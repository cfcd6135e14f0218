"""The passages found, in the order that their sentences speak for."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from qa_bot.answering.match import Weighted
from qa_bot.answering.sentence import Candidate
from qa_bot.index.learned import learned
from qa_bot.model.search import Hit

LEARNED = ("sentence",)


@cache
def _worth() -> float:
    """Return what a point of a sentence's score counts, in points of a passage's score for each unit of weight.

    Raises:
        SetupError: what was learned can't be read.
    """
    (worth,) = learned().of("passage", LEARNED)
    return worth


def rerank(
    question: Weighted, hits: Sequence[Hit], candidates: Sequence[Candidate], worth: float | None = None
) -> list[Hit]:
    """Return `hits`, best first, each with what its best sentence adds to its score; ties in the order of `hits`.

    What is added is never below zero, and zero for passages whose sentences weren't read: those stay behind.
    `worth` is what a point of a sentence's score counts; without it, what was learned.
    """
    best: dict[str, float] = {}
    # Passages that were read for their neighbours' sake have no score: which of them are among `hits` is chance.
    for candidate in (each for each in candidates if each.hit.score):
        passage = candidate.hit.passage.id
        best[passage] = max(candidate.score, best.get(passage, candidate.score))
    least = min((best[hit.passage.id] for hit in hits if hit.passage.id in best), default=0.0)
    unit = (_worth() if worth is None else worth) * question.total
    raised = [replace(hit, score=hit.score + unit * (best.get(hit.passage.id, least) - least)) for hit in hits]
    ordered = sorted(raised, key=lambda hit: -hit.score)
    return [replace(hit, rank=rank) for rank, hit in enumerate(ordered, 1)]
