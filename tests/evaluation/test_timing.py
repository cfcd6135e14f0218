"""How long answers take; what they take is not asserted, machines differ."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import build_small_index
from qa_bot.answering.service import AnsweringService
from qa_bot.evaluation import timing
from qa_bot.evaluation.timing import one_core, time_answers
from qa_bot.evaluation.trials import Trial
from qa_bot.model.answer import Answer, Understood

TRIALS = [Trial("plain", ("متى كانت أجنادين؟",)), Trial("follow-ups", ("متى كانت تبوك؟", "وأين؟", "ومن قادها؟"))]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Path]:
    build_small_index(tmp_path)
    yield tmp_path
    gc.unfreeze()


def test_every_answer_is_timed_once_and_those_before_the_first_are_not(index: Path) -> None:
    timings = time_answers(index, TRIALS)
    assert [each.kind for each in timings] == ["plain", "follow-ups", "follow-ups", "follow-ups"]
    assert all(each.wall_ms > 0 and each.processor_ms > 0 for each in timings)


def test_a_follow_up_knows_what_was_understood_before_and_a_new_trial_nothing(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leant_on: dict[str, str | None] = {}
    answer = AnsweringService.answer

    async def listening(service: AnsweringService, question: str, *, previous: Understood | None = None) -> Answer:
        leant_on[question] = previous and previous.question
        return await answer(service, question, previous=previous)

    monkeypatch.setattr(AnsweringService, "answer", listening)
    time_answers(index, TRIALS)
    asked = [leant_on[question] for trial in TRIALS for question in trial.questions]
    assert asked == [None, None, "متى كانت تبوك؟", "وأين؟ (تبوك)"]


CHOOSES = pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system can't choose a process's cores")


@CHOOSES
def test_a_measure_keeps_to_one_core_and_leaves_the_others_free_again() -> None:
    before = os.sched_getaffinity(0)
    with one_core():
        assert len(os.sched_getaffinity(0)) == 1
    assert os.sched_getaffinity(0) == before


@CHOOSES
def test_where_no_core_can_be_chosen_a_measure_goes_on_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timing, "can_keep_to_one_core", lambda: False)
    before = os.sched_getaffinity(0)
    with one_core():
        assert os.sched_getaffinity(0) == before
