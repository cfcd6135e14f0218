"""What the pages say can be done: their commands are accepted, their links lead somewhere, their settings exist."""

import re
import shlex
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from commands import run
from qa_bot.cli.main import make_app
from qa_bot.settings import Settings

ROOT = Path(__file__).parents[1]
PAGES = (
    "README.md",
    "README.ar.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *sorted(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md")),
)
BLOCK = re.compile(r"^```(?:console|sh)\n(.*?)^```", re.DOTALL | re.MULTILINE)
SPOKEN = re.compile(r"`((?:make|qa-bot) [^`]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)[^)]*\)")
VARIABLE = re.compile(r"\b(?:QA_BOT|TELEGRAM)_[A-Z_]*[A-Z]\b")


def text_of(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def commands_in(page: str) -> list[str]:
    """Return the commands of a page's blocks for a shell, and those between backticks."""
    lines = [line for block in BLOCK.findall(text_of(page)) for line in block.splitlines()]
    typed = [line.removeprefix("$ ") for line in lines if line.startswith(("$ ", "make ", ".venv/", "qa-bot"))]
    return [*typed, *SPOKEN.findall(text_of(page))]


def spoken_programs(command: str) -> list[list[str]]:
    """Return the programs of a line for a shell with their arguments, comments and settings left out."""
    words = shlex.split(command.replace("…", ""), comments=True)
    parts = " \0 ".join(words).split(" \0 | \0 ")
    return [[word for word in part.split(" \0 ") if not re.match(r"[A-Z_]+=", word)] for part in parts]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_on_a_page_is_accepted(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), flags=re.MULTILINE))
    program = typer.main.get_group(make_app())
    for command in commands_in(page):
        for name, *arguments in spoken_programs(command):
            if name == "make":
                assert set(arguments) <= targets, command
            elif name.endswith("qa-bot"):
                assert_accepted(program, arguments, command)


def assert_accepted(group: TyperGroup, arguments: list[str], command: str) -> None:
    """Read and check the options of a command, or of one of its own, and start nothing."""
    name, *options = arguments
    chosen = group.commands[name]
    if isinstance(chosen, TyperGroup) and options:
        assert_accepted(chosen, options, command)
    else:
        assert chosen.make_context(name, options), command


def test_the_readme_shows_commands_at_all() -> None:
    assert len(commands_in("README.md")) >= 10


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file(page: str) -> None:
    folder = (ROOT / page).parent
    assert [link for link in LINK.findall(text_of(page)) if not (folder / link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_setting_on_a_page_is_one(page: str) -> None:
    known = {str(field.validation_alias) for field in Settings.model_fields.values()}
    assert set(VARIABLE.findall(text_of(page))) <= known


def test_how_it_works_shows_what_the_program_does_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    page = text_of("docs/how-it-works.md")
    (question,) = re.findall(r'`qa-bot explain "(.+)"`', page)
    done = run("explain", question, "--corpus", ROOT / "corpus")
    blocks = re.findall(r"^```text\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    shown = [without_figures(line) for block in blocks for line in block.splitlines()]
    assert len(shown) >= 11
    assert [line for line in shown if line not in map(without_figures, done.output.splitlines())] == []


def without_figures(line: str) -> str:
    return re.sub(r"\d+\.\d+", "#", line)
