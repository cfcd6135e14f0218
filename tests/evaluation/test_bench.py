import math
from dataclasses import replace

import numpy as np
import pytest

from qa_bot.evaluation import bench
from qa_bot.evaluation.bench import BenchReport, bench_bm25, bench_table
from qa_bot.evaluation.table import Table
from qa_bot.index.bm25 import SparseBM25

REPORT = BenchReport(
    passages=20_000,
    terms=79_661,
    postings=5_463_106,
    questions=25,
    k=10,
    rank_bm25_ms=201.9,
    sparse_ms=0.5,
    difference=5.9e-8,
    same_best=25,
)


def test_both_ways_give_the_same_scores_and_the_same_best() -> None:
    report = bench_bm25(300, questions=6, k=5)
    assert (report.passages, report.questions, report.k) == (300, 6, 5)
    assert report.difference < 1e-5
    assert report.same_best == 6
    assert report.rank_bm25_ms > 0
    assert report.sparse_ms > 0


def test_one_seed_makes_the_same_texts_and_another_seed_others() -> None:
    first, again, other = (bench_bm25(20, questions=1, seed=seed) for seed in (1, 1, 2))
    assert (first.terms, first.postings) == (again.terms, again.postings)
    assert (first.terms, first.postings) != (other.terms, other.postings)


def test_a_wrong_score_does_not_pass_for_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    right = SparseBM25.scores
    monkeypatch.setattr(SparseBM25, "scores", lambda self, terms: right(self, terms) * 1.01)
    report = bench_bm25(50, questions=3)
    assert report.difference == pytest.approx(0.01, rel=1e-3)
    assert report.same_best == 0


@pytest.mark.parametrize(
    ("expected", "scores", "difference"),
    [
        ([1.0, 2.0], [1.0, 2.0], 0.0),
        ([1.0, 2.0], [1.0, 2.5], 0.25),
        ([0.0, 2.0], [0.0, 2.0], 0.0),
        ([0.0, 2.0], [0.1, 2.0], math.inf),
        ([1.0], [0.0], 1.0),
        ([], [], 0.0),
    ],
)
def test_the_difference_is_the_largest_part_of_an_expected_score(
    expected: list[float], scores: list[float], difference: float
) -> None:
    assert bench._relative_difference(np.array(expected), np.array(scores)) == difference


def test_the_report_is_a_table_of_medians_and_their_ratio() -> None:
    assert bench_table(REPORT) == Table(
        title="BM25 over 20,000 passages",
        columns=("", "a question", "times as fast"),
        rows=(
            ("rank_bm25, get_scores", "201.90 ms", "1"),
            ("the index, scores and best 10", "0.50 ms", "404"),
        ),
        note=(
            "Medians of 25 questions over 79,661 terms and 5,463,106 postings; scores differ by 6e-08 of their "
            "size at most, 25 of 25 questions have the same best scores."
        ),
    )


def test_the_ratio_tells_how_many_times_faster_the_index_is() -> None:
    assert replace(REPORT, rank_bm25_ms=150.0, sparse_ms=0.5).ratio == 300.0
