"""Passages in the order that their sentences speak for."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from asked import found, ranked, weighed
from qa_bot.answering.rerank import rerank
from qa_bot.index.learned import learned

TEXTS = ("انهزم الروم في الشام.", "كانت معركة اليرموك سنة 15هـ.", "ونزل الجيش على نهر اليرموك.")
QUESTION = "متى كانت معركة اليرموك؟"


def test_a_passage_whose_sentence_answers_comes_before_one_found_a_little_better() -> None:
    hits = found(*TEXTS, scores=[5.1, 5.0, 4.9])
    ordered = rerank(weighed(QUESTION), hits, ranked(QUESTION, hits))
    assert ordered[0].passage.text == TEXTS[1]
    assert [hit.rank for hit in ordered] == [1, 2, 3]


def test_a_passage_found_far_better_stays_first() -> None:
    hits = found(*TEXTS, scores=[500.0, 5.0, 4.9])
    assert rerank(weighed(QUESTION), hits, ranked(QUESTION, hits))[0].passage.text == TEXTS[0]


def test_passages_that_were_not_read_keep_their_score_and_stay_behind() -> None:
    hits = found(*TEXTS, scores=[5.0, 4.0, 3.0])
    ordered = rerank(weighed(QUESTION), hits, ranked(QUESTION, hits[:2]))
    assert ordered[-1] == hits[2]


def test_without_sentences_nothing_changes() -> None:
    hits = found(*TEXTS, scores=[5.0, 4.0, 3.0])
    assert rerank(weighed(QUESTION), hits, []) == hits


def test_equal_passages_keep_their_order() -> None:
    hits = found(TEXTS[0], TEXTS[0])
    assert [hit.passage.id for hit in rerank(weighed(QUESTION), hits, ranked(QUESTION, hits))] == ["d:0", "d:1"]


def test_where_sentences_are_worth_nothing_the_order_stays() -> None:
    hits = found(*TEXTS, scores=[5.1, 5.0, 4.9])
    assert rerank(weighed(QUESTION), hits, ranked(QUESTION, hits), 0.0) == hits


@given(st.lists(st.floats(0.1, 50), min_size=3, max_size=3), st.lists(st.floats(-9, 9), min_size=3, max_size=3))
def test_scores_descend_with_rank_and_never_fall(scores: list[float], told: list[float]) -> None:
    hits = found(*TEXTS, scores=sorted(scores, reverse=True))
    candidates = [replace(each, score=score) for each, score in zip(ranked(QUESTION, hits), told, strict=True)]
    ordered = rerank(weighed(QUESTION), hits, candidates)
    assert [hit.rank for hit in ordered] == [1, 2, 3]
    assert all(before.score >= after.score for before, after in pairwise(ordered))
    before = {hit.passage.id: hit.score for hit in hits}
    assert all(hit.score >= before[hit.passage.id] for hit in ordered)


def test_what_a_sentence_is_worth_was_learned() -> None:
    assert learned().of("passage", ["sentence"])[0] > 0
