from dataclasses import replace
from typing import Any

import pytest

from qa_bot.store.chat_settings import ChatSettings
from telegram_harness import ASKER, GROUP, Telegram

TOPIC = {"message_thread_id": 17, "is_topic_message": True}
ADMIN = {"user": ASKER, "status": "creator", "is_anonymous": False}


@pytest.fixture
def library(telegram: Telegram) -> Telegram:
    known = telegram.service.cards[0]
    other = replace(known, id="سيرة/بدر", metadata=replace(known.metadata, collection="السيرة", title="بدر"))
    telegram.service.cards.append(other)
    return telegram


def as_admin(telegram: Telegram, status: dict[str, Any] = ADMIN) -> None:
    telegram.request.next_replies["getChatMember"].append((200, {"ok": True, "result": status}))


async def press(telegram: Telegram, label: str, **fields: Any) -> None:
    card = telegram.card(None, GROUP) | fields
    data = telegram.button(label)
    as_admin(telegram)
    await telegram.press(data, card)


async def chosen(telegram: Telegram) -> ChatSettings:
    return await telegram.application.bot_data["parts"].memory.settings_of(GROUP["id"])


async def test_a_group_chooses_its_collections_and_leaves_them_again(library: Telegram) -> None:
    as_admin(library)
    await library.say("/collections", GROUP)
    assert library.sent[0]["text"].startswith("<b>من أيّ النصوص أُجيب هنا؟</b>")
    await press(library, "السيرة")
    assert await chosen(library) == ChatSettings(collections=("السيرة",))
    await press(library, "✓ السيرة")
    assert await chosen(library) == ChatSettings()


async def test_a_topic_is_bound_to_collections_of_its_own(library: Telegram) -> None:
    await library.choose(ChatSettings(collections=("السيرة",)))
    as_admin(library)
    await library.say("/collections", GROUP, **TOPIC)
    assert library.sent[0]["text"].startswith("<b>من أيّ النصوص أُجيب في هذا الموضوع؟</b>")
    await press(library, "فتوح الشام", **TOPIC)
    assert await chosen(library) == ChatSettings(collections=("السيرة",), topics=((17, ("فتوح الشام",)),))
    await library.say("/sources", GROUP, message_id=8, **TOPIC)
    assert "معركة اليرموك" in library.sent[-1]["text"]
    await library.say("/sources", GROUP, message_id=9)
    assert "معركة اليرموك" not in library.sent[-1]["text"]


async def test_whoever_is_no_admin_can_not_choose(library: Telegram) -> None:
    as_admin(library, {"user": ASKER, "status": "member"})
    await library.say("/collections", GROUP)
    assert "reply_markup" not in library.sent[0]
    as_admin(library)
    await library.say("/collections", GROUP, message_id=6)
    data = library.button("السيرة")
    as_admin(library, {"user": ASKER, "status": "member"})
    await library.press(data, library.card(None, GROUP))
    assert library.alerts[-1].startswith("الإعدادات لمشرفي المجموعة وحدهم")  # type: ignore[union-attr]
    assert await chosen(library) == ChatSettings()


async def test_a_private_chat_chooses_for_itself(library: Telegram) -> None:
    await library.say("/collections")
    await library.press(library.button("السيرة"), library.card(None))
    await library.say("/sources", message_id=9)
    assert "معركة اليرموك" not in library.sent[-1]["text"]


async def test_a_collection_that_has_gone_can_not_be_chosen(library: Telegram) -> None:
    await library.say("/collections")
    data = library.button("السيرة")
    library.service.cards.pop()
    await library.press(data, library.card(None))
    assert library.alerts[-1].startswith("تغيّرت المكتبة")  # type: ignore[union-attr]
