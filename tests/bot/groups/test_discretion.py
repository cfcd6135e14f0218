from typing import Any

import pytest
from telegram import Update

from qa_bot.bot.groups.discretion import for_asker_alone
from qa_bot.store.chat_settings import DEFAULTS, ChatSettings
from qa_bot.store.letters import Body, Draft
from qa_bot.store.quizzes import Poll
from telegram_harness import ASKER, BOT, CHANNEL, GROUP, NOW_S, PRIVATE

WHISPERING = ChatSettings(whispers=True)
REPLY = Draft(GROUP["id"], Body("نعم", "نعم"), reply_to=5)
NAMELESS = {"id": 1087968824, "is_bot": True, "first_name": "Group"}


def said(chat: dict[str, Any] = GROUP, sender: dict[str, Any] = ASKER, **fields: Any) -> dict[str, Any]:
    return {"message_id": 5, "date": int(NOW_S), "chat": chat, "text": "/help", "from": sender, **fields}


def marked(draft: Draft, settings: ChatSettings, **update: Any) -> int | None:
    """Return who alone is to see a letter that an update leads to; None for all."""
    [led_to] = for_asker_alone([draft], Update.de_json({"update_id": 1, **update}, None), settings)
    return led_to.asker_id if led_to.body.whispered else None


def test_a_reply_is_for_its_asker_where_the_group_wants_that() -> None:
    assert marked(REPLY, WHISPERING, message=said()) == ASKER["id"]
    assert marked(REPLY, WHISPERING, edited_message=said()) == ASKER["id"]
    assert marked(REPLY, DEFAULTS, message=said()) is None


def test_what_only_the_bot_saw_is_answered_so_anywhere() -> None:
    assert marked(REPLY, DEFAULTS, message=said(message_id=-3)) == ASKER["id"]


def test_what_a_button_brings_is_for_who_pressed_it() -> None:
    query = {"id": "q", "from": ASKER, "chat_instance": "i", "data": "x"}
    turned = Draft(GROUP["id"], REPLY.body, edits=-3)
    assert marked(turned, DEFAULTS, callback_query={**query, "message": said(sender=BOT, message_id=-3)}) == 7
    assert marked(REPLY, DEFAULTS, callback_query={**query, "message": said(sender=BOT, message_id=-3)}) == 7
    assert marked(REPLY, WHISPERING, callback_query={**query, "message": said(sender=BOT)}) == 7
    assert marked(REPLY, DEFAULTS, callback_query={**query, "message": said(sender=BOT)}) is None


@pytest.mark.parametrize(
    "update",
    [
        {"message": said(PRIVATE)},
        {"message": said(sender=NAMELESS, sender_chat=GROUP)},
        {"message": said(sender=NAMELESS, sender_chat=CHANNEL, is_automatic_forward=True)},
        {"channel_post": {**said(CHANNEL), "sender_chat": CHANNEL}},
        {"poll_answer": {"poll_id": "1", "user": ASKER, "option_ids": [0], "option_persistent_ids": ["0"]}},
    ],
)
def test_in_private_and_to_nobody_in_particular_all_is_said_aloud(update: dict[str, Any]) -> None:
    assert marked(REPLY, WHISPERING, **update) is None


def test_a_quiz_and_what_goes_elsewhere_are_left_as_they_are() -> None:
    poll = Poll("متى؟", ("1", "2"), 0, "", "متى؟", "p")
    assert marked(Draft(GROUP["id"], Body("", "", poll=poll)), WHISPERING, message=said()) is None
    assert marked(Draft(ASKER["id"], REPLY.body), WHISPERING, message=said()) is None
