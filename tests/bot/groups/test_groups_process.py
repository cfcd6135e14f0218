"""The program as a user starts it: what groups and channels need of it."""

import asyncio
from pathlib import Path

import pytest

from bot_texts import WHEN, assert_answers, assert_clean
from process import BotProcess, start_bot
from qa_bot.store.address import sqlite_url
from qa_bot.store.chat_settings import ChatSettings, choose
from qa_bot.store.database import Database
from telegram_stand_in import TelegramStandIn

pytestmark = pytest.mark.process
PATIENCE_S = 60.0


def test_an_admin_changes_a_groups_settings_in_private_and_the_group_sees_it(
    server: TelegramStandIn, bot: BotProcess
) -> None:
    maryam, said = server.user("مريم"), server.user("سعيد")
    group = server.group("مجلس التاريخ", members=[maryam, said])
    group.sends(said, "/settings")
    assert group.wait_for_message(PATIENCE_S).text.startswith("الإعدادات لمشرفي المجموعة")
    group.sends(maryam, "/settings", anonymous=True)
    link = group.wait_for_message(PATIENCE_S).button("فتح الإعدادات").url or ""
    assert link.startswith("https://t.me/qa_test_bot?start=")
    chat = server.private(maryam)
    chat.sends(f"/start {link.partition('=')[2]}")
    panel = chat.wait_for_message(PATIENCE_S)
    assert "مجلس التاريخ" in panel.text
    chat.presses(panel, "اللغة")
    choice = chat.wait_for_edit(PATIENCE_S)
    chat.presses(choice, "English")
    assert "اللغة: English" in chat.wait_for_edit(PATIENCE_S).text
    chat.presses(panel, "المقطع اليوميّ")
    chat.presses(chat.wait_for_edit(PATIENCE_S), "07:00")
    assert "المقطع اليوميّ: 07:00" in chat.wait_for_edit(PATIENCE_S).text
    group.sends(said, f"/ask {WHEN}")
    assert group.wait_for_message(PATIENCE_S).button("Copy the source")
    group.demotes(maryam)
    query = chat.presses(panel, "اللغة")
    assert "لا أجدك منهم الآن" in server.wait_for_callback_answer(query, PATIENCE_S).text


def test_a_group_is_greeted_and_keeps_its_settings_when_it_becomes_a_supergroup(
    server: TelegramStandIn, bot: BotProcess
) -> None:
    maryam = server.user("مريم")
    group = server.group(members=[maryam], supergroup=False, bot="left")
    group.adds_bot(maryam)
    assert "/settings" in group.wait_for_message(PATIENCE_S).text
    group.sends(maryam, "/settings")
    link = group.wait_for_message(PATIENCE_S).button("فتح الإعدادات").url or ""
    chat = server.private(maryam)
    chat.sends(f"/start {link.partition('=')[2]}")
    panel = chat.wait_for_message(PATIENCE_S)
    chat.presses(panel, "اللغة")
    chat.presses(chat.wait_for_edit(PATIENCE_S), "English")
    chat.wait_for_edit(PATIENCE_S)
    supergroup = group.becomes_supergroup()
    supergroup.sends(maryam, f"/ask {WHEN}")
    assert supergroup.wait_for_message(PATIENCE_S).button("Copy the source")
    supergroup.removes_bot(maryam)
    supergroup.quiet(1.0)


def test_a_topic_is_answered_from_the_collection_that_it_is_bound_to(server: TelegramStandIn, bot: BotProcess) -> None:
    maryam = server.user("مريم")
    group = server.group(members=[maryam], forum=True)
    topic = group.makes_topic("السيرة")
    group.sends(maryam, "/collections", topic=topic)
    choice = group.wait_for_message(PATIENCE_S)
    group.press(maryam, choice, "السيرة")
    assert group.wait_for_edit(PATIENCE_S).button("✓ السيرة")
    group.sends(maryam, f"/ask {WHEN}", topic=topic)
    assert group.wait_for_message(PATIENCE_S).text.startswith("لم أجد في النصوص")
    group.sends(maryam, f"/ask {WHEN}")
    assert_answers(group.wait_for_message(PATIENCE_S))


def test_an_answer_and_its_question_are_deleted_in_time_also_after_a_restart(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    maryam = server.user("مريم")
    group = server.group(members=[maryam], bot="administrator")
    with start_bot(server, tmp_path, corpus=texts) as bot:
        asyncio.run(_fade_at_once(tmp_path / "store.sqlite3", group.id, server.bot.id))
        asked = group.sends(maryam, f"/ask {WHEN}")
        card = group.wait_for_message(PATIENCE_S)
        assert bot.stop() == 0
    with start_bot(server, tmp_path, corpus=texts) as bot:
        bot.wait_until(lambda: group.chat.deleted >= {asked.id, card.id}, "deletion", PATIENCE_S)
        assert bot.stop() == 0
    assert_clean(server, bot)


def test_a_digest_of_a_former_admin_is_taken_over_in_the_panel(server: TelegramStandIn, bot: BotProcess) -> None:
    maryam, said = server.user("مريم"), server.user("سعيد")
    group = server.group("مجلس التاريخ", members=[maryam, said])
    group.promotes(said)
    first, second = server.private(said), server.private(maryam)
    first.sends(f"/start settings{group.id}")
    first.presses(first.wait_for_message(PATIENCE_S), "الملخّص الأسبوعيّ")
    first.presses(first.wait_for_edit(PATIENCE_S), "في الخاصّ، لمن اختار هذا")
    first.wait_for_edit(PATIENCE_S)
    group.demotes(said)
    second.sends(f"/start settings{group.id}")
    panel = second.wait_for_message(PATIENCE_S)
    assert "⚠️ الملخّص الأسبوعيّ لا يصل إلى أحد" in panel.text
    second.presses(panel, "أرسل الملخّص إليّ")
    assert "⚠️" not in second.wait_for_edit(PATIENCE_S).text
    second.sends(f"/start settings{group.id}")
    assert "⚠️" not in second.wait_for_message(PATIENCE_S).text


async def _fade_at_once(store: Path, chat_id: int, bot_id: int) -> None:
    database = Database(sqlite_url(store))
    async with database.write() as connection:
        await choose(connection, bot_id, chat_id, ChatSettings(fade_after_s=3))
    await database.aclose()
