import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from qa_bot.index.bm25 import LuceneBM25, SparseBM25, best_rows, lucene_idf

PARAMETERS = st.sampled_from([(0.6, 0.6), (1.2, 0.75), (1.5, 0.0), (0.9, 0.95)])
TERMS = st.sampled_from(["بدر", "أحد", "حنين", "تبوك", "مؤتة", "خيبر", "اليرموك"])
PASSAGES = st.lists(st.lists(TERMS, max_size=12), min_size=1, max_size=20).filter(any)
QUERIES = st.lists(TERMS | st.just("قرطبة"), max_size=8)


def weighted(query: list[str]) -> dict[str, float]:
    return {term: float(query.count(term)) for term in query}


@given(PASSAGES, QUERIES, PARAMETERS)
def test_the_sparse_scores_are_those_of_rank_bm25(
    passages: list[list[str]], query: list[str], parameters: tuple[float, float]
) -> None:
    k1, b = parameters
    expected = LuceneBM25(passages, k1=k1, b=b).get_scores(query)
    scores = SparseBM25.of(passages, k1=k1, b=b).scores(weighted(query))
    np.testing.assert_allclose(scores, expected, rtol=1e-5)


@given(PASSAGES, QUERIES, st.integers(min_value=0, max_value=25))
def test_the_best_rows_are_those_of_rank_bm25_with_ties_in_order(
    passages: list[list[str]], query: list[str], k: int
) -> None:
    scores = SparseBM25.of(passages, k1=0.6, b=0.6).scores(weighted(query))
    ordered = sorted((row for row in range(len(passages)) if scores[row] > 0), key=lambda row: (-scores[row], row))
    assert best_rows(scores, k).tolist() == ordered[:k]


def test_a_score_is_what_the_formula_says() -> None:
    passages = [["بدر", "يوم", "بدر"], ["يوم"], ["أحد", "يوم"]]
    scores = SparseBM25.of(passages, k1=0.6, b=0.6).scores({"بدر": 1.0})
    # idf = ln(1 + (3 - 1 + 0.5) / (1 + 0.5)) = 0.98083; tf 2, length 3 of mean 2:
    # 0.98083 * 2 * 1.6 / (2 + 0.6 * (0.4 + 0.6 * 3 / 2)) = 1.12900
    assert scores.tolist() == pytest.approx([1.12900, 0.0, 0.0], abs=1e-4)


def test_a_frequent_term_weighs_less_than_a_rare_one_which_rank_bm25_alone_gets_wrong() -> None:
    rare = [[f"{passage}:{word}" for word in range(4)] for passage in range(9)]
    passages = [["في", *words] for words in rare[:5]] + [["في", "بدر", *words] for words in rare[5:]]
    theirs, ours = BM25Okapi(passages).idf, LuceneBM25(passages).idf
    assert theirs["في"] > theirs["بدر"]
    assert ours["بدر"] > ours["في"] > 0


@pytest.mark.parametrize(
    ("df", "size", "idf"), [(1, 1, 0.28768), (1, 10, 1.99243), (5, 10, 0.69315), (10, 10, 0.04652)]
)
def test_the_idf_is_lucenes(df: int, size: int, idf: float) -> None:
    assert lucene_idf(df, size) == pytest.approx(idf, abs=1e-5)


def test_a_single_passage_still_scores_above_zero() -> None:
    assert SparseBM25.of([["بدر"]], k1=0.6, b=0.6).scores({"بدر": 1.0})[0] > 0


def test_a_weight_counts_like_so_many_occurrences_in_the_question() -> None:
    passages = [["بدر", "يوم"], ["يوم", "أحد"], ["أحد"]]
    expected = LuceneBM25(passages, k1=0.6, b=0.6).get_scores(["يوم", "يوم", "أحد"])
    scores = SparseBM25.of(passages, k1=0.6, b=0.6).scores({"يوم": 2.0, "أحد": 1.0})
    assert scores.tolist() == pytest.approx(expected.tolist(), rel=1e-6)


def test_frequency_counts_the_passages_that_hold_a_term() -> None:
    index = SparseBM25.of([["بدر", "بدر"], ["بدر"], ["أحد"]], k1=0.6, b=0.6)
    assert [index.frequency(term) for term in ("بدر", "أحد", "حنين")] == [2, 1, 0]


def test_nothing_indexed_scores_nothing() -> None:
    assert SparseBM25.of([], k1=0.6, b=0.6).scores({"بدر": 1.0}).tolist() == []
    assert SparseBM25.of([[], []], k1=0.6, b=0.6).scores({"بدر": 1.0}).tolist() == [0.0, 0.0]


@pytest.mark.parametrize(
    ("scores", "k", "rows"),
    [
        ([1.0, 3.0, 2.0], 2, [1, 2]),
        ([2.0, 1.0, 2.0, 2.0], 2, [0, 2]),
        ([0.0, 1.0, 0.0], 3, [1]),
        ([0.0, 0.0], 1, []),
        ([1.0], 0, []),
        ([1.0], -1, []),
        ([], 5, []),
    ],
)
def test_best_rows_come_best_first_ties_in_order_and_never_without_a_score(
    scores: list[float], k: int, rows: list[int]
) -> None:
    assert best_rows(np.array(scores), k).tolist() == rows


@given(st.lists(st.integers(-1, 5).map(float), max_size=100), st.integers(1, 40))
def test_best_rows_are_those_that_a_whole_sort_puts_first(scores: list[float], k: int) -> None:
    positive = [row for row, score in enumerate(scores) if score > 0]
    expected = sorted(positive, key=lambda row: -scores[row])[:k]
    assert best_rows(np.array(scores), k).tolist() == expected


def test_passages_without_any_of_the_terms_are_told() -> None:
    index = SparseBM25.of([["بدر"], ["أحد", "بدر"], ["حنين"], []], k1=0.6, b=0.6)
    assert index.without({"بدر"}).tolist() == [False, False, True, True]
    assert index.without({"أحد", "حنين", "تبوك"}).tolist() == [True, False, False, True]
    assert index.without(()).tolist() == [True, True, True, True]
