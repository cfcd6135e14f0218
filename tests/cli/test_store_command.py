import asyncio
import json
from pathlib import Path

import pytest

from commands import run
from qa_bot.model.answer import QuestionKind, Understood
from qa_bot.store import questions
from qa_bot.store.questions import Speaker
from qa_bot.store.tables import NEWEST
from stores import BOT_ID, new_sqlite

GROUP, USER = -1_001_234_567_890, 6_000_000_001


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of the store that the commands find; it isn't there yet."""
    file = tmp_path / "store" / "qa_bot.sqlite3"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QA_BOT_STORE", str(file))
    monkeypatch.delenv("QA_BOT_DATABASE_URL", raising=False)
    return file


def fill(store: Path) -> None:
    async def ask() -> None:
        database = new_sqlite(store.parent)
        async with database.write() as connection:
            understood = Understood("متى كانت اليرموك؟", QuestionKind.WHEN, "اليرموك")
            await questions.remember(connection, BOT_ID, Speaker(GROUP, None, USER), understood, now_s=1.0)
        await database.aclose()

    asyncio.run(ask())


def test_a_store_is_made_and_the_second_time_found_up_to_date(store: Path) -> None:
    first, second = run("store", "migrate"), run("store", "migrate")
    assert (first.status, second.status) == (0, 0)
    assert first.errors == f"Made in {store}, version {NEWEST}\n"
    assert second.errors == f"Up to date: {store}, version {NEWEST}\n"


def test_a_copy_is_made_and_put_back(store: Path, tmp_path: Path) -> None:
    fill(store)
    done = run("store", "backup", tmp_path / "copy")
    assert (done.status, done.errors) == (0, f"Copied 1 row → {tmp_path / 'copy'}\n")
    refused = run("store", "restore", tmp_path / "copy")
    assert refused.status == 1
    assert "isn't empty" in refused.errors
    assert f"restore --replace {tmp_path / 'copy'}" in refused.errors
    done = run("store", "restore", "--replace", tmp_path / "copy")
    assert (done.status, done.errors) == (0, f"Put back 1 row from {tmp_path / 'copy'}\n")


@pytest.mark.parametrize("words", [("backup", "copy"), ("export", USER), ("forget", USER, "--yes")])
def test_where_there_is_no_store_that_is_said_and_nothing_is_made(
    words: tuple[object, ...], store: Path, tmp_path: Path
) -> None:
    done = run("store", *words)
    assert (done.status, done.output) == (1, "")
    assert done.errors.startswith(f"qa-bot: There is no store at {store} yet: the bot makes it at its first start.\n")
    assert "qa-bot store migrate, or set QA_BOT_STORE to where it is\n" in done.errors
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [("backup", "copy"), ("export", USER), ("forget", USER, "--yes")])
def test_a_store_without_tables_has_to_be_brought_up_to_date_first(words: tuple[object, ...], store: Path) -> None:
    store.parent.mkdir()
    store.touch()
    done = run("store", *words)
    assert (done.status, done.output) == (1, "")
    assert "isn't up to date" in done.errors
    assert done.errors.endswith("store migrate\n")


def test_a_torn_store_is_kept_beside_when_a_copy_takes_its_place(store: Path, tmp_path: Path) -> None:
    fill(store)
    run("store", "backup", tmp_path / "copy")
    store.write_bytes(b"torn" * 1_000)
    for words in (("restore", tmp_path / "copy"), ("migrate",), ("export", GROUP)):
        refused = run("store", *words)
        assert refused.status == 1
        assert f"The store {store} is torn: file is not a database." in refused.errors
        assert f"store restore --replace BACKUP, or without a backup move {store} away" in refused.errors
    done = run("store", "restore", "--replace", tmp_path / "copy")
    (kept,) = store.parent.glob(f"{store.name}.torn-*")
    kept_told, told = done.errors.splitlines()
    assert (done.status, kept_told) == (0, f"The store was torn; what is left of it is kept in {kept}")
    assert told == f"Put back 1 row from {tmp_path / 'copy'}"
    assert kept.read_bytes() == b"torn" * 1_000
    assert len(json.loads(run("store", "export", GROUP).output)["questions"]) == 1


def test_what_is_known_of_a_group_is_printed_as_json(store: Path) -> None:
    fill(store)
    known = json.loads(run("store", "export", GROUP).output)
    assert {name: len(rows) for name, rows in known.items() if rows} == {"questions": 1}
    assert known["questions"][0]["understood"]["question"] == "متى كانت اليرموك؟"


def test_what_is_known_of_a_user_is_printed_from_every_chat(store: Path) -> None:
    fill(store)
    known = json.loads(run("store", "export", USER).output)
    assert {name: [row["chat_id"] for row in rows] for name, rows in known.items() if rows} == {"questions": [GROUP]}
    assert json.loads(run("store", "export", USER + 1).output)["questions"] == []


def test_a_user_is_forgotten_after_a_yes(store: Path) -> None:
    fill(store)
    done = run("store", "forget", USER, piped="n\n")
    assert done.status == 1
    done = run("store", "forget", USER, piped="y\n")
    assert done.status == 0
    assert done.errors.endswith(f"Forgotten: 1 row of user {USER}\n")
    done = run("store", "forget", USER, "--yes")
    assert done.errors == f"Forgotten: 0 rows of user {USER}\n"
    own_text = store.parent / "own_texts" / "11" / str(USER) / "0123456789abcdef.jsonl"
    own_text.parent.mkdir(parents=True)
    own_text.touch()
    done = run("store", "forget", USER, "--yes")
    assert done.errors == f"Forgotten: 0 rows and 1 of their own texts of user {USER}\n"
    assert not own_text.exists()


def test_a_database_that_is_not_reached_is_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_DATABASE_URL", "postgresql://bot:secret@127.0.0.1:9/qa_bot")
    done = run("store", "migrate")
    assert done.status == 1
    assert done.errors.startswith("qa-bot: The store qa_bot at 127.0.0.1:9 can't be used: ")
    assert "secret" not in done.errors
    assert "Traceback" not in done.errors
