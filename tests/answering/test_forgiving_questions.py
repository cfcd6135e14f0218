"""Questions as people type them, asked of the starter library."""

import pytest

from asked import OpenLibrary

YARMUK = "syria/yarmuk"


@pytest.mark.parametrize(
    "question",
    [
        "ljn ;hkj luv;m hgdvl,;",
        "mata ma3rakat alyarmouk",
        "متى كانت معركةاليرموك",
        "متى كانت معركة الير موك؟",
        "متى كانت معركة اليرموظ",
        "مَتَى كَانَتْ مَعْرَكَةُ الْيَرْمُوكِ؟",
        "متـــــى كانت معركة اليرمـــوك",
        "متىىىى كانت معركة اليرموووك؟؟؟",
        "متی کانت معرکه الیرموک",
        "\u200fمتى كانت معركة اليرموك\u200f؟",
        "متى ﻛﺎﻧﺖ ﻣﻌﺮﻛﺔ ﺍﻟﻴﺮﻣﻮﻙ",
        "امتى كانت معركه اليرموك",
    ],
)
async def test_the_battle_is_found_however_it_is_typed(starter: OpenLibrary, question: str) -> None:
    answer = await starter.service.answer(question)
    assert answer.quotes[0].document.id == YARMUK
    assert answer.understood.kind.value == "when"


@pytest.mark.parametrize("year", ["634", "٦٣٤", "۶۳۴"])
async def test_digits_of_three_kinds_are_one_question(starter: OpenLibrary, year: str) -> None:
    answer = await starter.service.answer(f"ماذا حدث في أجنادين سنة {year}م؟")
    plain = await starter.service.answer("ماذا حدث في أجنادين سنة 634م؟")
    assert answer.found
    assert answer.quotes == plain.quotes


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("man qada almuslimin fi badr", "sira/badr"),
        ("meen fata7 masr", "egypt/egypt"),
        ("ayna waqa3at mu2ta", "sira/muta"),
    ],
)
async def test_chat_latin_is_answered(starter: OpenLibrary, question: str, document: str) -> None:
    answer = await starter.service.answer(question)
    assert answer.quotes[0].document.id == document
    [(asked, read)] = answer.understood.corrections
    assert asked == question
    assert read.isascii() is False


async def test_what_was_typed_is_kept_beside_what_was_read(starter: OpenLibrary) -> None:
    understood = (await starter.service.answer("متى كانت معركة اليرموظ؟")).understood
    assert understood.corrections == (("اليرموظ", "اليرموك"),)
    assert understood.topic == "معركة اليرموك"


async def test_a_follow_up_is_about_what_was_read(starter: OpenLibrary) -> None:
    before = await starter.service.answer("متى كانت معركةاليرموك")
    answer = await starter.service.answer("ومن قادها؟", previous=before.understood)
    assert answer.understood.topic == "معركة اليرموك"
    assert answer.quotes[0].document.id == YARMUK


async def test_a_phrase_must_stand_in_the_passage(starter: OpenLibrary) -> None:
    answer = await starter.service.answer('متى كانت "معركة اليرموك"؟')
    assert answer.quotes[0].document.id == YARMUK
    assert all("معركة اليرموك" in hit.passage.text for hit in answer.hits)
    assert [hit.rank for hit in answer.hits] == list(range(1, len(answer.hits) + 1))


async def test_a_word_left_out_stands_in_no_passage(starter: OpenLibrary) -> None:
    answer = await starter.service.answer("متى كانت معركة اليرموك -هرقل")
    assert answer.hits
    assert not any("هرقل" in hit.passage.text for hit in answer.hits)
    assert not any("هرقل" in quote.passage.text for quote in answer.quotes)


async def test_conditions_that_no_passage_meets_are_told(starter: OpenLibrary) -> None:
    answer = await starter.service.answer("متى كانت القادسية كتاب:الحيوان")
    assert (answer.found, answer.hits, answer.understood.conditions) == (False, (), ("كتاب:الحيوان",))


async def test_a_question_without_signs_or_faults_is_read_as_it_stands(starter: OpenLibrary) -> None:
    understood = (await starter.service.answer("متى كانت معركة اليرموك؟")).understood
    assert (understood.corrections, understood.conditions) == ((), ())
    assert understood.question == "متى كانت معركة اليرموك؟"
