"""The program as people use it: texts of their own, sent as files, asked, kept from others, and removed."""

import os
from pathlib import Path

import pytest

from bot_texts import assert_clean
from office_files import docx, paragraph, pdf, zipped
from process import start_bot
from telegram_stand_in import BotMessage, TelegramStandIn
from telegram_stand_in.people import ChatHandle

pytestmark = pytest.mark.process
PATIENCE_S = 60.0
SECRET = "وقعت معركة الزلاقة قرب بطليوس في رجب سنة 479هـ بين المرابطين وقشتالة، وقاد المسلمين يوسف بن تاشفين."
TEXT = f"{SECRET}\n\nوانهزم ألفونسو وجرح في ذلك اليوم، وعاد ابن تاشفين إلى المغرب بعد الوقعة."
QUESTION = "متى كانت معركة الزلاقة؟"


def result_of(chat: ChatHandle) -> BotMessage:
    """Return what became of a file: the message that told of its way is edited twice."""
    receiving = chat.wait_for_message(PATIENCE_S)
    assert receiving.text == "أستلم الملف…"
    reading = chat.wait_for_edit(PATIENCE_S)
    assert reading.text == "استلمتُه، وأقرؤه الآن. قد يأخذ الكتاب الكبير دقيقة."
    told = chat.wait_for_edit(PATIENCE_S)
    assert reading.id == told.id == receiving.id
    return told


def test_a_groups_text_answers_there_at_once_and_nowhere_else(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    maryam, ahmad = server.user("مريم"), server.user("أحمد")
    ours, theirs = server.group(members=[maryam, ahmad]), server.group(members=[ahmad, maryam])
    alone = server.private(maryam)
    with start_bot(server, tmp_path, corpus=texts, settings={"QA_BOT_ONE_WRONG_IN": "2"}) as bot:
        ours.sends_file(maryam, "الزلاقة.docx", docx(paragraph(SECRET) + paragraph("وانهزم ألفونسو وجرح.")), "/add")
        added = result_of(ours)
        assert added.text.splitlines()[0] == "أُضيف النصّ: \u2068الزلاقة\u2069"
        assert "أُجيب منه هنا من الآن، ولا تراه محادثة أخرى." in added.text
        ours.sends(ahmad, f"/ask {QUESTION}")
        card = ours.wait_for_message(PATIENCE_S)
        assert f"«{SECRET}»" in card.text
        ours.press(maryam, card, "ما قبله وما بعده")
        assert SECRET in ours.wait_for_edit(PATIENCE_S).text
        ours.sends(ahmad, "/timeline الزلاقة")
        ours.wait_for_message(PATIENCE_S)
        assert SECRET[:30] in ours.wait_for_message(PATIENCE_S).text
        for ask in (
            QUESTION,
            "من قاد المسلمين في الزلاقة؟",
            "/when الزلاقة",
            "/timeline الزلاقة",
            "/read الزلاقة",
            "/sources",
        ):
            alone.sends(ask)
            assert "تاشفين" not in alone.wait_for_message(PATIENCE_S).text
            theirs.sends(ahmad, ask if ask.startswith("/") else f"/ask {ask}")
            assert "تاشفين" not in theirs.wait_for_message(PATIENCE_S).text
        assert bot.stop() == 0
    assert_clean(server, bot)


def test_only_admins_add_and_remove_in_a_group(server: TelegramStandIn, texts: Path, tmp_path: Path) -> None:
    maryam, ahmad = server.user("مريم"), server.user("أحمد")
    group = server.group(members=[maryam, ahmad])
    with start_bot(server, tmp_path, corpus=texts) as bot:
        group.sends_file(ahmad, "الزلاقة.txt", TEXT.encode(), "/add")
        assert group.wait_for_message(PATIENCE_S).text == "إضافة النصوص هنا لمشرفي المجموعة وحدهم."
        sent = group.sends_file(ahmad, "الزلاقة.txt", TEXT.encode())
        group.sends(maryam, "/add يوم الزلاقة", reply_to=sent)
        assert "يوم الزلاقة" in result_of(group).text
        group.sends(ahmad, "/library")
        shelf = group.wait_for_message(PATIENCE_S)
        assert shelf.text.splitlines()[0] == "نصّ واحد مضاف هنا"
        query = group.press(ahmad, shelf, "حذف")
        assert server.wait_for_callback_answer(query, PATIENCE_S).text == "حذف النصوص لمشرفي المجموعة وحدهم."
        group.press(maryam, shelf, "حذف")
        asked = group.wait_for_edit(PATIENCE_S)
        assert asked.text.startswith("أأحذف من هنا هذا النصّ: \u2068يوم الزلاقة\u2069؟")
        group.press(maryam, asked, "لا، أبقِه")
        kept = group.wait_for_edit(PATIENCE_S)
        group.press(maryam, kept, "حذف")
        group.press(maryam, group.wait_for_edit(PATIENCE_S), "نعم، احذفه")
        assert "لا نصوص مضافة هنا بعد." in group.wait_for_edit(PATIENCE_S).text
        group.sends(maryam, f"/ask {QUESTION}")
        assert SECRET not in group.wait_for_message(PATIENCE_S).text
        assert bot.stop() == 0
    assert_clean(server, bot)


def test_in_private_any_file_is_a_text_and_outlives_a_kill(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    chat = server.private()
    with start_bot(server, tmp_path, corpus=texts) as bot:
        chat.sends_file("الزلاقة.txt", TEXT.encode("cp1256"))
        assert "أُضيف النصّ" in result_of(chat).text
        bot.kill()
    with start_bot(server, tmp_path, corpus=texts) as bot:
        chat.sends(QUESTION)
        assert SECRET in chat.wait_for_message(PATIENCE_S).text
        chat.sends_file("نسخة.txt", TEXT.encode("cp1256"))
        assert result_of(chat).text.splitlines()[0] == "هذا الملف مضاف هنا من قبل، وعنوانه: \u2068الزلاقة\u2069"
        assert bot.stop() == 0
    # What the kill left unrecorded is sent once more.
    server.forgive("message is not modified")
    assert_clean(server, bot)


def test_files_that_can_not_be_read_are_refused_with_the_reason(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    chat = server.private()
    bomb = zipped({"word/document.xml": b" " * 51 * 1024 * 1024})
    with start_bot(server, tmp_path, corpus=texts) as bot:
        for name, raw, told in (
            ("مصور.pdf", pdf([[], []], picture=True), "هذا ملف مصوَّر"),
            ("قنبلة.docx", bomb, "في هذا الملف أكثر ممّا أستطيع قراءته"),
            ("ضجيج.pdf", os.urandom(9_999), "لم أستطع قراءة الملف"),
            ("صورة.png", b"\x89PNG", "لا أقرأ هذا النوع من الملفات"),
            ("فارغ.txt", b" ", "لم أجد في الملف كلامًا يُقرأ."),
        ):
            chat.sends_file(name, raw)
            assert told in result_of(chat).text
        chat.sends_file("كبير.pdf", bytes(20 * 1024 * 1024 + 1))
        assert "أكبر من 20 ميجابايت" in chat.wait_for_message(PATIENCE_S).text
        chat.sends("/library")
        assert "لا نصوص مضافة هنا بعد." in chat.wait_for_message(PATIENCE_S).text
        assert bot.stop() == 0
    assert_clean(server, bot)
