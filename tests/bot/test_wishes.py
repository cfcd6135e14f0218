from typing import Any

import pytest
from telegram import Message, User

from fakes import BOT
from qa_bot.bot.wishes import Wish, asks_when, question_in, wish_of

ME = User(BOT["id"], "QA", is_bot=True, username="qa_test_bot")
ASKER = {"id": 7, "is_bot": False, "first_name": "A", "language_code": "ar"}
PRIVATE = {"id": 7, "type": "private", "first_name": "A"}
GROUP = {"id": -100, "type": "supergroup", "title": "G"}
CHANNEL = {"id": -200, "type": "channel", "title": "C"}
QUESTION = "متى كانت وقعة اليرموك؟"


def message(text: str | None = None, chat: dict[str, Any] = PRIVATE, **fields: Any) -> Message:
    known: dict[str, Any] = {"message_id": 5, "date": 1, "chat": chat}
    if chat is not CHANNEL:
        known["from"] = ASKER
    if text is not None:
        known["text"] = text
    return Message.de_json(known | fields, None)


def wish(text: str | None = None, chat: dict[str, Any] = PRIVATE, **fields: Any) -> Wish | None:
    return wish_of(message(text, chat, **fields), ME)


def reply_to(text: str, sender: dict[str, Any] = ASKER, **fields: Any) -> dict[str, Any]:
    return {"message_id": 4, "date": 1, "chat": GROUP, "from": sender, "text": text} | fields


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("/start", Wish("start")),
        ("/start deep_link", Wish("start")),
        ("/HELP", Wish("help")),
        (f"/ask {QUESTION}", Wish("ask", QUESTION)),
        (f"/ask@QA_Test_Bot\n{QUESTION}", Wish("ask", QUESTION)),
        ("/when Ajnadayn", Wish("when", "Ajnadayn")),
        ("/متى أجنادين", Wish("when", "أجنادين")),
        ("/اسأل من قاد؟", Wish("ask", "من قاد؟")),
        ("/ask", Wish("ask")),
        ("/nonsense x", Wish("unknown")),
        ("/ask@other_bot x", None),
        (QUESTION, Wish("ask", QUESTION)),
        ("متى أجنادين", Wish("ask", "متى أجنادين")),
        (f"\u200f{QUESTION}\u202e", Wish("ask", QUESTION)),
        ("السلام عليكم", Wish("greeting")),
        ("شكرا!", Wish("thanks")),
        ("من أنت؟", Wish("who_are_you")),
        ("ساعدني", Wish("help")),
        ("إلى اللقاء", Wish("goodbye")),
        ("السلام عليكم متى كانت بدر؟", Wish("ask", "السلام عليكم متى كانت بدر؟")),
    ],
)
def test_in_private_everything_is_meant_for_the_bot(text: str, wanted: Wish | None) -> None:
    assert wish(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (QUESTION, None),
        (f"/ask {QUESTION}", Wish("ask", QUESTION)),
        (f"/ask@qa_test_bot {QUESTION}", Wish("ask", QUESTION)),
        (f"/ask@other_bot {QUESTION}", None),
        ("/nonsense", None),
        (f"@qa_test_bot {QUESTION}", Wish("ask", QUESTION, mentioned=True)),
        (f"{QUESTION} @QA_TEST_BOT", Wish("ask", QUESTION, mentioned=True)),
        ("@qa_test_bot", Wish("ask", mentioned=True)),
        ("@qa_test_bot /when بدر", Wish("when", "بدر")),
        ("@qa_test_bot_2 سلام", None),
        ("a@qa_test_bot.org", None),
        ("السلام عليكم", None),
        ("@qa_test_bot السلام عليكم", Wish("greeting", mentioned=True)),
    ],
)
def test_in_groups_only_commands_and_mentions_are(text: str, wanted: Wish | None) -> None:
    assert wish(text, GROUP) == wanted


def test_in_groups_a_reply_to_the_bots_message_is_a_question() -> None:
    assert wish("ومن قادها؟", GROUP, reply_to_message=reply_to("الجواب", BOT)) == Wish("ask", "ومن قادها؟")
    assert wish("ومن قادها؟", GROUP, reply_to_message=reply_to("كلام")) is None


def test_in_a_topic_that_the_bot_opened_not_every_message_is_a_reply_to_it() -> None:
    opened = reply_to("", BOT, forum_topic_created={"name": "T", "icon_color": 1})
    assert wish("كلام", GROUP, reply_to_message=opened, message_thread_id=4, is_topic_message=True) is None


def test_in_channels_only_commands_are_meant_for_the_bot() -> None:
    assert wish(f"/ask {QUESTION}", CHANNEL) == Wish("ask", QUESTION)
    assert wish(QUESTION, CHANNEL) is None
    assert wish("@qa_test_bot سؤال", CHANNEL) is None


@pytest.mark.parametrize("command", ["ask", "when"])
def test_an_empty_command_takes_the_message_it_replies_to(command: str) -> None:
    wanted = wish(f"/{command}", GROUP, reply_to_message=reply_to(QUESTION))
    assert wanted == Wish(command, QUESTION, borrowed=True)


def test_an_empty_command_does_not_take_the_bots_own_card_for_a_question() -> None:
    assert wish("/ask", GROUP, reply_to_message=reply_to("«وكانت الوقعة ...»", BOT)) == Wish("ask")


def test_of_a_message_quoted_in_part_only_that_part_is_taken() -> None:
    quote = {"text": "اليرموك", "position": 9}
    wanted = wish("/when", GROUP, reply_to_message=reply_to(QUESTION), quote=quote)
    assert wanted == Wish("when", "اليرموك", borrowed=True)


def test_a_caption_is_read_like_a_text() -> None:
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    assert wish(caption=QUESTION, photo=photo) == Wish("ask", QUESTION)
    assert wish(photo=photo) == Wish("wordless")
    assert wish(None, GROUP, photo=photo) is None


def test_a_service_message_wants_nothing() -> None:
    assert wish(None, message_auto_delete_timer_changed={"message_auto_delete_time": 60}) is None


def test_other_bots_are_ignored_and_anonymous_admins_are_not() -> None:
    other_bot = {"id": 9, "is_bot": True, "first_name": "B", "username": "b_bot"}
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    assert wish("/help", GROUP, **{"from": other_bot}) is None
    assert wish("/help", GROUP, **{"from": anonymous, "sender_chat": GROUP}) == Wish("help")


def test_what_a_channel_posts_is_read_in_its_discussion_group_like_a_post_and_telegram_itself_asks_nothing() -> None:
    service = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    forward = {"from": service, "sender_chat": CHANNEL, "is_automatic_forward": True}
    assert wish(f"/ask {QUESTION}", GROUP, **forward) == Wish("ask", QUESTION)
    assert wish(f"@qa_test_bot {QUESTION}", GROUP, **forward) is None
    assert wish(f"/ask {QUESTION}", GROUP, **{"from": service}) is None


def test_a_message_made_through_a_bot_is_no_question() -> None:
    via = {"id": 42, "is_bot": True, "first_name": "QA", "username": "qa_test_bot"}
    assert wish("نص", via_bot=via) is None


@pytest.mark.parametrize(
    "text", [QUESTION, f"/ask {QUESTION}", f"@qa_test_bot {QUESTION}", f"/متى@qa_test_bot {QUESTION}"]
)
def test_the_question_of_an_answered_message_is_read_back(text: str) -> None:
    assert question_in(message(text, GROUP), ME) == QUESTION


def test_a_command_alone_holds_no_question() -> None:
    assert question_in(message("/ask", GROUP), ME) == ""


@pytest.mark.parametrize(
    ("text", "with_when"),
    [
        ("/when تبوك", True),
        ("/when@qa_test_bot تبوك", True),
        ("/متى تبوك", True),
        ("/ask متى؟", False),
        ("متى؟", False),
    ],
)
def test_a_message_asks_with_when_or_not(text: str, with_when: bool) -> None:
    assert asks_when(message(text), ME) is with_when
