import asyncio
import logging

import pytest

from qa_bot.bot.lines import LineKey, Lines

BADR, UHUD = ("chat", 1), ("chat", 2)


class Noted:
    """Lines whose work notes what it does, and the keys of those that ended."""

    def __init__(self) -> None:
        self.ended: list[LineKey] = []
        self.lines = Lines(self.ended.append)
        self.done: list[str] = []
        self.gate = asyncio.Event()

    def add(self, key: LineKey, name: str) -> None:
        self.lines.add(key, lambda: self._work(name), then=lambda: self.done.append(f"after {name}"))

    async def _work(self, name: str) -> None:
        if name == "waits":
            await self.gate.wait()
        if name == "fails":
            raise RuntimeError("a bug")
        self.done.append(name)


@pytest.fixture
async def noted() -> Noted:
    return Noted()


async def test_work_of_one_line_is_done_in_order_and_other_lines_go_on_beside_it(noted: Noted) -> None:
    for key, name in ((BADR, "waits"), (BADR, "second"), (UHUD, "other")):
        noted.add(key, name)
    await asyncio.sleep(0)
    assert noted.done == ["other", "after other"]
    assert (noted.lines.length(BADR), noted.lines.length(UHUD), noted.ended) == (1, 0, [UHUD])
    noted.gate.set()
    await noted.lines.finish(1)
    assert noted.done[2:] == ["waits", "after waits", "second", "after second"]
    assert noted.ended == [UHUD, BADR]


async def test_a_fault_is_logged_and_its_line_goes_on(noted: Noted, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("fails", "second"):
        noted.add(BADR, name)
    await noted.lines.finish(1)
    assert noted.done == ["after fails", "second", "after second"]
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


async def test_what_is_called_off_is_not_followed_by_what_was_to_come_then(noted: Noted) -> None:
    for name in ("waits", "second"):
        noted.add(BADR, name)
    await noted.lines.finish(0)
    await noted.lines.call_off()
    assert (noted.done, noted.ended) == ([], [BADR])
