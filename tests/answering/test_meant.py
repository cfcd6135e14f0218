"""What was meant by what was typed, read by three small texts."""

import pytest

from qa_bot.answering.meant import Meant, Reading
from qa_bot.answering.mistyped import Mender
from qa_bot.text.names import NameReader

TEXTS = {"معركه": 40, "اليرموك": 30, "كانت": 80, "تبوك": 12, "غزوه": 20, "بدر": 9, "ljn": 1}


def reading(texts: dict[str, int]) -> Reading:
    return Reading(texts, NameReader(texts), Mender(texts))


@pytest.fixture(scope="module")
def read() -> Reading:
    texts = {word: count for word, count in TEXTS.items() if word != "ljn"}
    return reading(texts)


def test_a_question_in_known_words_is_meant_as_it_stands(read: Reading) -> None:
    assert read.read("متى كانت معركة اليرموك؟") == Meant("متى كانت معركة اليرموك؟")


def test_another_layout_is_one_correction(read: Reading) -> None:
    assert read.read("ljn qxq zxz") == Meant("ljn qxq zxz")  # one known word of three is too few
    assert read.read("ljn ;hkj f]v") == Meant("متى كانت بدر", (), (("ljn ;hkj f]v", "متى كانت بدر"),))


def test_chat_latin_is_one_correction_with_its_names_read(read: Reading) -> None:
    meant = read.read("mata ghazwat tabuk")
    assert (meant.text, meant.readings[0]) == ("متى غزوة تبوك", "تبوك")
    assert meant.corrections == (("mata ghazwat tabuk", "متى غزوة تبوك"),)


def test_a_name_in_an_english_question_is_a_reading_and_no_correction(read: Reading) -> None:
    meant = read.read("when was Tabuk?")
    assert (meant.text, meant.readings[0], meant.corrections) == ("متى تبوك?", "تبوك", ())


def test_faults_are_mended_after_that(read: Reading) -> None:
    meant = read.mend(read.read("ljn ;hkj hgdvl,/"), ())
    assert meant.text == "متى كانت اليرموك"
    assert meant.corrections == (("ljn ;hkj hgdvl,/", "متى كانت اليرموظ"), ("اليرموظ", "اليرموك"))


def test_latin_letters_that_the_texts_hold_are_no_arabic_keys() -> None:
    assert reading(TEXTS).read("ljn").corrections == ()
