"""Commands as a shell starts them: terminals, pipes that close, Ctrl-C, full disks."""

import json
import re
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from commands import SENTENCE, WHEN, WHO
from process import environment, qa_bot, run_qa_bot
from terminal import CTRL_C, CTRL_D, on_terminal

pytestmark = pytest.mark.process

FULL = Path("/dev/full")


@pytest.fixture
def settings(texts: Path, tmp_path: Path) -> Mapping[str, str]:
    return {"QA_BOT_CORPUS": str(texts), "QA_BOT_INDEX": str(tmp_path / "index")}


def start(*arguments: str, folder: Path, settings: Mapping[str, str]) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    surroundings = environment(folder, settings)
    return subprocess.Popen([*qa_bot(), *arguments], cwd=folder, env=surroundings, stdin=pipe, stdout=pipe, stderr=pipe)


def test_each_line_is_answered_as_it_comes(tmp_path: Path, settings: Mapping[str, str]) -> None:
    with start("ask", "--json", "-", folder=tmp_path, settings=settings) as process:
        assert process.stdin
        assert process.stdout
        for question in (WHEN, WHO, WHEN):
            process.stdin.write(f"{question}\n".encode())
            process.stdin.flush()
            # Read before the next line is written: the answer doesn't wait for the end of input.
            assert json.loads(process.stdout.readline())["question"] == question
        process.stdin.close()
        assert process.wait(30) == 0


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path, settings: Mapping[str, str]) -> None:
    with start("ask", "--json", "-", folder=tmp_path, settings=settings) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(f"{WHEN}\n".encode() * 50)
        process.stdin.close()
        assert json.loads(process.stdout.readline())["question"] == WHEN
        process.stdout.close()
        assert process.wait(30) == 1
        assert process.stderr.read() == b""


def test_ctrl_c_while_it_waits_for_a_line_ends_it_quietly(tmp_path: Path, settings: Mapping[str, str]) -> None:
    with start("ask", "--json", "-", folder=tmp_path, settings=settings) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"{WHEN}\n".encode())
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=30)
        assert (process.returncode, output, errors) == (130, b"", b"")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_standard_output_is_one_message(tmp_path: Path, settings: Mapping[str, str]) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [*qa_bot(), "ask", WHEN],
            cwd=tmp_path,
            env=environment(tmp_path, settings),
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, b"qa-bot: [Errno 28] No space left on device\n")


def test_arabic_goes_through_whatever_the_locale_says(tmp_path: Path, settings: Mapping[str, str]) -> None:
    latin = {**settings, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = run_qa_bot("ask", "-", folder=tmp_path, settings=latin, piped=WHEN)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"«{SENTENCE}»\n")


def test_progress_is_shown_on_a_terminal(tmp_path: Path, settings: Mapping[str, str]) -> None:
    with on_terminal("index", folder=tmp_path, settings=settings) as terminal:
        assert terminal.ends() == 0
    assert "Reading texts" in terminal.shown
    (summary,) = re.findall(r"Indexed 4 files: 4 texts, 4 passages, \d+ words in \d+\.\d s → \S+\n", terminal.shown)
    # The bar is wiped away before the summary is told.
    assert terminal.shown.endswith(summary)


def test_without_a_token_the_chat_opens_on_a_terminal(tmp_path: Path, settings: Mapping[str, str]) -> None:
    with on_terminal("run", folder=tmp_path, settings=settings) as terminal:
        terminal.wait_for("سؤالك: ")
        for step in ("No TELEGRAM_BOT_TOKEN is set", "https://t.me/BotFather", ".env.example", "make run"):
            assert step in terminal.shown
        terminal.type(f"{WHEN}\n")
        terminal.wait_for(f"«{SENTENCE}»\n")
        terminal.type("ومن قاد المسلمين فيها؟\n")
        terminal.wait_for("«وقاد المسلمين فيها أبو عبيدة بن الجراح وخالد بن الوليد.»\n")
        terminal.type(CTRL_D)
        assert terminal.ends() == 0
    assert "Traceback" not in terminal.shown


def test_ctrl_c_ends_the_chat_without_a_traceback(tmp_path: Path, settings: Mapping[str, str]) -> None:
    with on_terminal("run", folder=tmp_path, settings=settings) as terminal:
        terminal.wait_for("سؤالك: ")
        terminal.type(CTRL_C)
        assert terminal.ends() == 130
    assert "Traceback" not in terminal.shown
    # The shell's prompt begins on a line of its own.
    assert terminal.shown.endswith("\n")


def test_a_terminal_without_a_question_is_told_what_to_do(tmp_path: Path, settings: Mapping[str, str]) -> None:
    with on_terminal("ask", folder=tmp_path, settings=settings) as terminal:
        terminal.wait_for("Ctrl-D ends")
        terminal.type(f"{WHEN}\n")
        terminal.wait_for(f"«{SENTENCE}»\n")
        terminal.type(CTRL_D)
        assert terminal.ends() == 0


def test_a_terminal_underlines_where_it_can(tmp_path: Path, settings: Mapping[str, str]) -> None:
    for kind, underlines in (("xterm", True), ("dumb", False)):
        with on_terminal("ask", WHEN, folder=tmp_path, settings={**settings, "TERM": kind}) as terminal:
            terminal.wait_for(f"«{SENTENCE}»\n")
            assert terminal.ends() == 0
            assert ("\x1b[4m" in terminal.shown) is underlines


def test_the_program_starts_without_a_home(texts: Path, tmp_path: Path) -> None:
    surroundings = environment(tmp_path, {"XDG_CACHE_HOME": str(tmp_path / "cache")})
    del surroundings["HOME"]
    done = subprocess.run(
        [*qa_bot(), "ask", WHEN, "--corpus", str(texts)],
        cwd=tmp_path,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["qa_bot"]


def test_the_command_that_mends_a_fault_can_be_typed_as_it_stands(tmp_path: Path, settings: Mapping[str, str]) -> None:
    # As make starts it: by its path, which is on nobody's PATH.
    nowhere = {**settings, "PATH": str(tmp_path)}
    done = run_qa_bot("check", "--offline", folder=tmp_path, settings=nowhere)
    assert f"To mend it: {qa_bot()[0]} index\n" in done.stdout
