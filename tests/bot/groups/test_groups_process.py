"""The program as a user starts it: what groups and channels need of it."""

import pytest

from bot_texts import WHEN
from process import BotProcess
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
    group.sends(said, f"/ask {WHEN}")
    assert group.wait_for_message(PATIENCE_S).button("Copy the source")
    group.demotes(maryam)
    query = chat.presses(panel, "اللغة")
    assert "لا أجدك منهم الآن" in server.wait_for_callback_answer(query, PATIENCE_S).text
