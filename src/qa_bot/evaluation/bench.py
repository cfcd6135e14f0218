"""How fast the index is beside the library that defines its scores, on texts which anyone can make anew."""

import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from qa_bot.evaluation.synthetic import arabic_looking_words, zipfian_passages
from qa_bot.evaluation.table import Table
from qa_bot.index.bm25 import LuceneBM25, SparseBM25, best_rows
from qa_bot.index.fields import FIELDS
from qa_bot.text.terms import char_grams

_VOCABULARY = 40_000
_QUESTION_WORDS = (3, 8)

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class BenchReport:
    """What one run measured, both ways on the same terms; times are processor time a question, in milliseconds.

    `rank_bm25_ms` is the median time of the library's `get_scores` alone, `sparse_ms` that of our scores and
    the `k` best rows of them. `difference` is the largest relative difference between two scores of one
    passage, over all questions and passages. `same_best` counts the questions whose `k` best scores agree to
    within one part in 100,000.
    """

    passages: int
    terms: int
    postings: int
    questions: int
    k: int
    rank_bm25_ms: float
    sparse_ms: float
    difference: float
    same_best: int

    @property
    def ratio(self) -> float:
        """Return how many times faster the sparse matrix is."""
        return self.rank_bm25_ms / self.sparse_ms


def bench_bm25(passages: int = 20_000, *, questions: int = 25, k: int = 10, seed: int = 628) -> BenchReport:
    """Return how `SparseBM25` compares with rank_bm25 on synthetic passages, in terms of four letters.

    For 20,000 passages it takes some 15 seconds and 600 MB of memory, nearly all of them the library's.
    """
    texts, asked = _texts_and_questions(passages, questions, np.random.default_rng(seed))
    (field,) = (field for field in FIELDS if field.name == "body")
    library = LuceneBM25(texts, k1=field.k1, b=field.b)
    ours = SparseBM25.of(texts, k1=field.k1, b=field.b)
    # Before the clocks run: the first question also warms caches up.
    both = [(library.get_scores(terms), ours.scores(Counter(terms))) for terms in asked]
    return BenchReport(
        passages=passages,
        terms=len(ours.vocabulary),
        postings=len(ours.indices),
        questions=questions,
        k=k,
        rank_bm25_ms=_median_ms([partial(library.get_scores, terms) for terms in asked], repeats=1),
        sparse_ms=_median_ms([partial(_best, ours, terms, k) for terms in asked], repeats=5),
        difference=max(_relative_difference(theirs, mine) for theirs, mine in both),
        same_best=sum(_same_best(theirs, mine, k) for theirs, mine in both),
    )


def _texts_and_questions(
    passages: int, questions: int, rng: np.random.Generator
) -> tuple[list[list[str]], list[list[str]]]:
    """Return the terms of passages, and of questions whose words were taken from one passage each."""
    grams = [char_grams(word) for word in arabic_looking_words(_VOCABULARY, rng)]
    drawn = zipfian_passages(passages, _VOCABULARY, rng)
    sizes = rng.integers(*_QUESTION_WORDS, size=questions, endpoint=True)
    asked = [rng.choice(drawn[rng.integers(passages)], size=size, replace=False) for size in sizes]
    return [_terms(numbers, grams) for numbers in drawn], [_terms(numbers, grams) for numbers in asked]


def _terms(numbers: NDArray[np.intp], grams: Sequence[list[str]]) -> list[str]:
    return [gram for number in numbers for gram in grams[number]]


def _best(index: SparseBM25, terms: Sequence[str], k: int) -> NDArray[np.intp]:
    return best_rows(index.scores(Counter(terms)), k)


def _median_ms(calls: Sequence[Callable[[], object]], *, repeats: int) -> float:
    """Return the median over the calls of each one's median time."""
    return statistics.median(statistics.median(_ms(call) for _ in range(repeats)) for call in calls)


def _ms(call: Callable[[], object]) -> float:
    # The processor's time: other programs don't count, and no call here works in more than one thread.
    started = time.process_time()
    call()
    return (time.process_time() - started) * 1000


def _relative_difference(expected: Scores, scores: Scores) -> float:
    """Return the largest difference as a part of the expected score; infinite where only one of them is zero."""
    apart = np.abs(expected - scores)
    relative = np.divide(apart, np.abs(expected), out=np.where(apart > 0, np.inf, 0.0), where=expected != 0)
    return float(relative.max(initial=0.0))


def _same_best(expected: Scores, scores: Scores, k: int) -> bool:
    # Scores and not rows: ties may stand in another order.
    best, ours = np.sort(expected)[-k:], np.sort(scores)[-k:]
    return bool(np.allclose(best, ours, rtol=1e-5, atol=0))


def bench_table(report: BenchReport) -> Table:
    """Return the report as a table: a row for the library and one for the index."""
    return Table(
        title=f"BM25 over {report.passages:,} passages",
        columns=("", "a question", "times as fast"),
        rows=(
            ("rank_bm25, get_scores", f"{report.rank_bm25_ms:.2f} ms", "1"),
            (f"the index, scores and best {report.k}", f"{report.sparse_ms:.2f} ms", f"{report.ratio:.0f}"),
        ),
        note=(
            f"Medians of {report.questions} questions over {report.terms:,} terms and {report.postings:,} postings; "
            f"scores differ by {report.difference:.0e} of their size at most, "
            f"{report.same_best} of {report.questions} questions have the same best scores."
        ),
    )
