import shutil
from pathlib import Path

import pytest
from pydantic import Field

from commands import run
from qa_bot.cli import reference
from qa_bot.settings import Settings, home, read_settings

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("page", ["docs/settings.md", "docs/commands.md", ".env.example"])
def test_the_pages_are_what_the_code_says(page: str) -> None:
    written = (ROOT / page).read_text("utf-8")
    assert written == reference.pages()[ROOT / page], "out of date: make docs"


def test_a_page_out_of_date_is_named_and_not_touched_when_only_looking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa_bot.cli.reference.home", lambda: tmp_path)
    (tmp_path / "docs").mkdir()
    run("reference")
    (tmp_path / "docs" / "settings.md").write_text("old", "utf-8")
    done = run("reference", "--check")
    assert (done.status, done.output) == (1, "")
    assert done.errors == f"Out of date: {tmp_path}/docs/settings.md\n  To mend it: make docs\n"
    assert (tmp_path / "docs" / "settings.md").read_text("utf-8") == "old"


def test_pages_are_written_where_they_are_missing_or_old_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa_bot.cli.reference.home", lambda: tmp_path)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "docs" / "commands.md").write_text("old", "utf-8")
    done = run("reference")
    assert done.errors == f"Written: {tmp_path}/docs/commands.md\nWritten: {tmp_path}/.env.example\n"
    assert (tmp_path / "docs" / "commands.md").read_text("utf-8") == (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert run("reference", "--check").status == 0


def test_no_page_names_a_place_of_this_machine() -> None:
    for text in reference.pages().values():
        assert str(home()) not in text
        assert str(Path.home()) not in text


def test_every_setting_stands_on_both_pages_with_its_meaning() -> None:
    for field in Settings.model_fields.values():
        assert f"| `{field.validation_alias}` | {str(field.description).rstrip('.')}" in reference.settings_page()
        assert f"\n# {str(field.description).rstrip('.')}" in reference.env_example()


def test_a_copy_of_the_example_sets_nothing(tmp_path: Path) -> None:
    before = read_settings()
    (tmp_path / ".env").write_text(reference.env_example(), "utf-8")
    assert read_settings() == before


def test_every_line_of_the_example_may_be_set_as_it_stands(tmp_path: Path) -> None:
    lines = [
        line.removeprefix("#") for line in reference.env_example().splitlines() if "=" in line and "# " not in line
    ]
    assert len(lines) == len(Settings.model_fields)
    (tmp_path / ".env").write_text("\n".join(lines) + "\n", "utf-8")
    settings = read_settings()
    assert (str(settings.corpus), str(settings.index)) == ("corpus", "index")
    assert (settings.listen, settings.log_level, settings.follow_up_minutes) == ("127.0.0.1:8080", "INFO", 15)


def test_a_new_setting_comes_under_the_last_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    class MoreSettings(Settings):
        colour: str = Field(default="green", validation_alias="QA_BOT_COLOUR", description="The colour of cards.")

    monkeypatch.setattr("qa_bot.cli.reference.Settings", MoreSettings)
    page = reference.settings_page()
    assert page.endswith("| `QA_BOT_COLOUR` | The colour of cards. | `green` |\n")
    assert reference.env_example().endswith("# The colour of cards.\n#QA_BOT_COLOUR=green\n")


def test_the_page_of_commands_shows_every_command_that_is_not_hidden() -> None:
    page = reference.commands_page()
    assert page.count("\n## qa-bot") == 23
    assert "\n## qa-bot store backup\n\n```text\nUsage: qa-bot store backup [OPTIONS] {FILE}\n\n  Copy all" in page
    assert "qa-bot reference" not in page
    assert "\n## qa-bot when\n\n```text\nUsage: qa-bot when [OPTIONS] [NAME | -]\n\n  Tell when" in page
