import logging
from pathlib import Path

import pytest

from builders import build_document, build_small_index
from qa_bot.errors import SetupError
from qa_bot.index import current, generation
from qa_bot.index.current import CurrentEngine
from qa_bot.index.embedded import EmbeddedEngine, open_generation


@pytest.fixture(autouse=True)
def _look_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "_LOOK_EVERY_S", 0.0)


def build(index: Path, name: str) -> None:
    build_small_index(index, [build_document(name, "نص")])


async def documents(engine: CurrentEngine) -> list[str]:
    return [card.id for card in await engine.library()]


async def test_a_new_generation_is_picked_up_while_running(tmp_path: Path) -> None:
    build(tmp_path, "old")
    engine = CurrentEngine(tmp_path)
    assert await documents(engine) == ["old"]
    build(tmp_path, "new")
    assert await documents(engine) == ["new"]


async def test_a_torn_generation_is_named_once_and_the_one_before_answers_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    build(tmp_path, "old")
    engine = CurrentEngine(tmp_path)
    build(tmp_path, "new")
    folder = generation.folder_of(tmp_path, generation.current_name(tmp_path) or "")
    (folder / "passages.jsonl").write_bytes(b"")
    with caplog.at_level(logging.ERROR):
        assert [await documents(engine) for _ in range(3)] == [["old"]] * 3
    (record,) = caplog.records
    assert str(folder / "passages.jsonl") in record.getMessage()
    build(tmp_path, "newer")
    assert await documents(engine) == ["newer"]


async def test_an_index_that_was_taken_away_is_answered_from_on(tmp_path: Path) -> None:
    build(tmp_path, "old")
    engine = CurrentEngine(tmp_path)
    (tmp_path / "current").unlink()
    assert await documents(engine) == ["old"]


async def test_a_generation_published_while_the_first_is_opened_is_not_overlooked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, "old")

    def open_slowly(index: Path) -> EmbeddedEngine:
        engine = open_generation(generation.folder_of(index, generation.current_name(index) or ""))
        monkeypatch.undo()
        build(index, "new")
        return engine

    monkeypatch.setattr(current, "open_engine", open_slowly)
    engine = CurrentEngine(tmp_path)
    monkeypatch.setattr(current, "_LOOK_EVERY_S", 0.0)
    assert await documents(engine) == ["new"]


def test_without_an_index_nothing_is_opened(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="There is no index"):
        CurrentEngine(tmp_path)
