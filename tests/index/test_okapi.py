from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from qa_bot.index.bm25 import okapi

words = st.sampled_from(["وقعة", "اليرموك", "سنة", "خمس", "عشرة", "قاد", "الروم", "هرقل", "باهان", "في", "من"])
passages = st.lists(st.lists(words, min_size=1, max_size=12), min_size=2, max_size=8)


@given(passages, st.lists(words, max_size=5))
def test_the_sparse_sum_is_what_rank_bm25_computes(texts: list[list[str]], query: list[str]) -> None:
    expected = BM25Okapi(texts).get_scores(query)
    assert okapi(texts).scores(Counter(query)) == pytest.approx(expected, abs=1e-4)


def test_a_term_of_no_passage_adds_nothing() -> None:
    assert okapi([["بدر"], ["أحد"]]).scores({"تبوك": 1.0}).tolist() == [0.0, 0.0]
