"""A measure in a process of its own."""

import os
import signal
from operator import getitem
from pathlib import Path

import pytest

from qa_bot.errors import SetupError
from qa_bot.evaluation.alone import alone
from qa_bot.index.embedded import open_engine

pytestmark = pytest.mark.process


def test_what_is_returned_comes_from_another_process() -> None:
    assert alone(os.getpid) != os.getpid()
    assert alone(divmod, 634, 13) == (48, 10)


def test_what_is_raised_there_is_raised_here() -> None:
    with pytest.raises(KeyError, match="أجنادين"):
        alone(getitem, {}, "أجنادين")


def test_an_error_of_ours_keeps_its_words_and_its_command(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="There is no index") as raised:
        alone(open_engine, tmp_path)
    assert raised.value.command == "qa-bot index"


def test_a_process_that_is_killed_is_told_of() -> None:
    with pytest.raises(ChildProcessError, match="enough memory"):
        alone(os.abort)


def test_no_interrupt_comes_to_the_other_process() -> None:
    assert signal.SIGINT in alone(signal.pthread_sigmask, signal.SIG_BLOCK, ())
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
