from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from fakes import refusal
from qa_bot.store.chat_settings import ChatSettings
from telegram_harness import GROUP, PRIVATE, Telegram

FILE: dict[str, Any] = {"file_id": "f", "file_unique_id": "u", "file_size": 100, "file_name": "بدر.txt"}


@pytest.fixture
async def telegram(tmp_path: Path) -> AsyncIterator[Telegram]:
    telegram = await Telegram(tmp_path).start()
    yield telegram
    await telegram.aclose()


async def bring(telegram: Telegram, chat: dict[str, Any] = PRIVATE, **fields: Any) -> None:
    """Send a message with a file."""
    message = telegram.message("", chat, **{"document": FILE, **fields})
    del message["text"]
    await telegram.send("message", message)


async def test_a_command_without_a_file_tells_how_to_add_one(telegram: Telegram) -> None:
    await telegram.say("/add")
    assert telegram.sent[-1]["text"].startswith("أرسل ملفًّا واكتب تحته")
    assert telegram.request.sent("getFile") == []


async def test_a_file_larger_than_telegram_hands_out_is_not_even_asked_for(telegram: Telegram) -> None:
    await bring(telegram, document=FILE | {"file_size": 20 * 1024 * 1024 + 1})
    assert "20 ميجابايت" in telegram.sent[-1]["text"]
    assert telegram.request.sent("getFile") == []


async def test_who_is_no_admin_of_a_group_adds_nothing(telegram: Telegram) -> None:
    await bring(telegram, GROUP, caption="/add")
    assert telegram.sent[-1]["text"] == "إضافة النصوص هنا لمشرفي المجموعة وحدهم."
    assert telegram.request.sent("getFile") == []


async def test_anyone_may_add_where_the_admins_chose_so(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(everyone_adds=True))
    telegram.request.next_replies["getFile"].append(refusal(400, "Bad Request: gone"))
    await bring(telegram, GROUP, caption="/add")
    assert len(telegram.request.sent("getFile")) == 1


async def test_a_file_in_a_group_without_a_command_is_none_of_the_bots_business(telegram: Telegram) -> None:
    await bring(telegram, GROUP)
    assert telegram.request.calls == []


async def test_where_nobody_may_add_texts_it_is_told(tmp_path: Path) -> None:
    telegram = await Telegram(tmp_path, QA_BOT_CHAT_TEXTS=0).start()
    await bring(telegram)
    assert telegram.sent[-1]["text"] == "إضافة النصوص غير متاحة في هذا البوت."
    await telegram.aclose()


async def test_where_telegram_can_t_hand_the_file_out_it_is_told_without_its_address(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.request.next_replies["getFile"].append(
        (400, {"ok": False, "error_code": 400, "description": "Bad Request: gone"})
    )
    await bring(telegram)
    assert telegram.edits[-1]["text"].startswith("أعتذر، لا أستطيع الجواب الآن.")
    assert "gone" not in caplog.text


@pytest.mark.parametrize("command", ["/library", "/نصوصي", "/نصوصنا"])
async def test_the_list_comes_by_its_arabic_names_too(telegram: Telegram, command: str) -> None:
    await telegram.say(command)
    assert telegram.sent[-1]["text"].startswith("لا نصوص مضافة هنا بعد.")
