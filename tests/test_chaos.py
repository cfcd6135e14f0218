"""A short `make chaos`: a few kills, by polling with SQLite and by webhook with PostgreSQL."""

import random
from pathlib import Path

import pytest

from chaos import POSTGRESQL, SQLITE, chaos
from postgresql import required_programs

pytestmark = pytest.mark.process


def test_a_polling_bot_with_sqlite_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    run = chaos(webhook=False, database=SQLITE, kills=2, chance=random.Random(7), folder=tmp_path)
    assert run.tally.asked >= 10
    assert (run.tally.lost, run.violations) == ([], ())
    assert run.tally.doubled <= run.counted


def test_a_bot_behind_a_webhook_with_postgresql_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    required_programs()
    run = chaos(webhook=True, database=POSTGRESQL, kills=2, chance=random.Random(8), folder=tmp_path)
    assert run.tally.asked >= 10
    assert (run.tally.lost, run.violations) == ([], ())
    assert run.tally.doubled <= run.counted
