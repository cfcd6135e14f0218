"""Which passages are read for a question: those found, and the rest of the short texts they stand in."""

from collections.abc import Sequence

from qa_bot.index.engine import Engine
from qa_bot.model.search import Hit

SHORT = 16  # passages: an article, not a book
_ARTICLES = 2  # of the best documents that are read whole


async def read_around(hits: Sequence[Hit], engine: Engine, sources: Sequence[str] = ()) -> list[Hit]:
    """Return `hits`, then the passages not found of the best short documents, score 0 and ranks going on.

    An article may name its subject once and date it in another paragraph: the sentence that answers need not
    share a word with the question. `sources` are ids of documents spoken of before: they are read too.
    """
    cards = {hit.document.id: hit.document for hit in hits}
    for source in sources:
        card = cards.get(source) or await engine.document(source)
        if card is not None:
            cards[source] = card
    found = {hit.passage.id for hit in hits}
    best = list(dict.fromkeys([hit.document.id for hit in hits]))[:_ARTICLES]
    chosen = dict.fromkeys(document for document in (*sources, *best) if document in cards)
    more = [
        (passage, cards[document])
        for document in chosen
        if cards[document].passages <= SHORT
        for passage in await engine.passages_of(document)
        if passage.id not in found
    ]
    return [*hits, *(Hit(passage, card, len(hits) + at, 0.0) for at, (passage, card) in enumerate(more, 1))]
