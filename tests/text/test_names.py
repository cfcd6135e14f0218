"""Romanised names against the words of an index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.text.names import NameReader, Reading

VOCABULARY = {
    "اجنادين": 7,
    "خالد": 40,
    "خلد": 2,
    "بن": 90,
    "ابن": 30,
    "الوليد": 25,
    "عمر": 50,
    "عمرو": 30,
    "عامر": 9,
    "حمزه": 6,
    "سمرقند": 3,
    "وسمرقند": 1,
    "عبد": 20,
    "الله": 80,
    "الرحمن": 11,
    "دمشق": 18,
    "ايليا": 4,
    "طبري": 1,
    "الطبري": 12,
    "النضر": 3,
    "شميل": 2,
    "الحارث": 9,
}


@pytest.fixture(scope="module")
def reader() -> NameReader:
    return NameReader(VOCABULARY)


def first(reader: NameReader, latin: str) -> str:
    return reader.read(latin)[0].arabic


@pytest.mark.parametrize("latin", ["Ajnadayn", "Ajnadain", "Ijnadein", "ajnadin", "Ajnādayn", "Adjnadayn"])
def test_a_battle_is_found_by_every_spelling_and_shown_with_its_hamza(reader: NameReader, latin: str) -> None:
    assert reader.read(latin)[0] == Reading("أجنادين", 1.0, "gazetteer")


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Khaled", "خالد"),
        ("5alid", "خالد"),
        ("3omar", "عمر"),
        ("Omar", "عمر"),
        ("7amza", "حمزة"),
        ("Samarkand", "سمرقند"),
        ("Samarqand", "سمرقند"),
        ("at-Tabari", "الطبري"),
        ("el-Haris", "الحارث"),
    ],
)
def test_single_names_are_read_in_any_style(reader: NameReader, latin: str, arabic: str) -> None:
    assert first(reader, latin) == arabic


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Khalid ibn al-Walid", "خالد بن الوليد"),
        ("Ḫālid b. al-Walīd", "خالد بن الوليد"),
        ("Naḍr b. Shumayl", "النضر بن شميل"),
        ("Abdullah", "عبد الله"),
        ("Abdurrahman", "عبد الرحمن"),
        ("ʿAbd al-Raḥmān", "عبد الرحمن"),
    ],
)
def test_names_of_several_words_make_one_phrase(reader: NameReader, latin: str, arabic: str) -> None:
    assert first(reader, latin) == arabic


def test_an_entry_is_read_in_the_form_that_the_texts_have(reader: NameReader) -> None:
    assert first(reader, "Jerusalem") == "إيلياء"


def test_a_known_name_that_the_texts_lack_comes_last(reader: NameReader) -> None:
    assert [reading.arabic for reading in reader.read("Constantinople")][-1] == "القسطنطينية"


def test_a_known_name_is_read_without_any_text() -> None:
    assert NameReader({}).read("Damascus") == [Reading("دمشق", 0.5, "gazetteer")]


def test_at_most_limit_readings_are_given_best_first(reader: NameReader) -> None:
    readings = reader.read("Amir", limit=2)
    assert len(readings) == 2
    assert readings[0].score >= readings[1].score


@pytest.mark.parametrize("latin", ["", "?", "-", "'", "والي"])
def test_what_holds_no_latin_letters_has_no_reading(reader: NameReader, latin: str) -> None:
    assert reader.read(latin) == []


def test_noise_has_no_reading(reader: NameReader) -> None:
    assert reader.read("xyzzyqqq") == []


def test_a_name_of_the_index_is_preferred_as_a_whole() -> None:
    words = {"ابو": 9, "صبر": 1, "سبر": 1}
    assert NameReader(words).read("Abu Sabr")[0].arabic == "أبو سبر"
    assert NameReader(words | {"ابو صبر": 1}).read("Abu Sabr")[0].arabic == "أبو صبر"


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Ibn Saʿd", "ابن سعد"),
        ("b. Saʿd", "بن سعد"),
        ("Muhammad b. Saʿd", "محمد بن سعد"),
    ],
)
def test_the_end_of_a_pedigree_is_no_author(latin: str, arabic: str) -> None:
    reader = NameReader({"ابن": 9, "بن": 90, "سعد": 30, "محمد": 80})
    assert reader.read(latin)[0].arabic == arabic


def test_an_entry_is_read_with_or_without_article_as_the_texts_have_it() -> None:
    assert NameReader({"بويب": 2}).read("Buwayb")[0].arabic == "بويب"


def test_a_known_spelling_with_other_marks_is_another_name() -> None:
    reader = NameReader({"حمدان": 4, "همدان": 30, "ابن": 9})
    assert reader.read("Ḥamdān")[0].arabic == "حمدان"
    assert reader.read("Hamdān")[0].arabic == "همدان"


def test_readings_that_tie_go_by_passages() -> None:
    reader = NameReader({"المداين": 3, "طيسفون": 8})
    assert [reading.arabic for reading in reader.read("Ctesiphon")][:2] == ["طيسفون", "المدائن"]


@given(st.text(max_size=40), st.integers(1, 6))
def test_readings_are_at_most_limit_distinct_and_fall(latin: str, limit: int) -> None:
    readings = NameReader(VOCABULARY).read(latin, limit=limit)
    assert len(readings) <= limit
    assert len({reading.arabic for reading in readings}) == len(readings)
    scores = [reading.score for reading in readings]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
