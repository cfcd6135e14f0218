"""What an answer's time goes into, stage by stage: told by looking, a thousand times a second, at what runs."""

import asyncio
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import ParamSpec, TypeVar

from qa_bot.answering.confidence import confidence
from qa_bot.answering.follow_up import complete
from qa_bot.answering.match import Matcher
from qa_bot.answering.meant import Reading
from qa_bot.answering.mended import meant_by
from qa_bot.answering.query_language import Narrowing
from qa_bot.answering.reading import read_around
from qa_bot.answering.rerank import rerank
from qa_bot.answering.sentence import rank_sentences
from qa_bot.evaluation.timing import one_core, open_warm
from qa_bot.evaluation.trials import Trial
from qa_bot.index.embedded import EmbeddedEngine
from qa_bot.model.answer import Understood
from qa_bot.text.dates import find_dates
from qa_bot.text.sentences import sentences
from qa_bot.text.tokenise import tokenise

_LOOK_EVERY_S = 0.001
_REST = "quotes and citations, and all else"

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


@cache
def _stages() -> Mapping[CodeType, str]:
    """Return the stage that a function does, with all that it calls but what does a stage of its own."""
    functions = {
        "what was meant: keys, Latin letters, follow-ups": (Reading.read.__code__, complete.__code__),
        "typing faults": (meant_by.__code__, Reading.mend.__code__),
        "search, and the passages read": (
            EmbeddedEngine.search.__code__,
            EmbeddedEngine.scores.__code__,
            read_around.__code__,
        ),
        "signs that narrow": (Narrowing.admitted.__code__,),
        "sentences and words of the passages": (sentences.__code__, tokenise.__code__),
        "which of the words meet the question's": (
            Matcher.read.__code__,
            Matcher.best.__code__,
            Matcher.places.__code__,
            Matcher.matches.__code__,
        ),
        "dates": (find_dates.__code__,),
        "what speaks for each sentence": (rank_sentences.__code__,),
        "order of passages, confidence": (rerank.__code__, confidence.__code__),
    }
    return {code: stage for stage, codes in functions.items() for code in codes}


def stages_of(index: Path, trials: Sequence[Trial]) -> dict[str, float]:
    """Return what part of the time of answering `trials` over an index goes into each stage, in their order."""
    with one_core():
        spent = asyncio.run(_watched(index, trials))
    total = sum(spent.values())
    return {stage: spent[stage] / total for stage in dict.fromkeys([*_stages().values(), _REST])}


async def _watched(index: Path, trials: Sequence[Trial]) -> defaultdict[str, float]:
    asyncio.get_running_loop().set_default_executor(_AtOnce())
    async with open_warm(index) as service:
        with _looking() as spent:
            for trial in trials:
                previous: Understood | None = None
                for question in trial.questions:
                    previous = (await service.answer(question, previous=previous)).understood
    return spent


class _AtOnce(ThreadPoolExecutor):
    """Does at once, in the thread that asks, what others would do in a thread of their own: there it can be seen."""

    def submit(
        self, fn: Callable[Parameters, Result], /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> Future[Result]:
        """Return a future that is done."""
        done: Future[Result] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  # whoever waits for the future is told
            done.set_exception(error)
        return done


@contextmanager
def _looking() -> Iterator[defaultdict[str, float]]:
    """Give what the processor's time goes into, in seconds by stage; it grows while it lasts.

    A look comes after whatever runs in C at that moment; so each counts for the time since the one before.
    """
    spent: defaultdict[str, float] = defaultdict(float)
    last = time.thread_time()

    def look(_: int, frame: FrameType | None) -> None:
        nonlocal last
        now = time.thread_time()
        spent[_stage(frame)] += now - last
        last = now

    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _LOOK_EVERY_S, _LOOK_EVERY_S)
    try:
        yield spent
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _stage(frame: FrameType | None) -> str:
    """Return the stage of the innermost function that does one."""
    while frame is not None:
        stage = _stages().get(frame.f_code)
        if stage is not None:
            return stage
        frame = frame.f_back
    return _REST
