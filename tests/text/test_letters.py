import unicodedata

from qa_bot.text.letters import (
    ARABIC_LETTERS,
    FOREIGN_LETTERS,
    JOINERS,
    MARKS,
    SMALL_LETTERS,
    TATWEEL,
)

ARABIC_BLOCKS = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF))


def test_marks_are_every_combining_mark_of_the_arabic_blocks() -> None:
    combining = {
        chr(code)
        for first, last in ARABIC_BLOCKS
        for code in range(first, last + 1)
        if unicodedata.category(chr(code)) == "Mn"
    }
    # Unicode 16 added U+0897 PEPET, which older tables of Python don't know yet.
    assert set(MARKS) == combining | {"\u0897"}
    assert "\N{ARABIC LETTER SUPERSCRIPT ALEF}" in MARKS


def test_letters_marks_and_joiners_have_nothing_in_common() -> None:
    assert not set(ARABIC_LETTERS) & set(MARKS)
    assert not set(ARABIC_LETTERS) & set(JOINERS)
    assert not set(MARKS) & set(JOINERS)


def test_arabic_letters_are_letters_and_neither_digits_nor_punctuation() -> None:
    assert {"ا", "ة", "ى", "ی", "ﻻ", "ﷺ", TATWEEL, *SMALL_LETTERS} <= set(ARABIC_LETTERS)
    assert not set("٠٩۰۹،؛؟٪٭a1_ ") & set(ARABIC_LETTERS)


def test_foreign_letters_stand_for_letters_that_arabic_has() -> None:
    assert set(FOREIGN_LETTERS.values()) <= set("كبجزفقيهة")
