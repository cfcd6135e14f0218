import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.bot.cut import fitting, length_utf16, one_line, shorten

FATHA, SHADDA = "\u064e", "\u0651"
PIECES = st.sampled_from(["م", "ح", "د", FATHA, SHADDA, " ", ".", "👨\u200d👩", "🇪🇬"])
VOWELLED = st.lists(PIECES, max_size=40).map("".join)


@given(VOWELLED, st.integers(0, 60))
def test_what_fits_is_within_the_limit_and_begins_the_text(text: str, limit: int) -> None:
    shown = shorten(text, limit)
    assert length_utf16(shown) <= limit
    assert text.startswith(shown)


@given(VOWELLED, st.integers(0, 60))
def test_no_mark_is_cut_from_its_letter(text: str, limit: int) -> None:
    text = f"م{text}"
    rest = text[fitting(text, limit) :]
    assert not rest or not unicodedata.combining(rest[0])


@given(st.text(st.characters(codec="utf-8")))
def test_length_is_that_of_utf_16(text: str) -> None:
    assert length_utf16(text) == len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("limit", "shown"),
    [(30, "وقعت بدر. ثم كانت أحد."), (18, "وقعت بدر."), (6, "وقعت"), (1, "و")],
)
def test_a_cut_falls_after_a_sentence_else_a_word_else_a_letter(limit: int, shown: str) -> None:
    assert shorten("وقعت بدر. ثم كانت أحد.", limit) == shown


def test_a_family_of_emoji_is_never_parted() -> None:
    assert shorten("👨\u200d👩\u200d👧", 4) == ""


def test_one_line_says_where_something_was_left_out() -> None:
    assert one_line("تاريخ الرسل\n والملوك", 12) == "تاريخ الرسل…"
