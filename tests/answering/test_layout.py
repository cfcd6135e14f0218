"""Arabic typed on a Latin keyboard layout."""

import pytest

from qa_bot.answering.layout import retyped

WORDS = {"متي", "كانت", "معركه", "اليرموك", "من", "قاد", "المسلمين", "في", "بدر", "الشام", "فتح"}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ljn", "متى"),
        ("ljn ;hkj luv;m hgdvl,;", "متى كانت معركة اليرموك"),
        ("ljn ;hkj luv;m hgdvl,;?", "متى كانت معركة اليرموك؟"),
        ("متى ;hkj hgdvl,;", "متى كانت اليرموك"),
        ("ljn  ;hkj 634", "متى  كانت 634"),
    ],
)
def test_keys_that_make_known_words_are_read_as_arabic(typed: str, read: str) -> None:
    assert retyped(typed, WORDS.__contains__) == read


def test_a_french_keyboard_is_told_from_an_american_one() -> None:
    # «ش» lies on Q there; on an American keyboard the same sign is «ض».
    assert retyped("hgqhl", WORDS.__contains__) == "الشام"


@pytest.mark.parametrize(
    "text",
    ["Khalid", "when was Yarmuk?", "mata kanat badr", "متى كانت اليرموك", "Heraclius", "qa-bot", "634", "", "td", "؟"],
)
def test_what_is_latin_or_makes_no_words_stays(text: str) -> None:
    assert retyped(text, WORDS.__contains__) == text


def test_a_word_that_the_texts_write_in_latin_letters_stays() -> None:
    assert retyped("ljn", {*WORDS, "ljn"}.__contains__) == "ljn"
