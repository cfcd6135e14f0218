"""One group that sends a hundred messages a second, and what everybody else notices of it."""

import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot_texts import WHEN, write_texts
from process import start_bot
from telegram_stand_in import PrivateChat, TelegramStandIn

PEOPLE = 20
PAUSE_S = 0.1
A_SECOND = 100


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


def flood(folder: Path, *, stretch_s: float = 10.0, stretches: int = 6) -> FloodRun:
    """Return what the others notice: quiet and flooded stretches take turns, so that the machine's moods meet both."""
    texts = folder / "texts"
    texts.mkdir(parents=True)
    write_texts(texts)
    waits: dict[bool, list[float]] = {False: [], True: []}
    with TelegramStandIn() as server, start_bot(server, folder / "bot", corpus=texts):
        people = [server.private() for _ in range(PEOPLE)]
        _ask_around(people, 4.0)
        for _ in range(stretches):
            for flooded in (False, True):
                with _flooding(server) if flooded else _quiet():
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


@contextmanager
def _flooding(server: TelegramStandIn) -> Iterator[None]:
    members = [server.user() for _ in range(10)]
    group, stop = server.group(members=members), threading.Event()

    def send() -> None:
        number = 0
        began_s = time.monotonic()
        while not stop.is_set():
            group.sends(members[number % len(members)], f"/ask {WHEN}")
            number += 1
            time.sleep(max(0.0, began_s + number / A_SECOND - time.monotonic()))

    sending = threading.Thread(target=send, name="flood", daemon=True)
    sending.start()
    yield
    stop.set()
    sending.join()


@contextmanager
def _quiet() -> Iterator[None]:
    yield
