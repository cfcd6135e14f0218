"""Passages and document cards as JSON records, one a line, and back."""

import dataclasses
import json
from functools import lru_cache
from typing import Any

from qa_bot.model.corpus import DocumentCard, Metadata, Passage, Reckoning, Source, Span


def passage_to_line(passage: Passage) -> bytes:
    """Return a passage as one line of JSON in UTF-8."""
    record = {
        "id": passage.id,
        "document_id": passage.document_id,
        "ordinal": passage.ordinal,
        "text": passage.text,
        "span": [passage.span.start, passage.span.end],
        "source_span": [passage.source_span.start, passage.source_span.end],
        "headings": passage.headings,
        "pages": [passage.volume, passage.page, passage.last_page],
        "reckoning": dataclasses.astuple(passage.reckoning),
    }
    return _line(record)


# As many as a few questions find: what follows a question, or is asked beside it, finds much of the same.
@lru_cache(maxsize=500)
def passage_from_line(line: bytes) -> Passage:
    """Return the passage that `passage_to_line` wrote."""
    # Decoded here, as json.loads would first look for other encodings.
    record = json.loads(line.decode("utf-8", "surrogatepass"))
    volume, page, last_page = record["pages"]
    return Passage(
        id=record["id"],
        document_id=record["document_id"],
        ordinal=record["ordinal"],
        text=record["text"],
        span=Span(*record["span"]),
        source_span=Span(*record["source_span"]),
        headings=tuple(record["headings"]),
        volume=volume,
        page=page,
        last_page=last_page,
        reckoning=Reckoning(*record["reckoning"]),
    )


def card_to_line(card: DocumentCard) -> bytes:
    """Return a document's card as one line of JSON in UTF-8."""
    return _line(dataclasses.asdict(card))


def card_from_line(line: bytes) -> DocumentCard:
    """Return the card that `card_to_line` wrote."""
    record = json.loads(line)
    known = record.pop("metadata")
    known["sources"] = tuple(Source(**source) for source in known["sources"])
    return DocumentCard(metadata=Metadata(**known), **record)


def _line(record: dict[str, Any]) -> bytes:
    # surrogatepass: a lone surrogate in a broken text must not stop the build.
    return (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")
