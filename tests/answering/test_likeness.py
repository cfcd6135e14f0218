"""How sure it is that a written word means what an asked one does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.answering.likeness import likeness, one_edit_apart

ARABIC_WORDS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("asked", "written", "least", "most"),
    [
        ("تبوك", "تبوك", 1.0, 1.0),
        ("المسلمون", "والمسلمين", 0.9, 1.0),
        ("قاد", "قايد", 0.6, 0.8),
        ("مات", "وفاته", 0.6, 0.8),
        ("مكث", "اقام", 0.65, 0.75),
        ("اجنادين", "اجندين", 0.6, 0.8),
        ("تبوك", "اليرموك", 0.0, 0.0),
        ("634", "635", 0.0, 0.0),
    ],
)
def test_the_surer_two_words_mean_the_same_the_more_they_meet(
    asked: str, written: str, least: float, most: float
) -> None:
    assert least <= likeness(asked, written) <= most


@given(ARABIC_WORDS, ARABIC_WORDS)
def test_likeness_lies_between_nothing_and_the_same(asked: str, written: str) -> None:
    assert 0 <= likeness(asked, written) <= 1
    assert likeness(asked, asked) == 1


@given(ARABIC_WORDS, st.integers(0, 9), st.sampled_from("ابت"))
def test_a_letter_added_anywhere_is_one_edit(word: str, place: int, letter: str) -> None:
    assert one_edit_apart(word, word[:place] + letter + word[place:])


@given(ARABIC_WORDS, ARABIC_WORDS)
def test_one_edit_is_the_same_from_both_sides(first: str, second: str) -> None:
    assert one_edit_apart(first, second) == one_edit_apart(second, first)


@pytest.mark.parametrize(("asked", "written"), [("احد", "احدي"), ("عمر", "عمره")])
def test_words_that_are_alike_by_chance_do_not_meet(asked: str, written: str) -> None:
    assert likeness(asked, written) == likeness(written, asked) == 0.0
