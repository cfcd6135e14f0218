"""Arabic questions in the letters and digits of chats."""

import pytest

from qa_bot.answering.chat_latin import read_chat_latin


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("mata ma3rakat alyarmouk", "متى معركة alyarmouk"),
        ("man qada almuslimin fi badr", "من قاد المسلمين في badr"),
        ("meen fata7 masr", "من فتح مصر"),
        ("ayna waqa3at mu2ta", "أين وقعت mu2ta"),
        ("Kam kan 3adad el muslimeen?", "كم كان عدد المسلمين?"),
        ("wa man qadaha?", "ومن قادها?"),
        ("emta 7asal sol7 el7udaybiya", "متى حصل صلح el7udaybiya"),
        ("متى fat7 dimashq", "متى فتح dimashq"),
        ("limaza 3azala 3omar khalid", "لماذا 3azala 3omar khalid"),
    ],
)
def test_words_of_questions_are_arabic_and_names_stay_for_who_reads_names(typed: str, read: str) -> None:
    assert read_chat_latin(typed) == read


@pytest.mark.parametrize(
    "text",
    ["when was the battle of Yarmouk", "man of the match", "Khalid ibn al-Walid", "متى كانت بدر؟", "", "3 2 1"],
)
def test_other_languages_and_names_alone_stay(text: str) -> None:
    assert read_chat_latin(text) == text
