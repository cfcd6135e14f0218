import sys

import pytest

from qa_bot.cli import console
from qa_bot.errors import SetupError, UnavailableError

NO_INDEX = SetupError("There is no index in index.", command="qa-bot index --index 'my index'")


def typed(program: str, found: str | None, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "argv", [program, "ask"])
    monkeypatch.setattr(console.shutil, "which", lambda _: found)
    return console.told(NO_INDEX).partition("To mend it: ")[2]


def test_a_program_on_the_path_is_named_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed("/usr/bin/qa-bot", "/usr/bin/qa-bot", monkeypatch) == "qa-bot index --index 'my index'"


def test_a_program_started_by_its_path_alone_is_named_by_that(monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed(".venv/bin/qa-bot", None, monkeypatch) == ".venv/bin/qa-bot index --index 'my index'"


def test_a_program_of_another_name_is_left_out_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed("/src/qa_bot/__main__.py", None, monkeypatch) == "qa-bot index --index 'my index'"


@pytest.mark.parametrize(
    "error",
    [
        SetupError("Another build is under way."),
        SetupError("There is no token.", command="edit .env (see .env.example)"),
        UnavailableError("Telegram can't be reached."),
        OSError(28, "No space left on device"),
    ],
)
def test_other_errors_are_told_as_they_are(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [".venv/bin/qa-bot"])
    monkeypatch.setattr(console.shutil, "which", lambda _: None)
    assert console.told(error) == str(error)
