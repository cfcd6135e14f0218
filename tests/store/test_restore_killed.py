"""`qa-bot store restore`, killed while it puts own texts back: the next start, or the next restore, tidies up."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot_texts import assert_clean, write_texts
from process import environment, qa_bot, run_qa_bot, start_bot
from telegram_stand_in import TelegramStandIn

pytestmark = pytest.mark.process
PATIENCE_S = 60.0
MANY = 3_000  # each is synced: that takes seconds


def hidden(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob(".*"))


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    return {"QA_BOT_STORE": str(tmp_path / "store.sqlite3"), "QA_BOT_OWN_TEXTS": str(tmp_path / "own")}


@pytest.fixture
def copy(tmp_path: Path, settings: dict[str, str]) -> Path:
    """Return a backup of a store with many own texts; the store and the texts are gone."""
    copy, chat = tmp_path / "copy", tmp_path / "own" / "123" / "-100"
    chat.mkdir(parents=True)
    for number in range(MANY):
        (chat / f"{number:016x}.jsonl").write_text("{}\n", encoding="utf-8")
    for words in (["migrate"], ["backup", str(copy)]):
        assert run_qa_bot("store", *words, folder=tmp_path, settings=settings).returncode == 0
    chat.parent.rename(tmp_path / "away")
    (tmp_path / "store.sqlite3").unlink()
    return copy


@contextmanager
def killed(copy: Path, folder: Path, settings: dict[str, str]) -> Iterator[None]:
    """Yield after a restore was killed in the midst of the texts."""
    command = [*qa_bot(), "store", "restore", str(copy)]
    with subprocess.Popen(command, cwd=folder, env=environment(folder, settings)) as process:
        deadline = time.monotonic() + PATIENCE_S
        while not any((folder / "own").glob(".restored/*/*/*.jsonl")):
            assert time.monotonic() < deadline, "the restore never came to the texts"
            assert process.poll() is None, "the restore ended first"
            time.sleep(0.001)
        process.kill()
        assert process.wait(PATIENCE_S) == -9
    assert hidden(folder / "own") == [".restored"]
    yield


def test_the_next_restore_begins_anew(copy: Path, tmp_path: Path, settings: dict[str, str]) -> None:
    with killed(copy, tmp_path, settings):
        done = run_qa_bot("store", "restore", str(copy), folder=tmp_path, settings=settings)
    assert f"{MANY:,} own texts" in done.stderr
    assert hidden(tmp_path / "own") == []
    assert len(list((tmp_path / "own" / "123" / "-100").iterdir())) == MANY


def test_the_next_start_of_the_bot_takes_away_what_was_half_done(
    copy: Path, tmp_path: Path, settings: dict[str, str]
) -> None:
    corpus = tmp_path / "texts"
    corpus.mkdir()
    with killed(copy, tmp_path, settings), TelegramStandIn() as server:
        with start_bot(server, tmp_path, corpus=write_texts(corpus), settings=settings) as bot:
            assert hidden(tmp_path / "own") == []
            assert "Tidied up after a `qa-bot store restore` that was killed" in bot.log
            assert bot.stop() == 0
        assert_clean(server, bot)
