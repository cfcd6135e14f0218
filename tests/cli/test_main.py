import errno
import os
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import qa_bot
from commands import run
from qa_bot.cli.main import make_app
from qa_bot.errors import QuestionError, SetupError, UnavailableError

COMMANDS = (
    "run",
    "index",
    "ask",
    "when",
    "dates",
    "timeline",
    "explain",
    "check",
    "report",
    "bench",
    "store",
    "evaluate",
)


def test_the_version_is_the_package_s() -> None:
    done = run("--version")
    assert (done.status, done.output, done.errors) == (0, f"qa-bot {qa_bot.__version__}\n", "")


def test_the_version_is_that_of_the_project_file() -> None:
    project = Path(__file__).parents[2] / "pyproject.toml"
    assert f'\nversion = "{qa_bot.__version__}"\n' in project.read_text("utf-8")


def test_python_m_qa_bot_is_qa_bot(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["qa-bot", "--version"])
    with pytest.raises(SystemExit, match="0"):
        runpy.run_module("qa_bot", run_name="__main__")
    assert capsys.readouterr().out == f"qa-bot {qa_bot.__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], []])
def test_the_commands_are_listed_each_with_a_whole_sentence(arguments: list[str]) -> None:
    done = run(*arguments)
    _, _, listed = (done.output or done.errors).partition("Commands:\n")
    rows = [line.split(maxsplit=1) for line in listed.splitlines()]
    assert tuple(name for name, _ in rows) == COMMANDS
    assert all(sentence.endswith(".") and not sentence.endswith("...") for _, sentence in rows)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_fits_80_columns_and_shows_examples(command: str) -> None:
    done = run(command, "--help")
    assert (done.status, done.errors) == (0, "")
    assert done.output.startswith(f"Usage: qa-bot {command} ")
    assert max(map(len, done.output.splitlines())) <= 80
    assert examples(done.output)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_of_a_help_are_accepted_as_they_stand(command: str) -> None:
    for example in examples(run(command, "--help").output):
        name, *arguments = qa_bot_in(example)
        program = typer.main.get_group(make_app(command))
        assert name == command
        # Reads and checks the options, and starts nothing.
        assert program.commands[name].make_context(name, arguments)


def examples(shown: str) -> list[str]:
    _, _, after = shown.partition("For example:\n")
    return [line.strip() for line in after.splitlines() if line.startswith("    ") and "qa-bot" in line]


def qa_bot_in(example: str) -> list[str]:
    """Return what stands behind `qa-bot` in a line for a shell."""
    words = shlex.split(example)
    return words[words.index("qa-bot") + 1 :]


def test_a_command_that_is_none_is_refused_with_the_one_that_was_meant() -> None:
    done = run("aks", "متى؟")
    assert (done.status, done.output) == (2, "")
    assert "No such command 'aks'. Did you mean 'ask'?" in done.errors


def test_a_command_waits_for_nothing_that_only_others_need() -> None:
    loaded = "from qa_bot.cli.main import make_app; make_app('ask'); import sys; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert "qa_bot.cli.ask" in modules
    assert {"telegram", "sqlalchemy", "uvicorn", "scipy.optimize", "pypdf"}.isdisjoint(modules)


RAISED = [
    (SetupError("The texts [bold] are gone.", command="qa-bot index"), 1, "{} are gone.\n  To mend it: qa-bot index\n"),
    (UnavailableError("Telegram can't be reached."), 1, "qa-bot: Telegram can't be reached.\n"),
    (QuestionError("السؤال طويل.", "The question is too long."), 1, "qa-bot: The question is too long.\n"),
    (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), 1, "qa-bot: [Errno 28] No space left on device\n"),
    (KeyboardInterrupt(), 130, ""),
]


@pytest.mark.parametrize(("fault", "status", "message"), RAISED)
def test_a_fault_that_its_reader_can_mend_is_one_message(
    fault: BaseException, status: int, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise fault

    monkeypatch.setattr("qa_bot.cli.start.read_settings", fail)
    done = run("run")
    assert (done.status, done.output) == (status, "")
    assert done.errors == message.format("qa-bot: The texts [bold]")


def test_a_setting_in_env_counts_and_the_environment_wins(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("QA_BOT_CORPUS=nowhere\nQA_BOT_INDEX=from-env-file\n", "utf-8")
    assert "There is no corpus at nowhere." in run("ask", "متى؟").errors
    monkeypatch.setenv("QA_BOT_CORPUS", str(texts))
    assert run("ask", "متى كانت وقعة اليرموك؟", "--json").line["found"] is True
    assert Path("from-env-file", "current").is_file()


def test_a_fault_of_ours_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("qa_bot.cli.start.read_settings", fail)
    with pytest.raises(ZeroDivisionError):
        run("run")
