"""One group that sends a hundred messages a second, and what everybody else notices of it."""

import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bot_texts import WHEN, write_texts
from process import start_bot
from telegram_stand_in import PrivateChat, TelegramStandIn

PEOPLE = 20
PAUSE_S = 0.1
A_SECOND = 100
_WARM_UP_S, _SETTLE_S = 6.0, 0.15


@dataclass(frozen=True, slots=True)
class FloodRun:
    """How long people wait for an answer, at the median: in quiet, and while one group floods the bot."""

    quiet_s: float
    flooded_s: float
    answers: int

    @property
    def shift(self) -> float:
        """Return by which part of itself the median moved."""
        return self.flooded_s / self.quiet_s - 1

    def __str__(self) -> str:
        return (
            f"one group sends {A_SECOND} messages a second: the others' median of {self.answers} answers goes from"
            f" {self.quiet_s * 1_000:.0f} ms to {self.flooded_s * 1_000:.0f} ms ({self.shift:+.1%})"
        )


def flood(folder: Path, *, stretch_s: float = 1.0, stretches: int = 60) -> FloodRun:
    """Return what the others notice: quiet and flooded stretches take turns, so that the machine's moods meet both.

    The flood's line is full before the first one: what is measured is a group that doesn't stop.
    """
    texts = folder / "texts"
    texts.mkdir(parents=True)
    write_texts(texts)
    waits: dict[bool, list[float]] = {False: [], True: []}
    with TelegramStandIn() as server, start_bot(server, folder / "bot", corpus=texts):
        people = [server.private() for _ in range(PEOPLE)]
        crowd = _Flood(server)
        with crowd.sending():
            _ask_around(people, _WARM_UP_S)
        for number in range(stretches):
            for flooded in (False, True) if number % 2 else (True, False):
                with crowd.sending() if flooded else nullcontext():
                    time.sleep(_SETTLE_S)
                    waits[flooded] += _ask_around(people, stretch_s)
    return FloodRun(statistics.median(waits[False]), statistics.median(waits[True]), len(waits[True]))


def _ask_around(people: list[PrivateChat], stretch_s: float) -> list[float]:
    """Return how long each waited, who asked in turn."""
    waits = []
    until_s = time.monotonic() + stretch_s
    number = 0
    while time.monotonic() < until_s:
        chat = people[number % len(people)]
        number += 1
        asked_s = time.monotonic()
        chat.sends(WHEN)
        chat.wait_for_message()
        waits.append(time.monotonic() - asked_s)
        time.sleep(PAUSE_S)
    return waits


class _Flood:
    """A group whose members ask a hundred times a second, whenever they are let."""

    def __init__(self, server: TelegramStandIn) -> None:
        self._members = [server.user() for _ in range(10)]
        self._group = server.group(members=self._members)

    @contextmanager
    def sending(self) -> Iterator[None]:
        """Let them ask meanwhile."""
        stop = threading.Event()
        asking = threading.Thread(target=self._ask, args=(stop,), name="flood", daemon=True)
        asking.start()
        yield
        stop.set()
        asking.join()

    def _ask(self, stop: threading.Event) -> None:
        began_s = time.monotonic()
        for number in count():
            if stop.is_set():
                return
            self._group.sends(self._members[number % len(self._members)], f"/ask {WHEN}")
            time.sleep(max(0.0, began_s + (number + 1) / A_SECOND - time.monotonic()))
