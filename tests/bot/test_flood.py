import asyncio
from typing import Any

import pytest
from telegram.error import Forbidden, RetryAfter

from fakes import FakeClock
from qa_bot.bot.bustle import Bustle
from qa_bot.bot.flood import FloodLimiter

PRIVATE, OTHER, GROUP = 7, 8, -100


class Telegram:
    """Notes when each chat was written to; `refusals` are raised first."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.limiter = FloodLimiter(clock=clock, sleep=clock.sleep)
        self.sent: list[tuple[int | None, float]] = []
        self.refusals: dict[int | None, list[float]] = {}
        self.typed: list[tuple[int | str, int | None, float]] = []

    async def show_typing(self, chat_id: int | str, topic_id: int | None) -> None:
        self.typed.append((chat_id, topic_id, round(self.clock.now_s - 1_000, 1)))

    async def call(self, chat_id: int | None, endpoint: str = "sendMessage") -> Any:
        async def request() -> bool:
            if self.refusals.get(chat_id):
                raise RetryAfter(self.refusals[chat_id].pop(0))
            self.sent.append((chat_id, round(self.clock.now_s - 1_000, 1)))
            return True

        data = {} if chat_id is None else {"chat_id": chat_id, "message_thread_id": 17}
        return await self.limiter.process_request(request, (), {}, endpoint, data, None)

    def times(self, chat_id: int | None) -> list[float]:
        return [at_s for chat, at_s in self.sent if chat == chat_id]


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(FakeClock())


async def test_a_private_chat_gets_a_short_burst_then_one_a_second_on_the_mean(telegram: Telegram) -> None:
    for _ in range(7):
        await telegram.call(PRIVATE)
    assert telegram.times(PRIVATE) == [0, 0, 0, 3.1, 3.1, 3.1, 6.2]


async def test_a_group_gets_twenty_a_minute(telegram: Telegram) -> None:
    for _ in range(21):
        await telegram.call(GROUP)
    times = telegram.times(GROUP)
    assert times[19] == pytest.approx(18.6)
    assert times[20] == pytest.approx(61.0)


async def test_where_an_answer_waits_longer_than_two_seconds_the_chat_sees_typing_until_it_comes(
    telegram: Telegram,
) -> None:
    telegram.limiter.while_waiting(telegram.show_typing)
    for _ in range(21):
        await telegram.call(GROUP)
    typed = [at_s for chat, topic, at_s in telegram.typed if (chat, topic) == (GROUP, 17)]
    # Every fourth message waits 3.1 s, the last one from 18.6 s to 61.0 s.
    assert typed[:2] == [0, 3.1]
    assert typed[-10:] == pytest.approx([18.6 + 4.5 * number for number in range(10)])
    assert len(telegram.times(GROUP)) == 21


async def test_no_typing_is_shown_for_a_short_wait_an_edit_or_while_telegram_wants_silence(
    telegram: Telegram,
) -> None:
    telegram.limiter.while_waiting(telegram.show_typing)
    for _ in range(3):
        await telegram.call(PRIVATE)
    telegram.clock.now_s += 1.5
    await telegram.call(PRIVATE)
    for _ in range(3):
        await telegram.call(OTHER)
    await telegram.call(OTHER, "editMessageText")
    telegram.refusals[GROUP] = [30]
    await telegram.call(GROUP)
    assert telegram.typed == []


async def test_typing_that_is_refused_holds_up_no_answer(telegram: Telegram) -> None:
    async def refuse(chat_id: int | str, topic_id: int | None) -> None:
        raise Forbidden("bot was kicked")

    telegram.limiter.while_waiting(refuse)
    for _ in range(4):
        await telegram.call(PRIVATE)
    assert telegram.times(PRIVATE) == [0, 0, 0, 3.1]


async def test_one_chat_waiting_delays_no_other(telegram: Telegram) -> None:
    await asyncio.gather(*(telegram.call(PRIVATE) for _ in range(4)), telegram.call(OTHER))
    assert telegram.times(OTHER) == [0]


async def test_all_chats_together_stay_below_thirty_a_second(telegram: Telegram) -> None:
    await asyncio.gather(*(telegram.call(chat) for chat in range(1, 61)))
    times = sorted(at_s for _, at_s in telegram.sent)
    busiest = max(sum(1 for at_s in times if begin <= at_s < begin + 1) for begin in times)
    assert busiest == 25
    assert max(times) == pytest.approx(2.2)


async def test_a_flood_wait_halts_its_chat_alone_and_the_message_is_sent_after_it(telegram: Telegram) -> None:
    telegram.refusals[GROUP] = [5]
    await asyncio.gather(telegram.call(GROUP), telegram.call(PRIVATE))
    assert telegram.times(GROUP) == [5.1]
    assert telegram.times(PRIVATE) == [0]


async def test_a_message_that_comes_during_a_flood_wait_waits_too(telegram: Telegram) -> None:
    telegram.refusals[GROUP] = [5]
    await asyncio.gather(telegram.call(GROUP), telegram.call(GROUP))
    assert min(telegram.times(GROUP)) >= 5


async def test_the_fifth_refusal_in_a_row_is_given_up(telegram: Telegram) -> None:
    telegram.refusals[PRIVATE] = [1, 1, 1, 1, 1, 1]
    with pytest.raises(RetryAfter):
        await telegram.call(PRIVATE)
    assert telegram.refusals[PRIVATE] == [1]


async def test_a_wait_of_hours_is_not_waited_for(telegram: Telegram) -> None:
    telegram.refusals[PRIVATE] = [4_000]
    with pytest.raises(RetryAfter):
        await telegram.call(PRIVATE)
    assert telegram.clock.slept == []


@pytest.mark.parametrize("endpoint", ["sendChatAction", "answerCallbackQuery", "getChatMember", "setMyCommands"])
async def test_what_writes_nothing_spends_nothing(telegram: Telegram, endpoint: str) -> None:
    for _ in range(5):
        await telegram.call(PRIVATE, endpoint)
    await telegram.call(PRIVATE)
    assert telegram.times(PRIVATE) == [0] * 6


async def test_a_refused_menu_is_not_waited_for(telegram: Telegram) -> None:
    telegram.refusals[None] = [60]
    with pytest.raises(RetryAfter):
        await telegram.call(None, "setMyCommands")
    assert telegram.clock.slept == []


async def test_in_a_hurry_a_chat_is_paced_only_with_all_others_but_telegrams_own_waits_are_kept(
    telegram: Telegram,
) -> None:
    telegram.limiter.hurry()
    telegram.refusals[GROUP] = [2]
    for _ in range(6):
        await telegram.call(PRIVATE)
    await telegram.call(GROUP)
    assert telegram.times(PRIVATE) == [0, 0, 0, 0, 0, 0.2]
    assert telegram.times(GROUP) == [2.3]


async def test_hurry_wakes_those_who_wait_for_their_turn() -> None:
    limiter = FloodLimiter()
    sent: list[int] = []

    async def request() -> bool:
        sent.append(1)
        return True

    calls = [
        asyncio.ensure_future(limiter.process_request(request, (), {}, "sendMessage", {"chat_id": 7}, None))
        for _ in range(9)
    ]
    await asyncio.sleep(0.01)
    assert len(sent) == 3
    limiter.hurry()
    await asyncio.wait_for(asyncio.gather(*calls), 2)
    assert len(sent) == 9


async def test_a_request_counts_as_work_once_its_turn_has_come() -> None:
    bustle, clock, calm = Bustle(), FakeClock(), list[bool]()

    async def sleep(wait_s: float) -> None:
        calm.append(bustle._calm.is_set())
        await clock.sleep(wait_s)

    async def request() -> bool:
        calm.append(bustle._calm.is_set())
        return True

    limiter = FloodLimiter(clock=clock, sleep=sleep, bustle=bustle)
    for _ in range(4):
        await limiter.process_request(request, (), {}, "sendMessage", {"chat_id": PRIVATE}, None)
    # The fourth waits for its turn.
    assert calm == [False, False, False, True, False]
    assert bustle._calm.is_set()
