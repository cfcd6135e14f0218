"""Latin, Greek and Cyrillic names in questions, and English words around them."""

import pytest

from qa_bot.answering.latin import Transcribed, has_foreign_letters, transcribe
from qa_bot.text.names import NameReader

KNOWN = {"اجنادين": 3, "هرقل": 5, "خالد": 9, "بن": 20, "الوليد": 8, "معركه": 4, "دمشق": 3, "اليرموك": 3, "القدس": 2}


@pytest.fixture(scope="module")
def reader() -> NameReader:
    return NameReader(KNOWN)


@pytest.mark.parametrize(
    ("text", "arabic"),
    [
        ("متى توفي Heraclius؟", "متى توفي هرقل؟"),
        ("when was the battle of Ajnadayn?", "متى معركة أجنادين?"),
        ("Battle of the Yarmuk", "معركة اليرموك"),
        ("who led Khalid ibn al-Walid", "من قاد خالد بن الوليد"),
        ("Khalid ibn al-Walid and Heraclius", "خالد بن الوليد وهرقل"),
        ("year of the conquest of Damascus", "سنة فتح دمشق"),
        ("Where is Jerusalem", "أين القدس"),
        ("How long did the siege of Damascus last?", "كم دام حصار دمشق دام?"),
        ("Did Heraclius die in Jerusalem?", "هل هرقل توفي القدس?"),
        ("and the Romans?", "والروم?"),
        ("what about Damascus?", "ماذا عن دمشق?"),
        ("did he pray inside the Church of the Resurrection", "هل صلى كنيسة القيامة"),
        ("متى فتحت the armies دمشق", "متى فتحت جيوش دمشق"),
        ("Ἡράκλειος", "هرقل"),
        ("Ярмук", "اليرموك"),
    ],
)
def test_names_and_english_words_become_arabic(reader: NameReader, text: str, arabic: str) -> None:
    assert transcribe(text, reader, KNOWN).text == arabic


def test_the_readings_are_the_names_as_they_were_read(reader: NameReader) -> None:
    assert transcribe("Battle of Ajnadayn and Heraclius", reader, KNOWN).readings == ("أجنادين", "هرقل")


@pytest.mark.parametrize("text", ["متى كانت معركة أجنادين؟", "634 😀؟", ""])
def test_a_question_without_names_in_other_letters_stays_as_it_is(reader: NameReader, text: str) -> None:
    assert transcribe(text, reader, KNOWN) == Transcribed(text)


def test_a_spelling_that_no_name_fits_stays(reader: NameReader) -> None:
    assert transcribe("متى qwzx؟", reader, KNOWN) == Transcribed("متى qwzx؟")


def test_a_name_that_the_texts_write_in_latin_letters_stays_beside_its_reading() -> None:
    known = {"emesa": 2}
    assert transcribe("متى فتحت Emesa؟", NameReader(known), known).text == "متى فتحت Emesa حمص؟"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("متى Badr؟", True),
        ("É", True),
        ("Ярмук", True),
        ("Ἡ", True),
        ("Ḥ", True),
        ("متى ٦٣٤ 634؟ 😀", False),
        ("", False),
    ],
)
def test_letters_that_names_are_read_from_are_noticed(text: str, expected: bool) -> None:
    assert has_foreign_letters(text) is expected
