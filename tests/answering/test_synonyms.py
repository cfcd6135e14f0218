"""Words that say the same in another register."""

from importlib import resources

import pytest

from qa_bot.answering.synonyms import kind_rows, member_rows, synonym_rows
from qa_bot.text.normalise import normalise

THESAURUS = resources.files("qa_bot.answering").joinpath("thesaurus.txt")


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
        ("مكث", "فأقام"),
        ("راح", "ذهبوا"),
        ("يدعمون", "ودعم"),
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


@pytest.mark.parametrize(("name", "verb"), [("تغلب", "غلب"), ("تدمر", "دمر"), ("الفرس", "حصان"), ("الخطاب", "رسالة")])
def test_a_name_is_no_form_of_a_verb_or_noun(name: str, verb: str) -> None:
    assert not synonym_rows(normalise(name)) & synonym_rows(normalise(verb))


def test_no_line_of_the_thesaurus_stands_twice_and_none_has_a_single_word() -> None:
    lines = [frozenset(line.split()) for line in THESAURUS.read_text("utf-8").splitlines() if line[:1] not in ("", "#")]
    assert len(set(lines)) == len(lines)
    assert min(map(len, lines)) > 1


@pytest.mark.parametrize("meaning", ["عبر", "مزق"])
def test_a_word_of_several_meanings_has_them_all(meaning: str) -> None:
    assert synonym_rows(normalise("قطع")) & synonym_rows(normalise(meaning))


@pytest.mark.parametrize(
    ("asked", "written"), [("فصل", "شتوي"), ("لون", "السوداء"), ("سلاح", "والرماح"), ("هيئته", "أصلع")]
)
def test_a_kind_that_is_asked_for_is_told_by_one_of_it(asked: str, written: str) -> None:
    assert kind_rows(normalise(asked)) & member_rows(normalise(written))
    assert not kind_rows(normalise(written)) & member_rows(normalise(asked))
