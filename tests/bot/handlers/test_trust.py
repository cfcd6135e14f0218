import json
from typing import Any

import pytest
from sqlalchemy import select

from builders import build_document
from qa_bot.index.records import passage_to_line
from qa_bot.model.corpus import Metadata
from qa_bot.own_texts.model import OwnText
from qa_bot.own_texts.shelf import Shelf
from qa_bot.store import updates
from qa_bot.store.people import Known
from qa_bot.store.tables import METADATA
from qa_bot.store.updates import Arrival
from stores import BOT_ID
from telegram_harness import GROUP, Telegram, plain

SOMEONE: dict[str, Any] = {"id": 6_000_000_001, "is_bot": False, "first_name": "فلان الفلاني", "language_code": "ar"}
OTHER: dict[str, Any] = {"id": 6_000_000_002, "is_bot": False, "first_name": "علان", "language_code": "ar"}
THEIRS: dict[str, Any] = {"id": SOMEONE["id"], "type": "private", "first_name": "فلان الفلاني"}
OTHERS: dict[str, Any] = {"id": OTHER["id"], "type": "private", "first_name": "علان"}
WHEN = "متى كانت اليرموك؟"
FORGET, KEEP = "نعم، انسَ", "لا"


async def live(telegram: Telegram) -> None:
    """Let someone ask, edit and press, here and in a group, and another ask in between."""
    await telegram.say(WHEN, THEIRS, sender=SOMEONE)
    await telegram.press(telegram.button("ما قبله وما بعده"), telegram.card(WHEN, THEIRS), **{"from": SOMEONE})
    await telegram.rewrite("متى كانت تبوك؟", THEIRS, sender=SOMEONE)
    await telegram.say("/language", THEIRS, sender=SOMEONE)
    await telegram.say(f"/ask {WHEN}", GROUP, sender=SOMEONE, message_id=6)
    await telegram.rewrite("/ask متى كانت تبوك؟", GROUP, sender=SOMEONE, message_id=6)
    await telegram.say(f"/ask {WHEN}", GROUP, sender=OTHER, message_id=7)
    await telegram.say(WHEN, OTHERS, sender=OTHER)


async def held(telegram: Telegram) -> Known:
    async with telegram.database.read() as connection:
        found = {table.name: await connection.execute(select(table)) for table in METADATA.sorted_tables}
        return {name: [dict(row) for row in rows.mappings()] for name, rows in found.items()}


async def answer(telegram: Telegram, label: str) -> None:
    """Ask to be forgotten, and press `label`."""
    await telegram.say("/forget_me", THEIRS, sender=SOMEONE)
    row = telegram.sent[-1]["reply_markup"]["inline_keyboard"]
    [data] = [button["callback_data"] for buttons in row for button in buttons if button["text"] == label]
    card = {"message_id": 1_000, "date": int(telegram.clock()), "chat": THEIRS, "text": "أأنسى كل ما أعرفه عنك؟"}
    await telegram.press(data, card, **{"from": SOMEONE})


async def test_after_forgetting_no_trace_of_someone_is_left_in_any_table_and_others_stay(telegram: Telegram) -> None:
    await live(telegram)
    async with telegram.database.write() as connection:
        quoting = {"message": {"reply_to_message": {"from": SOMEONE, "text": WHEN}}}
        await updates.receive(connection, BOT_ID, [Arrival(900, OTHER["id"], OTHER["id"], quoting)], now_s=1.0)
        await updates.set_aside(connection, BOT_ID, 900, now_s=2.0)
    before = await held(telegram)
    assert "6000000001" in json.dumps(before)
    await answer(telegram, FORGET)
    left = await held(telegram)
    assert "6000000001" not in json.dumps(left)
    for name, rows in before.items():
        others = [row for row in rows if "6000000001" not in json.dumps(row)]
        assert len(left[name]) >= len(others), name
    assert len([row for row in left["letters"] if row["asker_id"] == OTHER["id"]]) == 2
    assert plain(telegram.edits[-1]["text"]).startswith("نسيتُ كل ما كنت أعرفه عنك.")
    assert telegram.alerts[-1] is None


async def test_whoever_presses_no_is_not_forgotten(telegram: Telegram) -> None:
    await live(telegram)
    await answer(telegram, KEEP)
    assert len([row for row in (await held(telegram))["letters"] if row["chat_id"] == SOMEONE["id"]]) >= 3
    assert plain(telegram.edits[-1]["text"]) == "حسنًا، لم أنسَ شيئًا."


async def test_all_that_is_known_of_someone_is_sent_as_a_file_and_nothing_of_others(telegram: Telegram) -> None:
    await live(telegram)
    await telegram.say("/export_me", THEIRS, sender=SOMEONE)
    [sent] = telegram.request.sent("sendDocument")
    assert (sent["chat_id"], sent["caption"]) == (SOMEONE["id"], "هذا كل ما أعرفه عنك.")
    [file] = telegram.request.files
    papers = json.loads(file)
    assert {row["chat_id"] for row in papers["letters"]} == {SOMEONE["id"], GROUP["id"]}
    assert WHEN in file.decode()
    assert str(OTHER["id"]) not in file.decode()


@pytest.mark.parametrize("command", ["/export_me", "/forget_me", "/بياناتي", "/انسني"])
async def test_in_a_group_nobody_is_told_what_is_known_of_someone(telegram: Telegram, command: str) -> None:
    await telegram.say(command, GROUP, sender=SOMEONE)
    assert plain(telegram.sent[-1]["text"]) == "هذا أمر بيني وبينك: اكتبه لي من فضلك في محادثة خاصة."
    assert telegram.request.sent("sendDocument") == []


def bring(telegram: Telegram, chat_id: int) -> None:
    """Let a chat have a text of its own."""
    passages = telegram.settings.own_texts_folder / "passages.jsonl"
    passages.parent.mkdir(exist_ok=True)
    passages.write_bytes(b"".join(passage_to_line(passage) for passage in build_document("own/1", "نص")[1]))
    text = OwnText("0123456789abcdef", "كتابي", 1, 1, message_id=5, added_at=1.0)
    Shelf(telegram.settings.own_texts_folder / str(BOT_ID)).put(chat_id, text, Metadata("كتابي"), passages)


async def test_texts_added_in_private_are_handed_out_and_forgotten_and_a_groups_stay(telegram: Telegram) -> None:
    bring(telegram, SOMEONE["id"])
    bring(telegram, GROUP["id"])
    await telegram.say("/export_me", THEIRS, sender=SOMEONE)
    assert [text["title"] for text in json.loads(telegram.request.files[-1])["own_texts"]] == ["كتابي"]
    await answer(telegram, FORGET)
    shelf = Shelf(telegram.settings.own_texts_folder / str(BOT_ID))
    assert (shelf.ids(SOMEONE["id"]), shelf.ids(GROUP["id"])) == ((), ("0123456789abcdef",))
