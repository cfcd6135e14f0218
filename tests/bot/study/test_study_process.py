"""The program as a user starts it: reading a text, a passage every day, quizzes and scores, also after a kill."""

import asyncio
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bot_texts import SENTENCE, assert_clean
from process import start_bot
from qa_bot.store import schedules
from qa_bot.store.address import sqlite_url
from qa_bot.store.database import Database
from qa_bot.store.schedules import Kind
from telegram_stand_in import TelegramStandIn

pytestmark = pytest.mark.process
PATIENCE_S = 60.0
STARTER_LIBRARY = Path(__file__).parents[3] / "corpus"
BOT_ID = 1_234_567_890


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
        chat.presses(listed, "تابع: \u2068أخبار الشام\u2069")
        resumed = chat.wait_for_edit(PATIENCE_S)
        assert "نتابع من حيث وقفتَ." in resumed.text
        chat.presses(card, "▶ السابق")
        assert "الصفحة 1 من 3" in chat.wait_for_edit(PATIENCE_S).text
        assert bot.stop() == 0
    # Killed before it noted its edit, the program edits once more.
    server.forgive("message is not modified")
    assert_clean(server, bot)


def change_due(store: Path, chat_id: int, topic_id: int, due_s: float, kind: Kind = Kind.PASSAGE) -> None:
    """Let what comes every day to a topic be due at another time: as if the clock had moved."""

    async def change() -> None:
        database = Database(sqlite_url(store))
        async with database.write() as connection:
            known = await schedules.find(connection, BOT_ID, chat_id, topic_id, kind)
            assert known is not None
            await schedules.put(connection, BOT_ID, replace(known, due_s=due_s))
        await database.aclose()

    asyncio.run(change())


def test_an_admins_daily_passage_comes_to_its_topic_is_caught_up_once_and_ends(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    ahmad, maryam = server.user("أحمد"), server.user("مريم")
    group = server.group(members=[maryam, ahmad], forum=True)
    topic = group.makes_topic("الفتوح")
    store, long_ago = tmp_path / "store.sqlite3", time.time() - 3 * 86_400
    with start_bot(server, tmp_path, corpus=texts) as bot:
        group.sends(ahmad, "/daily 07:30", topic=topic)
        assert group.wait_for_message(PATIENCE_S).text == "هذا لمشرفي المجموعة وحدهم."
        group.sends(maryam, "/daily 07:30 القاهرة بصمت فتوح الشام", topic=topic)
        assert "القاهرة" in group.wait_for_message(PATIENCE_S).text
        assert bot.stop() == 0
    change_due(store, group.id, topic.id, long_ago)
    with start_bot(server, tmp_path, corpus=texts) as bot:
        passage = group.wait_for_message(PATIENCE_S)
        assert passage.text.startswith("مقطع اليوم")
        assert SENTENCE in passage.text
        assert passage.thread_id == topic.id
        assert server.calls_of("sendMessage")[-1].parameters["disable_notification"] in (True, "true")
        group.quiet(6)
        change_due(store, group.id, topic.id, long_ago)
        assert "انهزم الروم وتفرقوا" in group.wait_for_message(PATIENCE_S).text
        group.sends(maryam, "/daily off", anonymous=True, topic=topic)
        assert group.wait_for_message(PATIENCE_S).text == "توقّف المقطع اليوميّ هنا."
        assert bot.stop() == 0
    assert_clean(server, bot)


def test_an_admin_gets_the_weeks_unanswered_questions_in_private_once_also_after_a_restart(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    maryam, ahmad = server.user("مريم"), server.user("أحمد")
    group = server.group("مجلس التاريخ", members=[maryam, ahmad])
    chat = server.private(maryam)
    with start_bot(server, tmp_path, corpus=texts) as bot:
        chat.sends(f"/start settings{group.id}")
        panel = chat.wait_for_message(PATIENCE_S)
        for label, value in (("سجلّ الأسئلة", "نعم"), ("الملخّص الأسبوعيّ", "في الخاصّ، لمن اختار هذا")):
            chat.presses(panel, label)
            chat.presses(chat.wait_for_edit(PATIENCE_S), value)
            panel = chat.wait_for_edit(PATIENCE_S)
        assert "الملخّص الأسبوعيّ: في الخاصّ، لمن اختار هذا" in panel.text
        group.sends(ahmad, "/ask من فتح الأندلس؟")
        assert group.wait_for_message(PATIENCE_S).text.startswith("لم أجد في النصوص")
        assert bot.stop() == 0
    change_due(tmp_path / "store.sqlite3", group.id, 0, time.time() - 20 * 86_400, Kind.DIGEST)
    with start_bot(server, tmp_path, corpus=texts) as bot:
        digest = chat.wait_for_message(PATIENCE_S)
        assert "من فتح الأندلس؟" in digest.text
        assert "مجلس التاريخ" in digest.text
        chat.quiet(6)
        assert bot.stop() == 0
    assert_clean(server, bot)


def test_quizzes_are_answered_counted_and_reported_and_one_comes_every_day(
    server: TelegramStandIn, tmp_path: Path
) -> None:
    maryam, ahmad = server.user("مريم"), server.user("أحمد")
    group = server.group(members=[maryam, ahmad])
    with start_bot(server, tmp_path, corpus=STARTER_LIBRARY) as bot:
        group.sends(ahmad, "/quiz")
        asked = group.wait_for_message(PATIENCE_S).raw["poll"]
        assert asked["type"] == "quiz"
        assert len(asked["options"]) == 4
        assert asked["explanation"].startswith("\u200f«")
        quiz = server.sent[-1]
        [right] = asked["correct_option_ids"]
        group.answers(maryam, quiz, right)
        group.answers(ahmad, quiz, (right + 1) % 4)
        server.wait_until_taken(PATIENCE_S)
        group.sends(maryam, "/quiz daily 20:00")
        assert "الاختبار اليوميّ هنا" in group.wait_for_message(PATIENCE_S).text
        assert bot.stop() == 0
    change_due(tmp_path / "store.sqlite3", group.id, 0, time.time() - 86_400, Kind.QUIZ)
    with start_bot(server, tmp_path, corpus=STARTER_LIBRARY) as bot:
        daily = group.wait_for_message(PATIENCE_S)
        group.answers(maryam, daily, daily.raw["poll"]["correct_option_ids"][0])
        server.wait_until_taken(PATIENCE_S)
        group.sends(ahmad, "/scores")
        card = group.wait_for_message(PATIENCE_S).text
        assert "1. \u2068مريم\u2069: 2 من 2" in card
        assert "2. \u2068أحمد\u2069: 0 من 1" in card
        group.sends(ahmad, "/report")
        assert group.wait_for_message(PATIENCE_S).text == "هذا لمشرفي المجموعة وحدهم."
        group.sends(maryam, "/report")
        assert group.wait_for_message(PATIENCE_S).raw["document"]["file_name"] == "people.csv"
        assert group.wait_for_message(PATIENCE_S).raw["document"]["file_name"] == "questions.csv"
        assert bot.stop() == 0
    assert_clean(server, bot)
