"""The embedded engine: one generation, memory-mapped, or texts in memory, searched in this process."""

import asyncio
import json
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from qa_bot.errors import SetupError
from qa_bot.index import generation
from qa_bot.index.bm25 import SparseBM25, best_rows
from qa_bot.index.event_records import events_from_line, read_event_lines
from qa_bot.index.fields import FIELDS, WORDS, Field, Unit
from qa_bot.index.generation import MEANS
from qa_bot.index.passage_file import PassageFile
from qa_bot.index.records import card_from_line
from qa_bot.model.corpus import DocumentCard, Passage, passage_key
from qa_bot.model.event import DatedEvent
from qa_bot.model.search import Extent, Hit, Query, Surroundings


class Rows(Protocol):
    """The passages of an index by row, document by document.

    `documents` and `articles` are the numbers of each row's document and article, both counted from 0.
    """

    @property
    def documents(self) -> NDArray[np.int32]:
        """Return the number of each row's document."""

    @property
    def articles(self) -> NDArray[np.int32]:
        """Return the number of each row's article."""

    @property
    def row_of_id(self) -> Mapping[str, int]:
        """Return the row of each passage's id."""

    def __len__(self) -> int:
        """Return the number of passages."""

    def __getitem__(self, row: int) -> Passage:
        """Return the passage of a row."""


class _Scored(NamedTuple):
    """The scores of all rows for some terms: by field, each with its weight."""

    terms: list[tuple[Any, ...]]
    scores: NDArray[np.float64]


class EmbeddedEngine:
    """Texts searched in this process, which never change; implements `index.engine.Engine`.

    `fields` and `means`, the fields' mean lengths in terms, are given by the fields' names. `events` has the dated
    events of each document as `index.event_records` writes them, None where none were read.
    """

    def __init__(
        self,
        rows: Rows,
        cards: Sequence[DocumentCard],
        fields: Mapping[str, SparseBM25],
        means: Mapping[str, float],
        events: Sequence[bytes] | None = None,
    ) -> None:
        self._passages = rows
        self._cards = cards
        self._fields = fields
        self._means = means
        self._events = events
        # A question for a time looks for the same words three times, once with «سنة» beside them.
        self._scored: tuple[_Scored, ...] = ()

    async def pinned(self) -> "EmbeddedEngine":
        """Return the engine itself: a generation never changes."""
        return self

    async def search(self, query: Query, *, k: int) -> list[Hit]:
        """Return at most `k` passages that share a term and hold what is required, best first, ties in their order."""
        return await asyncio.to_thread(self._search, query, k)

    def _search(self, query: Query, k: int) -> list[Hit]:
        return [self._hit(row, rank, score) for rank, (row, score) in enumerate(self._best(query, k), 1)]

    async def scores(self, query: Query, passages: Collection[str], *, k: int) -> Mapping[str, float]:
        """Return the scores of those of `passages`, given by their ids, that are among the best `k` for `query`."""
        rows = self._passages.row_of_id
        ids = {rows[each]: each for each in passages if each in rows}
        best = await asyncio.to_thread(self._best, query, k)
        return {ids[row]: score for row, score in best if row in ids}

    def _best(self, query: Query, k: int) -> list[tuple[int, float]]:
        """Return at most `k` rows that are found, best first, ties in their order, with their scores."""
        scores = self._scores(query)
        for forms in query.required:
            scores[self._fields[WORDS].without(forms)] = 0.0
        for forms in query.named:
            scores[self._fields[WORDS].without(forms) & self._titled] = 0.0
        rows = best_rows(scores, k)
        return list(zip(rows.tolist(), scores[rows].tolist(), strict=True))

    def _scores(self, query: Query) -> NDArray[np.float64]:
        """Return the score of every row, what is required left aside."""
        # In order, as the last digit of a sum is that of its order.
        terms = [(field, *weights.items()) for field, weights in query.terms.items()]
        scores = next((scored.scores for scored in self._scored if scored.terms == terms), None)
        if scores is None:
            scores = self._scores_anew(query)
            # Replaced as a whole: other threads look through it meanwhile.
            self._scored = (*self._scored[-1:], _Scored(terms, scores))
        return scores.copy()

    def _scores_anew(self, query: Query) -> NDArray[np.float64]:
        total = np.zeros(len(self._passages))
        for spec in FIELDS:
            terms = query.terms.get(spec.name)
            if not terms:
                continue
            scores = self._fields[spec.name].scores(terms)
            total += scores[self._passages.articles] if spec.unit is Unit.ARTICLE else scores
        return total

    @cached_property
    def _titled(self) -> NDArray[np.bool_]:
        """Whether somebody gave a title to the document of each passage."""
        titled: NDArray[np.bool_] = np.array([card.metadata.titled for card in self._cards], np.bool_)
        return titled[self._passages.documents]

    def _hit(self, row: int, rank: int, score: float) -> Hit:
        return Hit(self._passages[row], self._cards[self._passages.documents[row]], rank, score)

    @cached_property
    def _row_of_key(self) -> dict[bytes, int]:
        return {passage_key(passage_id): row for passage_id, row in self._passages.row_of_id.items()}

    async def passage(self, key: bytes) -> Passage | None:
        """Return the passage with this `Passage.key`; None where the texts have changed since."""
        row = self._row_of_key.get(key)
        return None if row is None else self._passages[row]

    async def surroundings(self, passage_id: str) -> Surroundings | None:
        """Return a passage and its neighbours; None where there is no such passage."""
        row = self._passages.row_of_id.get(passage_id)
        if row is None:
            return None
        return Surroundings(self._neighbour(row, -1), self._passages[row], self._neighbour(row, 1))

    def _neighbour(self, row: int, step: int) -> Passage | None:
        documents = self._passages.documents
        within = 0 <= row + step < len(documents) and documents[row] == documents[row + step]
        return self._passages[row + step] if within else None

    async def passages_of(self, document_id: str) -> list[Passage]:
        """Return a document's passages in order; empty where there is no such document."""
        row = self._row_of_document.get(document_id)
        return [self._passages[at] for at in self._rows_of(row)] if row is not None else []

    def _rows_of(self, document: int) -> range:
        # Passages are written document by document: those of one lie side by side.
        return range(*np.searchsorted(self._passages.documents, [document, document + 1]).tolist())

    async def events_of(self, document_id: str) -> list[DatedEvent] | None:
        """Return a document's dated events as they were read when it was indexed; None where none are kept."""
        row = self._row_of_document.get(document_id)
        return None if row is None or self._events is None else await asyncio.to_thread(self._events_in, row)

    def _events_in(self, document: int) -> list[DatedEvent]:
        rows = self._rows_of(document)
        lines = self._events or ()
        return events_from_line(lines[document], self._cards[document], lambda ordinal: self._passages[rows[ordinal]])

    @cached_property
    def _row_of_document(self) -> dict[str, int]:
        return {card.id: row for row, card in enumerate(self._cards)}

    async def document(self, document_id: str) -> DocumentCard | None:
        """Return a document's card; None where there is no such document."""
        row = self._row_of_document.get(document_id)
        return None if row is None else self._cards[row]

    async def library(self) -> tuple[DocumentCard, ...]:
        """Return all documents in the order of their ids."""
        return tuple(sorted(self._cards, key=lambda card: card.id))

    async def size(self) -> int:
        """Return the number of passages."""
        return len(self._passages)

    async def frequencies(self, field: str, terms: Collection[str]) -> Mapping[str, int]:
        """Return in how many passages each of `terms` stands, 0 for those in none."""
        return {term: self._fields[field].frequency(term) for term in terms}

    async def extent(self, field: str) -> Extent:
        """Return how many passages or articles a field scores, and their mean length."""
        return Extent(self._fields[field].size, self._means[field])

    async def vocabulary(self) -> Mapping[str, int]:
        """Return the normalised words of the texts, each with the number of passages that hold it."""
        return self._vocabulary

    @cached_property
    def _vocabulary(self) -> dict[str, int]:
        words = self._fields[WORDS]
        return dict(zip(words.vocabulary, np.diff(words.indptr).tolist(), strict=True))

    async def aclose(self) -> None:
        """Let go of the files: memory maps close when the last reader is gone."""


def units_of(spec: Field, rows: Rows) -> int:
    """Return how many passages or articles a field scores; articles are numbered as they come."""
    return int(rows.articles.max(initial=-1)) + 1 if spec.unit is Unit.ARTICLE else len(rows)


def open_generation(folder: Path) -> EmbeddedEngine:
    """Return the generation in `folder` after checking it; blocks while files are read.

    Files are memory-mapped: they stay readable after a newer generation has taken their place.

    Raises:
        SetupError: the generation is torn or of another version.
    """
    generation.check(folder)
    try:
        rows = PassageFile(folder)
        fields = {spec.name: _open_field(folder, spec, units_of(spec, rows)) for spec in FIELDS}
        means = json.loads((folder / MEANS).read_bytes())
        return EmbeddedEngine(rows, _read_cards(folder), fields, means, read_event_lines(folder))
    except (OSError, ValueError) as error:
        raise generation.torn(folder, error) from error


def _open_field(folder: Path, spec: Field, size: int) -> SparseBM25:
    terms = (folder / f"{spec.name}.terms.txt").read_text("utf-8").split("\n")[:-1]
    vocabulary = {term: column for column, term in enumerate(terms)}
    indptr, indices, data = (_mapped(folder, spec, part) for part in ("indptr", "indices", "impacts"))
    return SparseBM25(size, vocabulary, indptr, indices, data)


def _mapped(folder: Path, spec: Field, part: str) -> NDArray[Any]:
    # As a plain array: each part taken of a memmap is one, too, which takes longer than reading it.
    array: NDArray[Any] = np.load(folder / f"{spec.name}.{part}.npy", mmap_mode="r").view(np.ndarray)
    return array


def _read_cards(folder: Path) -> list[DocumentCard]:
    with (folder / "documents.jsonl").open("rb") as lines:
        return [card_from_line(line) for line in lines]


def open_engine(index: Path) -> EmbeddedEngine:
    """Return the current generation of the index in `index`, open.

    Raises:
        SetupError: nothing was built there, or it is torn or of another version.
    """
    name = generation.current_name(index)
    if name is None:
        raise SetupError(f"There is no index in {index}.", command=generation.REBUILD)
    return open_generation(generation.folder_of(index, name))
