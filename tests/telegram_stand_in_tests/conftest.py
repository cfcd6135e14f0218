"""A running stand-in, and a way to call it as a bot would, without any bot library between."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from telegram_stand_in import TelegramStandIn

Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def server() -> Iterator[TelegramStandIn]:
    with TelegramStandIn() as stand_in:
        yield stand_in


@pytest.fixture
def ask(server: TelegramStandIn) -> Iterator[Ask]:
    """Call a method with JSON parameters; return Telegram's answer."""
    with httpx.Client(base_url=f"{server.url}/bot{server.token}/", timeout=10, trust_env=False, verify=False) as client:
        yield lambda method, **parameters: client.post(method, json=parameters).json()
