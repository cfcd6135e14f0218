"""One romanised word against the words of an index."""

import pytest

from qa_bot.text.romanise import NameWord
from qa_bot.text.word_reader import WordReader


def read(vocabulary: dict[str, int], word: NameWord) -> list[str]:
    return [option.arabic for option in WordReader(vocabulary).read(word)]


def test_the_cheapest_spelling_comes_first() -> None:
    assert read({"سمرقند": 1, "سمرقندي": 1, "سمر": 1}, NameWord("samarkand"))[0] == "سمرقند"


def test_of_two_words_that_fit_alike_the_more_frequent_comes_first() -> None:
    # Nothing tells ت from ط, ك from ق in «tk».
    rare, frequent = read({"تكس": 1, "تكص": 900}, NameWord("taks"))
    assert (rare, frequent) == ("تكص", "تكس")


def test_a_name_comes_before_another_word_of_the_same_consonants() -> None:
    assert read({"حصن": 40, "حسن": 40}, NameWord("hasan"))[0] == "حسن"


@pytest.mark.parametrize(("article", "first"), [(True, "المنذر"), (False, "منذر")])
def test_an_article_is_kept_where_it_is_written(article: bool, first: str) -> None:
    assert read({"منذر": 3, "المنذر": 3}, NameWord("mundhir", article=article))[0] == first


def test_without_another_word_the_article_hurts_nothing() -> None:
    assert read({"اليرموك": 3}, NameWord("yarmuk")) == ["اليرموك"]
    assert read({"يرموك": 3}, NameWord("yarmuk", article=True)) == ["يرموك"]


def test_a_precise_spelling_tells_words_apart_that_a_loose_one_does_not() -> None:
    vocabulary = {"سباط": 3, "ساباط": 3, "صباط": 3}
    assert read(vocabulary, NameWord("ṣabāṭ"))[0] == "صباط"
    assert read(vocabulary, NameWord("sābāṭ"))[0] == "ساباط"


def test_names_are_shown_with_their_hamzas() -> None:
    assert read({"احمد": 9, "اجنادين": 2}, NameWord("ahmad")) == ["أحمد"]


def test_latin_words_and_numbers_of_an_index_are_no_candidates() -> None:
    assert read({"yarmuk": 4, "634": 2, "يرموك": 1}, NameWord("yarmuk")) == ["يرموك"]


def test_an_empty_index_has_no_words() -> None:
    assert read({}, NameWord("badr")) == []
