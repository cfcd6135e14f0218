import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from fakes import FakeClock
from qa_bot.bot.polling import Polling, insist
from qa_bot.errors import SetupError, UnavailableError


class Calm:
    """Notes after which updates it was waited for."""

    def __init__(self, telegram: "Telegram") -> None:
        self.telegram = telegram
        self.waited_after: list[int] = []

    async def calm(self, most_s: float) -> None:
        self.waited_after.append(self.telegram.done[-1])


class Telegram:
    """Hands out batches of updates, and is the inbox that takes them in; an exception among them is raised.

    When all is out, it sets `stop`.
    """

    def __init__(self, *batches: list[dict[str, Any]] | Exception) -> None:
        self.batches = list(batches)
        self.offsets: list[int] = []
        self.stop = asyncio.Event()
        self.clock = FakeClock()
        self.done: list[int] = []
        self.outages = 0
        self.left_out: list[int] = []
        self.bustle = Calm(self)
        self.polling = Polling(self, self, sleep=self.clock.sleep, clock=self.clock, bustle=self.bustle)  # type: ignore[arg-type]

    async def room(self) -> None:
        """Return at once, as an inbox does that has room."""

    async def accept_all(self, raws: Sequence[Mapping[str, Any]]) -> int:
        """Take updates in as an inbox does, unless its store is out of reach; of each batch some are `left_out`."""
        if self.outages:
            self.outages -= 1
            raise UnavailableError("The store qa_bot at db can't be used")
        self.done += [raw["update_id"] for raw in raws if "update_id" in raw]
        return self.left_out.pop(0) if self.left_out else 0

    async def fetch_updates(self, *, offset: int, timeout_s: int = 25) -> list[dict[str, Any]]:
        self.offsets.append(offset)
        if not self.batches:
            self.stop.set()
            return []
        batch = self.batches.pop(0)
        if isinstance(batch, Exception):
            raise batch
        return batch

    async def run(self) -> None:
        await self.polling.run(self.stop)


def batch(*update_ids: int) -> list[dict[str, Any]]:
    return [{"update_id": update_id} for update_id in update_ids]


async def test_each_fetch_confirms_what_came_before_it() -> None:
    telegram = Telegram(batch(10, 11), batch(12))
    await telegram.run()
    assert telegram.offsets == [0, 12, 13]
    assert telegram.done == [10, 11, 12]


async def test_ids_that_start_again_from_a_lower_number_are_followed() -> None:
    telegram = Telegram(batch(900), batch(5), batch(6))
    await telegram.run()
    assert telegram.done == [900, 5, 6]
    assert telegram.offsets == [0, 901, 6, 7]


async def test_network_faults_are_waited_out_with_growing_patience() -> None:
    telegram = Telegram(NetworkError("cut"), TimedOut(), NetworkError("cut"), batch(1))
    await telegram.run()
    assert telegram.clock.slept == [1, 2, 4]
    assert telegram.done == [1]


async def test_after_success_patience_starts_afresh() -> None:
    telegram = Telegram(NetworkError("cut"), batch(1), NetworkError("cut"))
    await telegram.run()
    assert telegram.clock.slept == [1, 1]


async def test_a_flood_wait_is_kept() -> None:
    telegram = Telegram(RetryAfter(7), batch(1))
    await telegram.run()
    assert telegram.clock.slept == [7]


async def test_a_conflict_that_passes_is_waited_out() -> None:
    telegram = Telegram(Conflict("terminated by other getUpdates request"), batch(1))
    await telegram.run()
    assert telegram.done == [1]


async def test_a_conflict_that_lasts_ends_the_bot_with_a_clear_word() -> None:
    telegram = Telegram(*[Conflict("terminated by other getUpdates request")] * 5)
    with pytest.raises(SetupError, match="Another program receives this bot's updates"):
        await telegram.run()
    assert telegram.clock.slept == [1, 2, 4, 8]


async def test_conflicts_that_come_back_between_polls_end_the_bot_within_minutes() -> None:
    conflict = Conflict("terminated by other getUpdates request")
    telegram = Telegram(*[each for number in range(1, 9) for each in (conflict, batch(number))])
    with pytest.raises(SetupError, match="Another program receives this bot's updates"):
        await telegram.run()
    assert telegram.done == [1, 2, 3, 4]


async def test_conflicts_hours_apart_are_waited_out_each() -> None:
    conflict = Conflict("terminated by other getUpdates request")
    telegram = Telegram(*[each for number in range(1, 9) for each in (conflict, batch(number))])
    fetch = telegram.fetch_updates

    async def fetch_after_an_hour(**asked: Any) -> list[dict[str, Any]]:
        telegram.clock.now_s += 3_600
        return await fetch(**asked)

    telegram.fetch_updates = fetch_after_an_hour  # type: ignore[method-assign]
    await telegram.run()
    assert telegram.done == list(range(1, 9))


async def test_a_token_that_is_revoked_ends_the_bot_without_showing_it() -> None:
    telegram = Telegram(InvalidToken("The token `1:secret` was rejected"))
    with pytest.raises(SetupError) as caught:
        await telegram.run()
    assert "TELEGRAM_BOT_TOKEN" in str(caught.value)
    assert "secret" not in str(caught.value)


async def test_when_told_to_stop_it_does_not_wait_for_the_long_poll() -> None:
    telegram = Telegram()

    async def hang(**_: Any) -> list[dict[str, Any]]:
        await asyncio.sleep(3_600)
        return []

    telegram.fetch_updates = hang  # type: ignore[method-assign]
    running = asyncio.create_task(telegram.run())
    await asyncio.sleep(0.01)
    telegram.stop.set()
    await asyncio.wait_for(running, 1)


async def test_at_the_end_everything_fetched_is_confirmed() -> None:
    telegram = Telegram(batch(10, 11))
    await telegram.run()
    await telegram.polling.confirm()
    assert telegram.offsets[-1] == 12


async def test_while_updates_cannot_be_kept_none_is_confirmed_and_they_come_again() -> None:
    telegram = Telegram(batch(10, 11), batch(10, 11), batch(10, 11), batch(12))
    telegram.outages = 2
    await telegram.run()
    assert telegram.offsets == [0, 0, 0, 12, 13]
    assert telegram.clock.slept == [1, 2]
    assert telegram.done == [10, 11, 12]


async def test_a_bot_that_fetched_nothing_confirms_nothing() -> None:
    telegram = Telegram()
    await telegram.run()
    await telegram.polling.confirm()
    assert telegram.offsets == [0]


async def test_updates_without_ids_are_not_asked_for_in_a_tight_circle() -> None:
    telegram = Telegram([{"message": {}}], batch(1))
    await telegram.run()
    assert telegram.clock.slept == [1]
    assert telegram.done == [1]


class Start:
    def __init__(self, *faults: TelegramError) -> None:
        self.faults = list(faults)
        self.clock = FakeClock()
        self.stop = asyncio.Event()

    async def call(self) -> None:
        if self.faults:
            raise self.faults.pop(0)

    async def insist(self) -> bool:
        return await insist("getMe", self.call, self.stop, self.clock.sleep)


async def test_the_start_is_tried_until_telegram_can_be_reached() -> None:
    start = Start(*[NetworkError("unreachable")] * 7, RetryAfter(3))
    assert await start.insist()
    assert start.clock.slept == [1, 2, 4, 8, 16, 30, 30, 3]


async def test_a_start_that_is_called_off_ends_quietly() -> None:
    start = Start(NetworkError("unreachable"))
    start.stop.set()
    assert not await start.insist()


async def test_a_wrong_token_is_the_operators_to_mend() -> None:
    with pytest.raises(SetupError, match="TELEGRAM_BOT_TOKEN"):
        await Start(InvalidToken("The token `1:secret` was rejected")).insist()


async def test_an_address_that_can_be_no_webhook_is_the_operators_to_mend() -> None:
    refused = BadRequest("Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    with pytest.raises(SetupError, match="refuses getMe"):
        await Start(refused).insist()


async def test_while_a_crowd_is_turned_away_what_is_under_way_is_done_before_more_is_fetched() -> None:
    telegram = Telegram(*[[{"update_id": number}] for number in range(1, 8)])
    telegram.left_out = [9, 0, 5, 6, 0, 0, 0]
    accept_all = telegram.accept_all

    async def accept(raws: Sequence[Mapping[str, Any]]) -> int:
        telegram.clock.now_s += 0.4
        return await accept_all(raws)

    telegram.accept_all = accept  # type: ignore[method-assign]
    await telegram.polling.run(telegram.stop)
    # Nine are no crowd yet. For a second it is about: whose question comes between is answered first, too.
    assert telegram.bustle.waited_after == [3, 4, 5]
