"""The program as a user starts it, behind a strict Bot API: polling, webhook, faults and ends."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from process import WEBHOOK_SECRET, BotProcess, run_qa_bot, start_bot
from telegram_stand_in import (
    BotMessage,
    TelegramStandIn,
    bad_gateway,
    conflict,
    cut,
    flood,
    odd_updates,
    refusal,
)

pytestmark = pytest.mark.process

WHEN = "متى كانت وقعة اليرموك؟"
SENTENCE = "كانت وقعة اليرموك في رجب سنة خمس عشرة من الهجرة بين المسلمين والروم."
UNANSWERABLE = "كم عدد أقمار كوكب المشتري؟"
YARMUK = f"""---
title: وقعة اليرموك
collection: فتوح الشام
---

# الوقعة

{SENTENCE} وقاد المسلمين فيها أبو عبيدة بن الجراح وخالد بن الوليد. ونزل الروم بقيادة باهان على وادي اليرموك
في جيش عظيم جاء من أنطاكية، ثم دارت الوقعة أياما.

# بعد الوقعة

انهزم الروم وتفرقوا في البلاد، وتراجع هرقل من حمص إلى القسطنطينية. ثم سار المسلمون إلى دمشق فدخلوها مرة أخرى،
وفتحوا بعدها حمص وقنسرين.
"""
TABUK = """---
title: غزوة تبوك
collection: السيرة
---

خرج الجيش إلى غزوة تبوك في رجب سنة تسع من الهجرة والحر شديد. ولم يكن في تبوك قتال، ثم عاد الجيش إلى المدينة.
"""


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    corpus = tmp_path_factory.mktemp("texts")
    (corpus / "yarmuk.md").write_text(YARMUK, encoding="utf-8")
    (corpus / "tabuk.md").write_text(TABUK, encoding="utf-8")
    return corpus


@pytest.fixture
def server() -> Iterator[TelegramStandIn]:
    with TelegramStandIn() as stand_in:
        yield stand_in


@pytest.fixture
def bot(server: TelegramStandIn, texts: Path, tmp_path: Path) -> Iterator[BotProcess]:
    """Yield a polling bot; in the end it stops well, without violation, fault or token in the log."""
    with start_bot(server, tmp_path, corpus=texts) as running:
        yield running
        if running.is_running:
            assert running.stop() == 0
    assert_clean(server, running)


def assert_clean(server: TelegramStandIn, bot: BotProcess) -> None:
    assert [str(violation) for violation in server.violations] == []
    assert server.unanswered == []
    assert "Traceback" not in bot.log
    assert "[secret]" not in bot.log
    assert server.token not in bot.log
    assert server.token.split(":")[1] not in bot.log


def assert_answers(card: BotMessage) -> None:
    assert f"«{SENTENCE}»" in card.text


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


def test_a_channel_post_is_answered_once_and_its_copy_in_the_discussion_group_is_not(
    server: TelegramStandIn, bot: BotProcess
) -> None:
    group = server.group()
    channel = server.channel(discussion=group)
    post = channel.posts(f"/ask {WHEN}")
    card = channel.wait_for_message()
    assert_answers(card)
    assert card.reply_to_id == post.id
    group.quiet(0.5)


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


def test_one_groups_flood_wait_delays_no_other_chat(server: TelegramStandIn, bot: BotProcess) -> None:
    ahmad = server.user("أحمد")
    group, chat = server.group(members=[ahmad]), server.private()
    server.fail("sendMessage", flood(2), chat=group)
    began_s = time.monotonic()
    group.sends(ahmad, f"/ask {WHEN}")
    chat.sends(WHEN)
    assert_answers(chat.wait_for_message())
    assert time.monotonic() - began_s < 1.5
    assert_answers(group.wait_for_message())
    assert time.monotonic() - began_s >= 2


@pytest.mark.parametrize("fault", [bad_gateway(), cut()], ids=["502", "cut"])
def test_a_send_that_never_arrived_is_sent_again(server: TelegramStandIn, bot: BotProcess, fault: object) -> None:
    chat = server.private()
    server.fail("sendMessage", fault)  # type: ignore[arg-type]
    chat.sends(WHEN)
    assert_answers(chat.wait_for_message())
    chat.quiet(1)


def test_faults_of_the_long_poll_are_waited_out(server: TelegramStandIn, bot: BotProcess) -> None:
    for fault in (cut(), bad_gateway(), conflict()):
        server.fail("getUpdates", fault)
    chat = server.private()
    chat.sends(WHEN)
    assert_answers(chat.wait_for_message(timeout_s=15))


def test_who_blocks_the_bot_or_deletes_the_question_breaks_nothing(server: TelegramStandIn, bot: BotProcess) -> None:
    ahmad = server.user("أحمد")
    group, chat, blocked = server.group(members=[ahmad]), server.private(), server.private()
    server.fail("sendMessage", refusal(403, "Forbidden: bot was blocked by the user"), chat=blocked)
    blocked.sends(WHEN)
    server.fail("sendMessage", refusal(400, "Bad Request: message to be replied not found"), chat=chat)
    chat.sends(WHEN)
    assert_answers(chat.wait_for_message())
    server.fail("sendMessage", refusal(400, "Bad Request: message thread not found"), chat=group)
    group.sends(ahmad, f"/ask {WHEN}")
    server.wait_for_call("sendMessage", count=4)


def test_a_group_that_becomes_a_supergroup_is_answered_there(server: TelegramStandIn, bot: BotProcess) -> None:
    ahmad = server.user("أحمد")
    old = server.group(members=[ahmad], supergroup=False)
    server.fail("sendMessage", flood(2), chat=old)
    old.sends(ahmad, f"/ask {WHEN}")
    server.wait_for_call("sendMessage")
    new = old.becomes_supergroup()
    assert_answers(new.wait_for_message())


def test_a_doubled_update_is_answered_once(server: TelegramStandIn, texts: Path, tmp_path: Path) -> None:
    chat = server.private()
    chat.sends(WHEN)
    server.sends_twice(_first_update_id(server))
    with start_bot(server, tmp_path, corpus=texts, wait=False) as bot:
        assert_answers(chat.wait_for_message(timeout_s=60))
        chat.quiet(0.5)
        assert bot.stop() == 0


def test_told_to_stop_it_answers_what_was_fetched_within_ten_seconds(server: TelegramStandIn, bot: BotProcess) -> None:
    chats = [server.private() for _ in range(10)]
    for chat in chats * 4:
        chat.sends(WHEN)
    server.wait_until_taken()
    assert len(server.sent) < 40
    began_s = time.monotonic()
    assert bot.stop() == 0
    assert time.monotonic() - began_s < 10
    assert len(server.sent) == 40


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


def test_a_wrong_token_ends_it_with_a_clear_word(server: TelegramStandIn, texts: Path, tmp_path: Path) -> None:
    wrong = "987654321:AAwrong-wrong-wrong-wrong-wrong-wrong_00"
    settings = {"TELEGRAM_BOT_TOKEN": wrong}
    with start_bot(server, tmp_path, corpus=texts, settings=settings, wait=False) as bot:
        assert bot.wait_for_end(60) == 1
    assert "Telegram refuses the token" in bot.log
    assert wrong not in bot.log
    assert "Traceback" not in bot.log


def test_a_second_poller_backs_off_and_ends_with_a_clear_word(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    server.fail("getUpdates", conflict(), times=None)
    with start_bot(server, tmp_path, corpus=texts, wait=False) as bot:
        assert bot.wait_for_end(60) == 1
    assert "Another program receives this bot's updates" in bot.log
    assert "Traceback" not in bot.log


def test_it_waits_for_telegram_and_can_be_stopped_while_it_does(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        nowhere = f"http://127.0.0.1:{taken.getsockname()[1]}"
    with start_bot(server, tmp_path, corpus=texts, settings={"TELEGRAM_API_URL": nowhere}, wait=False) as bot:
        bot.wait_for_log("trying again in")
        assert bot.stop() == 0
    assert server.token not in bot.log


def test_an_address_that_is_taken_is_the_operators_to_mend(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings = {
            "TELEGRAM_BOT_TOKEN": server.token,
            "TELEGRAM_API_URL": server.url,
            "QA_BOT_CORPUS": str(texts),
            "QA_BOT_INDEX": str(tmp_path / "index"),
            "QA_BOT_WEBHOOK_URL": "https://bot.example.org/telegram",
            "QA_BOT_WEBHOOK_SECRET": WEBHOOK_SECRET,
            "QA_BOT_LISTEN": f"127.0.0.1:{taken.getsockname()[1]}",
        }
        done = run_qa_bot("run", folder=tmp_path, settings=settings)
    assert done.returncode == 1
    assert "QA_BOT_LISTEN: can't listen on" in done.stderr


def _first_update_id(server: TelegramStandIn) -> int:
    with server._state.lock:
        update_id: int = server._state.updates.pending[0]["update_id"]
        return update_id
