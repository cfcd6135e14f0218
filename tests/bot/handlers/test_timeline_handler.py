from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from dated import KHALID, timeline_of
from fakes import refusal
from qa_bot.bot import painter
from qa_bot.errors import QuestionError, UnavailableError
from qa_bot.model.timeline import Timeline
from telegram_harness import ASKER, CHANNEL, GROUP, PRIVATE, Telegram, plain

KHALID_LIFE = timeline_of(*KHALID, most=3)
EVERYTHING = Timeline("", "", KHALID_LIFE.chosen, KHALID_LIFE.others, centuries=(0, 1, 2))
FIRST_CENTURY = Timeline("", "القرن الأول الهجري", KHALID_LIFE.chosen)


@pytest.fixture(autouse=True)
def _quick_brush(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painter, "_drawn", lambda timeline, captions: b"\x89PNG")


@pytest.fixture
def library(telegram: Telegram) -> Telegram:
    telegram.service.timelines = {
        "خالد بن الوليد": KHALID_LIFE,
        "": EVERYTHING,
        "كل النصوص": EVERYTHING,
        "القرن 1هـ": FIRST_CENTURY,
        "حتى 1 ق.هـ": Timeline("", "حتى 1 ق.هـ", KHALID_LIFE.chosen[:1]),
    }
    return telegram


def methods(telegram: Telegram) -> list[str]:
    """Return what was called for, in order; "typing" comes and goes as chats are paced."""
    asked = (method for method, _ in telegram.request.calls if method != "sendChatAction")
    return [method for method in asked if method.startswith(("send", "edit", "delete"))]


async def test_a_timeline_is_a_picture_and_the_list_under_it(library: Telegram) -> None:
    await library.say("/timeline خالد بن الوليد")
    assert methods(library) == ["sendPhoto", "sendMessage"]
    [picture], [letter] = library.pictures, library.sent
    assert plain(picture["caption"]).startswith("الخط الزمني: \u2068خالد بن الوليد\u2069\nالأرقام في الصورة")
    assert plain(letter["text"]).startswith("الخط الزمني: \u2068خالد بن الوليد\u2069\n\u200f5 جُمل مؤرَّخة")
    assert [call["reply_parameters"]["message_id"] for call in (picture, letter)] == [5, 5]


@pytest.mark.parametrize("command", ["/خط", "/الخط_الزمني", "/TIMELINE", "/timeline@qa_test_bot"])
async def test_the_command_has_arabic_names_too(library: Telegram, command: str) -> None:
    await library.say(f"{command} خالد بن الوليد")
    assert len(library.pictures) == 1


async def test_a_page_of_the_list_takes_the_place_of_the_one_before(library: Telegram) -> None:
    await library.say("/timeline خالد بن الوليد")
    await library.press(library.button("التالي ◀"), library.card("/timeline خالد بن الوليد"))
    assert "وهذا ممّا لم تسعه الصورة:" in library.edits[0]["text"]
    await library.press(library.button("▶ السابق"), library.card(None))
    assert plain(library.edits[1]["text"]) == plain(library.sent[0]["text"])
    assert len(library.pictures) == 1


async def test_a_timeline_of_everything_offers_the_centuries(library: Telegram) -> None:
    await library.say("/timeline")
    rows = library.sent[0]["reply_markup"]["inline_keyboard"]
    assert [button["text"] for button in rows[1]] == ["القرن 2هـ", "القرن 1هـ", "قبل الهجرة"]
    assert all(len(button["callback_data"].encode()) <= 64 for row in rows for button in row)


@pytest.mark.parametrize(("label", "asked"), [("القرن 1هـ", "القرن 1هـ"), ("قبل الهجرة", "حتى 1 ق.هـ")])
async def test_a_century_is_sent_as_a_timeline_of_its_own(library: Telegram, label: str, asked: str) -> None:
    await library.say("/timeline")
    await library.press(library.button(label), library.card("/timeline"))
    assert library.alerts == [None]
    assert library.service.asked[-1][:2] == ("timeline", asked)
    assert methods(library) == ["sendPhoto", "sendMessage"] * 2
    assert library.pictures[1]["reply_parameters"]["message_id"] == 1_000


async def test_a_century_that_is_gone_sends_nothing(library: Telegram) -> None:
    await library.say("/timeline")
    data, card = library.button("القرن 2هـ"), library.card("/timeline")
    await library.press(data, card)
    assert methods(library) == ["sendPhoto", "sendMessage"]


async def test_what_no_text_dates_is_said_with_other_ways_to_ask(library: Telegram) -> None:
    await library.say("/timeline نابليون")
    text = plain(library.sent[0]["text"])
    assert "لم أجد في النصوص التي عندي جملةً مؤرَّخة تذكر ذلك." in text
    assert "/timeline القرن الأول" in text
    assert library.pictures == []


async def test_someone_whose_telegram_is_foreign_is_answered_in_english(library: Telegram) -> None:
    library.service.timelines["Khalid"] = KHALID_LIFE
    await library.say("/timeline Khalid", sender=ASKER | {"language_code": "en"})
    assert plain(library.sent[0]["text"]).startswith("Timeline: \u2068خالد بن الوليد\u2069\n5 dated sentences")


async def test_in_a_topic_both_go_to_the_topic(library: Telegram) -> None:
    fields: dict[str, Any] = {"message_thread_id": 9, "is_topic_message": True}
    await library.say("/timeline خالد بن الوليد", GROUP, **fields)
    assert [call["message_thread_id"] for call in (*library.pictures, *library.sent)] == [9, 9]


async def test_a_channel_post_is_answered(library: Telegram) -> None:
    await library.send("channel_post", library.message("/timeline خالد بن الوليد", CHANNEL))
    assert methods(library) == ["sendPhoto", "sendMessage"]


async def test_the_message_replied_to_may_name_it(library: Telegram) -> None:
    replied = library.message("خالد بن الوليد", GROUP) | {"message_id": 4}
    await library.say("/timeline", GROUP, reply_to_message=replied)
    assert library.service.asked == [("timeline", "خالد بن الوليد", None)]


async def test_a_follow_up_is_about_whom_the_timeline_was_of(library: Telegram) -> None:
    await library.say("/timeline خالد بن الوليد")
    await library.say("ومتى توفي؟")
    _, _, previous = library.service.asked[-1]
    assert previous is not None
    assert previous.topic == "خالد بن الوليد"


async def test_a_reply_to_a_list_without_topic_leans_on_nothing(library: Telegram) -> None:
    await library.say("/timeline")
    await library.say("ومتى توفي؟", reply_to_message=library.card(None) | {"message_id": 77})
    assert library.service.asked[-1][2] is None


async def test_an_edited_request_puts_picture_and_list_in_the_place_of_the_old_ones(library: Telegram) -> None:
    await library.say("/timeline خالد بن الوليد")
    await library.rewrite("/timeline")
    assert methods(library) == ["sendPhoto", "sendMessage", "editMessageMedia", "editMessageText"]
    edits = [*library.request.sent("editMessageMedia"), *library.edits]
    assert [call["message_id"] for call in edits] == [1_000, 1_001]


async def test_a_request_edited_into_a_question_gets_its_answer_in_the_place_of_the_list(library: Telegram) -> None:
    await library.say("/timeline خالد بن الوليد")
    await library.rewrite("متى كانت وقعة اليرموك؟")
    assert methods(library) == ["sendPhoto", "sendMessage", "editMessageText"]
    assert "«وكانت وقعة" in library.edits[0]["text"]
    assert library.edits[0]["message_id"] == 1_001


async def test_a_question_edited_into_a_request_gets_a_picture_too(library: Telegram) -> None:
    await library.say("متى كانت وقعة اليرموك؟")
    await library.rewrite("/timeline خالد بن الوليد")
    assert methods(library) == ["sendMessage", "sendPhoto", "editMessageText"]


async def test_a_picture_that_is_gone_is_sent_anew(library: Telegram) -> None:
    await library.say("/timeline خالد بن الوليد")
    library.request.next_replies["editMessageMedia"].append(refusal(400, "Bad Request: message to edit not found"))
    await library.rewrite("/timeline")
    assert methods(library)[2:] == ["editMessageMedia", "sendPhoto", "editMessageText"]


async def test_the_list_still_turns_after_a_restart(
    library: Telegram, new_telegram: Callable[..., Awaitable[Telegram]]
) -> None:
    await library.say("/timeline خالد بن الوليد")
    data, card = library.button("التالي ◀"), library.card(None)
    await library.aclose()
    again = await new_telegram()
    again.service.timelines = library.service.timelines
    await again.press(data, card)
    assert "وهذا ممّا لم تسعه الصورة:" in again.edits[0]["text"]


async def test_where_no_pictures_may_be_sent_the_list_comes_alone(library: Telegram) -> None:
    library.request.next_replies["sendPhoto"].append(
        refusal(400, "Bad Request: not enough rights to send photos to the chat")
    )
    await library.say("/timeline خالد بن الوليد", GROUP)
    assert len(library.sent) == 1


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (UnavailableError("busy"), "أعتذر، لا أستطيع الجواب الآن."),
        (QuestionError("السؤال طويل.", "Too long."), "السؤال طويل."),
    ],
)
async def test_what_cannot_be_answered_is_said(library: Telegram, error: Exception, said: str) -> None:
    library.service.error = error
    await library.say("/timeline خالد بن الوليد")
    assert library.sent[0]["text"].startswith(said)


async def test_a_press_under_a_card_that_says_no_request_is_refused_kindly(library: Telegram) -> None:
    await library.say("/timeline خالد بن الوليد")
    data = library.button("التالي ◀")
    card = {"message_id": 1_000, "date": 1_700_000_000, "chat": PRIVATE, "text": "نص آخر"}
    await library.press(data, card)
    assert library.alerts == ["تغيّرت المكتبة، ولم يعد هذا المقطع فيها. أعد سؤالك من فضلك."]
    await library.press(data, {"message_id": 1_000, "date": 0, "chat": PRIVATE})
    assert library.alerts[1] == "انتهت صلاحية هذا الزر. أعد سؤالك من فضلك."


async def test_a_press_that_cannot_be_followed_now_says_so(library: Telegram) -> None:
    await library.say("/timeline خالد بن الوليد")
    data, card = library.button("التالي ◀"), library.card(None)
    library.service.error = UnavailableError("busy")
    await library.press(data, card)
    assert library.alerts == ["أعتذر، لا أستطيع ذلك الآن. حاول بعد قليل من فضلك."]
