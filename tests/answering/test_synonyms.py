"""Words that say the same in another register."""

import pytest

from qa_bot.answering.synonyms import synonym_row
from qa_bot.text.normalise import normalise


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("شارك", "شهد"),
        ("شارك", "وشهد"),
        ("استرجع", "استرده"),
        ("هدف", "غرض"),
        ("مساعدة", "مددا"),
        ("قلعة", "حصونهم"),
        ("خطة", "المكيدة"),
    ],
)
def test_what_askers_say_today_is_what_texts_say(asked: str, written: str) -> None:
    row = synonym_row(normalise(asked))
    assert row is not None
    assert synonym_row(normalise(written)) == row


@pytest.mark.parametrize(("one", "other"), [("شارك", "غرق"), ("سيف", "باب")])
def test_words_of_other_meanings_stay_apart(one: str, other: str) -> None:
    assert synonym_row(normalise(one)) != synonym_row(normalise(other))


@pytest.mark.parametrize("word", ["تبوك", "خالد", "في", ""])
def test_a_word_without_such_a_meaning_belongs_to_no_row(word: str) -> None:
    assert synonym_row(normalise(word)) is None


def test_a_word_of_two_meanings_has_the_first() -> None:
    assert synonym_row(normalise("قطع")) == synonym_row(normalise("عبر"))
