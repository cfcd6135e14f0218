"""The program as a user starts it: reading a text, also after a kill."""

from pathlib import Path

import pytest

from bot_texts import assert_clean
from process import start_bot
from telegram_stand_in import TelegramStandIn

pytestmark = pytest.mark.process
PATIENCE_S = 60.0


def test_a_reader_goes_on_where_the_killed_program_left_off(server: TelegramStandIn, tmp_path: Path) -> None:
    corpus = tmp_path / "annals"
    corpus.mkdir()
    paragraphs = [f"{number}. " + "وسار خالد بن الوليد من العراق إلى الشام فنزل بها. " * 9 for number in range(12)]
    (corpus / "annals.md").write_text("---\ntitle: أخبار الشام\n---\n\n" + "\n\n".join(paragraphs), encoding="utf-8")
    chat = server.private()
    with start_bot(server, tmp_path, corpus=corpus) as bot:
        chat.sends("/read أخبار الشام")
        card = chat.wait_for_message(PATIENCE_S)
        assert "الصفحة 1 من 3" in card.text
        chat.presses(card, "التالي ◀")
        second = chat.wait_for_edit(PATIENCE_S)
        assert "الصفحة 2 من 3" in second.text
        bot.kill()
    with start_bot(server, tmp_path, corpus=corpus) as bot:
        chat.sends("/read")
        listed = chat.wait_for_message(PATIENCE_S)
        chat.presses(listed, "تابع: أخبار الشام")
        resumed = chat.wait_for_edit(PATIENCE_S)
        assert "نتابع من حيث وقفتَ." in resumed.text
        chat.presses(card, "▶ السابق")
        assert "الصفحة 1 من 3" in chat.wait_for_edit(PATIENCE_S).text
        assert bot.stop() == 0
    # Killed before it noted its edit, the program edits once more.
    server.forgive("message is not modified")
    assert_clean(server, bot)
