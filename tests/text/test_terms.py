import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.text.normalise import normalise
from qa_bot.text.terms import ANALYSERS, ANALYSIS_VERSION, analyse, char_grams
from qa_bot.text.tokenise import words

SENTENCE = "وكانت غزوةُ تبوكٍ في رجبٍ سنة ٩هـ؛ Tabūk"


@pytest.mark.parametrize(
    ("word", "grams"),
    [
        ("في", ["_في_"]),
        ("بدر", ["_بدر", "بدر_"]),
        ("تبوك", ["_تبو", "تبوك", "بوك_"]),
        ("ل", ["_ل_"]),
        ("634", ["_634", "634_"]),
    ],
)
def test_grams_stay_inside_the_word_and_mark_its_borders(word: str, grams: list[str]) -> None:
    assert char_grams(word) == grams


@given(st.text("ابتثجحخدذرز", min_size=1, max_size=20), st.integers(min_value=2, max_value=6))
def test_grams_overlap_by_all_but_one_letter(word: str, n: int) -> None:
    grams = char_grams(word, n)
    assert grams[0] + "".join(gram[-1] for gram in grams[1:]) == f"_{word}_"
    assert all(len(gram) == n for gram in grams) or grams == [f"_{word}_"]


def test_repeated_words_make_repeated_terms_in_order() -> None:
    assert analyse(["تبوك", "في", "تبوك"], "word") == ["تبوك", "في", "تبوك"]
    assert analyse(["بدر", "بدر"], "char4") == ["_بدر", "بدر_", "_بدر", "بدر_"]


def test_a_change_of_terms_comes_with_a_new_analysis_version() -> None:
    """Whoever has to change these terms raises the version: old indexes hold the old terms."""
    made = {name: analyse(map(normalise, words(SENTENCE)), name) for name in ANALYSERS}
    assert (ANALYSIS_VERSION, made["word"]) == (
        2,
        ["وكانت", "غزوه", "تبوك", "في", "رجب", "سنه", "9", "ه", "tabuk"],
    )
    assert made["stem"] == ["كانت", "غزو", "تبوك", "في", "رجب", "سن", "9", "ه", "tabuk"]
    assert made["char4"][:7] == ["_وكا", "وكان", "كانت", "انت_", "_غزو", "غزوه", "زوه_"]
