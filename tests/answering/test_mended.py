"""Typing faults, mended by the passages that hold the question's other words."""

from pathlib import Path

import pytest

from builders import build_library, build_small_index
from qa_bot.answering.mended import meant_by
from qa_bot.answering.snapshot import Snapshot, take_snapshot
from qa_bot.index.embedded import open_engine

# «سعيد» and «سعيق» are as near to «سعيف», and stand in as many passages.
TEXTS = {
    "الف": ("قاد سعيد الجيش في معركة الجسر.", "ثم عبر الناس النهر."),
    "باء": ("باع سعيق التمر في سوق البصرة.", "ثم رحل التجار."),
}


@pytest.fixture
async def texts(tmp_path: Path) -> Snapshot:
    build_small_index(tmp_path, build_library(TEXTS))
    return await take_snapshot(open_engine(tmp_path))


@pytest.mark.parametrize(
    ("question", "read"),
    [("من قاد الجيش مع سعيف في الجسر", "سعيد"), ("من باع التمر مع سعيف في البصرة", "سعيق")],
)
async def test_of_two_words_the_one_beside_the_others_is_meant(texts: Snapshot, question: str, read: str) -> None:
    meant = await meant_by(question, texts)
    assert meant.corrections == (("سعيف", read),)
    assert meant.text == question.replace("سعيف", read)


async def test_without_other_words_neither_is(texts: Snapshot) -> None:
    assert (await meant_by("من سعيف", texts)).corrections == ()


async def test_known_words_stay(texts: Snapshot) -> None:
    assert (await meant_by("متى كانت معركة الجسر؟", texts)).text == "متى كانت معركة الجسر؟"
