"""The program as a user starts it, behind a strict Bot API: in private, in groups and channels, by webhook."""

import time
from pathlib import Path

import httpx
import pytest

from bot_texts import SENTENCE, UNANSWERABLE, WHEN, assert_answers, assert_clean
from process import WEBHOOK_SECRET, BotProcess, start_bot
from telegram_stand_in import TelegramStandIn, flood, odd_updates

pytestmark = pytest.mark.process

# The first picture brings in a library that takes seconds on a busy machine.
DRAWN_WITHIN_S = 60.0


def test_a_question_in_private_gets_the_sentence_with_its_citation(server: TelegramStandIn, bot: BotProcess) -> None:
    chat = server.private()
    asked = chat.sends(WHEN)
    card = chat.wait_for_message()
    assert_answers(card)
    assert card.reply_to_id == asked.id
    assert "وقعة اليرموك، «الوقعة»" in card.text
    assert "اليرموك" in card.words("bold")
    assert card.words("underline") == ["رجب سنة خمس عشرة من الهجرة"]
    assert card.button("نسخ المصدر").copies == "وقعة اليرموك، «الوقعة»"


def test_buttons_turn_the_card_and_still_do_after_a_restart(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    with start_bot(server, tmp_path, corpus=texts) as bot:
        chat = server.private()
        chat.sends(WHEN)
        card = chat.wait_for_message()
        chat.presses(card, "ما قبله وما بعده")
        around = chat.wait_for_edit()
        assert "وتراجع هرقل من حمص" in around.text
        assert bot.stop() == 0
    with start_bot(server, tmp_path, corpus=texts) as bot:
        chat.presses(card, "عودة إلى الجواب")
        back = chat.wait_for_edit()
        assert (back.id, back.text) == (card.id, card.text)
        chat.presses(card, "التالي ◀")
        assert "النتيجة 2 من" in chat.wait_for_edit().text
        query = chat.presses(card, data="forged")
        assert server.wait_for_callback_answer(query).text == "لا يعمل هذا الزر هنا. أعد سؤالك من فضلك."
        assert bot.stop() == 0
    assert_clean(server, bot)


def test_an_edited_question_edits_its_answer(server: TelegramStandIn, bot: BotProcess) -> None:
    chat = server.private()
    asked = chat.sends(UNANSWERABLE)
    first = chat.wait_for_message()
    assert first.text.startswith("لم أجد في النصوص")
    chat.edits(asked, WHEN)
    edit = chat.wait_for_edit()
    assert edit.id == first.id
    assert_answers(edit)


def test_a_forum_group_is_answered_in_the_topic_and_only_where_it_is_addressed(
    server: TelegramStandIn, bot: BotProcess
) -> None:
    ahmad = server.user("أحمد")
    group = server.group(members=[ahmad], forum=True)
    topic = group.makes_topic("الفتوح")
    group.sends(ahmad, WHEN, topic=topic)
    group.sends(ahmad, "/nonsense", topic=topic)
    asked = group.sends(ahmad, f"/ask@qa_test_bot {WHEN}", topic=topic)
    card = group.wait_for_message()
    assert_answers(card)
    assert (card.reply_to_id, card.thread_id) == (asked.id, topic.id)
    group.sends(ahmad, "من قاد المسلمين؟", reply_to=card)
    assert group.wait_for_message().thread_id == topic.id
    group.sends(ahmad, f"@qa_test_bot {WHEN}")
    assert_answers(group.wait_for_message())
    group.sends(ahmad, f"/ask {WHEN}", anonymous=True)
    assert_answers(group.wait_for_message())
    group.quiet(0.5)


def test_a_reply_to_the_bots_card_is_about_that_card_whoever_replies(server: TelegramStandIn, bot: BotProcess) -> None:
    said, maryam = server.user("سعيد"), server.user("مريم")
    group = server.group(members=[said, maryam])
    group.sends(said, f"/ask {WHEN}")
    card = group.wait_for_message()
    group.sends(maryam, "/ask متى كانت غزوة تبوك؟")
    group.wait_for_message()
    group.sends(maryam, "ومن قاد المسلمين فيها؟", reply_to=card)
    answer = group.wait_for_message()
    assert answer.text.startswith("عن: \u2068وقعة اليرموك\u2069")
    assert "وقاد المسلمين فيها أبو عبيدة بن الجراح وخالد بن الوليد." in answer.text
    group.sends(said, "شكرا", reply_to=answer)
    assert group.wait_for_message().text.startswith("العفو")


def test_an_answer_that_has_to_wait_is_announced_by_typing(server: TelegramStandIn, bot: BotProcess) -> None:
    ahmad = server.user("أحمد")
    group = server.group(members=[ahmad], forum=True)
    topic = group.makes_topic("الفتوح")
    # What takes no time to answer: however busy the machine is, the fourth comes before its turn.
    for _ in range(7):
        group.sends(ahmad, "/help", topic=topic)
    server.wait_for_call("sendChatAction", timeout_s=60)
    for _ in range(7):
        assert group.wait_for_message(60).thread_id == topic.id


def test_a_channel_post_is_answered_once_under_its_copy_in_the_discussion_group(
    server: TelegramStandIn, bot: BotProcess
) -> None:
    group = server.group()
    channel = server.channel(discussion=group)
    post = channel.posts(f"/ask {WHEN}")
    card = group.wait_for_message()
    assert_answers(card)
    assert card.reply_to_id == channel.copy_of(post).id
    channel.quiet(0.5)
    alone = server.channel("قناة بلا مجلس")
    post = alone.posts(f"/ask {WHEN}")
    assert alone.wait_for_message().reply_to_id == post.id


def test_a_timeline_is_a_picture_with_its_list_where_it_was_asked_for(server: TelegramStandIn, bot: BotProcess) -> None:
    ahmad = server.user("أحمد")
    group = server.group(members=[ahmad], forum=True)
    topic = group.makes_topic("الفتوح")
    asked = group.sends(ahmad, "/timeline Yarmouk", topic=topic)
    picture, listed = group.wait_for_message(DRAWN_WITHIN_S), group.wait_for_message()
    assert picture.raw["photo"]
    assert picture.text.startswith("الخط الزمني: \u2068اليرموك\u2069")
    assert f"«{SENTENCE}»" in listed.text
    assert "📖 \u2068وقعة اليرموك، «الوقعة»\u2069" in listed.text
    assert {(each.reply_to_id, each.thread_id) for each in (picture, listed)} == {(asked.id, topic.id)}
    group.edits(asked, "/timeline تبوك")
    assert group.wait_for_edit(DRAWN_WITHIN_S).text.startswith("الخط الزمني: \u2068تبوك\u2069")
    assert "غزوة تبوك في رجب سنة تسع" in group.wait_for_edit().text
    channel = server.channel()
    channel.posts("/today")
    assert channel.wait_for_message().text.startswith("ما تؤرّخه النصوص بمثل هذا اليوم")


def test_buttons_of_a_timeline_work_after_a_restart(server: TelegramStandIn, tmp_path: Path) -> None:
    corpus = tmp_path / "annals"
    corpus.mkdir()
    sentences = [f"وفتح المسلمون الحصن الكبير بالشام سنة {year}هـ." for year in range(90, 112)]
    (corpus / "annals.md").write_text("---\ntitle: الحصون\n---\n\n" + "\n\n".join(sentences), encoding="utf-8")
    with start_bot(server, tmp_path, corpus=corpus) as bot:
        chat = server.private()
        chat.sends("/timeline")
        chat.wait_for_message(DRAWN_WITHIN_S)
        listed = chat.wait_for_message()
        assert bot.stop() == 0
    with start_bot(server, tmp_path, corpus=corpus) as bot:
        chat.presses(listed, "التالي ◀")
        second = chat.wait_for_edit()
        assert "الصفحة 2 من 3" in second.text
        chat.presses(second, "▶ السابق")
        assert chat.wait_for_edit().text == listed.text
        chat.presses(listed, "القرن 2هـ")
        assert chat.wait_for_message(DRAWN_WITHIN_S).raw["photo"]
        century = chat.wait_for_message()
        assert century.text.startswith("الخط الزمني: \u2068القرن الثاني الهجري\u2069\n\u200f11 جملة مؤرَّخة")
        assert century.reply_to_id == listed.id
        assert bot.stop() == 0
    assert_clean(server, bot)


def test_odd_updates_disturb_nothing(server: TelegramStandIn, bot: BotProcess) -> None:
    chat = server.private()
    for update in odd_updates(chat.chat, chat.user).values():
        server.sends_update(update)
    other = server.private()
    other.sends(WHEN)
    assert_answers(other.wait_for_message())
    server.wait_until_taken()


def test_menus_and_descriptions_are_set_in_both_languages(server: TelegramStandIn, bot: BotProcess) -> None:
    server.wait_for_call("setMyShortDescription", count=2)
    assert {call.parameters.get("language_code") for call in server.calls_of("setMyCommands")} == {None, "en"}


def test_a_group_that_becomes_a_supergroup_is_answered_there(server: TelegramStandIn, bot: BotProcess) -> None:
    ahmad = server.user("أحمد")
    old = server.group(members=[ahmad], supergroup=False)
    server.fail("sendMessage", flood(2), chat=old)
    old.sends(ahmad, f"/ask {WHEN}")
    server.wait_for_call("sendMessage")
    new = old.becomes_supergroup()
    assert_answers(new.wait_for_message())


def test_the_webhook_takes_updates_and_refuses_strangers(server: TelegramStandIn, texts: Path, tmp_path: Path) -> None:
    with start_bot(server, tmp_path, corpus=texts, webhook=True) as bot:
        chat = server.private()
        chat.sends(WHEN)
        assert_answers(chat.wait_for_message())
        assert bot.health_url
        door = bot.health_url.replace("/healthz", "/telegram")
        stranger = httpx.post(door, json={"update_id": 1}, trust_env=False)
        headers = {"X-Telegram-Bot-Api-Secret-Token": WEBHOOK_SECRET}
        giant = httpx.post(door, content=b" " * 2_000_000, headers=headers, trust_env=False)
        assert (stranger.status_code, giant.status_code) == (401, 413)
        began_s = time.monotonic()
        assert bot.stop() == 0
        assert time.monotonic() - began_s < 10
    assert_clean(server, bot)
    assert WEBHOOK_SECRET not in bot.log
