"""Words that ask, and nouns that tell what is asked for."""

import pytest

from qa_bot.answering.question_words import asking_words, kind_of_noun, question_words
from qa_bot.model.answer import QuestionKind
from qa_bot.text.normalise import normalise


def test_tables_are_read_in_the_form_that_questions_are_written_in() -> None:
    assert [word for word in (*question_words(), *kind_of_noun()) if word != normalise(word)] == []


def test_question_words_of_many_countries_ask_alike() -> None:
    kinds = question_words()
    assert {kinds[normalise(word)] for word in ("متى", "امتى", "وقتاش", "when")} == {QuestionKind.WHEN}
    assert {kinds[normalise(word)] for word in ("أين", "وين", "فين", "where")} == {QuestionKind.WHERE}


@pytest.mark.parametrize(
    ("word", "asking"), [("وبماذا", "ماذا"), ("فمتي", "متي"), ("بكم", "كم"), ("ولمن", "من"), ("علام", "علام")]
)
def test_a_word_asks_with_particles_in_front(word: str, asking: str) -> None:
    assert asking in asking_words(word)


@pytest.mark.parametrize("word", ["تبوك", "و", "بل"])
def test_other_words_ask_nothing(word: str) -> None:
    assert asking_words(word) == ()
