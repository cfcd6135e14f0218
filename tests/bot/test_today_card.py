from datetime import date

import pytest
from bidi import get_base_level

from dated import table_of
from qa_bot.answering.annals.anniversaries import anniversaries
from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.cut import MESSAGE_LIMIT_UTF16
from qa_bot.bot.markup import Page, page_length_utf16, to_plain
from qa_bot.bot.texts import Texts
from qa_bot.bot.today_card import day_page, today_card
from qa_bot.model.timeline import Anniversaries
from spoken import ARABIC, ENGLISH

DAY = date(2026, 3, 8)
LONG = "ثم إن خالد بن الوليد سار في جيش عظيم من المسلمين حتى نزل على القوم فقاتلهم قتالا شديدا وهزمهم "
MANY = [f"{LONG * 4}في 19 رمضان سنة {year}هـ." for year in range(8, 17)]
MANY += [f"{LONG * 4}في رمضان سنة {year}هـ." for year in range(8, 17)]


def found(*texts: str) -> Anniversaries:
    return anniversaries(table_of(*texts), DAY)


def card(known: Anniversaries, number: int = 0, texts: Texts = ARABIC) -> Page:
    return today_card(known, day_page(known, number), DAY, texts)


def shown(known: Anniversaries, number: int = 0, texts: Texts = ARABIC) -> str:
    return strip_controls(to_plain(card(known, number, texts)))


def test_it_is_told_which_day_it_is_in_each_calendar() -> None:
    text = shown(found("كانت غزوة بدر في رمضان سنة 2هـ."))
    assert "اليوم في مكّة الأحد 19 رمضان 1447هـ حسابيًّا، وقد يختلف عن رؤية الهلال يومًا أو يومين." in text
    assert "ويوافق 8 آذار/مارس 2026م، أي 23 شباط/فبراير 2026م بالتقويم اليوليّ" in text


def test_the_day_comes_before_the_month_and_the_numbers_go_on() -> None:
    text = shown(found("كانت غزوة بدر في رمضان سنة 2هـ.", "وقتل فلان في 19 رمضان سنة 40هـ."))
    assert text.startswith("ما تؤرّخه النصوص بمثل هذا اليوم\n")
    month = text.index("في مثل هذا الشهر: رمضان، وشباط/فبراير وآذار/مارس\n2. رمضان 2هـ")
    assert text.index("في مثل هذا اليوم\n1. 19 رمضان 40هـ") < month


def test_a_day_without_events_says_so_before_its_month() -> None:
    text = shown(found("كانت غزوة بدر في رمضان سنة 2هـ."))
    assert text.startswith("ما تؤرّخه النصوص بمثل هذا الشهر\n")
    assert text.index("شيئًا بهذا اليوم نفسه.") < text.index("في مثل هذا الشهر: رمضان، ")
    assert "في مثل هذا اليوم" not in text


def test_where_there_is_nothing_the_next_day_is_told_kindly() -> None:
    text = shown(found("ومات فلان في 3 ذي الحجة سنة 23هـ."))
    assert "لا تذكر النصوص التي عندي شيئًا مؤرَّخًا بهذا اليوم ولا بهذا الشهر من السنة." in text
    assert "وأقرب يوم بعده تؤرّخ به: 3 ذو الحجة 1447هـ\n1. 3 ذو الحجة 23هـ" in text


def test_an_empty_library_says_only_that_there_is_nothing() -> None:
    assert shown(found()).endswith("بهذا اليوم ولا بهذا الشهر من السنة.")


def test_all_events_are_shown_once_page_after_page() -> None:
    known = found(*MANY)
    pages = [day_page(known, number) for number in range(day_page(known, 0).pages)]
    assert [page.first for page in pages] == [1, 7, 13]
    assert tuple(event for page in pages for event in (*page.of_the_day, *page.of_the_month)) == known.events
    assert "الصفحة 2 من 3" in shown(known, 1)


@pytest.mark.parametrize("texts", [ARABIC, ENGLISH])
def test_every_page_fits_into_a_message(texts: Texts) -> None:
    known = found(*MANY)
    assert max(page_length_utf16(card(known, number, texts)) for number in range(3)) <= MESSAGE_LIMIT_UTF16


def test_every_line_of_an_arabic_card_runs_right_to_left() -> None:
    cards = [card(found(*MANY), 1), card(found("ومات فلان في 3 ذي الحجة سنة 23هـ.")), card(found())]
    lines = [line for each in cards for line in to_plain(each).split("\n") if line]
    assert [line for line in lines if not get_base_level(line)] == []
