import pytest

from qa_bot.answering.known_words import is_known, is_small, names

TEXTS = {"اليرموك": 3, "سيوف": 1}


@pytest.mark.parametrize("word", ["اليرموك", "باليرموك", "واليرموك", "وسيوف", "متي", "ومتي", "قادها", "حطين", "الي"])
def test_words_of_texts_and_questions_relations_and_names_are_known(word: str) -> None:
    assert is_known(word, TEXTS)


@pytest.mark.parametrize("word", ["اليرموظ", "الزلابيه"])
def test_other_words_are_not(word: str) -> None:
    assert not is_known(word, TEXTS)


def test_small_words_ask_or_carry_nothing() -> None:
    assert is_small("متي")
    assert is_small("وفي")
    assert not is_small("بدر")


def test_a_name_is_given_as_it_is_written() -> None:
    assert names()["موته"] == "مؤتة"
