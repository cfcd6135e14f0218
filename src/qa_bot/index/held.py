"""A few texts held in memory, indexed without touching the disk: what is searched beside a library."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa_bot.index.bm25 import SparseBM25, impacts
from qa_bot.index.build import article_of
from qa_bot.index.embedded import EmbeddedEngine, units_of
from qa_bot.index.fields import FIELDS, Field
from qa_bot.index.matrices import PassageCounter, WordCounts
from qa_bot.model.corpus import DocumentCard, Passage

HeldText = tuple[DocumentCard, Sequence[Passage]]
"""A text as it is kept: its card and its passages in order."""


@dataclass(frozen=True, slots=True)
class _HeldRows:
    """Passages in memory by row; implements `index.embedded.Rows`."""

    passages: Sequence[Passage]
    documents: NDArray[np.int32]
    articles: NDArray[np.int32]
    row_of_id: Mapping[str, int]

    def __len__(self) -> int:
        return len(self.passages)

    def __getitem__(self, row: int) -> Passage:
        return self.passages[row]


def hold(texts: Sequence[HeldText], mean_lengths: Mapping[str, float]) -> EmbeddedEngine:
    """Return an engine over `texts`; lengths are measured by `mean_lengths`, by field, as those of the library are.

    So the same passage gets the same score here and there, where both count it as equally rare
    (`index.joint.JointEngine`). Some 100,000 words take a second.
    """
    counter = PassageCounter()
    for card, passages in texts:
        titles = (card.metadata.title,) if card.metadata.titled else ()
        for passage in passages:
            counter.add(
                article_of(card.id, card.metadata, passage, len(passages)), passage.text, (*titles, *passage.headings)
            )
    rows = _rows(texts, counter.articles)
    counts = counter.counted()
    fields = {spec.name: _field(spec, counts, rows, mean_lengths[spec.name]) for spec in FIELDS}
    return EmbeddedEngine(rows, [card for card, _ in texts], fields, mean_lengths)


def _rows(texts: Sequence[HeldText], articles: Sequence[int]) -> _HeldRows:
    passages = [passage for _, of_text in texts for passage in of_text]
    documents = np.repeat(np.arange(len(texts), dtype=np.int32), [len(of_text) for _, of_text in texts])
    row_of_id = {passage.id: row for row, passage in enumerate(passages)}
    return _HeldRows(passages, documents, np.array(articles, np.int32), row_of_id)


def _field(spec: Field, word_counts: WordCounts, rows: _HeldRows, mean_length: float) -> SparseBM25:
    terms, counts = word_counts.of_field(spec)
    matrix = impacts(counts, k1=spec.k1, b=spec.b, mean_length=mean_length)
    vocabulary = {term: column for column, term in enumerate(terms)}
    postings = matrix.indices.astype(np.int32), matrix.data
    return SparseBM25(units_of(spec, rows), vocabulary, matrix.indptr.astype(np.int64), *postings)
