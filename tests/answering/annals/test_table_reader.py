from collections.abc import Sequence
from pathlib import Path

import pytest

from builders import build_library, build_small_index
from dated import KHALID
from qa_bot.answering.annals import reading
from qa_bot.answering.annals.events import read_events
from qa_bot.index.embedded import open_engine
from qa_bot.model.corpus import DocumentCard, Passage
from qa_bot.model.event import DatedEvent

TEXTS = {"خالد": KHALID, "الروم": ("ولد هرقل سنة 575م.", "وتوج هرقل في القسطنطينية في 5 أكتوبر 610م.")}


async def test_of_renewed_texts_only_those_that_have_changed_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted(document: DocumentCard, passages: Sequence[Passage]) -> list[DatedEvent]:
        read.append(document.id)
        return read_events(document, passages)

    monkeypatch.setattr(reading, "read_events", noted)
    reader = reading.TableReader()
    build_small_index(tmp_path / "old", build_library(TEXTS))
    build_small_index(tmp_path / "new", build_library({**TEXTS, "الروم": TEXTS["الروم"][:1]}))
    for name in ("old", "new"):
        table = await reader.read(open_engine(tmp_path / name))
    assert read == ["الروم", "خالد", "الروم"]
    assert sorted(event.text for event in table.events) == sorted([*KHALID, TEXTS["الروم"][0]])
