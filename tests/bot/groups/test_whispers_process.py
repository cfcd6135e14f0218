"""The program as a user starts it: answers that the asker alone sees, on servers that know them and on an older one."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot_texts import WHEN, assert_answers, assert_clean
from process import start_bot
from qa_bot.store.address import sqlite_url
from qa_bot.store.chat_settings import ChatSettings, choose
from qa_bot.store.database import Database
from telegram_stand_in import Group, TelegramStandIn, User

pytestmark = pytest.mark.process
PATIENCE_S = 60.0
TABUK = "متى كانت غزوة تبوك؟"
LACKING = "This Bot API server knows no message that one member alone sees"
REFUSED = "A chat takes no message that one member alone sees"


@pytest.fixture(params=[(10, 2), (10, 3)], ids=["10.2", "10.3"])
def newer(request: pytest.FixtureRequest) -> Iterator[TelegramStandIn]:
    with TelegramStandIn(version=request.param) as stand_in:
        yield stand_in


@pytest.fixture
def older() -> Iterator[TelegramStandIn]:
    with TelegramStandIn(version=(10, 1)) as stand_in:
        yield stand_in


async def _choose(folder: Path, server: TelegramStandIn, group: Group, settings: ChatSettings) -> None:
    database = Database(sqlite_url(folder / "store.sqlite3"))
    async with database.write() as connection:
        await choose(connection, server.bot.id, group.id, settings)
    await database.aclose()


def _panel_chooses_whispers(server: TelegramStandIn, admin: User, group: Group) -> str:
    """Let an admin choose it in the panel, and return what the panel says then."""
    chat = server.private(admin)
    chat.sends(f"/start settings{group.id}")
    chat.presses(chat.wait_for_message(PATIENCE_S), "الجواب للسائل وحده")
    chat.presses(chat.wait_for_edit(PATIENCE_S), "نعم")
    return chat.wait_for_edit(PATIENCE_S).text


def test_the_asker_alone_sees_the_answer_what_its_buttons_bring_and_what_an_edit_changes(
    newer: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    maryam, said = newer.user("مريم"), newer.user("سعيد")
    group = newer.group(members=[maryam, said], bot="administrator")
    with start_bot(newer, tmp_path, corpus=texts) as bot:
        panel = _panel_chooses_whispers(newer, maryam, group)
        assert "الجواب للسائل وحده: نعم" in panel
        assert "لستُ مشرفًا" not in panel
        asked = group.sends(said, f"/ask {WHEN}")
        card = group.wait_for_message(PATIENCE_S)
        assert_answers(card)
        assert (card.receiver_id, card.reply_to_id) == (said.id, asked.id)
        group.press(said, card, "ما قبله وما بعده")
        assert "باهان" in group.wait_for_edit(PATIENCE_S).text
        group.edits(asked, f"/ask {TABUK}")
        changed = group.wait_for_edit(PATIENCE_S)
        assert "غزوة تبوك في رجب سنة تسع" in changed.text
        assert (changed.ephemeral_id, changed.receiver_id) == (card.ephemeral_id, said.id)
        group.sends(maryam, "/timeline اليرموك", anonymous=True)
        assert [group.wait_for_message(PATIENCE_S).receiver_id for _ in "ab"] == [None, None]
        group.sends(maryam, "/timeline اليرموك")
        assert [group.wait_for_message(PATIENCE_S).receiver_id for _ in "ab"] == [maryam.id, maryam.id]
        assert bot.stop() == 0
    assert_clean(newer, bot)


def test_what_only_the_bot_saw_is_answered_so_that_only_the_asker_sees_it_even_by_a_plain_member(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    said = server.user("سعيد")
    group = server.group(members=[said])
    with start_bot(server, tmp_path, corpus=texts) as bot:
        asked = [group.sends(said, f"/ask {WHEN}", ephemeral=True), group.sends(said, "/help", ephemeral=True)]
        cards = [group.wait_for_message(PATIENCE_S) for _ in asked]
        assert_answers(cards[0])
        assert "كيف تسأل" in cards[1].text
        assert [card.receiver_id for card in cards] == [said.id, said.id]
        group.sends(said, "ومن قادها؟", reply_to=cards[0], ephemeral=True)
        answer = group.wait_for_message(PATIENCE_S)
        assert "أبو عبيدة بن الجراح" in answer.text
        assert answer.receiver_id == said.id
        group.press(said, answer, "ما قبله وما بعده")
        assert group.wait_for_edit(PATIENCE_S).ephemeral_id == answer.ephemeral_id
        assert bot.stop() == 0
    assert_clean(server, bot)


def test_answers_to_one_alone_are_deleted_in_time_too(server: TelegramStandIn, texts: Path, tmp_path: Path) -> None:
    said = server.user("سعيد")
    group = server.group(members=[said], bot="administrator")
    with start_bot(server, tmp_path, corpus=texts) as bot:
        asyncio.run(_choose(tmp_path, server, group, ChatSettings(whispers=True, fade_after_s=1)))
        asked = group.sends(said, f"/ask {WHEN}")
        assert group.wait_for_message(PATIENCE_S).receiver_id == said.id
        bot.wait_until(lambda: asked.id in group.chat.deleted and not group.chat.ephemeral, "deletion", PATIENCE_S)
        assert bot.stop() == 0
    assert_clean(server, bot)


def test_where_the_bot_is_no_admin_all_see_the_answer_and_the_panel_says_why(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    maryam, said = server.user("مريم"), server.user("سعيد")
    group = server.group(members=[maryam, said])
    with start_bot(server, tmp_path, corpus=texts) as bot:
        assert "⚠️ لستُ مشرفًا في المجموعة، فأجوبتي يراها الجميع." in _panel_chooses_whispers(server, maryam, group)
        for _ in "ab":
            asked = group.sends(said, f"/ask {WHEN}")
            card = group.wait_for_message(PATIENCE_S)
            assert_answers(card)
            assert (card.receiver_id, card.reply_to_id) == (None, asked.id)
        group.press(said, card, "ما قبله وما بعده")
        assert "باهان" in group.wait_for_edit(PATIENCE_S).text
        assert bot.stop() == 0
    assert bot.log.count(REFUSED) == 1
    assert_clean(server, bot)


def test_on_an_older_server_all_see_the_answer_and_the_log_says_so_once(
    older: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    said = older.user("سعيد")
    group = older.group(members=[said], bot="administrator")
    with start_bot(older, tmp_path, corpus=texts) as bot:
        asyncio.run(_choose(tmp_path, older, group, ChatSettings(whispers=True)))
        for _ in "ab":
            group.sends(said, f"/ask {WHEN}")
            card = group.wait_for_message(PATIENCE_S)
            assert_answers(card)
            assert card.receiver_id is None
        group.press(said, card, "ما قبله وما بعده")
        assert "باهان" in group.wait_for_edit(PATIENCE_S).text
        assert bot.stop() == 0
    assert bot.log.count(LACKING) == 1
    assert_clean(older, bot)


def test_what_only_the_bot_saw_goes_on_after_a_kill_and_is_answered_once(
    server: TelegramStandIn, texts: Path, tmp_path: Path
) -> None:
    said = server.user("سعيد")
    group = server.group(members=[said], bot="administrator")
    with start_bot(server, tmp_path, corpus=texts) as bot:
        assert bot.kill() == -9
    for _ in "abc":
        group.sends(said, f"/ask {WHEN}", ephemeral=True)
    with start_bot(server, tmp_path, corpus=texts) as again:
        for _ in "abc":
            assert group.wait_for_message(PATIENCE_S).receiver_id == said.id
        group.quiet(0.5)
        assert again.stop() == 0
    assert_clean(server, again)
