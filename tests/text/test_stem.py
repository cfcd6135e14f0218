import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import golden_rows
from qa_bot.text.stem import light10


@pytest.mark.parametrize(("word", "stem"), golden_rows("light10.tsv"))
def test_stems_follow_the_rules_of_light10(word: str, stem: str) -> None:
    assert light10(word) == stem


@given(st.text("والبكفلهانتيةسمر", max_size=12))
def test_a_stem_is_part_of_its_word_and_keeps_two_letters(word: str) -> None:
    stem = light10(word)
    assert stem in word
    assert len(stem) >= min(2, len(word))
