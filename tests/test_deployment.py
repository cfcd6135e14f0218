"""What docs/deploy hands to operators names things that are there."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from qa_bot.settings import Settings

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "docs" / "deploy"
SETTINGS = {str(field.validation_alias) for field in Settings.model_fields.values()}


@pytest.mark.parametrize("name", ["qa-bot.service", "Containerfile"])
def test_every_setting_that_is_named_exists(name: str) -> None:
    named = set(re.findall(r"\b(?:QA_BOT|TELEGRAM)_[A-Z_]+\b", (DEPLOY / name).read_text("utf-8")))
    assert named
    assert named <= SETTINGS


def test_the_image_is_made_from_files_that_are_there() -> None:
    lines = [line.split() for line in (DEPLOY / "Containerfile").read_text("utf-8").splitlines()]
    copied = [name for words in lines if words[:1] == ["COPY"] and "--from=built" not in words for name in words[1:-1]]
    assert "requirements.lock" in copied
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_the_unit_starts_the_bot_gives_it_time_to_stop_and_keeps_what_it_writes_in_its_own_folder() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(DEPLOY / "qa-bot.service", "utf-8")
    service = unit["Service"]
    assert service["ExecStart"].endswith("/qa-bot run")
    assert int(service["TimeoutStopSec"]) > 10
    assert f"QA_BOT_STORE=/var/lib/{service['StateDirectory']}/" in service["Environment"]
    assert f"QA_BOT_INDEX=/var/lib/{service['StateDirectory']}/" in service["Environment"]


def test_systemd_finds_no_fault_with_the_unit(tmp_path: Path) -> None:
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("systemd-analyze isn't installed")
    unit = tmp_path / "qa-bot.service"
    # The paths of an installed bot aren't here.
    unit.write_text((DEPLOY / "qa-bot.service").read_text("utf-8").replace("/opt/qa_bot/.venv/bin/qa-bot", "/bin/true"))
    done = subprocess.run([verify, "verify", unit], capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if "qa-bot.service" in line] == []
