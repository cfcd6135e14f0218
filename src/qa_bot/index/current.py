"""The engine that follows the index: a new generation is picked up while the program runs."""

import asyncio
import logging
import time
from collections.abc import Collection, Mapping
from pathlib import Path

from qa_bot.errors import QaBotError
from qa_bot.index import generation
from qa_bot.index.embedded import EmbeddedEngine, open_engine
from qa_bot.model.corpus import DocumentCard, Passage
from qa_bot.model.event import DatedEvent
from qa_bot.model.search import Extent, Hit, Query, Surroundings

_log = logging.getLogger(__name__)
_LOOK_EVERY_S = 1.0


class CurrentEngine:
    """The embedded engine over whatever generation is current; implements `index.engine.Engine`.

    A generation that can't be opened is named in the log once, and the one before goes on answering.
    """

    def __init__(self, index: Path) -> None:
        """Open the current generation in `index`.

        Raises:
            SetupError: there is none, or it is torn or of another version.
        """
        self._index = index
        # The name first: a generation published in between is then opened again, and never overlooked.
        self._name = generation.current_name(index)
        self._engine = open_engine(index)
        self._looked_at = time.monotonic()
        self._opening = asyncio.Lock()

    async def _current(self) -> EmbeddedEngine:
        if time.monotonic() - self._looked_at >= _LOOK_EVERY_S and not self._opening.locked():
            async with self._opening:
                await self._look()
        return self._engine

    async def _look(self) -> None:
        self._looked_at = time.monotonic()
        try:
            name = generation.current_name(self._index)
            if name in (None, self._name):
                return
            self._name = name
            self._engine = await asyncio.to_thread(open_engine, self._index)
            _log.info("A new index is in use: %s passages.", await self._engine.size())
        except QaBotError as error:
            # The message says all; a traceback would hide it.
            _log.error("The new index can't be used, the one before goes on answering: %s", error)

    async def pinned(self) -> EmbeddedEngine:
        """Return the engine of the current generation, which stays what it is."""
        return await self._current()

    async def search(self, query: Query, *, k: int) -> list[Hit]:
        """Return at most `k` passages that share a term and hold what is required, best first, ties in their order."""
        return await (await self._current()).search(query, k=k)

    async def scores(self, query: Query, passages: Collection[str], *, k: int) -> Mapping[str, float]:
        """Return the scores of those of `passages`, given by their ids, that are among the best `k` for `query`."""
        return await (await self._current()).scores(query, passages, k=k)

    async def passage(self, key: bytes) -> Passage | None:
        """Return the passage with this `Passage.key`; None where the texts have changed since."""
        return await (await self._current()).passage(key)

    async def surroundings(self, passage_id: str) -> Surroundings | None:
        """Return a passage and its neighbours; None where there is no such passage."""
        return await (await self._current()).surroundings(passage_id)

    async def passages_of(self, document_id: str) -> list[Passage]:
        """Return a document's passages in order; empty where there is no such document."""
        return await (await self._current()).passages_of(document_id)

    async def events_of(self, document_id: str) -> list[DatedEvent] | None:
        """Return a document's dated events as they were read when it was indexed; None where none are kept."""
        return await (await self._current()).events_of(document_id)

    async def document(self, document_id: str) -> DocumentCard | None:
        """Return a document's card; None where there is no such document."""
        return await (await self._current()).document(document_id)

    async def library(self) -> tuple[DocumentCard, ...]:
        """Return all documents in the order of their ids."""
        return await (await self._current()).library()

    async def size(self) -> int:
        """Return the number of passages."""
        return await (await self._current()).size()

    async def frequencies(self, field: str, terms: Collection[str]) -> Mapping[str, int]:
        """Return in how many passages each of `terms` stands, 0 for those in none."""
        return await (await self._current()).frequencies(field, terms)

    async def extent(self, field: str) -> Extent:
        """Return how many passages or articles a field scores, and their mean length."""
        return await (await self._current()).extent(field)

    async def vocabulary(self) -> Mapping[str, int]:
        """Return the normalised words of the texts, each with the number of passages that hold it."""
        return await (await self._current()).vocabulary()

    async def aclose(self) -> None:
        """Let go of the files."""
        await self._engine.aclose()
