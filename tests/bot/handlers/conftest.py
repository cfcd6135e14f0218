import pytest

from telegram_harness import Telegram


@pytest.fixture
async def telegram() -> Telegram:
    return await Telegram().start()
