"""Typing faults, read by the words of the texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.answering.mistyped import Corrected, Mender

TEXTS = {
    "معركه": 40,
    "اليرموك": 30,
    "القادسيه": 20,
    "المسلمين": 60,
    "المسلمون": 30,
    "خالد": 40,
    "بن": 90,
    "الوليد": 30,
    "بدر": 30,
    "في": 200,
    "كانت": 80,
    "عمر": 50,
    "الروم": 45,
    "السيره": 3,
    "غزوه": 30,
    "سبب": 9,
    "جيش": 30,
    "دمشق": 20,
    "الجيش": 25,
    "الحبسه": 1,
    "قتال": 5,
    "قتلي": 5,
    "ابان": 2,
}
MENDER = Mender(TEXTS)


@pytest.mark.parametrize(
    ("typed", "read", "corrections"),
    [
        ("متى كانت معركة اليرموظ؟", "متى كانت معركة اليرموك؟", (("اليرموظ", "اليرموك"),)),
        ("متى كانت معكة اليرموك", "متى كانت معركة اليرموك", (("معكة", "معركة"),)),
        ("متى القادسيا", "متى القادسية", (("القادسيا", "القادسية"),)),
        ("لمادا انتصر المشلمين", "لماذا انتصر المسلمين", (("لمادا", "لماذا"), ("المشلمين", "المسلمين"))),
        ("متى كانت معركةاليرموك", "متى كانت معركة اليرموك", (("معركةاليرموك", "معركة اليرموك"),)),
        ("من انتصر فيبدر", "من انتصر في بدر", (("فيبدر", "في بدر"),)),
        ("من هو خالدبن الوليد", "من هو خالد بن الوليد", (("خالدبن", "خالد بن"),)),
        ("ماهو سبب معركة اليرموك", "ما هو سبب معركة اليرموك", (("ماهو", "ما هو"),)),
        ("متىكانت بدر", "متى كانت بدر", (("متىكانت", "متى كانت"),)),
        ("متى كانت معركة الير موك؟", "متى كانت معركة اليرموك؟", (("الير موك", "اليرموك"),)),
    ],
)
def test_a_fault_is_mended_and_told(typed: str, read: str, corrections: tuple[tuple[str, str], ...]) -> None:
    assert MENDER.mend(typed) == Corrected(read, corrections)


@pytest.mark.parametrize(
    "text",
    [
        "متى كانت معركة اليرموك؟",
        "ومتى كانت باليرموك؟",  # a letter joined to a word of the texts
        "متى كانت حطين؟",  # a name that these texts don't have
        "كيف أطبخ الكبسة؟",  # about something else: «الحبسة» is one fault away
        "ما عاصمة اليابان؟",  # «إلى ابان»
        "كيف أصلح السيارة",  # «السيرة»
        "ما أجمل فيلم رأيته",  # «في لم»
        "when was Yarmuk 634",
        "سنة 13هـ",
        "؟",
        "",
    ],
)
def test_what_is_known_or_means_something_else_stays(text: str) -> None:
    assert MENDER.mend(text) == Corrected(text)


def test_a_word_as_near_to_two_others_stays() -> None:
    mender = Mender({"سعيد": 10, "سعيق": 10, "كانت": 50, "معركه": 30, "بين": 20})
    assert mender.mend("متى كانت معركة سعيف").text == "متى كانت معركة سعيف"


def test_the_ending_of_a_word_makes_no_second_word() -> None:
    assert MENDER.mend("كم كان عدد المسلمنن").text in ("كم كان عدد المسلمين", "كم كان عدد المسلمون")


def test_noise_is_left_alone_and_costs_little() -> None:
    letters = "ابتثجحخدذرزس" * 40
    assert MENDER.mend(letters) == Corrected(letters)
    many = " ".join("ثخذ" + letter * 2 for letter in "بتثجحخدذرزسش")
    assert MENDER.mend(many) == Corrected(many)


@given(st.text("ابتدرسعكلمنهوية ءئؤ؟ًّ-x1 ", max_size=60))
def test_only_what_is_told_is_changed(text: str) -> None:
    mended = MENDER.mend(text)
    rest, again = text, ""
    for asked, read in mended.corrections:
        before, found, rest = rest.partition(asked)
        assert found
        again += before + read
    assert again + rest == mended.text


@given(st.lists(st.sampled_from(sorted(TEXTS)), min_size=1, max_size=8))
def test_words_of_the_texts_are_never_touched(words: list[str]) -> None:
    assert MENDER.mend(" ".join(words)) == Corrected(" ".join(words))


@pytest.mark.parametrize("text", ["كيف انكسر سيف خالد", "متى يفتح الجيش دمشق", "أين سيوفهم", "متى عيده"])
def test_other_forms_of_known_words_stay(text: str) -> None:
    mender = Mender({**TEXTS, "كسر": 9, "سيف": 9, "فتح": 30, "سيوف": 5, "عيد": 4, "عبيده": 9})
    assert mender.mend(text) == Corrected(text)
