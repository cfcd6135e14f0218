"""How long answers take, in a process that does nothing else: what `bench` starts one after the other."""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from qa_bot.answering.service import AnsweringService
from qa_bot.evaluation.trials import Trial
from qa_bot.index.current import CurrentEngine
from qa_bot.model.answer import Understood


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one answer took, and how much of it the processor worked for this process, in milliseconds."""

    kind: str
    wall_ms: float
    processor_ms: float


def time_answers(index: Path, trials: Sequence[Trial]) -> list[Timing]:
    """Return the time of every answer to `trials` over an index, each asked once, after all tables are made."""
    with one_core():
        return asyncio.run(_timed(index, trials))


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process, with the threads that it starts, to a single processor core where the system can do so."""
    if not can_keep_to_one_core():
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def can_keep_to_one_core() -> bool:
    """Return whether the system can keep a process to one core: Linux can."""
    return hasattr(os, "sched_setaffinity")


async def _timed(index: Path, trials: Sequence[Trial]) -> list[Timing]:
    async with open_warm(index) as service:
        return [timing for trial in trials async for timing in _of_trial(service, trial)]


@asynccontextmanager
async def open_warm(index: Path) -> AsyncIterator[AnsweringService]:
    """Give the service over an index, its tables made."""
    service = AnsweringService(CurrentEngine(index))
    try:
        await service.warm()
        yield service
    finally:
        await service.aclose()


async def _of_trial(service: AnsweringService, trial: Trial) -> AsyncIterator[Timing]:
    previous: Understood | None = None
    for question in trial.questions:
        wall_s, processor_s = time.perf_counter(), time.process_time()
        answer = await service.answer(question, previous=previous)
        wall_s, processor_s = time.perf_counter() - wall_s, time.process_time() - processor_s
        yield Timing(trial.kind, wall_s * 1000, processor_s * 1000)
        previous = answer.understood
