"""From words to term counts: each spelling is analysed once, and sparse products do the rest."""

from array import array  # subscripted in quotes only: Python 3.11 has no array[int] at run time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy import sparse

from qa_bot.index.fields import Field, Unit
from qa_bot.text.normalise import normalise
from qa_bot.text.terms import analyse
from qa_bot.text.tokenise import words

Counts = sparse.csr_array[Any]


@dataclass(slots=True)
class WordCounter:
    """Collects the words of passage after passage as numbers; `counts` gives the matrix of them all."""

    numbers: dict[str, int]
    _columns: "array[int]" = field(default_factory=lambda: array("i"))
    _ends: "array[int]" = field(default_factory=lambda: array("q", [0]))

    def add(self, texts: Iterable[str]) -> int:
        """Take one passage's words from `texts`; return how many they were."""
        before = len(self._columns)
        numbers = self.numbers
        for text in texts:
            self._columns.extend([numbers.setdefault(word, len(numbers)) for word in words(text)])
        self._ends.append(len(self._columns))
        return len(self._columns) - before

    def counts(self) -> Counts:
        """Return how often each spelling (column) stands in each passage (row)."""
        columns = np.frombuffer(self._columns, np.int32) if self._columns else np.zeros(0, np.int32)
        ones = np.ones(len(columns), np.int32)
        shape = (len(self._ends) - 1, len(self.numbers))
        matrix = sparse.csr_array((ones, columns, np.array(self._ends)), shape=shape)
        matrix.sum_duplicates()
        return matrix


@dataclass(slots=True)
class PassageCounter:
    """Counts the words of texts and of titles with headings, and knows which passages are one document's."""

    spellings: dict[str, int] = field(default_factory=dict)
    documents: "array[int]" = field(default_factory=lambda: array("i"))
    text: WordCounter = field(init=False)
    title: WordCounter = field(init=False)

    def __post_init__(self) -> None:
        """Let both counters number spellings together."""
        self.text = WordCounter(self.spellings)
        self.title = WordCounter(self.spellings)

    def add(self, document_row: int, text: str, titles: Iterable[str]) -> int:
        """Take one passage; return how many words its text has."""
        self.documents.append(document_row)
        self.title.add(titles)
        return self.text.add([text])

    def field_counts(self, spec: Field) -> tuple[list[str], Counts]:
        """Return a field's terms in order, and how often each (column) stands in each unit (row)."""
        terms, by_spelling = _terms_of(list(self.spellings), spec.analyser)
        shape = (len(self.documents), len(self.spellings))
        counted = sparse.csr_array(shape, dtype=np.int32)
        if spec.with_text:
            counted = counted + _widened(self.text.counts(), shape)
        if spec.with_title:
            counted = counted + _widened(self.title.counts(), shape)
        if spec.unit is Unit.DOCUMENT:
            counted = _by_document(self.documents) @ counted
        return terms, sparse.csr_array(counted @ by_spelling)


def _terms_of(spellings: Sequence[str], analyser: str) -> tuple[list[str], Counts]:
    """Return the terms in order, and how often each (column) is made from each spelling (row)."""
    made = [analyse(filter(None, [normalise(spelling)]), analyser) for spelling in spellings]
    terms = sorted({term for each in made for term in each})
    columns = {term: column for column, term in enumerate(terms)}
    indices = np.array([columns[term] for each in made for term in each], np.int32)
    indptr = np.cumsum([0, *map(len, made)])
    matrix = sparse.csr_array(
        (np.ones(len(indices), np.int32), indices, indptr), shape=(len(made), len(terms))
    )
    matrix.sum_duplicates()
    return terms, matrix


def _widened(counts: Counts, shape: tuple[int, int]) -> Counts:
    # One counter may have met spellings that the other numbered later.
    return sparse.csr_array((counts.data, counts.indices, counts.indptr), shape=shape)


def _by_document(rows: "array[int]") -> Counts:
    """Return the matrix (documents, passages) that sums the passages of each document."""
    documents = np.frombuffer(rows, np.int32) if rows else np.zeros(0, np.int32)
    size = int(documents.max()) + 1 if len(documents) else 0
    ones = np.ones(len(documents), np.int32)
    return sparse.csr_array((ones, (documents, np.arange(len(documents)))), shape=(size, len(documents)))
