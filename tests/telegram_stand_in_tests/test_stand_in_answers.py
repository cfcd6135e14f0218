from collections.abc import Callable
from typing import Any

import pytest

from telegram_stand_in import BotMessage, PrivateChat, TelegramStandIn

Ask = Callable[..., dict[str, Any]]
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "السابق", "callback_data": "p"}, {"text": "التالي ◀", "callback_data": "n"}],
        [{"text": "انسخ", "copy_text": {"text": "نص"}}],
    ]
}


@pytest.fixture
def chat(server: TelegramStandIn) -> PrivateChat:
    return server.private()


@pytest.fixture
def card(chat: PrivateChat, ask: Ask) -> BotMessage:
    asked = chat.sends("متى؟")
    reply = {"message_id": asked.id}
    ask("sendMessage", chat_id=chat.id, text="سنة 8", reply_markup=KEYBOARD, reply_parameters=reply)
    return chat.wait_for_message()


def updates(ask: Ask, kind: str) -> list[dict[str, Any]]:
    return [update[kind] for update in ask("getUpdates")["result"] if kind in update]


def test_a_press_brings_the_message_as_it_stands(chat: PrivateChat, card: BotMessage, ask: Ask) -> None:
    query_id = chat.presses(card, "التالي")
    (query,) = updates(ask, "callback_query")
    assert (query["id"], query["data"], query["from"]["id"]) == (query_id, "n", chat.user.id)
    assert query["message"]["reply_markup"] == KEYBOARD
    assert query["message"]["reply_to_message"]["text"] == "متى؟"


def test_a_query_is_answered_once(server: TelegramStandIn, chat: PrivateChat, card: BotMessage, ask: Ask) -> None:
    query_id = chat.presses(card, "السابق")
    assert server.unanswered == [query_id]
    assert ask("answerCallbackQuery", callback_query_id=query_id, text="تم", show_alert=True)["ok"]
    answer = server.wait_for_callback_answer(query_id)
    assert (answer.text, answer.show_alert) == ("تم", True)
    assert server.unanswered == []
    assert server.violations == []
    assert ask("answerCallbackQuery", callback_query_id=query_id)["description"] == TOO_OLD
    assert len(server.violations) == 1


def test_a_query_that_grew_old_is_the_worlds_doing(
    server: TelegramStandIn, chat: PrivateChat, card: BotMessage, ask: Ask
) -> None:
    query_id = chat.presses(card, "السابق")
    server.expire(query_id)
    assert ask("answerCallbackQuery", callback_query_id=query_id)["description"] == TOO_OLD
    assert (server.violations, server.unanswered) == ([], [])


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"text": "أ" * 201}, "Bad Request: MESSAGE_TOO_LONG"),
        ({"url": "https://example.org"}, "Bad Request: URL_INVALID"),
        ({"callback_query_id": "nobody's"}, TOO_OLD),
    ],
)
def test_a_wrong_answer_is_refused(
    chat: PrivateChat, card: BotMessage, ask: Ask, parameters: dict[str, Any], description: str
) -> None:
    query_id = chat.presses(card, "السابق")
    answer = ask("answerCallbackQuery", **({"callback_query_id": query_id} | parameters))
    assert answer["description"] == description


def test_a_press_may_be_forged_and_late(chat: PrivateChat, card: BotMessage, ask: Ask) -> None:
    chat.presses(card, data="forged")
    chat.deletes(card)
    chat.presses(card, data="n")
    forged, late = updates(ask, "callback_query")
    assert (forged["data"], forged["message"]["text"]) == ("forged", "سنة 8")
    assert late["message"] == {"chat": {"id": chat.id, "type": "private", "first_name": "أحمد"}} | {
        "message_id": card.id,
        "date": 0,
    }


@pytest.mark.parametrize(("text", "told"), [("غيره", "no button 'غيره'"), ("انسخ", "tells the bot nothing")])
def test_a_test_that_presses_what_cannot_be_pressed_fails(
    chat: PrivateChat, card: BotMessage, text: str, told: str
) -> None:
    with pytest.raises(AssertionError, match=told):
        chat.presses(card, text)


def test_a_card_shows_its_buttons(card: BotMessage) -> None:
    assert [[button.text for button in row] for row in card.rows] == [["السابق", "التالي ◀"], ["انسخ"]]
    assert (card.button("التالي").data, card.button("انسخ").copies, card.button("انسخ").url) == ("n", "نص", None)
    with pytest.raises(AssertionError, match="no button 'غيره'"):
        card.button("غيره")


def article(result_id: str = "1", **content: Any) -> dict[str, Any]:
    message = {"message_text": "<b>سنة 8</b>", "parse_mode": "HTML"} | content
    return {"type": "article", "id": result_id, "title": "مؤتة", "input_message_content": message}


def test_an_inline_query_is_answered_with_results(server: TelegramStandIn, ask: Ask) -> None:
    query_id = server.inline_query(server.user(), "مؤتة", offset="10")
    (query,) = updates(ask, "inline_query")
    assert (query["query"], query["offset"]) == ("مؤتة", "10")
    assert ask("answerInlineQuery", inline_query_id=query_id, results=[article()], next_offset="20")["ok"]
    answer = server.wait_for_inline_answer(query_id)
    assert ([result["title"] for result in answer.results], answer.next_offset) == (["مؤتة"], "20")
    assert server.violations == []


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"results": [article(str(number)) for number in range(51)]}, "Bad Request: RESULTS_TOO_MUCH"),
        ({"results": [article(), article()]}, "Bad Request: RESULT_ID_DUPLICATE"),
        ({"results": [article("أ" * 33)]}, "Bad Request: RESULT_ID_INVALID"),
        ({"results": [article(message_text="أ" * 4097)]}, "Bad Request: MESSAGE_TOO_LONG"),
        (
            {"results": [article(message_text="<b>")]},
            "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            {"results": [{"type": "rumour", "id": "1"}]},
            "Bad Request: can't parse inline query result: Unsupported type specified",
        ),
        ({"results": [], "next_offset": "أ" * 33}, "Bad Request: NEXT_OFFSET_INVALID"),
        ({"results": [], "inline_query_id": "nobody's"}, TOO_OLD),
    ],
)
def test_wrong_results_are_refused(
    server: TelegramStandIn, ask: Ask, parameters: dict[str, Any], description: str
) -> None:
    query_id = server.inline_query(server.user(), "مؤتة")
    assert ask("answerInlineQuery", **({"inline_query_id": query_id} | parameters))["description"] == description


def test_a_guests_message_is_answered_once_with_one_result(server: TelegramStandIn, ask: Ask) -> None:
    query_id = server.guest_message(server.user("سعيد"), "متى بدر؟")
    (message,) = updates(ask, "guest_message")
    assert (message["guest_query_id"], message["text"]) == (query_id, "متى بدر؟")
    empty = {"type": "article", "id": "1", "title": "", "input_message_content": {"message_text": "نعم"}}
    assert not ask("answerGuestQuery", guest_query_id=query_id, result=empty)["ok"]
    assert ask("answerGuestQuery", guest_query_id=query_id, result=empty | {"title": "نعم"})["ok"]
    assert server.wait_for_guest_answer(query_id).results[0]["title"] == "نعم"
    assert ask("answerGuestQuery", guest_query_id=query_id, result=empty)["description"] == TOO_OLD
