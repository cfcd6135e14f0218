"""Several engines searched as one: a library, and the texts that a chat has beside it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from qa_bot.index.bm25 import lucene_idf
from qa_bot.index.engine import Engine
from qa_bot.model.corpus import DocumentCard, Passage
from qa_bot.model.event import DatedEvent
from qa_bot.model.search import Extent, Hit, Query, Surroundings

_Frequencies = Mapping[str, Mapping[str, int]]


class JointEngine:
    """The texts of all `parts`, of which no two share a document; implements `index.engine.Engine`.

    A term is as rare as in all parts together: what a part gives for it is brought from its own idf to the common one.
    So hits of different parts can be compared; of equal scores, the one of the part named first comes first.
    """

    def __init__(self, parts: Sequence[Engine]) -> None:
        self._parts = tuple(parts)
        self._pinned: JointEngine | None = None
        self._words: dict[str, int] | None = None

    async def pinned(self) -> "JointEngine":
        """Return an engine over the texts as they are now; the same while they stay the same."""
        parts = tuple([await part.pinned() for part in self._parts])
        if parts == self._parts:
            return self
        if self._pinned is None or self._pinned.parts != parts:
            self._pinned = JointEngine(parts)
        return self._pinned

    @property
    def parts(self) -> tuple[Engine, ...]:
        """Return the engines that are searched."""
        return self._parts

    async def search(self, query: Query, *, k: int) -> list[Hit]:
        """Return at most `k` passages that share a term and hold what is required, best first, ties in their order."""
        counted = [await _frequencies_of(part, query) for part in self._parts]
        extents = [{name: await part.extent(name) for name in query.terms} for part in self._parts]
        found: list[Hit] = []
        for at, part in enumerate(self._parts):
            weights = {
                name: {
                    term: weight
                    * _common_idf(name, term, counted, extents)
                    / _idf(name, term, counted[at], extents[at])
                    for term, weight in terms.items()
                    if counted[at][name][term]
                }
                for name, terms in query.terms.items()
            }
            found += await part.search(replace(query, terms=weights), k=k)
        best = sorted(found, key=lambda hit: -hit.score)[: max(k, 0)]
        return [replace(hit, rank=rank) for rank, hit in enumerate(best, 1)]

    async def scores(self, query: Query, passages: Collection[str], *, k: int) -> Mapping[str, float]:
        """Return the scores of those of `passages`, given by their ids, that are among the best `k` for `query`."""
        found = await self.search(query, k=k)
        return {hit.passage.id: hit.score for hit in found if hit.passage.id in passages}

    async def passage(self, key: bytes) -> Passage | None:
        """Return the passage with this `Passage.key`; None where the texts have changed since."""
        for part in self._parts:
            if (found := await part.passage(key)) is not None:
                return found
        return None

    async def surroundings(self, passage_id: str) -> Surroundings | None:
        """Return a passage and its neighbours; None where there is no such passage."""
        for part in self._parts:
            if (found := await part.surroundings(passage_id)) is not None:
                return found
        return None

    async def passages_of(self, document_id: str) -> list[Passage]:
        """Return a document's passages in order; empty where there is no such document."""
        for part in self._parts:
            if found := await part.passages_of(document_id):
                return found
        return []

    async def events_of(self, document_id: str) -> list[DatedEvent] | None:
        """Return a document's dated events as they were read when it was indexed; None where none are kept."""
        for part in self._parts:
            if (found := await part.events_of(document_id)) is not None:
                return found
        return None

    async def document(self, document_id: str) -> DocumentCard | None:
        """Return a document's card; None where there is no such document."""
        for part in self._parts:
            if (found := await part.document(document_id)) is not None:
                return found
        return None

    async def library(self) -> tuple[DocumentCard, ...]:
        """Return all documents in the order of their ids."""
        cards = chain.from_iterable([await part.library() for part in self._parts])
        return tuple(sorted(cards, key=lambda card: card.id))

    async def size(self) -> int:
        """Return the number of passages."""
        return sum([await part.size() for part in self._parts])

    async def frequencies(self, field: str, terms: Collection[str]) -> Mapping[str, int]:
        """Return in how many passages each of `terms` stands, 0 for those in none."""
        counted = [await part.frequencies(field, terms) for part in self._parts]
        return {term: sum(each[term] for each in counted) for term in terms}

    async def extent(self, field: str) -> Extent:
        """Return how many passages or articles a field scores, and their mean length."""
        extents = [await part.extent(field) for part in self._parts]
        units = sum(each.units for each in extents)
        return Extent(units, sum(each.units * each.mean_length for each in extents) / max(units, 1))

    async def vocabulary(self) -> Mapping[str, int]:
        """Return the normalised words of the texts, each with the number of passages that hold it."""
        if self._words is None:
            words: dict[str, int] = {}
            for part in self._parts:
                for word, count in (await part.vocabulary()).items():
                    words[word] = words.get(word, 0) + count
            self._words = words
        return self._words

    async def aclose(self) -> None:
        """Let go of the files of all parts."""
        for part in self._parts:
            await part.aclose()


async def _frequencies_of(part: Engine, query: Query) -> _Frequencies:
    return {name: await part.frequencies(name, terms.keys()) for name, terms in query.terms.items()}


def _idf(name: str, term: str, counted: _Frequencies, extents: Mapping[str, Extent]) -> float:
    return lucene_idf(counted[name][term], extents[name].units)


def _common_idf(
    name: str, term: str, counted: Sequence[_Frequencies], extents: Sequence[Mapping[str, Extent]]
) -> float:
    return lucene_idf(sum(each[name][term] for each in counted), sum(each[name].units for each in extents))
