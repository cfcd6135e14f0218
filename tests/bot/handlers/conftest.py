from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from telegram_harness import Telegram

NewTelegram = Callable[..., Awaitable[Telegram]]


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
