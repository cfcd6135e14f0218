"""From which collections a chat is answered: what its admins chose for all of it, or for one of its topics."""

import hashlib
from collections.abc import Iterable

from qa_bot.answering.service import AnsweringService
from qa_bot.bot.recent import Recent
from qa_bot.model.corpus import DocumentCard
from qa_bot.own_texts.shelf import document_id

_KEY_BYTES = 5
_MOST_SERVICES = 64
_OWN = document_id("")


def collections_of(library: Iterable[DocumentCard]) -> list[str]:
    """Return the names of the library's collections in order; an empty one, at the end, for texts without."""
    names = {card.metadata.collection for card in library if not card.id.startswith(_OWN)}
    return sorted(names, key=lambda name: (not name, name))


def key_of(collection: str) -> bytes:
    """Return five bytes that stand for a collection in a button.

    >>> key_of("السيرة") == key_of("السيرة"), len(key_of(""))
    (True, 5)
    """
    return hashlib.sha256(collection.encode("utf-8", "surrogatepass")).digest()[:_KEY_BYTES]


def toggled(chosen: Iterable[str], collection: str) -> tuple[str, ...]:
    """Return the choice with a collection added, or taken away where it was in it.

    >>> toggled(("السيرة",), "الفتوح"), toggled(("السيرة",), "السيرة")
    (('السيرة', 'الفتوح'), ())
    """
    names = set(chosen) ^ {collection}
    return tuple(sorted(names))


class Shelves:
    """Makes services that answer from some collections alone, and keeps those that were asked last."""

    def __init__(self) -> None:
        self._services: Recent[tuple[int, tuple[str, ...]], tuple[AnsweringService, AnsweringService]] = Recent(
            _MOST_SERVICES
        )

    async def service_for(self, service: AnsweringService, chosen: tuple[str, ...]) -> AnsweringService:
        """Return what answers from the `chosen` collections of a service, and from the chat's own texts.

        The service itself where nothing is chosen, or nothing of it is in the library any more.

        Raises:
            UnavailableError: the engine did not answer.
        """
        if not chosen or not set(chosen) & set(collections_of(await service.library())):
            return service
        key = id(service), chosen
        known = self._services.get(key)
        # Kept beside what was made of it, the service's number can't become another's.
        if known is None or known[0] is not service:
            names = frozenset(chosen)
            made = service.part(lambda card: card.metadata.collection in names or card.id.startswith(_OWN))
            known = service, made
        self._services.put(key, known)
        return known[1]
