import asyncio
from pathlib import Path

import pytest

from fakes import FakeClock
from qa_bot.cli.health import Health, operators_door
from qa_bot.errors import SetupError
from stores import FILE, new_sqlite


async def told(health: Health, *, polls: bool = True) -> dict[str, str]:
    return {name: await look() for name, look in health.looks(polls=polls).items()}


async def test_a_bot_is_ready_once_its_texts_are_and_telegram_has_answered(tmp_path: Path) -> None:
    database, ready, clock = new_sqlite(tmp_path), asyncio.Event(), FakeClock(1_000.0)
    health = Health(database, ready, clock)
    assert await told(health) == {"texts": "not ready yet", "store": "", "telegram": "no answer yet"}
    ready.set()
    health.polled()
    clock.now_s += 90
    assert await told(health) == {"texts": "", "store": "", "telegram": ""}
    clock.now_s += 1
    assert (await told(health))["telegram"] == "no answer for 91 s"
    assert await told(health, polls=False) == {"texts": "", "store": ""}
    await database.aclose()


async def test_a_store_that_can_not_be_used_is_told_without_where_it_is(tmp_path: Path) -> None:
    database = new_sqlite(tmp_path)
    (tmp_path / FILE).write_bytes(b"torn" * 1_000)
    assert (await told(Health(database, asyncio.Event())))["store"] == "can't be used"
    await database.aclose()


async def test_an_address_that_can_not_be_had_is_told_by_its_setting() -> None:
    with pytest.raises(SetupError, match=r"^QA_BOT_METRICS_LISTEN: can't listen on 127\.0\.0\.1:99999"):
        async with operators_door("127.0.0.1:99999", {}, bytes):
            pass


async def test_without_an_address_nothing_is_served() -> None:
    async with operators_door(None, {}, bytes):
        pass
