import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.text.tokenise import Token, tokenise, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("، . « » ؟", []),
        ("قُرَيْشٌ", ["قُرَيْشٌ"]),
        ("سنة 13هـ/634م", ["سنة", "13", "هـ", "634", "م"]),
        ("(634)", ["634"]),
        ("في ٦٣٤م", ["في", "٦٣٤", "م"]),
        ("عبد_الله", ["عبد", "الله"]),
        ("أبو-بكر", ["أبو", "بكر"]),
        ("يرموكYarmūk", ["يرموك", "Yarmūk"]),
        ("Ḫa\u0304lid", ["Ḫa\u0304lid"]),
        ("قال:﴿نعم﴾", ["قال", "نعم"]),
        ("ا\ufeffلله", ["ا\ufeffلله"]),
        ("سطر\nآخر", ["سطر", "آخر"]),
    ],
)
def test_text_is_cut_into_words(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_tokens_remember_where_they_stand_in_the_vowelled_text() -> None:
    assert tokenise("فِي أَجْنَادَيْنِ، سنةَ ١٣") == [
        Token(0, 3, "في"),
        Token(4, 17, "اجنادين"),
        Token(19, 23, "سنه"),
        Token(24, 26, "13"),
    ]


def test_a_lone_hamza_is_a_word_and_no_token() -> None:
    assert words("ء ب") == ["ء", "ب"]
    assert tokenise("ء ب") == [Token(2, 3, "ب")]


def test_a_mark_without_a_letter_before_it_is_no_word() -> None:
    assert words("\u064eبدر \u0651") == ["بدر"]


@given(st.text())
def test_tokens_ascend_and_never_overlap(text: str) -> None:
    spans = [token.span for token in tokenise(text)]
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))
    assert all(span.of(text) in words(text) for span in spans)


@given(st.text())
def test_no_letter_is_lost_between_words(text: str) -> None:
    assert [letter for letter in text if letter.isalpha()] == [
        letter for word in words(text) for letter in word if letter.isalpha()
    ]
