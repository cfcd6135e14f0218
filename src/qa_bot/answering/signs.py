"""Signs that tell an answered question from one that the texts don't answer."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from qa_bot.answering.match import Weighted, best_of
from qa_bot.answering.sentence import Candidate
from qa_bot.model.search import Hit

_MET = 0.5  # from here a word counts as met
_READ = 10  # passages
_FEWEST_WORDS = 2  # a name alone is as good as «غزوة تبوك»


class Signs(NamedTuple):
    """What tells an answered question from one that the texts don't answer.

    `titled`, `near`, `named`, `title`, `about`, `order`, `together`, `side`, `rest`, `context`, `expected`, `defines`
    and `retrieved` are those of the best sentence, `missing` is 1 where nothing of what is wanted is shown. `worst` is
    how well it meets, with title and headings, the question's own word that it meets least. `absent` is the share of
    the question's weight whose words no sentence read has, and no title; `unmet` the share whose words the best
    sentence's passage doesn't have. `share` is the sentence's part of all sentences' likelihood, `gap` how far its
    score lies above the next one's. `found` is 1 where it stands in the best passage. `lead` is how far that passage
    stands above the next one, `margin` how far the sentence's document stands above any other, both from 0 to 1.
    `strength` is the score that the sentence's passage was found with, for each unit of the question's weight. `words`
    is the logarithm of the number of words looked for, two at least; `alone` is 1 where it is one word, `rarity` the
    mean weight of them, `carried` 1 where some were said before the question. `lost` is how many of the question's own
    words neither the best sentence nor title and headings meet, however common they are, `lost_share` their share.
    `source` is 1 where the sentence stands in a document that was quoted just before.
    """

    titled: float
    near: float
    named: float
    title: float
    about: float
    order: float
    together: float
    side: float
    rest: float
    context: float
    expected: float
    missing: float
    defines: float
    worst: float
    absent: float
    retrieved: float
    unmet: float
    share: float
    gap: float
    found: float
    lead: float
    margin: float
    strength: float
    words: float
    alone: float
    rarity: float
    carried: float
    lost: float
    lost_share: float
    source: float


def signs_of(question: Weighted, hits: Sequence[Hit], candidates: Sequence[Candidate]) -> Signs:
    """Return the signs of the passages found and of the ranked sentences, of which there must be one each."""
    best = candidates[0]
    told = best.features
    # However many more are listed: those that were read, which `rerank` keeps in front.
    hits = hits[:_READ]
    document = best.hit.document.id
    own = max((hit.score for hit in hits if hit.document.id == document), default=0.0)
    others = max((hit.score for hit in hits if hit.document.id != document), default=0.0)
    lost, own_words = _lost(question, best)
    looked_for = max(1, sum(weight > 0 for weight in question.weights))
    return Signs(
        titled=told.titled,
        near=told.near,
        named=told.named,
        title=told.title,
        about=told.about,
        order=told.order,
        together=told.together,
        side=told.side,
        rest=told.rest,
        context=told.context,
        expected=told.expected,
        missing=float(told.expected == 0),
        defines=told.defines,
        worst=_worst(question, best),
        absent=_absent(question, candidates),
        retrieved=told.retrieved,
        unmet=_unmet(question, best, candidates),
        share=1 / math.fsum(math.exp(min(0.0, each.score - best.score)) for each in candidates),
        gap=best.score - candidates[1].score if len(candidates) > 1 else 0.0,
        found=float(best.hit.passage.id == hits[0].passage.id),
        lead=_above(hits[0].score, hits[1].score) if len(hits) > 1 else 1.0,
        margin=_above(own, others),
        strength=best.hit.score / question.total if question.total else 0.0,
        words=math.log(max(_FEWEST_WORDS, looked_for)),
        alone=float(looked_for == 1),
        rarity=question.total / looked_for,
        carried=float(
            any(share < 1 for weight, share in zip(question.weights, question.shares, strict=True) if weight)
        ),
        lost=float(lost),
        lost_share=lost / max(1, own_words),
        source=told.source,
    )


def _worst(question: Weighted, best: Candidate) -> float:
    """Return how well the best candidate, its title and headings meet the word that they meet least."""
    met = zip(question.weights, question.shares, best_of(best.matches, best.headed), strict=True)
    return min((match for weight, share, match in met if weight and share == 1), default=1.0)


def _lost(question: Weighted, best: Candidate) -> tuple[int, int]:
    """Return how many of the question's own words the best candidate, its title and headings lack, and of how many."""
    rows = zip(question.weights, question.shares, best_of(best.matches, best.headed), strict=True)
    own = [match for weight, share, match in rows if weight and share == 1]
    return sum(match < _MET for match in own), len(own)


def _absent(question: Weighted, candidates: Sequence[Candidate]) -> float:
    """Return the share of the question's weight whose words no candidate has, nor its title."""
    found = best_of(*(row for each in candidates for row in (each.matches, each.headed)))
    lost = sum(weight for weight, match in zip(question.weights, found, strict=True) if match < _MET)
    return lost / question.total if question.total else 0.0


def _unmet(question: Weighted, best: Candidate, candidates: Sequence[Candidate]) -> float:
    """Return the share of the question's weight whose words the best candidate's passage doesn't have."""
    rows = [each.matches for each in candidates if each.hit.passage.id == best.hit.passage.id]
    # Title and headings count in other signs: what only they say, no sentence tells.
    pairs = zip(question.weights, map(max, zip(*rows, strict=True)), strict=False)
    return sum(weight for weight, match in pairs if match < _MET) / question.total if question.total else 0.0


def _above(score: float, other: float) -> float:
    """Return how far `score` stands above `other`, as a share of it; 0 where it doesn't."""
    return max(0.0, 1 - other / score) if score else 0.0
