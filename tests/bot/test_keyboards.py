from dated import KHALID, timeline_of
from qa_bot.bot.callback_data import Action, Button
from qa_bot.bot.keyboards import (
    answer_keyboard,
    around_keyboard,
    library_keyboard,
    nearest_keyboard,
    timeline_keyboard,
    today_keyboard,
)
from qa_bot.bot.library import library_page
from qa_bot.bot.opening import Opening
from qa_bot.bot.timeline_card import sheet
from qa_bot.bot.today_card import DayPage
from qa_bot.model.corpus import DocumentCard, Metadata
from qa_bot.model.timeline import Timeline
from spoken import ARABIC, ENGLISH

KEYS = (b"aaaaa", b"bbbbb", b"ccccc")


def seal(button: Button) -> str:
    return f"{button.action.name} {button.index}"


def laid_out(keyboard: object) -> list[list[tuple[str, object]]]:
    rows = keyboard.inline_keyboard  # type: ignore[attr-defined]
    return [[(b.text, b.callback_data or (b.copy_text and b.copy_text.text)) for b in row] for row in rows]


def test_the_first_result_leads_on_around_and_to_its_citation() -> None:
    keyboard = answer_keyboard(Button(Action.SHOW, 0, KEYS), "الطبري، ج3 ص401", ARABIC, seal)
    assert laid_out(keyboard) == [
        [("التالي ◀", "SHOW 1")],
        [("ما قبله وما بعده", "AROUND 0"), ("نسخ المصدر", "الطبري، ج3 ص401")],
        [("👍", "VOTE 0"), ("👎", "VOTE 0")],
    ]


def test_in_arabic_the_way_on_stands_and_points_left() -> None:
    keyboard = answer_keyboard(Button(Action.SHOW, 1, KEYS), "ك", ARABIC, seal)
    assert laid_out(keyboard)[0] == [("التالي ◀", "SHOW 2"), ("▶ السابق", "SHOW 0")]


def test_in_english_it_stands_and_points_right() -> None:
    keyboard = answer_keyboard(Button(Action.SHOW, 1, KEYS), "ك", ENGLISH, seal)
    assert laid_out(keyboard)[0] == [("◀ Previous", "SHOW 0"), ("Next ▶", "SHOW 2")]


def test_a_lone_result_has_nowhere_to_leaf() -> None:
    assert len(laid_out(answer_keyboard(Button(Action.SHOW, 0, KEYS[:1]), "ك", ARABIC, seal))) == 2


def test_what_is_only_near_is_not_voted_on() -> None:
    keyboard = answer_keyboard(Button(Action.SHOW, 0, KEYS[:1], nearest=True), "ك", ARABIC, seal)
    assert [[label for label, _ in row] for row in laid_out(keyboard)] == [["ما قبله وما بعده", "نسخ المصدر"]]


def test_a_long_citation_is_copied_as_far_as_telegram_allows() -> None:
    [_, [_, copy], _] = laid_out(answer_keyboard(Button(Action.SHOW, 0, KEYS), "تاريخ " * 100, ARABIC, seal))
    assert len(str(copy[1])) <= 256
    assert str(copy[1]).endswith("…")


def test_from_the_surroundings_one_button_leads_back() -> None:
    keyboard = around_keyboard(Button(Action.AROUND, 2, KEYS), "ك", ARABIC, seal)
    assert laid_out(keyboard)[0][0] == ("عودة إلى الجواب", "SHOW 2")


def test_where_nothing_was_found_one_button_leads_to_the_nearest() -> None:
    keyboard = nearest_keyboard(Button(Action.SHOW, 0, KEYS, nearest=True), ARABIC, seal)
    assert laid_out(keyboard) == [[("عرض أقرب المقاطع", "SHOW 0")]]
    assert nearest_keyboard(Button(Action.SHOW, nearest=True), ARABIC, seal) is None


def test_a_follow_ups_card_can_be_read_in_another_way() -> None:
    about, apart = Opening(topic="معركة اليرموك"), Opening(apart="معركة اليرموك")
    answered = Button(Action.SHOW, 0, KEYS[:1])
    assert laid_out(answer_keyboard(answered, "ك", ARABIC, seal, about))[-1] == [("لا، سؤالي مستقلّ", "ALONE 0")]
    again = [("بل عن: \u2068معركة اليرموك\u2069", "ABOUT 0")]
    assert laid_out(answer_keyboard(answered, "ك", ARABIC, seal, apart))[-1] == again
    nothing = Button(Action.SHOW, nearest=True)
    assert laid_out(nearest_keyboard(nothing, ARABIC, seal, apart)) == [again]


def test_a_long_topic_is_cut_on_its_button() -> None:
    keyboard = answer_keyboard(Button(Action.SHOW, 0, KEYS), "ك", ENGLISH, seal, Opening(apart="معركة " * 40))
    label = laid_out(keyboard)[-1][0][0]
    assert label.startswith("About \u2068معركة معركة")
    assert len(label) < 60


def test_the_library_is_paged_both_ways() -> None:
    documents = [DocumentCard(str(number), Metadata(str(number)), 1, 1) for number in range(30)]
    rows = [library_keyboard(library_page(documents, number), ARABIC, seal) for number in (0, 1, 2)]
    assert [laid_out(row)[0] for row in rows] == [
        [("التالي ◀", "LIBRARY 1")],
        [("التالي ◀", "LIBRARY 2"), ("▶ السابق", "LIBRARY 0")],
        [("▶ السابق", "LIBRARY 1")],
    ]
    assert library_keyboard(library_page(documents[:5], 0), ARABIC, seal) is None


def test_a_timeline_of_everything_leads_to_its_pages_and_to_the_centuries() -> None:
    events = timeline_of(*KHALID, most=2)
    everything = Timeline("", "", events.chosen, events.others, centuries=(0, 1, 2, 3))
    keyboard = timeline_keyboard(sheet(everything, 0), everything, ARABIC, seal)
    assert keyboard is not None
    assert laid_out(keyboard) == [
        [("التالي ◀", "TIMELINE 1")],
        [("القرن 2هـ", "CENTURY 2"), ("القرن 1هـ", "CENTURY 1"), ("قبل الهجرة", "CENTURY 0")],
        [("القرن 3هـ", "CENTURY 3")],
    ]


def test_a_timeline_of_one_page_needs_no_buttons() -> None:
    khalid = timeline_of(*KHALID)
    assert timeline_keyboard(sheet(khalid, 0), khalid, ENGLISH, seal) is None
    one_century = Timeline("", "", khalid.chosen, centuries=(1,))
    assert timeline_keyboard(sheet(one_century, 0), one_century, ENGLISH, seal) is None


def test_days_are_paged_both_ways() -> None:
    keyboard = today_keyboard(DayPage((), (), number=1, pages=3, first=7), ENGLISH, seal)
    assert keyboard is not None
    assert laid_out(keyboard) == [[("◀ Previous", "TODAY 0"), ("Next ▶", "TODAY 2")]]
