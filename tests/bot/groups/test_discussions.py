from typing import Any

import pytest
from telegram.error import NetworkError

from fakes import BOT, full_chat, refusal
from telegram_harness import CHANNEL, GROUP, Telegram

ASKED = "/ask متى كانت وقعة اليرموك؟"
TELEGRAM = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
ADMIN = {"can_" + right: True for right in ("manage_chat", "delete_messages", "manage_video_chats")}
ADMIN |= {"can_" + right: True for right in ("restrict_members", "promote_members", "change_info", "invite_users")}
ADMIN |= {"can_" + right: True for right in ("post_stories", "edit_stories", "delete_stories")}
ADMIN |= {"is_anonymous": False, "can_be_edited": False, "user": BOT, "status": "administrator"}
MEMBER = {"user": BOT, "status": "member"}


def sees(
    telegram: Telegram, *, in_channel: dict[str, Any], in_group: dict[str, Any], linked: int | None = -100
) -> None:
    """Let Telegram say what the bot is in the channel and in its discussion group."""
    more = {} if linked is None else {"linked_chat_id": linked}
    replies = telegram.request.next_replies
    replies["getChatMember"].append((200, {"ok": True, "result": in_channel}))
    replies["getChat"].append((200, {"ok": True, "result": full_chat(CHANNEL, **more)}))
    if linked is not None:
        replies["getChatMember"].append((200, {"ok": True, "result": in_group}))


async def post(telegram: Telegram, text: str = ASKED, **fields: Any) -> None:
    await telegram.send("channel_post", telegram.message(text, CHANNEL, sender_chat=CHANNEL, **fields))


async def copy(telegram: Telegram, text: str = ASKED) -> None:
    origin = {"type": "channel", "chat": CHANNEL, "message_id": 5, "date": 1}
    known = {"sender_chat": CHANNEL, "is_automatic_forward": True, "forward_origin": origin}
    await telegram.say(text, GROUP, sender=TELEGRAM, message_id=31, **known)


def answered(telegram: Telegram) -> list[tuple[int, int]]:
    return [(sent["chat_id"], sent["reply_parameters"]["message_id"]) for sent in telegram.sent]


async def test_a_post_is_answered_once_and_that_under_its_copy(telegram: Telegram) -> None:
    sees(telegram, in_channel=ADMIN, in_group=ADMIN)
    await post(telegram)
    await copy(telegram)
    assert answered(telegram) == [(-100, 31)]


async def test_a_bot_that_may_not_see_the_copy_answers_in_the_channel_and_once(telegram: Telegram) -> None:
    sees(telegram, in_channel=ADMIN, in_group=MEMBER)
    await post(telegram)
    await copy(telegram)
    assert answered(telegram) == [(-200, 5)]


async def test_without_a_discussion_group_the_answer_stands_in_the_channel(telegram: Telegram) -> None:
    sees(telegram, in_channel=ADMIN, in_group=MEMBER, linked=None)
    await post(telegram, author_signature="مريم")
    assert answered(telegram) == [(-200, 5)]


@pytest.mark.parametrize("known", [True, False])
async def test_a_bot_that_is_in_the_group_alone_answers_the_copy(telegram: Telegram, known: bool) -> None:
    if known:
        sees(telegram, in_channel={"user": BOT, "status": "left"}, in_group=MEMBER)
    else:
        forbidden = refusal(403, "Forbidden: bot is not a member of the channel chat")
        telegram.request.next_replies["getChatMember"].append(forbidden)
        telegram.request.next_replies["getChat"].append(forbidden)
    await copy(telegram)
    assert answered(telegram) == [(-100, 31)]


async def test_what_a_channel_says_without_a_command_is_no_question(telegram: Telegram) -> None:
    await copy(telegram, "@qa_test_bot متى كانت وقعة اليرموك؟")
    assert telegram.request.calls == []


async def test_what_telegram_says_is_believed_for_a_minute(telegram: Telegram) -> None:
    sees(telegram, in_channel=ADMIN, in_group=ADMIN)
    await post(telegram)
    assert len(telegram.request.sent("getChat")) == 1
    telegram.clock.now_s += 59
    await post(telegram, message_id=6)
    assert len(telegram.request.sent("getChat")) == 1
    telegram.clock.now_s += 1
    await post(telegram, message_id=7)
    assert len(telegram.request.sent("getChat")) == 2


async def test_while_telegram_is_out_of_reach_the_post_waits_and_is_answered_then(telegram: Telegram) -> None:
    telegram.request.next_replies["getChatMember"].extend([NetworkError("down")] * 20)
    await post(telegram)
    assert answered(telegram) == [(-200, 5)]
