"""The texts at one moment, and what is made once of their words."""

from pathlib import Path

import pytest

from builders import build_small_index
from qa_bot.answering.snapshot import Snapshot, take_snapshot
from qa_bot.index.embedded import open_engine


@pytest.fixture
async def snapshot(tmp_path: Path) -> Snapshot:
    build_small_index(tmp_path)
    return await take_snapshot(open_engine(tmp_path))


async def test_a_snapshot_knows_the_words_of_the_texts_and_its_subjects(snapshot: Snapshot) -> None:
    assert snapshot.known["تبوك"] == 2
    assert snapshot.is_subject("نينوي")
    assert not snapshot.is_subject("الجيش")


async def test_names_are_read_by_the_words_of_the_texts(snapshot: Snapshot) -> None:
    assert snapshot.names.read("Tabuk")[0].arabic == "تبوك"
