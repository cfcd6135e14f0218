from pathlib import Path

import pytest

from commands import write_texts
from qa_bot.wiring.place import Place


@pytest.fixture(autouse=True)
def _a_cache_of_their_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return write_texts(tmp_path / "texts")


@pytest.fixture
def place(texts: Path, tmp_path: Path) -> Place:
    return Place(texts, tmp_path / "index")
