from typing import Any

import pytest
from telegram.error import NetworkError

from fakes import full_chat, refusal
from qa_bot.store.chat_settings import ChatSettings
from telegram_harness import ASKER, CHANNEL, GROUP, Telegram

LINK = "https://t.me/qa_test_bot?start=settings-100"
GROUP_BOT = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


def member(telegram: Telegram, status: str) -> None:
    """Let Telegram say once what the asker is in the group."""
    body: dict[str, Any] = {"user": ASKER, "status": status}
    if status == "creator":
        body["is_anonymous"] = False
    telegram.request.next_replies["getChatMember"].append((200, {"ok": True, "result": body}))


def title(telegram: Telegram) -> None:
    telegram.request.next_replies["getChat"].append((200, {"ok": True, "result": full_chat(GROUP)}))


async def open_panel(telegram: Telegram) -> dict[str, Any]:
    member(telegram, "creator")
    title(telegram)
    await telegram.say("/start settings-100")
    return telegram.card(None)


async def press(telegram: Telegram, label: str, card: dict[str, Any], status: str = "creator") -> None:
    data = telegram.button(label)
    member(telegram, status)
    title(telegram)
    await telegram.press(data, card)


async def chosen(telegram: Telegram) -> ChatSettings:
    return await telegram.application.bot_data["parts"].memory.settings_of(GROUP["id"])


async def test_an_admin_gets_the_way_to_the_panel(telegram: Telegram) -> None:
    member(telegram, "creator")
    await telegram.say("/settings", GROUP)
    [[button]] = telegram.sent[0]["reply_markup"]["inline_keyboard"]
    assert button == {"text": "فتح الإعدادات", "url": LINK}


async def test_an_anonymous_admin_gets_it_without_being_asked_for(telegram: Telegram) -> None:
    await telegram.say("/settings", GROUP, sender=GROUP_BOT, sender_chat=GROUP)
    assert telegram.sent[0]["reply_markup"]["inline_keyboard"][0][0]["url"] == LINK
    assert telegram.request.sent("getChatMember") == []


async def test_a_channel_gets_it_too(telegram: Telegram) -> None:
    await telegram.send("channel_post", telegram.message("/settings", CHANNEL, sender_chat=CHANNEL))
    assert telegram.sent[0]["reply_markup"]["inline_keyboard"][0][0]["url"].endswith("settings-200")
    assert telegram.sent[0]["text"].startswith("إعدادات هذه القناة")


@pytest.mark.parametrize("status", ["member", "left"])
async def test_others_are_told_kindly_that_it_is_for_admins(telegram: Telegram, status: str) -> None:
    member(telegram, status)
    await telegram.say("/settings", GROUP)
    assert telegram.sent[0]["text"].startswith("الإعدادات لمشرفي المجموعة")
    assert "reply_markup" not in telegram.sent[0]


async def test_who_writes_in_another_channels_name_is_no_admin(telegram: Telegram) -> None:
    await telegram.say("/settings", GROUP, sender=GROUP_BOT, sender_chat=CHANNEL)
    assert "reply_markup" not in telegram.sent[0]


async def test_the_link_opens_the_groups_panel_for_an_admin(telegram: Telegram) -> None:
    await open_panel(telegram)
    assert telegram.sent[0]["text"].startswith("<b>إعدادات \u2068G\u2069</b>")
    assert telegram.sent[0]["chat_id"] == 7


async def test_a_forged_link_opens_nothing(telegram: Telegram) -> None:
    member(telegram, "member")
    await telegram.say("/start settings-100")
    assert telegram.sent[0]["text"].startswith("لا أجدك من مشرفي هذه المجموعة")
    telegram.request.next_replies["getChatMember"].append(refusal(400, "Bad Request: chat not found"))
    await telegram.say("/start settings-999")
    assert telegram.sent[1]["text"].startswith("لا أجدك من مشرفي هذه المجموعة")


async def test_a_choice_is_kept_and_shown(telegram: Telegram) -> None:
    card = await open_panel(telegram)
    await press(telegram, "عدد النتائج", card)
    await press(telegram, "2", card)
    assert "عدد النتائج: <b>2</b>" in telegram.edits[-1]["text"]
    assert await chosen(telegram) == ChatSettings(results=2)


async def test_a_second_choice_leaves_the_first_as_it_is(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(language="en"))
    card = await open_panel(telegram)
    await press(telegram, "عدد النتائج", card)
    await press(telegram, "1", card)
    assert await chosen(telegram) == ChatSettings(language="en", results=1)


async def test_who_is_no_admin_any_more_can_not_choose(telegram: Telegram) -> None:
    card = await open_panel(telegram)
    await press(telegram, "عدد النتائج", card)
    await press(telegram, "1", card, status="member")
    assert telegram.alerts[-1] == (
        "الإعدادات لمشرفي المجموعة وحدهم، ولا أجدك منهم الآن."
        " إن كنت منهم فأرسل \u2068/settings\u2069 في المجموعة، ثم افتح الإعدادات من جديد."
    )
    assert await chosen(telegram) == ChatSettings()


async def test_a_private_chat_has_a_panel_of_its_own(telegram: Telegram) -> None:
    await telegram.say("/settings")
    card = telegram.card(None)
    await telegram.press(telegram.button("اللغة"), card)
    await telegram.press(telegram.button("English"), card)
    await telegram.say("/help", message_id=9)
    assert telegram.sent[-1]["text"].startswith("<b>How to ask")
    assert telegram.request.sent("getChatMember") == []


async def test_while_telegram_is_out_of_reach_nobody_is_taken_for_an_admin_or_refused(telegram: Telegram) -> None:
    telegram.request.next_replies["getChatMember"].extend([NetworkError("down")] * 20)
    member(telegram, "creator")
    await telegram.say("/settings", GROUP)
    assert telegram.sent[0]["reply_markup"]["inline_keyboard"][0][0]["url"] == LINK
