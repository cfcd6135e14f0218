"""Words that say the same in another register."""

import pytest

from qa_bot.answering.synonyms import synonym_rows
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
    assert synonym_rows(normalise(asked)) & synonym_rows(normalise(written))


@pytest.mark.parametrize(("one", "other"), [("شارك", "غرق"), ("سيف", "باب")])
def test_words_of_other_meanings_stay_apart(one: str, other: str) -> None:
    assert not synonym_rows(normalise(one)) & synonym_rows(normalise(other))


@pytest.mark.parametrize("word", ["تبوك", "خالد", "في", ""])
def test_a_word_without_such_a_meaning_belongs_to_no_row(word: str) -> None:
    assert synonym_rows(normalise(word)) == frozenset()


@pytest.mark.parametrize("meaning", ["عبر", "مزق"])
def test_a_word_of_several_meanings_has_them_all(meaning: str) -> None:
    assert synonym_rows(normalise("قطع")) & synonym_rows(normalise(meaning))
