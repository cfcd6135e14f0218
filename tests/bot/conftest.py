import pytest


@pytest.fixture(autouse=True)
def _durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    # As the program sets it itself; without it python-telegram-bot warns of a change to come.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
