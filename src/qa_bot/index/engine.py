"""What every search engine offers, embedded or on a server."""

from collections.abc import Collection, Mapping
from typing import Protocol

from qa_bot.model.corpus import DocumentCard, Passage
from qa_bot.model.event import DatedEvent
from qa_bot.model.search import Extent, Hit, Query, Surroundings


class Engine(Protocol):
    """Passages, found by terms.

    Every method raises UnavailableError where the engine does not answer in time.
    """

    async def pinned(self) -> "Engine":
        """Return an engine over the texts as they are now, which stays so: what one question is answered from.

        The same object comes back while the texts stay the same.
        """

    async def search(self, query: Query, *, k: int) -> list[Hit]:
        """Return at most `k` passages that share a term and hold what is required, best first, ties in their order."""

    async def scores(self, query: Query, passages: Collection[str], *, k: int) -> Mapping[str, float]:
        """Return the scores of those of `passages`, given by their ids, that are among the best `k` for `query`."""

    async def passage(self, key: bytes) -> Passage | None:
        """Return the passage with this `Passage.key`; None where the texts have changed since."""

    async def surroundings(self, passage_id: str) -> Surroundings | None:
        """Return a passage and its neighbours; None where there is no such passage."""

    async def passages_of(self, document_id: str) -> list[Passage]:
        """Return a document's passages in order; empty where there is no such document."""

    async def events_of(self, document_id: str) -> list[DatedEvent] | None:
        """Return a document's dated events as they were read when it was indexed; None where none are kept."""

    async def document(self, document_id: str) -> DocumentCard | None:
        """Return a document's card; None where there is no such document."""

    async def library(self) -> tuple[DocumentCard, ...]:
        """Return all documents in the order of their ids."""

    async def size(self) -> int:
        """Return the number of passages."""

    async def frequencies(self, field: str, terms: Collection[str]) -> Mapping[str, int]:
        """Return in how many passages each of `terms` stands, 0 for those in none."""

    async def extent(self, field: str) -> Extent:
        """Return how many passages or articles a field scores, and their mean length."""

    async def vocabulary(self) -> Mapping[str, int]:
        """Return the normalised words of the texts, each with the number of passages that hold it.

        The same object comes back while the texts stay the same, so that what is made of it can be kept.
        """

    async def aclose(self) -> None:
        """Let go of files and connections."""
