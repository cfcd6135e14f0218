"""English words of questions, and the Arabic that texts use."""

import re

import pytest

from qa_bot.text.english_words import _rows, english_phrases, is_english


@pytest.mark.parametrize(
    ("text", "arabic"),
    [
        ("How many soldiers fought?", ["كم عدد", "جنود", "قاتل"]),
        ("the armies besieging it", ["", "جيوش", "حاصر", ""]),
        ("they stopped", ["", "توقف"]),
        ("the church of the resurrection", ["", "كنيسة القيامة"]),
        ("How long did it last?", ["كم دام", "", "", "دام"]),
        ("the last king", ["", "آخر", "ملك"]),
        ("متى Ajnadayn", []),
        ("", []),
    ],
)
def test_words_are_known_in_every_form_and_the_longest_phrase_counts(text: str, arabic: list[str]) -> None:
    assert [each.arabic for each in english_phrases(text)] == arabic


def test_a_phrase_is_parted_by_nothing_but_blanks() -> None:
    assert [each.arabic for each in english_phrases("how. many")] == ["كيف", "كثير"]


def test_a_phrase_is_found_where_it_stands() -> None:
    text = "متى كانت the battles؟"
    assert [each.span.of(text) for each in english_phrases(text)] == ["the", "battles"]


@pytest.mark.parametrize(("word", "expected"), [("armies", True), ("yarmuk", False), ("cathisma", False)])
def test_a_word_that_stands_in_phrases_alone_is_none_by_itself(word: str, expected: bool) -> None:
    assert is_english(word) is expected


def test_every_row_gives_an_english_word_once_and_arabic_or_nothing() -> None:
    rows = _rows()
    assert len({words for words, _, _ in rows}) == len(rows)
    assert [arabic for _, _, arabic in rows if not re.fullmatch(r"[\u0621-\u064a ]+|-", arabic)] == []
