"""The program as a user starts it, behind a Bot API with faults: it waits, tries again, or ends with a clear word."""

import socket
import time
from pathlib import Path

import pytest

from bot_texts import WHEN, assert_answers
from process import WEBHOOK_SECRET, BotProcess, run_qa_bot, start_bot
from telegram_stand_in import TelegramStandIn, bad_gateway, conflict, cut, flood, refusal

pytestmark = pytest.mark.process


def test_one_groups_flood_wait_delays_no_other_chat(server: TelegramStandIn, bot: BotProcess) -> None:
    ahmad = server.user("أحمد")
    group, chat = server.group(members=[ahmad]), server.private()
    server.fail("sendMessage", flood(3), chat=group)
    group.sends(ahmad, f"/ask {WHEN}")
    refused = server.wait_for_call("sendMessage")
    chat.sends(WHEN)
    assert_answers(chat.wait_for_message())
    assert [message.chat_id for message in server.sent] == [chat.id]
    assert_answers(group.wait_for_message())
    assert server.calls_of("sendMessage")[-1].at - refused.at >= 3


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


def test_a_second_program_on_the_machine_ends_at_once_and_the_first_goes_on(
    server: TelegramStandIn, bot: BotProcess, texts: Path, tmp_path: Path
) -> None:
    with start_bot(server, tmp_path / "second", corpus=texts, index=tmp_path / "index", wait=False) as second:
        assert second.wait_for_end(60) == 1
    assert "Another program on this machine already receives this bot's updates" in second.log
    assert "Traceback" not in second.log
    assert server.token not in second.log
    chat = server.private()
    chat.sends(WHEN)
    assert_answers(chat.wait_for_message())


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
