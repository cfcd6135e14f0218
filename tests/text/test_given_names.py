"""Given names, bynames and names of origin."""

from collections import Counter

import pytest

from qa_bot.text.given_names import common_stems, given_names, name_stems, same_names, similar_names
from qa_bot.text.normalise import normalise
from qa_bot.text.romanise import NameWord, name_words


def test_no_name_has_two_lines() -> None:
    lines = Counter(name.arabic for name in given_names())
    assert [name for name, count in lines.items() if count > 1] == []


def test_names_are_arabic_words_with_one_scholarly_word_each() -> None:
    for name in given_names():
        assert all("\u0621" <= letter <= "\u064a" for letter in name.arabic), name
        assert all(len(name_words(spelling)) == 1 for spelling in name.latin), name


def test_the_article_stands_in_both_languages_or_in_none() -> None:
    for name in given_names():
        for spelling in name.latin:
            assert name_words(spelling)[0].article == (name.stem != normalise(name.arabic)), name


def test_common_names_are_some_of_all() -> None:
    assert common_stems() < name_stems()
    assert {"محمد", "حسين", "علي"} <= common_stems()


@pytest.mark.parametrize(
    ("latin", "same", "similar"),
    [
        ("hasan", {"حسن"}, {"حسن", "حسان"}),
        ("ḥasan", {"حسن"}, {"حسن"}),
        ("khaled", set(), {"خالد"}),
        ("xyz", set(), set()),
    ],
)
def test_names_are_found_by_their_letters_and_by_their_sound(latin: str, same: set[str], similar: set[str]) -> None:
    assert same_names(NameWord(latin)) == same
    assert similar_names(NameWord(latin)) == similar
