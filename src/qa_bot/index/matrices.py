"""From words to term counts: each spelling is normalised once, and sparse products do the rest."""

from array import array  # subscripted in quotes only: Python 3.11 has no array[int] at run time
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from qa_bot.index.fields import Field, Unit
from qa_bot.text.normalise import normalise
from qa_bot.text.terms import analyse
from qa_bot.text.tokenise import words

Counts = sparse.csr_array[Any, tuple[int, int]]


class FormNumbers(dict[str, int]):
    """The number of each spelling's normalised form; spellings that meet in one form share its number.

    A spelling gets its number when it is first asked for. `forms` holds the forms, ascending by number.
    """

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, int] = {}

    def __missing__(self, spelling: str) -> int:
        number = self[spelling] = self.forms.setdefault(normalise(spelling), len(self.forms))
        return number


@dataclass(slots=True)
class WordCounter:
    """Collects the words of passage after passage as numbers; `counts` gives the matrix of them all."""

    numbers: FormNumbers
    _columns: "array[int]" = field(default_factory=lambda: array("i"))
    _ends: "array[int]" = field(default_factory=lambda: array("q", [0]))

    def add(self, texts: Iterable[str]) -> int:
        """Take one passage's words from `texts`; return how many they were."""
        before = len(self._columns)
        numbers = self.numbers
        for text in texts:
            self._columns.extend([numbers[word] for word in words(text)])
        self._ends.append(len(self._columns))
        return len(self._columns) - before

    def counts(self) -> Counts:
        """Return how often each normalised form (column) stands in each passage (row)."""
        columns = np.array(self._columns, np.int32)
        ones = np.ones(len(columns), np.int32)
        shape = (len(self._ends) - 1, len(self.numbers.forms))
        matrix = sparse.csr_array((ones, columns, np.array(self._ends)), shape=shape)
        matrix.sum_duplicates()
        return matrix


@dataclass(slots=True)
class PassageCounter:
    """Counts the words of texts and of titles with headings, and knows which passages are one article's.

    `articles` are the numbers of the passages' articles, in the passages' order; they count from 0.
    """

    numbers: FormNumbers = field(default_factory=FormNumbers)
    articles: "array[int]" = field(default_factory=lambda: array("i"))
    _article_numbers: dict[Hashable, int] = field(default_factory=dict)
    text: WordCounter = field(init=False)
    title: WordCounter = field(init=False)

    def __post_init__(self) -> None:
        """Let both counters number words together."""
        self.text = WordCounter(self.numbers)
        self.title = WordCounter(self.numbers)

    def add(self, article: Hashable, text: str, titles: Iterable[str]) -> int:
        """Take one passage of an article, which anything may stand for; return how many words its text has."""
        self.articles.append(self._article_numbers.setdefault(article, len(self._article_numbers)))
        self.title.add(titles)
        return self.text.add([text])

    def counted(self) -> "WordCounts":
        """Return the counts of everything taken so far."""
        by_article = _by_article(np.array(self.articles, np.int32), len(self._article_numbers))
        return WordCounts(tuple(self.numbers.forms), self.text.counts(), self.title.counts(), by_article)


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How often each normalised form (column) stands in each passage's text and titles (row).

    `by_article` is the matrix (articles, passages) which sums the passages of each article.
    """

    forms: tuple[str, ...]
    text: Counts
    title: Counts
    by_article: Counts

    def of_field(self, spec: Field) -> tuple[list[str], Counts]:
        """Return a field's terms in order, and how often each (column) stands in each unit (row)."""
        terms, by_form = _terms_of(self.forms, spec.analyser)
        counted = self._of_passages(spec) @ by_form
        if spec.unit is Unit.ARTICLE:
            counted = self.by_article @ counted
        return _without_unused(terms, sparse.csr_array(counted))

    def _of_passages(self, spec: Field) -> Counts:
        match spec.with_text, spec.with_title:
            case True, True:
                return sparse.csr_array(self.text + self.title)
            case True, False:
                return self.text
            case _:
                return self.title


def _terms_of(forms: Sequence[str], analyser: str) -> tuple[list[str], Counts]:
    """Return the terms in order, and how often each (column) is made from each form (row)."""
    # A lone hamza has no form, and so no terms.
    made = [analyse([form] if form else [], analyser) for form in forms]
    terms = sorted({term for each in made for term in each})
    columns = {term: column for column, term in enumerate(terms)}
    indices = np.array([columns[term] for each in made for term in each], np.int32)
    indptr = np.cumsum([0, *map(len, made)])
    matrix = sparse.csr_array((np.ones(len(indices), np.int32), indices, indptr), shape=(len(made), len(terms)))
    matrix.sum_duplicates()
    return terms, matrix


def _without_unused(terms: list[str], counts: Counts) -> tuple[list[str], Counts]:
    """Return only the terms that stand somewhere: titles use few of those that the texts have."""
    used = np.flatnonzero(np.bincount(counts.indices, minlength=len(terms)))
    return [terms[column] for column in used], counts[:, used]


def _by_article(rows: NDArray[np.int32], articles: int) -> Counts:
    ones = np.ones(len(rows), np.int32)
    return sparse.csr_array((ones, (rows, np.arange(len(rows)))), shape=(articles, len(rows)))
