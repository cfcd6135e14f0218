"""Which passage comes next: in reading order, or at random without repeating any before all were there."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd
from typing import Protocol

from qa_bot.model.corpus import DocumentCard, Passage

# A passage shorter than this says little where it comes alone.
_LEAST_WORDS = 30
_MOST_SKIPPED = 50


class Texts(Protocol):
    """Where passages come from."""

    async def passages_of(self, document_id: str) -> list[Passage]:
        """Return a document's passages in order; empty where there is no such document."""


@dataclass(frozen=True, slots=True)
class DailyPassage:
    """A passage with the text that it is of, and its place in it; `mark` tells where to go on the next time."""

    document: DocumentCard
    passages: Sequence[Passage]
    number: int
    mark: str

    @property
    def passage(self) -> Passage:
        """Return the passage itself."""
        return self.passages[self.number]


async def next_in_order(texts: Texts, documents: Sequence[DocumentCard], mark: str) -> DailyPassage | None:
    """Return the passage after the one of `mark`, of the next document after a last one, after all the first again.

    An empty mark begins at the beginning. Where the passage has gone, its document begins anew. None where there is
    nothing to read.
    """
    at = next((at for at, card in enumerate(documents) if card.id == mark.rpartition("#")[0]), None)
    if at is not None:
        passages = await texts.passages_of(documents[at].id)
        last = next((number for number, passage in enumerate(passages) if passage.id == mark), -1)
        if last + 1 < len(passages):
            return DailyPassage(documents[at], passages, last + 1, passages[last + 1].id)
    # The documents after this one, then those from the first on, this one last.
    after = 0 if at is None else at + 1
    for card in (*documents[after:], *documents[:after]):
        if passages := await texts.passages_of(card.id):
            return DailyPassage(card, passages, 0, passages[0].id)
    return None


async def next_at_random(texts: Texts, documents: Sequence[DocumentCard], mark: str, seed: str) -> DailyPassage | None:
    """Return another passage: with one `seed` and the same texts, each comes once before any comes again.

    Very short ones are passed over where there are others. None where there is nothing to read.
    """
    total = sum(card.passages for card in documents)
    if not total:
        return None
    turn = int(mark) if mark.isdecimal() else 0
    found = None
    for later in range(min(total, _MOST_SKIPPED)):
        number = _shuffled(turn + later, total, seed)
        found = await _passage(texts, documents, number, str(turn + later + 1)) or found
        if found is not None and len(found.passage.text.split()) >= _LEAST_WORDS:
            break
    return found


async def _passage(texts: Texts, documents: Sequence[DocumentCard], number: int, mark: str) -> DailyPassage | None:
    """Return passage `number` of all documents, counted from 0; None where the document has just gone."""
    for card in documents:
        if number < card.passages:
            passages = await texts.passages_of(card.id)
            return DailyPassage(card, passages, number, mark) if number < len(passages) else None
        number -= card.passages
    return None


def _shuffled(turn: int, total: int, seed: str) -> int:
    """Return a number below `total`: others for the turns from 0 on, until all were there."""
    digest = hashlib.sha256(seed.encode()).digest()
    start, step = int.from_bytes(digest[:8], "big"), int.from_bytes(digest[8:16], "big") % total
    # A step without a common divisor meets every number before the first comes again.
    while gcd(step, total) != 1:
        step += 1
    return (start + turn * step) % total
