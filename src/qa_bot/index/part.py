"""A part of an engine's texts, as if there were no others: the collections that a chat has chosen."""

from collections.abc import Callable, Collection, Mapping

from qa_bot.index.engine import Engine
from qa_bot.model.corpus import DocumentCard, Passage
from qa_bot.model.event import DatedEvent
from qa_bot.model.search import Extent, Hit, Query, Surroundings

Admits = Callable[[DocumentCard], bool]
# Passages looked through, if need be, until enough of them are of the part.
_DEPTHS = (40, 200, 2_000)


class PartEngine:
    """The documents of `whole` that are admitted; implements `index.engine.Engine`.

    Words are as rare as in all texts: what is typed is read the same way whichever texts are chosen.
    """

    def __init__(self, whole: Engine, admits: Admits) -> None:
        self._whole = whole
        self._admits = admits
        self._pinned: PartEngine | None = None

    @property
    def whole(self) -> Engine:
        """Return the engine of all texts."""
        return self._whole

    @property
    def admits(self) -> Admits:
        """Return what tells whether a document is of the part."""
        return self._admits

    async def pinned(self) -> "PartEngine":
        """Return an engine over the texts as they are now; the same while they stay the same."""
        whole = await self._whole.pinned()
        if whole is self._whole:
            return self
        if self._pinned is None or self._pinned.whole is not whole:
            self._pinned = PartEngine(whole, self._admits)
        return self._pinned

    async def search(self, query: Query, *, k: int) -> list[Hit]:
        """Return at most `k` passages that share a term and hold what is required, best first, ties in their order."""
        found: list[Hit] = []
        for depth in (*(depth for depth in _DEPTHS if depth >= k), await self._whole.size()):
            hits = await self._whole.search(query, k=depth)
            found = [hit for hit in hits if self._admits(hit.document)]
            if len(found) >= k or len(hits) < depth:
                break
        return [Hit(hit.passage, hit.document, rank, hit.score) for rank, hit in enumerate(found[: max(k, 0)], 1)]

    async def scores(self, query: Query, passages: Collection[str], *, k: int) -> Mapping[str, float]:
        """Return the scores of those of `passages`, given by their ids, that are among the best `k` for `query`."""
        found = await self.search(query, k=k)
        return {hit.passage.id: hit.score for hit in found if hit.passage.id in passages}

    async def passage(self, key: bytes) -> Passage | None:
        """Return the passage with this `Passage.key`; None where the texts have changed since."""
        found = await self._whole.passage(key)
        return found if found is not None and await self.document(found.document_id) is not None else None

    async def surroundings(self, passage_id: str) -> Surroundings | None:
        """Return a passage and its neighbours; None where there is no such passage."""
        found = await self._whole.surroundings(passage_id)
        return found if found is not None and await self.document(found.passage.document_id) is not None else None

    async def passages_of(self, document_id: str) -> list[Passage]:
        """Return a document's passages in order; empty where there is no such document."""
        return await self._whole.passages_of(document_id) if await self.document(document_id) is not None else []

    async def events_of(self, document_id: str) -> list[DatedEvent] | None:
        """Return a document's dated events as they were read when it was indexed; None where none are kept."""
        return await self._whole.events_of(document_id) if await self.document(document_id) is not None else None

    async def document(self, document_id: str) -> DocumentCard | None:
        """Return a document's card; None where there is no such document."""
        card = await self._whole.document(document_id)
        return card if card is not None and self._admits(card) else None

    async def library(self) -> tuple[DocumentCard, ...]:
        """Return all documents in the order of their ids."""
        return tuple(filter(self._admits, await self._whole.library()))

    async def size(self) -> int:
        """Return the number of passages in all texts: what rarity is measured by."""
        return await self._whole.size()

    async def frequencies(self, field: str, terms: Collection[str]) -> Mapping[str, int]:
        """Return in how many passages of all texts each of `terms` stands, 0 for those in none."""
        return await self._whole.frequencies(field, terms)

    async def extent(self, field: str) -> Extent:
        """Return how many passages or articles a field scores in all texts, and their mean length."""
        return await self._whole.extent(field)

    async def vocabulary(self) -> Mapping[str, int]:
        """Return the normalised words of all texts, each with the number of passages that hold it."""
        return await self._whole.vocabulary()

    async def aclose(self) -> None:
        """Leave files and connections open: they are those of all texts."""
