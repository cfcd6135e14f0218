import subprocess
import sys
from pathlib import Path

import pytest

from qa_bot.bot.alone import alone
from qa_bot.errors import SetupError

TOKEN, URL = "123:test-token", "https://api.test"
HOLD = """
import sys
from pathlib import Path
from qa_bot.bot.alone import alone
with alone(sys.argv[1], sys.argv[2], Path(sys.argv[3])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for temporary files, one of this test's own."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    folder.mkdir()
    return folder


def test_a_second_one_with_the_same_token_is_refused_with_a_clear_word(index: Path) -> None:
    with (
        alone(TOKEN, URL, index),
        pytest.raises(SetupError, match="already receives this bot's updates") as caught,
        alone(TOKEN, URL, index),
    ):
        pass
    assert TOKEN not in str(caught.value)


def test_also_from_another_checkout_with_an_index_of_its_own(index: Path, tmp_path: Path) -> None:
    with (
        alone(TOKEN, URL, index),
        pytest.raises(SetupError, match="already receives"),
        alone(TOKEN, URL, tmp_path),
    ):
        pass


def test_other_tokens_and_servers_are_other_bots(index: Path) -> None:
    with alone(TOKEN, URL, index), alone("456:other", URL, index), alone(TOKEN, "http://127.0.0.1:1", index):
        pass


def test_once_it_has_ended_the_next_may_begin(index: Path) -> None:
    for _ in range(2):
        with alone(TOKEN, URL, index):
            pass


def test_whoever_is_killed_lets_go(index: Path, machine: Path) -> None:
    command = [sys.executable, "-c", HOLD, TOKEN, URL, str(index)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env={"TMPDIR": str(machine)}) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(SetupError), alone(TOKEN, URL, index):
            pass
        other.kill()
        other.wait(10)
    with alone(TOKEN, URL, index):
        pass


def test_the_token_stands_in_no_files_name(index: Path, machine: Path) -> None:
    with alone(TOKEN, URL, index):
        names = [path.name for folder in (index, machine) for path in folder.iterdir()]
    assert len(names) == 2
    assert not any("test-token" in name for name in names)


def test_where_no_file_can_be_made_it_goes_on_and_a_link_is_not_followed(tmp_path: Path, machine: Path) -> None:
    with alone(TOKEN, URL, tmp_path / "nowhere"):
        [lock] = machine.iterdir()
    lock.unlink()
    lock.symlink_to(tmp_path / "victim")
    with alone(TOKEN, URL, tmp_path / "nowhere"):
        assert not (tmp_path / "victim").exists()
