"""Documents and their passages → a generation on disk."""

import fcntl
import json
from array import array  # subscripted in quotes only: Python 3.11 has no array[int] at run time
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import IO

import numpy as np

from qa_bot.errors import SetupError
from qa_bot.index import generation
from qa_bot.index.bm25 import impacts, lengths_of, mean_of
from qa_bot.index.event_records import events_to_line
from qa_bot.index.fields import FIELDS, Field
from qa_bot.index.generation import Manifest
from qa_bot.index.matrices import PassageCounter, WordCounts
from qa_bot.index.records import card_to_line, passage_to_line
from qa_bot.model.corpus import Document, DocumentCard, Metadata, Passage
from qa_bot.model.event import DatedEvent

ReadEvents = Callable[[DocumentCard, Sequence[Passage]], Sequence[DatedEvent]]
"""Returns the dated events of a document whose passages these are, in the order of the text."""

LOCK = ".lock"
_LONGEST_ARTICLE = 100  # passages; what is longer is a book


def build_index(
    documents: Iterable[tuple[Document, Sequence[Passage]]],
    index: Path,
    *,
    corpus: str,
    corpus_fingerprint: str,
    read_events: ReadEvents | None = None,
) -> Manifest:
    """Write a generation of `documents` with their passages, make it the current one, return its manifest.

    `corpus` names the texts' folder and `corpus_fingerprint` their state, for later comparison. Dated events are kept
    with the texts where `read_events` reads them.

    Raises:
        SetupError: the folder can't be written, the disk is full, or another build is under way there.
    """
    with _only_builder(index):
        # Before, to make room after a killed build; after, to drop the generation that nobody reads.
        generation.sweep(index)
        with generation.new_generation(index) as folder:
            counter = PassageCounter()
            totals = _write_texts(documents, folder, counter, read_events)
            facts = dict(zip(("documents", "passages", "words"), totals, strict=True))
            counts = counter.counted()
            means = {field.name: _write_field(folder, field, counts) for field in FIELDS}
            (folder / generation.MEANS).write_text(json.dumps(means), "utf-8")
            manifest = generation.publish(folder, corpus=corpus, corpus_fingerprint=corpus_fingerprint, **facts)
        generation.sweep(index)
        return manifest


@contextmanager
def _only_builder(index: Path) -> Iterator[None]:
    """Hold the index's lock; errors of the disk become the operator's.

    Raises:
        SetupError: another build holds the lock, the folder can't be written, or the disk is full.
    """
    try:
        index.mkdir(parents=True, exist_ok=True)
        with (index / LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
    except BlockingIOError:
        raise SetupError(f"Another build is under way in {index}: wait until it ends.") from None
    except OSError as error:
        raise SetupError(f"The index can't be written in {index}: {error.strerror or error}.") from error


def _write_texts(
    documents: Iterable[tuple[Document, Sequence[Passage]]],
    folder: Path,
    counter: PassageCounter,
    read_events: ReadEvents | None,
) -> tuple[int, int, int]:
    """Write passages, cards and events while counting words; return documents, passages and words."""
    offsets = [0]
    ids: list[str] = []
    rows: array[int] = array("i")
    total_words = row = 0
    with (
        (folder / "passages.jsonl").open("wb") as lines,
        (folder / "documents.jsonl").open("wb") as cards,
        _events_file(folder, read_events) as events,
    ):
        for document, passages in documents:
            titles = (document.metadata.title,) if document.metadata.titled else ()
            words_in_document = 0
            for passage in passages:
                offsets.append(offsets[-1] + lines.write(passage_to_line(passage)))
                ids.append(passage.id)
                rows.append(row)
                article = article_of(document.id, document.metadata, passage, len(passages))
                words_in_document += counter.add(article, passage.text, (*titles, *passage.headings))
            card = DocumentCard(document.id, document.metadata, len(passages), words_in_document)
            cards.write(card_to_line(card))
            if events is not None and read_events is not None:
                events.write(events_to_line(read_events(card, passages)))
            total_words += words_in_document
            row += 1
    (folder / "passages.ids.json").write_text(json.dumps(ids), "utf-8")
    np.save(folder / "passages.offsets.npy", np.array(offsets, np.int64))
    np.save(folder / "passages.documents.npy", np.array(rows, np.int32))
    np.save(folder / "passages.articles.npy", np.array(counter.articles, np.int32))
    return row, len(offsets) - 1, total_words


def article_of(document_id: str, known: Metadata, passage: Passage, passages: int) -> Hashable:
    """Return what stands for a passage's article: a title with its author, a chapter of a book, else the document.

    `passages` is how many the document has. Collections often give each paragraph of an article as a document of its
    own, under the article's title.
    """
    if passages > _LONGEST_ARTICLE:
        return document_id, passage.headings
    return (known.title, known.author) if known.titled else document_id


def _events_file(folder: Path, read_events: ReadEvents | None) -> AbstractContextManager[IO[bytes] | None]:
    return (folder / generation.EVENTS).open("wb") if read_events else nullcontext()


def _write_field(folder: Path, field: Field, word_counts: WordCounts) -> float:
    """Write a field; return the mean length of its passages or articles, in terms."""
    terms, counts = word_counts.of_field(field)
    matrix = impacts(counts, k1=field.k1, b=field.b)
    (folder / f"{field.name}.terms.txt").write_text("".join(f"{term}\n" for term in terms), "utf-8")
    np.save(folder / f"{field.name}.indptr.npy", matrix.indptr.astype(np.int64))
    np.save(folder / f"{field.name}.indices.npy", matrix.indices.astype(np.int32))
    np.save(folder / f"{field.name}.impacts.npy", matrix.data)
    return mean_of(lengths_of(counts))
