"""Words bare of what is joined to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.answering.core import core, lemma, without_proclitic

ARABIC_WORDS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("word", "bare"),
    [("لبدر", "بدر"), ("وبالشام", "شام"), ("للمسلمين", "مسلمين"), ("بدر", "بدر"), ("ولد", "ولد"), ("وال", "وال")],
)
def test_what_is_joined_to_the_front_is_taken_off_while_three_letters_stay(word: str, bare: str) -> None:
    assert without_proclitic(word) == bare


@pytest.mark.parametrize(
    ("word", "bare"), [("دفنوه", "دفن"), ("حاصروها", "حاصر"), ("والمسلمون", "مسلم"), ("بدر", "بدر"), ("مات", "مات")]
)
def test_pronouns_and_plurals_are_taken_off_while_three_letters_stay(word: str, bare: str) -> None:
    assert core(word) == bare


@given(ARABIC_WORDS)
def test_what_is_left_of_a_word_stands_in_it(word: str) -> None:
    assert core(word) in word
    assert len(core(word)) >= min(3, len(word))


def test_a_noun_that_writes_its_case_is_one_word_in_all() -> None:
    assert [lemma(word) for word in ("ابو", "لابي", "وابا", "بني", "بدر")] == ["ابو", "ابو", "ابو", "بنو", "بدر"]
