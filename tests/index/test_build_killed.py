"""Whatever moment a build is stopped at, the index holds the old generation or the new."""

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa_bot.index.embedded import open_engine
from qa_bot.index.generation import current_name

TESTS = Path(__file__).parents[1]
KILLED, INTERRUPTED, DISK_FULL = -signal.SIGKILL, signal.SIGINT, 3

pytestmark = pytest.mark.process


class Builder:
    """Starts builds in `index` and tells how they ended; a build's number is its document's id."""

    def __init__(self, index: Path) -> None:
        self.index = index
        self.process = subprocess.Popen(
            [sys.executable, str(TESTS / "index" / "forking_builder.py"), str(index)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ
            | {"PYTHONPATH": os.pathsep.join([str(TESTS), *filter(None, [os.environ.get("PYTHONPATH")])])},
        )

    def build(self, number: int, fault: str = "") -> int:
        assert self.process.stdin
        assert self.process.stdout
        print(number, fault, file=self.process.stdin, flush=True)
        return int(self.process.stdout.readline())

    def number(self) -> int:
        """Return the number of the build that the index holds, after checking and opening it."""
        (document,) = asyncio.run(open_engine(self.index).library())
        return int(document.id)

    def beside_current(self) -> set[str]:
        """Return what lies in the index beside the current generation."""
        kept = {"current", ".lock", "generations"}
        names = {path.name for path in (*self.index.iterdir(), *(self.index / "generations").iterdir())}
        return names - kept - {current_name(self.index) or ""}


@pytest.fixture
def builder(tmp_path: Path) -> Iterator[Builder]:
    builder = Builder(tmp_path / "index")
    assert builder.build(0) == 0
    yield builder
    builder.process.communicate()


def test_a_build_killed_before_any_of_its_steps_leaves_the_old_index_or_the_new(builder: Builder) -> None:
    before, number, outcome = 0, 0, KILLED
    while outcome == KILLED:
        number += 1
        outcome = builder.build(number, f"SIGKILL #{number}")
        assert builder.number() in (before, number)
        before = builder.number()
    assert (outcome, before) == (0, number)
    assert number > 100, "a build opens more files than that"
    assert len(builder.beside_current()) == 1, "the generation before, and nothing of the killed builds"


@pytest.mark.parametrize("signal_name", ["SIGKILL", "SIGINT", "SIGTERM"])
def test_a_build_stopped_at_any_moment_leaves_the_old_index_or_the_new(builder: Builder, signal_name: str) -> None:
    started = time.monotonic()
    assert builder.build(1) == 0
    usual_s = time.monotonic() - started
    moments, stopped, before, number = random.Random(602), 0, 1, 1
    while stopped < 20:
        number += 1
        outcome = builder.build(number, f"{signal_name} {moments.uniform(0, usual_s):.4f}")
        stopped += outcome != 0
        assert builder.number() in (before, number)
        before = builder.number()
    assert builder.build(0) == 0
    assert (builder.number(), len(builder.beside_current())) == (0, 1)


@pytest.mark.parametrize(("fault", "ended"), [("full", DISK_FULL), ("SIGINT", INTERRUPTED)])
def test_a_full_disk_or_ctrl_c_at_any_step_leaves_the_old_index_or_the_new_and_nothing_half_built(
    builder: Builder, fault: str, ended: int
) -> None:
    ends = []
    for number in range(1, 200, 5):
        before = builder.number()
        ends.append(builder.build(number, f"{fault} #{number}"))
        assert builder.number() in (before, number)
        assert all(name < str(current_name(builder.index)) for name in builder.beside_current())
    assert set(ends) <= {ended, 0}
    assert ends.count(ended) > 15
    assert builder.build(0) == 0
    assert (builder.number(), len(builder.beside_current())) == (0, 1)
