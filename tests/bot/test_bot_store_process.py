"""The program as a user starts it, and its store: killed, stopped with a thousand questions, its database gone."""

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot_texts import WHEN, assert_answers, assert_clean
from postgresql import PostgresqlServer
from process import BotProcess, run_qa_bot, start_bot
from qa_bot.store.address import database_url, sqlite_url
from qa_bot.store.database import Database
from qa_bot.store.lease import LOCKS
from qa_bot.store.owner import owned
from qa_bot.store.status import Status, status
from telegram_stand_in import TelegramStandIn, flood, slow

pytestmark = pytest.mark.process
# Whoever waits for a database or a start waits longer than for an answer.
PATIENCE_S = 60.0


@pytest.fixture
def postgresql() -> Iterator[PostgresqlServer]:
    with PostgresqlServer() as server:
        yield server


def status_of(store: Path) -> Status:
    async def read() -> Status:
        database = Database(sqlite_url(store))
        async with database.read() as connection:
            found = await status(connection)
        await database.aclose()
        return found

    return asyncio.run(read())


def test_what_was_taken_in_before_a_kill_is_answered_once_after_it(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    group = server.group(members=[server.user()])
    chat = server.private()
    with start_bot(server, tmp_path, corpus=texts) as bot:
        # Nothing gets through until the bot is killed.
        server.fail("sendMessage", flood(30), times=None)
        asked = [chat.sends(WHEN) for _ in range(3)]
        in_group = group.sends(server.user(), f"/ask {WHEN}")
        server.wait_for_call("sendMessage", count=2, timeout_s=PATIENCE_S)
        server.wait_until_taken()
        bot.kill()
    assert server.sent == []
    server.heal()
    with start_bot(server, tmp_path, corpus=texts) as bot:
        replies = [chat.wait_for_message(PATIENCE_S).reply_to_id for _ in asked]
        assert replies == [message.id for message in asked]
        assert group.wait_for_message(PATIENCE_S).reply_to_id == in_group.id
        chat.quiet(1)
        assert bot.stop() == 0
    assert_clean(server, bot)


def test_a_kill_between_sending_and_noting_it_is_counted_and_told(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    chat = server.private()
    with start_bot(server, tmp_path, corpus=texts) as bot:
        # Telegram has the message, and its answer is slow.
        server.fail("sendMessage", slow(60))
        chat.sends(WHEN)
        assert_answers(chat.wait_for_message(PATIENCE_S))
        bot.kill()
    with start_bot(server, tmp_path, corpus=texts) as bot:
        assert_answers(chat.wait_for_message(PATIENCE_S))
        bot.wait_for_log("1 letters may come twice")
        assert bot.stop() == 0
    settings = {"QA_BOT_STORE": str(tmp_path / "store.sqlite3"), "QA_BOT_CORPUS": str(texts)}
    checked = run_qa_bot("check", "--offline", folder=tmp_path, settings=settings)
    assert "1 may have come twice after a crash" in checked.stdout


def test_told_to_stop_with_a_thousand_questions_it_ends_within_ten_seconds_and_keeps_them_all(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    chats = [server.private() for _ in range(50)]
    with start_bot(server, tmp_path, corpus=texts) as bot:
        for _ in range(20):
            for chat in chats:
                chat.sends(WHEN)
        server.wait_until_taken(PATIENCE_S)
        began_s = time.monotonic()
        assert bot.stop() == 0
        assert time.monotonic() - began_s < 10
    left = status_of(tmp_path / "store.sqlite3")
    assert left.waiting + left.unsent + len(server.sent) == 1_000
    assert left.aside == 0
    answered = len(server.sent)
    with start_bot(server, tmp_path, corpus=texts) as bot:
        server.wait_until(lambda: len(server.sent) >= answered + 20, "more answers", PATIENCE_S)
        assert bot.stop() == 0
    replies = [(message.chat_id, message.reply_to_id) for message in server.sent]
    assert len(replies) == len(set(replies))
    assert_clean(server, bot)


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
def test_while_the_database_is_gone_telegram_keeps_the_updates_and_they_are_answered_when_it_is_back(
    server: TelegramStandIn, texts: Path, tmp_path: Path, postgresql: PostgresqlServer, webhook: bool
) -> None:
    settings = {"QA_BOT_DATABASE_URL": postgresql.new_database()}
    with start_bot(server, tmp_path, corpus=texts, webhook=webhook, settings=settings) as bot:
        chat = server.private()
        chat.sends(WHEN)
        assert_answers(chat.wait_for_message(PATIENCE_S))
        postgresql.stop()
        for _ in range(3):
            chat.sends(WHEN)
        bot.wait_for_log("can't be used")
        chat.quiet(1)
        assert server.pending_updates == 3
        postgresql.start()
        for _ in range(3):
            assert_answers(chat.wait_for_message(PATIENCE_S))
        chat.quiet(1)
        assert bot.stop() == 0
    assert_clean(server, bot)
    assert re.search(r"The store store_\S+ at 127\.0\.0\.1:\d+ can't be used", bot.log)


def test_a_second_program_with_the_same_store_ends_with_a_clear_word(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    store = {"QA_BOT_STORE": str(tmp_path / "store.sqlite3")}
    with (
        start_bot(server, tmp_path, corpus=texts, webhook=True, settings=store) as bot,
        start_bot(server, tmp_path / "second", corpus=texts, webhook=True, settings=store, wait=False) as second,
    ):
        assert second.wait_for_end(PATIENCE_S) == 1
        assert bot.is_running
    assert "Another program works with this bot's part of the store" in second.log
    assert "Traceback" not in second.log


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
def test_a_bot_that_lost_its_lock_to_another_program_ends_with_a_clear_word(
    server: TelegramStandIn, texts: Path, tmp_path: Path, postgresql: PostgresqlServer, webhook: bool
) -> None:
    url = postgresql.new_database()
    with start_bot(server, tmp_path, corpus=texts, webhook=webhook, settings={"QA_BOT_DATABASE_URL": url}) as bot:
        chat = server.private()
        asyncio.run(take_the_lock_away(url, int(server.token.partition(":")[0]), lambda: chat.sends(WHEN), bot))
        assert bot.wait_for_end(PATIENCE_S) == 1
    assert "qa-bot: Another program works with this bot's part of the store" in bot.errors
    assert server.pending_updates == 1
    assert server.sent == []


async def take_the_lock_away(url: str, bot_id: int, ask: Callable[[], object], bot: BotProcess) -> None:
    """Hold a bot's part of the store, whose own connection was ended, until the bot that lost it has ended."""
    database = Database(database_url(url))
    ended = text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = :locks")
    async with database.outside() as connection:
        await connection.execute(ended, {"locks": LOCKS})
    async with owned(database, bot_id):
        ask()
        await asyncio.to_thread(bot.wait_for_end, PATIENCE_S)
    await database.aclose()


def test_a_bot_does_not_start_over_a_torn_store_and_says_what_mends_it(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    (tmp_path / "store.sqlite3").write_bytes(b"torn" * 1_000)
    with start_bot(server, tmp_path, corpus=texts, wait=False) as bot:
        assert bot.wait_for_end(PATIENCE_S) == 1
    assert f"qa-bot: The store {tmp_path / 'store.sqlite3'} is torn: file is not a database." in bot.errors
    assert "store restore --replace BACKUP" in bot.errors
    assert "Traceback" not in bot.errors
