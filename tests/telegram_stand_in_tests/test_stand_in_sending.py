from collections.abc import Callable
from typing import Any

import httpx
import pytest

from telegram_stand_in import TelegramStandIn

Ask = Callable[..., dict[str, Any]]
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a"
    " current content and reply markup of the message"
)


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


NEXT = {"text": "التالي", "callback_data": "next"}


def test_a_message_is_shown_as_telegram_keeps_it(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    answer = ask("sendMessage", chat_id=chat.id, text=" <b>مؤتة</b> سنة 8 ", parse_mode="HTML")
    assert answer["result"]["text"] == "مؤتة سنة 8"
    assert answer["result"]["entities"] == [{"type": "bold", "offset": 0, "length": 4}]
    message = chat.wait_for_message()
    assert (message.id, message.text, message.words("bold")) == (answer["result"]["message_id"], "مؤتة سنة 8", ["مؤتة"])
    assert server.violations == []


@pytest.mark.parametrize("body", ["json", "data", "files"])
def test_json_forms_and_multipart_say_the_same(server: TelegramStandIn, body: str) -> None:
    chat = server.private()
    markup = '{"inline_keyboard": [[{"text": "التالي", "callback_data": "n"}]]}'
    parameters = {"chat_id": str(chat.id), "text": "نص\nآخر", "reply_markup": markup}
    sent: dict[str, Any] = (
        {name: (None, value) for name, value in parameters.items()} if body == "files" else parameters
    )
    url = f"{server.url}/bot{server.token}/sendMessage"
    assert httpx.request("POST", url, trust_env=False, **{body: sent}).json()["ok"]
    message = chat.wait_for_message()
    assert (message.text, message.buttons[0].data) == ("نص\nآخر", "n")


def test_parameters_may_stand_in_the_query(server: TelegramStandIn) -> None:
    chat = server.private()
    url = f"{server.url}/bot{server.token}/sendmessage"
    assert httpx.get(url, params={"chat_id": chat.id, "text": "متى؟"}, trust_env=False).json()["ok"]
    assert chat.wait_for_message().text == "متى؟"


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({}, "Bad Request: message text is empty"),
        ({"text": " \n "}, "Bad Request: text must be non-empty"),
        ({"text": "\u200f\u200b"}, "Bad Request: text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: text must be non-empty"),
        ({"text": "أ" * 4097}, "Bad Request: message is too long"),
        ({"text": "🏹" * 2049}, "Bad Request: message is too long"),
        ({"text": "<b>ضد</b>" * 3000, "parse_mode": "HTML"}, "Bad Request: text is too long"),
        (
            {"text": "5 < 8", "parse_mode": "HTML"},
            'Bad Request: can\'t parse entities: Unsupported start tag "" at byte offset 2',
        ),
        ({"text": "x", "parse_mode": "BBCode"}, "Bad Request: unsupported parse_mode"),
        ({"text": 5}, 'Bad Request: parameter "text" must be a String'),
        ({"text": "x", "message_thread_id": "five"}, 'Bad Request: parameter "message_thread_id" must be an Integer'),
        ({"text": "x", "reply_markup": "{"}, "Bad Request: can't parse reply keyboard markup JSON object"),
        ({"text": "x", "reply_markup": []}, "Bad Request: object expected as reply markup"),
        ({"text": "x", "chat_id": "@nobody"}, "Bad Request: chat not found"),
        ({"text": "x", "chat_id": 77}, "Bad Request: chat not found"),
        ({"text": "x", "chat_id": ""}, "Bad Request: chat_id is empty"),
        ({"text": "x", "message_thread_id": 1}, "Bad Request: message thread not found"),
        ({"text": "x", "message_thread_id": 99}, "Bad Request: message thread not found"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "Bad Request: message to be replied not found"),
        (
            {"text": "x", "reply_parameters": {}},
            "Bad Request: can't parse reply parameters: Can't find field \"message_id\"",
        ),
    ],
)
def test_a_wrong_message_is_refused_and_blamed(
    server: TelegramStandIn, ask: Ask, parameters: dict[str, Any], description: str
) -> None:
    chat = server.private()
    answer = ask("sendMessage", **({"chat_id": chat.id} | parameters))
    assert answer == {"ok": False, "error_code": 400, "description": description}
    assert [str(violation) for violation in server.violations] == [f"sendMessage: {description}"]
    assert server.sent == []


def test_the_longest_text_counts_after_parsing(server: TelegramStandIn, ask: Ask) -> None:
    markup = "<b>" + "&lt;" * 4096 + "</b>"
    assert ask("sendMessage", chat_id=server.private().id, text=markup, parse_mode="HTML")["ok"]


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"text": "x", "callback_data": "ض" * 33}, "Bad Request: BUTTON_DATA_INVALID"),
        (
            {"text": "x"},
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"callback_data": "x"},
            "Bad Request: can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            {"text": 5, "callback_data": "x"},
            'Bad Request: can\'t parse inline keyboard button: Field "text" must be of type String',
        ),
        ({"text": "x", "copy_text": {"text": "أ" * 257}}, "Bad Request: BUTTON_COPY_TEXT_INVALID"),
        (
            {"text": "x", "url": "localhost"},
            "Bad Request: inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL",
        ),
    ],
)
def test_a_wrong_button_is_refused(server: TelegramStandIn, ask: Ask, button: dict[str, Any], description: str) -> None:
    answer = ask("sendMessage", chat_id=server.private().id, text="x", reply_markup=keyboard([button]))
    assert answer["description"] == description


@pytest.mark.parametrize("rows", [[[NEXT] * 9], [[NEXT]] * 101, [[{"text": "ض" * 4000, "callback_data": "x"}]] * 2])
def test_a_keyboard_that_is_too_big_is_refused(server: TelegramStandIn, ask: Ask, rows: list[Any]) -> None:
    answer = ask("sendMessage", chat_id=server.private().id, text="x", reply_markup=keyboard(*rows))
    assert answer["description"] == "Bad Request: reply markup is too long"


def test_callback_data_of_64_bytes_and_100_buttons_pass(server: TelegramStandIn, ask: Ask) -> None:
    rows = [[{"text": "x", "callback_data": "a" * 8}] * 8] * 12 + [[{"text": "ض", "callback_data": "ض" * 32}] * 4]
    assert ask("sendMessage", chat_id=server.private().id, text="x", reply_markup=keyboard(*rows))["ok"]


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"colour": "red"}, 'sendMessage has no parameter "colour"'),
        (
            {"link_preview_options": {"is_disabled": True, "is_dark": True}},
            'LinkPreviewOptions has no field "is_dark"',
        ),
        (
            {"reply_markup": keyboard([NEXT | {"url": "https://example.org"}])},
            "button 'التالي' has 2 actions: url, callback_data",
        ),
        (
            {"entities": [{"type": "blink", "offset": 0, "length": 1}]},
            "entity type 'blink' is not one that a bot can send",
        ),
    ],
)
def test_what_telegram_ignores_goes_through_and_is_blamed(
    server: TelegramStandIn, ask: Ask, parameters: dict[str, Any], description: str
) -> None:
    assert ask("sendMessage", chat_id=server.private().id, text="نص", **parameters)["ok"]
    assert [violation.description for violation in server.violations] == [description]


def test_a_reply_names_its_message_and_quote(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    asked = chat.sends("متى كانت مؤتة؟")
    reply = {"message_id": asked.id, "quote": "مؤتة"}
    result = ask("sendMessage", chat_id=chat.id, text="سنة 8", reply_parameters=reply)["result"]
    assert result["reply_to_message"]["text"] == "متى كانت مؤتة؟"
    assert result["quote"] == {"text": "مؤتة", "position": 9, "is_manual": True}
    assert chat.wait_for_message().reply_to_id == asked.id


def test_a_quote_that_is_not_in_the_message_is_refused(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    reply = {"message_id": chat.sends("متى كانت مؤتة؟").id, "quote": "بدر"}
    answer = ask("sendMessage", chat_id=chat.id, text="x", reply_parameters=reply)
    assert answer["description"] == "Bad Request: QUOTE_TEXT_INVALID"


def test_a_reply_to_a_deleted_message_is_the_worlds_doing(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    asked = chat.sends("متى؟")
    chat.deletes(asked)
    answer = ask("sendMessage", chat_id=chat.id, text="x", reply_parameters={"message_id": asked.id})
    assert answer["description"] == "Bad Request: message to be replied not found"
    assert server.violations == []


def test_a_reply_may_go_on_without_its_message(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    reply = {"message_id": 99, "allow_sending_without_reply": True}
    assert ask("sendMessage", chat_id=chat.id, text="x", reply_parameters=reply)["ok"]
    assert chat.wait_for_message().reply_to_id is None


def test_a_message_goes_to_its_topic(server: TelegramStandIn, ask: Ask) -> None:
    forum = server.group(members=[server.user()], forum=True)
    topic = forum.makes_topic("الفتوح")
    result = ask("sendMessage", chat_id=forum.id, text="x", message_thread_id=topic.id)["result"]
    assert (result["message_thread_id"], result["is_topic_message"]) == (topic.id, True)
    assert forum.wait_for_message().thread_id == topic.id


def test_a_reply_stands_in_the_topic_of_its_message(server: TelegramStandIn, ask: Ask) -> None:
    user = server.user()
    forum = server.group(members=[user], forum=True)
    topic = forum.makes_topic("الفتوح")
    asked = forum.sends(user, "متى؟", topic=topic)
    result = ask("sendMessage", chat_id=forum.id, text="x", reply_parameters={"message_id": asked.id})["result"]
    assert result["message_thread_id"] == topic.id


@pytest.mark.parametrize(
    ("change", "description"),
    [
        (lambda topic: setattr(topic, "is_deleted", True), "Bad Request: message thread not found"),
        (lambda topic: setattr(topic, "is_closed", True), "Bad Request: TOPIC_CLOSED"),
    ],
)
def test_a_topic_that_closed_is_the_worlds_doing(
    server: TelegramStandIn, ask: Ask, change: Callable[[Any], None], description: str
) -> None:
    forum = server.group(members=[server.user()], forum=True)
    topic = forum.makes_topic("الفتوح")
    change(topic)
    assert ask("sendMessage", chat_id=forum.id, text="x", message_thread_id=topic.id)["description"] == description
    assert server.violations == []


def test_the_thread_of_a_plain_supergroup_is_no_topic(server: TelegramStandIn, ask: Ask) -> None:
    user = server.user()
    group = server.group(members=[user])
    first = group.sends(user, "متى؟")
    reply = group.sends(user, "نعم، متى؟", reply_to=first)
    assert (reply.thread_id, reply.is_topic_message) == (first.id, False)
    answer = ask("sendMessage", chat_id=group.id, text="x", message_thread_id=first.id)
    assert answer["description"] == "Bad Request: message thread not found"


@pytest.mark.parametrize(
    ("supergroup", "description"),
    [
        (True, "Forbidden: bot was kicked from the supergroup chat"),
        (False, "Forbidden: bot was kicked from the group chat"),
    ],
)
def test_a_kicked_bot_may_not_write(server: TelegramStandIn, ask: Ask, supergroup: bool, description: str) -> None:
    user = server.user()
    group = server.group(members=[user], supergroup=supergroup)
    group.removes_bot(by=user)
    assert ask("sendMessage", chat_id=group.id, text="x") == {
        "ok": False,
        "error_code": 403,
        "description": description,
    }
    assert server.violations == []


def test_a_blocked_bot_may_not_write(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    chat.blocks_bot()
    assert ask("sendMessage", chat_id=chat.id, text="x")["description"] == "Forbidden: bot was blocked by the user"
    chat.unblocks_bot()
    assert ask("sendMessage", chat_id=chat.id, text="x")["ok"]


def test_a_bot_does_not_write_first(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private(started=False)
    answer = ask("sendMessage", chat_id=chat.id, text="x")
    assert answer["description"] == "Forbidden: bot can't initiate conversation with a user"
    assert len(server.violations) == 1


def test_a_muted_bot_may_not_write(server: TelegramStandIn, ask: Ask) -> None:
    group = server.group(members=[server.user()])
    group.mutes_bot()
    answer = ask("sendMessage", chat_id=group.id, text="x")
    assert answer["description"] == "Bad Request: not enough rights to send text messages to the chat"


def test_a_channel_takes_posts_from_administrators(server: TelegramStandIn, ask: Ask) -> None:
    channel = server.channel(username="history")
    result = ask("sendMessage", chat_id="@history", text="x")["result"]
    assert ("from" in result, result["sender_chat"]["id"]) == (False, channel.id)
    plain = server.channel(bot="member")
    answer = ask("sendMessage", chat_id=plain.id, text="x")
    assert answer["description"] == "Bad Request: need administrator rights in the channel chat"


def test_a_group_that_became_a_supergroup_tells_its_new_id(server: TelegramStandIn, ask: Ask) -> None:
    group = server.group(members=[server.user()], supergroup=False)
    new = group.becomes_supergroup()
    assert ask("sendMessage", chat_id=group.id, text="x") == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new.id},
    }
    assert server.violations == []
    assert ask("sendMessage", chat_id=new.id, text="x")["ok"]


def test_an_edit_is_shown_with_its_new_text_and_keyboard(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    sent = ask("sendMessage", chat_id=chat.id, text="x", reply_markup=keyboard([NEXT]))["result"]
    edited = ask("editMessageText", chat_id=chat.id, message_id=sent["message_id"], text="<i>y</i>", parse_mode="HTML")
    assert (edited["result"]["text"], "reply_markup" in edited["result"]) == ("y", False)
    edit = chat.wait_for_edit()
    assert (edit.edited, edit.text, edit.words("italic"), edit.rows) == (True, "y", ["y"], ())


def test_only_a_real_change_is_an_edit(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    sent = ask("sendMessage", chat_id=chat.id, text="<b>x</b>", parse_mode="HTML", reply_markup=keyboard([NEXT]))
    which = {"chat_id": chat.id, "message_id": sent["result"]["message_id"]}
    same = {"entities": [{"type": "bold", "offset": 0, "length": 1}], "reply_markup": keyboard([NEXT])}
    assert ask("editMessageText", **which, text="x ", **same)["description"] == NOT_MODIFIED
    assert ask("editMessageReplyMarkup", **which, reply_markup=keyboard([NEXT]))["description"] == NOT_MODIFIED
    assert server.forgive("message is not modified") == 2
    assert ask("editMessageText", **which, text="x", reply_markup=keyboard([NEXT]))["ok"]
    assert ask("editMessageReplyMarkup", **which)["ok"]
    assert server.violations == []


def test_only_its_own_messages_can_a_bot_edit(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    asked = chat.sends("متى؟")
    edit = {"chat_id": chat.id, "text": "x"}
    assert ask("editMessageText", message_id=asked.id, **edit)["description"] == "Bad Request: message can't be edited"
    assert ask("editMessageText", message_id=99, **edit)["description"] == "Bad Request: message to edit not found"
    assert ask("editMessageText", **edit)["description"] == "Bad Request: message identifier is not specified"
    photo = ask("sendPhoto", chat_id=chat.id, photo="https://example.org/map.png", caption="خريطة")["result"]
    answer = ask("editMessageText", message_id=photo["message_id"], **edit)
    assert answer["description"] == "Bad Request: there is no text in the message to edit"


def test_an_edit_of_a_message_that_was_deleted_is_the_worlds_doing(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    sent = ask("sendMessage", chat_id=chat.id, text="x")["result"]
    chat.deletes(sent["message_id"])
    answer = ask("editMessageText", chat_id=chat.id, message_id=sent["message_id"], text="y")
    assert answer["description"] == "Bad Request: message to edit not found"
    assert server.violations == []


def test_deleting_needs_ownership_or_rights(server: TelegramStandIn, ask: Ask) -> None:
    user = server.user()
    group = server.group(members=[user])
    asked = group.sends(user, "متى؟")
    own = ask("sendMessage", chat_id=group.id, text="x")["result"]["message_id"]
    assert ask("deleteMessage", chat_id=group.id, message_id=own)["ok"]
    answer = ask("deleteMessage", chat_id=group.id, message_id=asked.id)
    assert answer["description"] == "Bad Request: message can't be deleted"
    group.promotes(server.bot)
    assert ask("deleteMessage", chat_id=group.id, message_id=asked.id)["ok"]
    answer = ask("deleteMessage", chat_id=group.id, message_id=asked.id)
    assert answer["description"] == "Bad Request: message to delete not found"


def test_files_are_uploaded_and_sent_again_by_their_id(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    url = f"{server.url}/bot{server.token}/sendDocument"
    body = {"chat_id": str(chat.id), "caption": "<b>فهرس</b>", "parse_mode": "HTML"}
    files = {"document": ("فهرس.txt", b"x" * 5, "text/plain")}
    document = httpx.post(url, data=body, files=files, trust_env=False).json()["result"]["document"]
    assert (document["file_name"], document["file_size"], document["mime_type"]) == ("فهرس.txt", 5, "text/plain")
    assert chat.wait_for_message().words("bold") == ["فهرس"]
    assert ask("sendDocument", chat_id=chat.id, document=document["file_id"])["ok"]
    answer = ask("sendDocument", chat_id=chat.id, document="no-such-file")
    assert answer["description"] == "Bad Request: wrong file identifier/HTTP URL specified"


def test_a_caption_is_shorter_than_a_text(server: TelegramStandIn, ask: Ask) -> None:
    photo = {"chat_id": server.private().id, "photo": "https://example.org/map.png"}
    assert ask("sendPhoto", **photo, caption="أ" * 1024)["ok"]
    assert ask("sendPhoto", **photo, caption="أ" * 1025)["description"] == "Bad Request: message caption is too long"


def test_a_photo_takes_the_place_of_another_with_its_caption(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    photo = {"chat_id": chat.id, "photo": "https://example.org/map.png"}
    sent = ask("sendPhoto", **photo, caption="خريطة")["result"]
    media = {"type": "photo", "media": "https://example.org/other.png", "caption": "<b>أخرى</b>", "parse_mode": "HTML"}
    edited = ask("editMessageMedia", chat_id=chat.id, message_id=sent["message_id"], media=media)["result"]
    assert edited["caption"] == "أخرى"
    assert edited["photo"] != sent["photo"]
    assert chat.wait_for_edit().text == "أخرى"


def test_there_is_no_photo_in_a_text_to_edit(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    sent = ask("sendMessage", chat_id=chat.id, text="x")["result"]
    media = {"type": "photo", "media": "https://example.org/other.png"}
    answer = ask("editMessageMedia", chat_id=chat.id, message_id=sent["message_id"], media=media)
    assert answer["description"] == "Bad Request: there is no media in the message to edit"


QUIZ = {"question": "متى كانت مؤتة؟", "options": [{"text": "8"}, {"text": "9"}], "type": "quiz"}


def test_a_quiz_is_sent_with_its_explanation(server: TelegramStandIn, ask: Ask) -> None:
    explanation = {"explanation": "<b>المصدر</b>", "explanation_parse_mode": "HTML"}
    result = ask("sendPoll", chat_id=server.private().id, correct_option_ids=[0], **QUIZ, **explanation)["result"]
    assert result["poll"]["explanation"] == "المصدر"
    assert [option["text"] for option in result["poll"]["options"]] == ["8", "9"]


@pytest.mark.parametrize(
    ("change", "description"),
    [
        ({"question": "أ" * 301}, "Bad Request: poll question length must not exceed 300"),
        ({"options": [{"text": "أ" * 101}]}, "Bad Request: poll options length must not exceed 100"),
        ({"options": [{"text": "أ"}] * 13}, "Bad Request: poll can't have 13 options: 1 to 12 are allowed"),
        ({"explanation": "أ" * 201}, "Bad Request: poll explanation length must not exceed 200"),
        ({"explanation": "أ\nب\nج\nد"}, "Bad Request: poll explanation has too many line feeds"),
        ({"correct_option_ids": [2]}, "Bad Request: wrong correct option ID specified"),
        ({"correct_option_ids": None}, "Bad Request: quiz must have a correct option"),
        ({"options": ["8", "9"]}, 'Bad Request: field "options" must be of type Object'),
    ],
)
def test_a_wrong_poll_is_refused(server: TelegramStandIn, ask: Ask, change: dict[str, Any], description: str) -> None:
    parameters = {"chat_id": server.private().id, "correct_option_ids": [0]} | QUIZ | change
    assert ask("sendPoll", **parameters)["description"] == description


def test_only_known_actions_are_shown(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    assert ask("sendChatAction", chat_id=chat.id, action="typing") == {"ok": True, "result": True}
    answer = ask("sendChatAction", chat_id=chat.id, action="thinking")
    assert answer["description"] == "Bad Request: wrong parameter action in request"
