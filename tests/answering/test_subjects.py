"""Words that start a subject of their own."""

import pytest

from qa_bot.answering.subjects import subject_words
from qa_bot.model.corpus import DocumentCard, Metadata

LIBRARY = [
    DocumentCard("a", Metadata("أيام القعقاع مع الروم في معركة الفراض"), 1, 5),
    DocumentCard("c", Metadata("خبر عبد الرحمن بن عوف"), 1, 5),
    DocumentCard("b", Metadata("هامش مجهول", titled=False), 1, 5),
]


@pytest.mark.parametrize("word", ["القعقاع", "الفراض"])
def test_a_word_of_a_title_is_a_subject(word: str) -> None:
    assert subject_words(LIBRARY)(word)


@pytest.mark.parametrize("word", ["اليرموك", "حطين", "هرقل", "دمشق"])
def test_a_name_that_the_world_knows_is_a_subject_in_every_library(word: str) -> None:
    assert subject_words([])(word)


@pytest.mark.parametrize("word", ["الروم", "معركه", "في", "مع", "بن", "عبد", "شكرا", "هامش", ""])
def test_sides_events_particles_and_words_of_no_title_are_none(word: str) -> None:
    assert not subject_words(LIBRARY)(word)
