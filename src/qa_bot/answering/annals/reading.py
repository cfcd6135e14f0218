"""Reading the dated events of an engine's texts: as the index keeps them, else from the texts, and those once only."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from qa_bot.answering.annals.events import read_events
from qa_bot.answering.annals.table import EventTable
from qa_bot.index.engine import Engine
from qa_bot.model.corpus import DocumentCard, Passage
from qa_bot.model.event import DatedEvent

OnDocument = Callable[[int, int], None]
"""Is told how many documents of how many have been read."""


@dataclass(frozen=True, slots=True)
class _ReadText:
    """The dated events of a document; `digest` tells whether a document of the same id is still the same."""

    digest: bytes
    events: Sequence[DatedEvent]


class TableReader:
    """Reads the events of one engine after the other, as texts are renewed."""

    def __init__(self) -> None:
        self._known: Mapping[str, _ReadText] = {}

    async def read(self, engine: Engine, on_document: OnDocument | None = None) -> EventTable:
        """Return the dated events of all texts of a pinned engine; what the index doesn't keep is read from the texts.

        That is done beside the event loop.

        Raises:
            UnavailableError: the engine did not answer.
        """
        library = await engine.library()
        events: list[DatedEvent] = []
        read: dict[str, _ReadText] = {}
        for done, document in enumerate(library, 1):
            kept = await engine.events_of(document.id)
            if kept is None:
                passages = await engine.passages_of(document.id)
                before = self._known.get(document.id)
                read[document.id] = await asyncio.to_thread(_read_text, document, passages, before)
            events += read[document.id].events if kept is None else kept
            if on_document is not None:
                on_document(done, len(library))
        self._known = read
        return EventTable.of(events)


def _read_text(document: DocumentCard, passages: Sequence[Passage], before: _ReadText | None) -> _ReadText:
    """Return the dated events of a document: those of `before` where nothing has changed since."""
    digest = sha256(repr((document, passages)).encode("utf-8", "surrogatepass")).digest()
    if before is not None and before.digest == digest:
        return before
    return _ReadText(digest, read_events(document, passages))
