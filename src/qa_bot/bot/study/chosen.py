"""Which texts a passage or a question is taken from."""

from collections.abc import Sequence

from qa_bot.bot.library import in_order
from qa_bot.model.corpus import DocumentCard
from qa_bot.store.schedules import Details


def chosen(library: Sequence[DocumentCard], details: Details) -> list[DocumentCard]:
    """Return the texts that were chosen, as the library lists them; all where those chosen have gone."""
    ordered = in_order(library)
    if details.document_key:
        return [card for card in ordered if card.key.hex() == details.document_key] or ordered
    return [card for card in ordered if details.collection in ("", card.metadata.collection)] or ordered
