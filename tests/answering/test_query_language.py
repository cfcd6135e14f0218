"""Signs that narrow what is searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asked import found
from qa_bot.answering.query_language import Narrowed, Narrowing, read_signs
from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import words

TEXT = "ثم كانت وقعة اليرموك بين المسلمين والروم، وسار خالد بن الوليد."


def admits(question: str, text: str = TEXT, *, title: str = "فتوح الشام", headings: tuple[str, ...] = ()) -> bool:
    [hit] = found(text, title=title, headings=headings)
    return read_signs(question).narrowing.admits(hit)


@pytest.mark.parametrize("marked", ['"وقعة اليرموك"', "“وقعة اليرموك”", "«وقعة اليرموك»", "„وقعة اليرموك”"])
def test_a_phrase_stands_in_every_kind_of_quotation_marks(marked: str) -> None:
    narrowed = read_signs(f"متى كانت {marked}؟")
    assert narrowed.text == "متى كانت وقعة اليرموك؟"
    assert narrowed.narrowing.phrases == (("وقعه", "اليرموك"),)
    assert narrowed.narrowing.signs == (marked,)


@pytest.mark.parametrize(
    ("question", "admitted"),
    [
        ('"وقعة اليرموك"', True),
        ('"وَقعةُ اليرموكِ"', True),
        ('"اليرموك وقعة"', False),
        ('"وقعة خالد"', False),
        ('"الروم"', True),
        ("متى اليرموك -هرقل", True),
        ("متى اليرموك -الروم", False),
        ('متى اليرموك -"خالد بن الوليد"', False),
        ("عنوان:الشام", True),
        ("عنوان:مصر", False),
        ("كتاب:فتوح", True),
        ('كتاب:"الشام فتوح"', False),
        ('"وقعة اليرموك" كتاب:مصر', False),
    ],
)
def test_a_passage_meets_all_conditions_or_none_of_it_is_found(question: str, *, admitted: bool) -> None:
    assert admits(question) is admitted


def test_a_heading_is_a_title_but_no_book() -> None:
    assert admits("عنوان:القادسية", headings=("سنة 14", "خبر القادسية"))
    assert not admits("كتاب:القادسية", headings=("خبر القادسية",))


def test_words_that_must_not_stand_are_not_searched_for() -> None:
    assert read_signs("متى كانت بدر -الكبرى").text == "متى كانت بدر "


@pytest.mark.parametrize(
    "text",
    [
        "متى كانت معركة اليرموك؟",
        "حرب 602-628",
        "Khalid ibn al-Walid",
        "ما معنى: كتاب",
        "بدر - أحد",
        'قال "',
        '"" «»',
        "",
    ],
)
def test_a_question_without_signs_stays_as_it_is(text: str) -> None:
    assert read_signs(text) == Narrowed(text, Narrowing())


SIGNS = ['"معركة بدر"', "«اليرموك»", "-الروم", "عنوان:الشام", "كتاب:فتوح", "-هرقل", '"خالد بن"']


@given(st.lists(st.sampled_from(SIGNS), max_size=4), st.sampled_from(SIGNS))
def test_one_more_sign_never_admits_more(signs: list[str], more: str) -> None:
    if admits(" ".join([*signs, more])):
        assert admits(" ".join(signs))


def test_the_words_of_phrases_are_required_the_first_with_a_letter_joined_too() -> None:
    first, second, alone = read_signs('"معركة بدر" "الروم" -هرقل كتاب:فتوح').narrowing.required
    assert first == {"معركه", "ومعركه", "فمعركه", "بمعركه", "لمعركه", "كمعركه"}
    assert second == {"بدر"}
    assert alone == {"الروم", "والروم", "فالروم", "بالروم", "لالروم", "كالروم", "للروم", "وللروم"}


def test_the_words_of_titles_and_books_must_be_named() -> None:
    narrowing = read_signs('عنوان:"فتوح مصر" كتاب:المغازي').narrowing
    assert narrowing.required == ()
    first, second, book = narrowing.named
    assert ("فتوح" in first, "وفتوح" in first, second) == (True, True, {"مصر"})
    assert {"المغازي", "للمغازي"} <= book


@given(st.lists(st.sampled_from(["معركة", "ومعركة", "بدر", "للروم", "الروم", "كتاب"]), min_size=1).map(" ".join))
def test_a_passage_that_is_admitted_holds_what_is_required(text: str) -> None:
    for question in ('"معركة بدر"', '"الروم"', '"بدر كتاب" "معركة"'):
        if admits(question, text):
            written = {normalise(word) for word in words(text)}
            required = read_signs(question).narrowing.required
            assert len(required) >= 1
            assert all(written & forms for forms in required)
