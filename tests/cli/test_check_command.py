import asyncio
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands import Done, run
from process import qa_bot, run_qa_bot
from qa_bot.errors import UnavailableError
from qa_bot.index import generation
from qa_bot.store import letters, updates
from qa_bot.store.letters import Body, Draft
from qa_bot.store.tables import NEWEST
from qa_bot.store.updates import Arrival
from stores import BOT_ID, new_sqlite
from telegram_stand_in import TelegramStandIn

SECRET = "0123456789abcdef" * 3


@pytest.fixture
def server() -> Iterator[TelegramStandIn]:
    with TelegramStandIn() as stand_in:
        yield stand_in


@pytest.fixture(autouse=True)
def _their_index(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_CORPUS", str(texts))
    monkeypatch.setenv("QA_BOT_INDEX", "index")
    monkeypatch.setenv("QA_BOT_STORE", "qa_bot.sqlite3")
    # As the program sets it itself; without it python-telegram-bot warns of a change to come.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


def said_of(done: Done) -> dict[str, str]:
    """Return what is said of each thing looked at; what mends it stands behind it."""
    assert done.errors == ""
    lines = done.output.replace("\n  To mend it:", " →").splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_all_is_well_with_texts_and_a_fresh_index(texts: Path) -> None:
    run("index")
    done = run("check")
    assert done.status == 0
    said = said_of(done)
    built = said.pop("index")
    assert built.startswith("4 texts, 4 passages, whole, built 20")
    assert said == {
        "settings": "read",
        "texts": f"4 files in {texts}",
        "store": "none yet: qa_bot.sqlite3 is made at the first start of the bot",
        "own texts": "0 of 1,000 MB in own_texts",
        "webhook": "none set: the bot will poll",
        "token": "none set: the chat opens in the terminal (.env.example tells how to get one)",
    }


def test_of_a_store_it_is_told_how_much_waits_what_was_set_aside_and_what_may_have_come_twice(tmp_path: Path) -> None:
    fill_store(tmp_path)
    waits = "3 updates and 2 letters wait, 1 were set aside; 1 may have come twice after a crash"
    assert said_of(run("check"))["store"] == f"qa_bot.sqlite3, version {NEWEST}: {waits}"


def fill_store(folder: Path) -> None:
    async def fill() -> None:
        database = new_sqlite(folder)
        async with database.write() as connection:
            arrivals = [Arrival(number, 7, 7, {}) for number in range(4)]
            await updates.receive(connection, BOT_ID, arrivals, now_s=1.0)
            await updates.set_aside(connection, BOT_ID, 3, now_s=2.0)
            drafts = [Draft(7, Body("نعم", "نعم"))] * 2
            first, _ = await letters.put(connection, BOT_ID, 1, drafts, now_s=2.0)
            await letters.begin(connection, first.id)
            await letters.doubt(connection, BOT_ID)
        await database.aclose()

    asyncio.run(fill())


def test_a_store_without_tables_is_to_be_brought_up_to_date(tmp_path: Path) -> None:
    (tmp_path / "qa_bot.sqlite3").touch()
    done = run("check")
    assert done.status == 1
    assert said_of(done)["store"] == "The store qa_bot.sqlite3 isn't up to date. → qa-bot store migrate"


def test_a_torn_store_is_told_with_what_mends_it(tmp_path: Path) -> None:
    fill_store(tmp_path)
    (tmp_path / "qa_bot.sqlite3").write_bytes(b"torn" * 1_000)
    done = run("check")
    assert done.status == 1
    assert said_of(done)["store"] == (
        "The store qa_bot.sqlite3 is torn: file is not a database. → qa-bot store restore --replace BACKUP,"
        " or without a backup move qa_bot.sqlite3 away: a new one is made"
    )


@pytest.mark.process
def test_a_store_that_can_be_read_and_not_written_is_told(tmp_path: Path) -> None:
    fill_store(tmp_path)
    # Somebody else has it open: its side files are there, and nothing has to be made to read it.
    with sqlite3.connect(tmp_path / "qa_bot.sqlite3") as other:
        other.execute("SELECT * FROM updates").fetchall()
        # No file may be written beyond its first byte, as on a disk that is full.
        limited = ["sh", "-c", 'ulimit -f 0; exec "$0" "$@"', *qa_bot()]
        done = run_qa_bot(
            "check", "--offline", folder=tmp_path, settings={"QA_BOT_STORE": "qa_bot.sqlite3"}, command=limited
        )
    other.close()
    (told,) = [line for line in done.stdout.splitlines() if line.startswith("store: ")]
    assert told.startswith("store: The store qa_bot.sqlite3 can't be used: disk I/O error (")
    assert told.endswith(" MB are free on its disk)")
    assert done.returncode == 1


def test_a_store_that_could_not_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("QA_BOT_STORE", "file/deep/qa_bot.sqlite3")
    done = run("check")
    assert done.status == 1
    assert said_of(done)["store"].startswith(
        f"The store can't be written in file/deep/qa_bot.sqlite3: {Path.cwd() / 'file'} can't be written to."
    )


def test_a_database_out_of_reach_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_DATABASE_URL", "postgresql://bot:secret@127.0.0.1:9/qa_bot")
    done = run("check")
    assert done.status == 1
    assert said_of(done)["store"].startswith("The store qa_bot at 127.0.0.1:9 can't be used: ")
    assert "secret" not in done.output


def test_a_missing_index_is_to_be_built() -> None:
    done = run("check")
    assert (done.status, said_of(done)["index"]) == (1, "There is no index in index. → qa-bot index")


def test_texts_changed_since_the_build_are_to_be_indexed(texts: Path) -> None:
    run("index")
    (texts / "new.txt").write_text("كانت وقعة الجسر سنة ثلاث عشرة من الهجرة.", "utf-8")
    done = run("check")
    changed = f"The texts in {texts} have changed since the index was built. → qa-bot index"
    assert (done.status, said_of(done)["index"]) == (1, changed)
    run("index")
    assert run("check").status == 0


def test_an_index_of_other_texts_is_told_apart(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("index")
    shutil.copytree(texts, tmp_path / "copy")
    monkeypatch.setenv("QA_BOT_CORPUS", "copy")
    done = run("check")
    assert done.status == 1
    assert said_of(done)["index"] == f"The index was built from {texts}, not from copy. → qa-bot index"


def test_a_torn_index_is_named_with_its_file_and_the_rest_is_looked_at_all_the_same() -> None:
    run("index")
    name = generation.current_name(Path("index"))
    assert name
    torn = generation.folder_of(Path("index"), name) / "passages.jsonl"
    torn.write_bytes(torn.read_bytes()[:-1])
    done = run("check")
    said = said_of(done)
    assert (done.status, said["index"]) == (
        1,
        f"The index is torn: {torn} is not as it was written. → qa-bot index",
    )
    assert said["token"].startswith("none set")


def test_texts_that_are_not_there_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_CORPUS", "nowhere")
    done = run("check")
    assert done.status == 1
    assert said_of(done)["texts"] == "There is no corpus at nowhere. → qa-bot index --corpus PATH"


def test_a_webhook_needs_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    run("index")
    monkeypatch.setenv("QA_BOT_WEBHOOK_URL", "https://bot.example.org/telegram")
    without = run("check")
    assert without.status == 1
    needed = "QA_BOT_WEBHOOK_URL needs QA_BOT_WEBHOOK_SECRET. → edit .env (see .env.example)"
    assert said_of(without)["webhook"] == needed
    monkeypatch.setenv("QA_BOT_WEBHOOK_SECRET", SECRET)
    assert run("check").status == 0
    assert said_of(run("check"))["webhook"] == "https://bot.example.org/telegram → 127.0.0.1:8080"
    assert SECRET not in run("check").output


def test_a_good_token_is_told_by_the_bot_s_name(server: TelegramStandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    run("index")
    monkeypatch.setenv("TELEGRAM_API_URL", server.url)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", server.token)
    done = run("check")
    assert (done.status, said_of(done)["token"]) == (0, "Telegram knows it as @qa_test_bot")
    assert [call.method for call in server.calls] == ["getMe"]
    assert server.token not in done.output


def test_a_refused_token_is_to_be_copied_again(server: TelegramStandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    run("index")
    token = "1234567890:AAsome-other-token-of-another-bot_0002"
    monkeypatch.setenv("TELEGRAM_API_URL", server.url)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", token)
    done = run("check")
    assert done.status == 1
    assert said_of(done)["token"].startswith("Telegram refuses the token in TELEGRAM_BOT_TOKEN")
    assert said_of(done)["token"].endswith(" → copy the token from @BotFather into .env")
    assert token not in done.output


def test_telegram_out_of_reach_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(_: object) -> str:
        raise UnavailableError("https://api.telegram.org can't be reached (NetworkError).")

    run("index")
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1234567890:AAsome-token-of-a-bot_0003")
    monkeypatch.setattr("qa_bot.cli.check.who_am_i", fail)
    done = run("check")
    assert done.status == 1
    assert said_of(done)["token"] == "https://api.telegram.org can't be reached (NetworkError)."


def test_offline_telegram_is_not_asked(server: TelegramStandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    run("index")
    monkeypatch.setenv("TELEGRAM_API_URL", server.url)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", server.token)
    done = run("check", "--offline")
    assert done.status == 0
    assert "token" not in said_of(done)
    assert server.calls == []


def test_settings_that_can_not_be_used_are_named_and_their_values_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_WEBHOOK_SECRET", "too-short-a-secret")
    monkeypatch.setenv("QA_BOT_LOG_LEVEL", "LOUD")
    done = run("check")
    assert (done.status, done.output) == (1, "")
    assert done.errors == (
        "qa-bot: Settings that can't be used:\n"
        "  QA_BOT_WEBHOOK_SECRET: must be 32 to 256 characters of A-Z a-z 0-9 _ -\n"
        "  QA_BOT_LOG_LEVEL: not of its form. How much is logged: DEBUG, INFO, WARNING or ERROR.\n"
        "  To mend it: edit .env (see .env.example)\n"
    )


@pytest.mark.parametrize(
    ("size_bytes", "status", "said"),
    [
        (1_790_000, 0, "2 of 2 MB in own_texts"),
        (1_800_000, 0, "2 of 2 MB in own_texts. Warning: nearly full → set QA_BOT_OWN_TEXTS_MB higher"),
        (2_000_000, 1, "2 of 2 MB in own_texts: full, no chat can add one. → set QA_BOT_OWN_TEXTS_MB higher"),
    ],
)
def test_room_for_the_texts_of_chats_that_runs_out_is_told_before(
    monkeypatch: pytest.MonkeyPatch, size_bytes: int, status: int, said: str
) -> None:
    run("index")
    monkeypatch.setenv("QA_BOT_OWN_TEXTS_MB", "2")
    text = Path("own_texts", "123", "-100", "0123456789abcdef.jsonl")
    text.parent.mkdir(parents=True)
    text.write_bytes(bytes(size_bytes))
    done = run("check", "--offline")
    assert (done.status, said_of(done)["own texts"]) == (status, said)
