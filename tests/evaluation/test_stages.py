"""What an answer's time goes into."""

import gc
import inspect
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

from builders import build_small_index
from qa_bot.answering.service import AnsweringService
from qa_bot.errors import QuestionError
from qa_bot.evaluation import stages
from qa_bot.evaluation.stages import stages_of
from qa_bot.evaluation.trials import Trial

TRIALS = [Trial("plain", ("متى كانت أجنادين؟", "ومن قادها؟")), Trial("plain", ("متى كانت غزوة تبوك؟",))] * 10


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Path]:
    build_small_index(tmp_path)
    yield tmp_path
    gc.unfreeze()


def test_the_parts_of_all_stages_are_the_whole(index: Path) -> None:
    parts = stages_of(index, TRIALS)
    first, *others, last = parts
    assert sum(parts.values()) == pytest.approx(1)
    assert (first, last) == ("what was meant: keys, Latin letters, follow-ups", "quotes and citations, and all else")
    assert len(others) == 8


def test_time_is_counted_for_the_innermost_function_that_does_a_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    frames: list[FrameType | None] = []

    def inner() -> None:
        frames.append(inspect.currentframe())

    def outer() -> None:
        frames.append(inspect.currentframe())
        inner()

    monkeypatch.setattr(stages, "_stages", lambda: {outer.__code__: "outer", inner.__code__: "inner"})
    outer()
    assert [stages._stage(frame) for frame in frames] == ["outer", "inner"]
    monkeypatch.setattr(stages, "_stages", lambda: {outer.__code__: "outer"})
    assert [stages._stage(frame) for frame in frames] == ["outer", "outer"]
    assert stages._stage(None) == "quotes and citations, and all else"


def test_nobody_looks_on_any_more_when_a_measure_has_ended(index: Path) -> None:
    before = signal.getsignal(signal.SIGALRM)
    stages_of(index, TRIALS[:1])
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_question_that_is_refused_is_told_of(index: Path) -> None:
    with pytest.raises(QuestionError):
        stages_of(index, [Trial("long", ("سؤال " * 100,))])


def test_a_fault_in_what_others_do_in_threads_is_told_of(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(AnsweringService, "warm", lambda _: stages.asyncio.to_thread(failing))
    with pytest.raises(ZeroDivisionError):
        stages_of(index, TRIALS)
