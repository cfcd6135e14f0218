"""Candidates by consonants."""

import pytest

from qa_bot.text.skeleton import SkeletonIndex, arabic_skeleton, latin_skeletons, one_left_out


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("يرموك", "yarmouk"),
        ("قادسيه", "kadisiya"),
        ("خالد", "khaled"),
        ("خالد", "5alid"),
        ("عثمان", "osman"),
        ("عثمان", "uthman"),
        ("جابيه", "djabiya"),
        ("شام", "cham"),
        ("نوح", "nuh"),
        ("حمزه", "hamzah"),
        ("ذهبي", "zehebi"),
        ("ضرار", "dhirar"),
        ("قذافي", "gaddafi"),
    ],
)
def test_the_skeleton_of_a_word_is_among_those_of_its_spelling(arabic: str, latin: str) -> None:
    assert arabic_skeleton(arabic) in latin_skeletons(latin)


def test_candidates_have_the_same_consonants_or_one_more_or_less() -> None:
    words = ["يرموك", "يرمك", "يرم", "مرموقه", "بدر", "قرطبه"]
    found = [words[number] for number in SkeletonIndex(words).candidates("yarmouk")]
    assert found == ["يرموك", "يرمك", "يرم", "مرموقه"]


def test_too_short_a_skeleton_loses_nothing() -> None:
    assert one_left_out("BD") == []
    assert one_left_out("BDR") == ["DR", "BR", "BD"]


def test_an_empty_index_has_no_candidates() -> None:
    assert SkeletonIndex([]).candidates("badr") == []
