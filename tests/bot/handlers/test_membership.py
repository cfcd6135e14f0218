from typing import Any

import pytest

from fakes import BOT, refusal
from qa_bot.store.chat_settings import ChatSettings
from telegram_harness import ASKER, CHANNEL, GROUP, PRIVATE, Telegram, plain

LEFT, MEMBER = {"user": BOT, "status": "left"}, {"user": BOT, "status": "member"}
KICKED = {"user": BOT, "status": "kicked", "until_date": 0}
SMALL = {"id": -77, "type": "group", "title": "G"}


async def becomes(telegram: Telegram, old: dict[str, Any], new: dict[str, Any], chat: dict[str, Any] = GROUP) -> None:
    change = {"chat": chat, "from": ASKER, "date": 1, "old_chat_member": old, "new_chat_member": new}
    await telegram.send("my_chat_member", change)


async def test_a_group_that_adds_the_bot_is_greeted_shortly(telegram: Telegram) -> None:
    await becomes(telegram, LEFT, MEMBER)
    [greeting] = telegram.sent
    assert greeting["chat_id"] == -100
    assert "/ask متى كانت معركة اليرموك؟" in plain(greeting["text"])
    assert "/settings" in greeting["text"]
    assert len(greeting["text"]) < 500


@pytest.mark.parametrize(
    ("old", "new", "chat"),
    [(MEMBER, LEFT, GROUP), (MEMBER, KICKED, GROUP), (LEFT, MEMBER, CHANNEL), (KICKED, MEMBER, PRIVATE)],
)
async def test_to_any_other_change_nothing_is_said(
    telegram: Telegram, old: dict[str, Any], new: dict[str, Any], chat: dict[str, Any]
) -> None:
    await becomes(telegram, old, new, chat)
    assert telegram.request.calls == []


async def test_a_new_rank_is_no_reason_to_greet_again(telegram: Telegram) -> None:
    rights = {"can_send_messages": True, "is_member": True, "until_date": 0}
    names = "audios documents photos videos video_notes voice_notes polls other_messages"
    rights |= {f"can_send_{name}": True for name in names.split()}
    rights |= dict.fromkeys(["can_add_web_page_previews", "can_change_info", "can_invite_users"], True)
    rights |= dict.fromkeys(["can_pin_messages", "can_manage_topics", "can_react_to_messages", "can_edit_tag"], True)
    await becomes(telegram, MEMBER, {"user": BOT, "status": "restricted"} | rights)
    assert telegram.sent == []


@pytest.mark.parametrize(
    ("chat", "told"), [(SMALL, {"migrate_to_chat_id": -100}), (GROUP, {"migrate_from_chat_id": -77})]
)
async def test_either_message_moves_what_is_known_of_a_group(
    telegram: Telegram, chat: dict[str, Any], told: dict[str, int]
) -> None:
    await telegram.choose(ChatSettings(language="en"), SMALL)
    message = telegram.message("", chat) | told
    del message["text"]
    await telegram.send("message", message)
    await telegram.say("/help", GROUP, message_id=9)
    assert telegram.sent[0]["text"].startswith("<b>How to ask")


async def test_a_refusal_that_names_the_supergroup_moves_it_too(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(language="en"), SMALL)
    moved = refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-100)
    telegram.request.next_replies["sendMessage"].append(moved)
    await telegram.say("/help", SMALL)
    await telegram.say("/help", GROUP, message_id=9)
    assert [(sent["chat_id"], sent["text"][3:9]) for sent in telegram.sent] == [
        (-77, "How to"),
        (-100, "How to"),
        (-100, "How to"),
    ]
