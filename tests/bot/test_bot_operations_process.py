"""The program as its operator sees it: health and metrics, logs without names and words, a full disk, a restore."""

import re
import resource
from pathlib import Path

import httpx
import pytest

from bot_texts import WHEN, assert_answers, assert_clean
from process import free_port, run_qa_bot, start_bot
from telegram_stand_in import TelegramStandIn, refusal

pytestmark = pytest.mark.process
PATIENCE_S = 60.0
CANARY = "كناريّ"
OWN_TEXT = "وقعت معركة الزلاقة قرب بطليوس في رجب سنة 479هـ بين المرابطين وقشتالة، وقاد المسلمين يوسف بن تاشفين."


def test_health_and_metrics_are_served_while_polling(server: TelegramStandIn, texts: Path, tmp_path: Path) -> None:
    door = f"127.0.0.1:{free_port()}"
    chat = server.private()
    with start_bot(server, tmp_path, corpus=texts, settings={"QA_BOT_METRICS_LISTEN": door}) as bot:
        chat.sends(WHEN)
        assert_answers(chat.wait_for_message(PATIENCE_S))
        bot.wait_until(lambda: "telegram: ok" in get(door, "/readyz").text, "a poll that ended", PATIENCE_S)
        assert get(door, "/healthz").text == "ok"
        ready = get(door, "/readyz")
        assert (ready.status_code, ready.text) == (200, "texts: ok\nstore: ok\ntelegram: ok\n")
        assert 'qa_bot_answers_total{found="yes"} 1.0' in get(door, "/metrics").text
        assert WHEN not in get(door, "/metrics").text
        assert bot.stop() == 0
    assert_clean(server, bot)


def get(door: str, path: str) -> httpx.Response:
    return httpx.get(f"http://{door}{path}", timeout=PATIENCE_S, trust_env=False)


def test_no_name_and_no_word_that_anybody_wrote_is_logged_even_at_debug(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    someone = server.user(CANARY, username="canary_user")
    group = server.group(f"مجموعة {CANARY}", members=[someone])
    chat = server.private(someone)
    with start_bot(server, tmp_path, corpus=texts, settings={"QA_BOT_LOG_LEVEL": "DEBUG"}) as bot:
        chat.sends(f"{WHEN} {CANARY}")
        card = chat.wait_for_message(PATIENCE_S)
        chat.presses(card, data="not-ours-canary")
        group.sends(someone, f"/ask متى كان {CANARY}؟")
        group.wait_for_message(PATIENCE_S)
        # Telegram refuses what the bot writes: the refusal is logged, and what was refused isn't.
        server.fail("sendMessage", refusal(400, f"Bad Request: can't parse entities: {CANARY}"))
        chat.sends(f"من {CANARY}؟")
        chat.wait_for_message(PATIENCE_S)
        assert bot.stop() == 0
    assert "Traceback" not in bot.log
    assert [canary for canary in (CANARY, "canary", "\\u0643\\u0646\\u0627") if canary in bot.log] == []


def test_a_full_disk_is_told_telegram_keeps_the_updates_and_they_are_answered_when_there_is_room(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    chat = server.private()
    with start_bot(server, tmp_path, corpus=texts) as bot:
        chat.sends(WHEN)
        assert_answers(chat.wait_for_message(PATIENCE_S))
        limits = resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE)
        # The log still has room; the store's files are longer than that, and may grow no more.
        assert (tmp_path / "store.sqlite3-wal").stat().st_size > 50_000 > (tmp_path / "stderr.log").stat().st_size
        resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (50_000, limits[1]))
        for _ in range(3):
            chat.sends(WHEN)
        bot.wait_for_log("can't be used: disk I/O error", PATIENCE_S)
        assert "MB are free on its disk" in bot.errors
        chat.quiet(1)
        assert server.pending_updates == 3
        resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, limits)
        for _ in range(3):
            assert_answers(chat.wait_for_message(PATIENCE_S))
        chat.quiet(1)
        assert bot.stop() == 0
    assert_clean(server, bot)


def test_on_a_disk_that_can_not_be_written_the_bot_ends_with_a_clear_word(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    # Nobody can make a folder there, not even root.
    store = {"QA_BOT_STORE": "/proc/qa_bot/store.sqlite3"}
    with start_bot(server, tmp_path, corpus=texts, settings=store, wait=False) as bot:
        assert bot.wait_for_end(PATIENCE_S) == 1
    assert "qa-bot: The store can't be written in /proc/qa_bot/store.sqlite3: No such file or directory." in bot.errors
    assert "set QA_BOT_STORE to a file in a folder that can be written" in bot.errors
    assert "Traceback" not in bot.errors


def test_the_restore_drill_brings_back_what_the_bot_remembered(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    chat, backup, drill = server.private(), tmp_path / "qa_bot.backup", tmp_path / "drill.sqlite3"
    with start_bot(server, tmp_path / "bot", corpus=texts) as bot:
        chat.sends(WHEN)
        assert_answers(chat.wait_for_message(PATIENCE_S))
        chat.sends_file("الزلاقة.txt", OWN_TEXT.encode())
        chat.wait_for_message(PATIENCE_S)
        chat.wait_for_edit(PATIENCE_S)
        assert "أُضيف النصّ" in chat.wait_for_edit(PATIENCE_S).text
        chat.sends("متى كانت اليرموك؟")
        assert_answers(chat.wait_for_message(PATIENCE_S))
        store = {"QA_BOT_STORE": str(tmp_path / "bot" / "store.sqlite3")}
        made = run_qa_bot("store", "backup", str(backup), folder=tmp_path, settings=store)
        assert made.returncode == 0
        assert re.fullmatch(r"Copied \d+ rows and 1 own text → .*\n", made.stderr)
        bot.kill()
    restored = run_qa_bot("store", "restore", str(backup), folder=tmp_path, settings={"QA_BOT_STORE": str(drill)})
    assert restored.returncode == 0
    assert re.fullmatch(r"Put back \d+ rows and 1 own text from .*\n", restored.stderr)
    settings = {"QA_BOT_STORE": str(drill)}
    with start_bot(server, tmp_path / "second", corpus=texts, settings=settings) as bot:
        # Only who remembers the question before knows what «فيها» means.
        chat.sends("ومن قاد المسلمين فيها؟")
        assert "أبو عبيدة بن الجراح وخالد بن الوليد" in chat.wait_for_message(PATIENCE_S).text
        chat.sends("/library")
        assert "الزلاقة" in chat.wait_for_message(PATIENCE_S).text
        chat.sends("متى كانت معركة الزلاقة؟")
        assert f"«{OWN_TEXT}»" in chat.wait_for_message(PATIENCE_S).text
        assert bot.stop() == 0
    assert_clean(server, bot)
