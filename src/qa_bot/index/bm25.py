"""BM25: rank_bm25 defines the score, a sparse matrix computes it. Sole importer of rank_bm25."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi
from scipy import sparse

_PART = 16  # of so many rows one tells which scores may be among the best


class LuceneBM25(BM25Okapi):  # type: ignore[misc]  # rank_bm25 ships no types
    """`rank_bm25.BM25Okapi` with Lucene's idf, ln(1 + (N - df + 0.5) / (df + 0.5)): what a score means.

    BM25Okapi itself gives a term that stands in more than half of the passages a quarter of the mean idf,
    more than a term in a quarter of them gets, and scores below zero in small corpora; Lucene's idf does
    neither.
    """

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf = {term: lucene_idf(df, self.corpus_size) for term, df in nd.items()}


def lucene_idf(df: int, size: int) -> float:
    """Return the idf of a term that stands in `df` of `size` passages, as Lucene's BM25Similarity has it.

    >>> round(lucene_idf(1, 10), 3), lucene_idf(10, 10) > 0
    (1.992, True)
    """
    return math.log(1 + (size - df + 0.5) / (df + 0.5))


def impacts(
    counts: sparse.csr_array[Any], *, k1: float, b: float, mean_length: float | None = None
) -> sparse.csc_array[Any]:
    """Return what each term adds to each passage's score: a matrix (passages, terms) of float32.

    `counts` holds the terms' frequencies, one row a passage. The formula is that of `LuceneBM25`; lengths are measured
    by `mean_length`, by their own mean where it is None.
    """
    size = counts.shape[0]
    lengths = lengths_of(counts)
    norms = k1 * (1 - b + b * lengths / (mean_length or mean_of(lengths)))
    by_term = counts.tocsc()
    by_term.sort_indices()
    df = np.diff(by_term.indptr)
    idf = np.log(1 + (size - df + 0.5) / (df + 0.5))
    tf = by_term.data.astype(np.float64)
    data = np.repeat(idf, df) * tf * (k1 + 1) / (tf + norms[by_term.indices])
    return sparse.csc_array((data.astype(np.float32), by_term.indices, by_term.indptr), shape=by_term.shape)


def lengths_of(counts: sparse.csr_array[Any]) -> NDArray[np.float64]:
    """Return how many terms each passage has."""
    return np.asarray(counts.sum(axis=1)).ravel().astype(np.float64)


def mean_of(lengths: NDArray[np.float64]) -> float:
    """Return the mean length of passages, 1 where all are empty."""
    return float(lengths.mean()) if lengths.any() else 1.0


@dataclass(frozen=True, slots=True)
class SparseBM25:
    """The scores of `LuceneBM25` from precomputed impacts: by column, postings ascending by passage.

    `indptr` (terms + 1), `indices` (postings) and `data` (postings, float32) are those of a CSC matrix; they
    may be memory-mapped. `vocabulary` gives a term's column.
    """

    size: int
    vocabulary: Mapping[str, int]
    indptr: NDArray[np.int64]
    indices: NDArray[np.int32]
    data: NDArray[np.float32]

    @classmethod
    def of(cls, passages: Sequence[Sequence[str]], *, k1: float, b: float) -> "SparseBM25":
        """Return the index of passages given as lists of terms."""
        vocabulary: dict[str, int] = {}
        columns = [vocabulary.setdefault(term, len(vocabulary)) for terms in passages for term in terms]
        indptr = np.cumsum([0, *map(len, passages)])
        ones = np.ones(len(columns), np.int32)
        counts = sparse.csr_array((ones, columns, indptr), shape=(len(passages), len(vocabulary)))
        counts.sum_duplicates()
        matrix = impacts(counts, k1=k1, b=b)
        return cls(len(passages), vocabulary, matrix.indptr.astype(np.int64), matrix.indices, matrix.data)

    def scores(self, terms: Mapping[str, float]) -> NDArray[np.float64]:
        """Return every passage's score for weighted terms; a weight of 2 counts a term twice."""
        found = [(self.vocabulary[term], weight) for term, weight in terms.items() if term in self.vocabulary]
        if not found:
            return np.zeros(self.size)
        spans = [(int(self.indptr[column]), int(self.indptr[column + 1])) for column, _ in found]
        rows = np.concatenate([self.indices[start:end] for start, end in spans])
        weights = np.repeat([weight for _, weight in found], [end - start for start, end in spans])
        added = np.concatenate([self.data[start:end] for start, end in spans]) * weights
        return np.bincount(rows, weights=added, minlength=self.size).astype(np.float64, copy=False)

    def without(self, terms: Collection[str]) -> NDArray[np.bool_]:
        """Return for every passage whether none of `terms` stands in it."""
        none = np.ones(self.size, np.bool_)
        for column in (self.vocabulary[term] for term in terms if term in self.vocabulary):
            none[self.indices[self.indptr[column] : self.indptr[column + 1]]] = False
        return none

    def frequency(self, term: str) -> int:
        """Return in how many passages `term` stands."""
        column = self.vocabulary.get(term)
        return 0 if column is None else int(self.indptr[column + 1] - self.indptr[column])


def okapi(passages: Sequence[Sequence[str]]) -> SparseBM25:
    """Return the scores of `rank_bm25.BM25Okapi` with its defaults over passages given as lists of terms.

    A baseline to measure against: idf, k1 and b are those of BM25Okapi itself, only the sum is sparse.
    """
    model = BM25Okapi(passages)
    vocabulary = {term: column for column, term in enumerate(model.idf)}
    counted = [(row, vocabulary[term], count) for row, f in enumerate(model.doc_freqs) for term, count in f.items()]
    rows, columns, counts = np.array(counted, np.int64).reshape(-1, 3).T
    norms = model.k1 * (1 - model.b + model.b * np.array(model.doc_len) / model.avgdl)
    idf = np.array(list(model.idf.values()))
    added = idf[columns] * counts * (model.k1 + 1) / (counts + norms[rows])
    shape = (len(passages), len(vocabulary))
    matrix = sparse.csc_array((added.astype(np.float32), (rows, columns)), shape=shape)
    matrix.sort_indices()
    return SparseBM25(len(passages), vocabulary, matrix.indptr.astype(np.int64), matrix.indices, matrix.data)


def best_rows(scores: NDArray[np.float64], k: int) -> NDArray[np.intp]:
    """Return the rows of the `k` highest scores above zero, best first, ties by row."""
    if k <= 0:
        return np.zeros(0, np.intp)
    # The k-th best of a part is at most the k-th best of all: what lies below it needs no sorting.
    part = scores[::_PART]
    least = np.partition(part, -k)[-k] if k <= len(part) else 0.0
    rows = np.flatnonzero((scores >= least) & (scores > 0))
    return rows[np.lexsort((rows, -scores[rows]))][:k]
