"""A question as it was meant: typing faults mended by the passages that hold its other words."""

import asyncio
from collections.abc import Iterable

from qa_bot.answering.meant import Meant
from qa_bot.answering.question import content_words
from qa_bot.answering.retrieve import make_query, weigh
from qa_bot.answering.snapshot import Snapshot
from qa_bot.model.search import Hit
from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import tokenise, words

_PASSAGES_AROUND = 20


async def meant_by(text: str, texts: Snapshot) -> Meant:
    """Return what was meant by `text`.

    Raises:
        UnavailableError: the engine did not answer.
    """
    reading = texts.reading
    meant = await asyncio.to_thread(reading.read, text)
    if not reading.mender.doubts(meant.text):
        return meant
    others = [word for word in content_words(tokenise(meant.text), all_if_none=False) if word in texts.known]
    query = make_query(await weigh(dict.fromkeys(others, 1.0), texts.engine))
    hits = await texts.engine.search(query, k=_PASSAGES_AROUND) if others else []
    return await asyncio.to_thread(reading.mend, meant, _words_of(hits))


def _words_of(hits: Iterable[Hit]) -> frozenset[str]:
    """Return the normalised words of passages, their titles and headings."""
    written = (
        word
        for hit in hits
        for part in (hit.passage.text, hit.document.metadata.title, *hit.passage.headings)
        for word in words(part)
    )
    return frozenset(map(normalise, written))
