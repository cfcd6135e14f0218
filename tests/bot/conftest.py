from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot_texts import assert_clean, write_texts
from process import BotProcess, start_bot
from telegram_harness import NewTelegram, Telegram
from telegram_stand_in import TelegramStandIn


@pytest.fixture(autouse=True)
def _durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    # As the program sets it itself; without it python-telegram-bot warns of a change to come.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_texts(tmp_path_factory.mktemp("texts"))


@pytest.fixture
def server() -> Iterator[TelegramStandIn]:
    with TelegramStandIn() as stand_in:
        yield stand_in


@pytest.fixture
def bot(server: TelegramStandIn, texts: Path, tmp_path: Path) -> Iterator[BotProcess]:
    """Yield a polling bot; in the end it stops well, without violation, fault or token in the log."""
    with start_bot(server, tmp_path, corpus=texts) as running:
        yield running
        if running.is_running:
            assert running.stop() == 0
    assert_clean(server, running)


@pytest.fixture
async def new_telegram(tmp_path: Path) -> AsyncIterator[NewTelegram]:
    """Yield what starts a bot: over the store of this test, or over one of another `name`."""
    started: list[Telegram] = []

    async def start(name: str = "store", **variables: object) -> Telegram:
        first_id = 1 + 1_000 * len(started)
        started.append(await Telegram(tmp_path / name, first_id=first_id, **variables).start())
        return started[-1]

    yield start
    for each in started:
        await each.aclose()


@pytest.fixture
async def telegram(new_telegram: NewTelegram) -> Telegram:
    return await new_telegram()
