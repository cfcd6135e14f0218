import os
from pathlib import Path

import pytest

from commands import write_texts


@pytest.fixture(autouse=True)
def _nothing_of_the_tester(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Commands run in an empty home and folder, without the settings of whoever runs the tests."""
    for name in os.environ:
        if name.startswith(("QA_BOT_", "TELEGRAM_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder with one text of each format."""
    return write_texts(tmp_path / "texts")
