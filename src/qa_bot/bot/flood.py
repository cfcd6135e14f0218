"""Telegram's flood limits, kept before Telegram has to remind us, for each chat apart.

The limits are those of https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this:
about one message a second in a chat with short bursts, 20 a minute in a group, 30 a second in all.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from qa_bot.bot.recent import Recent

_MOST_CHATS = 10_000
_TRIES = 5
_LONGEST_WAIT_S = 300.0
_SLACK_S = 0.1
# Requests that put something into a chat; the others (answers to presses, menus, "typing") are not counted.
_SPENDING = ("send", "edit", "copy", "forward")
_NOT_SPENDING = frozenset({"sendChatAction"})

_LOG = logging.getLogger(__name__)


class Window:
    """At most `limit` turns within any `per_s` seconds."""

    def __init__(self, limit: int, per_s: float) -> None:
        self._per_s = per_s
        self._turns: deque[float] = deque(maxlen=limit)

    def free_at(self, now_s: float) -> float:
        """Return when the next turn may be taken: `now_s` at the earliest."""
        full = len(self._turns) == self._turns.maxlen
        return max(now_s, self._turns[0] + self._per_s) if full else now_s

    def take(self, turn_s: float) -> None:
        """Take a turn; turns are taken in order of time."""
        self._turns.append(turn_s)


def reserve(windows: Sequence[Window], now_s: float) -> float:
    """Return the first moment from `now_s` on that every window allows, and take a turn in each.

    >>> windows = [Window(2, 1.0), Window(3, 60.0)]
    >>> [reserve(windows, 10.0) for _ in range(5)]
    [10.0, 10.0, 11.0, 70.0, 70.0]
    """
    turn_s = max(window.free_at(now_s) for window in windows)
    for window in windows:
        window.take(turn_s)
    return turn_s


@dataclass(slots=True)
class _Chat:
    """What one chat has used up; nothing goes out to it before `halted_until_s`."""

    windows: tuple[Window, ...]
    halted_until_s: float = 0.0


class FloodLimiter(BaseRateLimiter[None]):
    """Lets requests wait for their chat's turn and for the turn of all; one chat's wait delays no other."""

    __slots__ = ("_chats", "_clock", "_hurry", "_overall", "_sleep")

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._overall = (Window(30, 1.05),)
        self._chats: Recent[str, _Chat] = Recent(_MOST_CHATS)
        self._hurry = asyncio.Event()

    async def initialize(self) -> None:
        """Nothing is needed."""

    async def shutdown(self) -> None:
        """Nothing is held."""

    def hurry(self) -> None:
        """Stop pacing: the program is about to end. Waits that Telegram itself asks for are still kept."""
        self._hurry.set()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | dict[str, Any] | list[dict[str, Any]]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002 - the signature is BaseRateLimiter's
    ) -> bool | dict[str, Any] | list[dict[str, Any]]:
        """Return the request's result; a RetryAfter halts its chat, and is tried again after the wait.

        Raises:
            RetryAfter: five times in a row, for more than five minutes, or without a chat to wait for.
        """
        chat_id = data.get("chat_id")
        if chat_id is None or not endpoint.startswith(_SPENDING) or endpoint in _NOT_SPENDING:
            return await callback(*args, **kwargs)
        chat = self._chat(str(chat_id))
        for tries in range(1, _TRIES + 1):
            await self._turn(chat)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as fault:
                self._halt(chat, fault)
                if tries == _TRIES or seconds(fault) > _LONGEST_WAIT_S:
                    raise
        raise AssertionError("unreachable: the last try returns or raises")

    def _chat(self, chat_id: str) -> _Chat:
        chat = self._chats.get(chat_id) or _Chat(_windows(chat_id))
        self._chats.put(chat_id, chat)
        return chat

    def _halt(self, chat: _Chat, fault: RetryAfter) -> None:
        chat.halted_until_s = max(chat.halted_until_s, self._clock() + seconds(fault) + _SLACK_S)
        _LOG.warning("Telegram asks to wait %.0f s before the next message to one chat", seconds(fault))

    async def _turn(self, chat: _Chat) -> None:
        """Return when the chat, and the bot as a whole, may send."""
        await self._wait_for(chat.windows)
        while (halt_s := chat.halted_until_s - self._clock()) > 0:
            await self._sleep(halt_s)
            # Whoever waited meanwhile must not set off all at once.
            await self._wait_for(chat.windows)
        await self._wait_for(self._overall)

    async def _wait_for(self, windows: Sequence[Window]) -> None:
        """Return at the next turn that the windows allow, or as soon as there is hurry."""
        now_s = self._clock()
        wait_s = reserve(windows, now_s) - now_s
        if wait_s <= 0 or self._hurry.is_set():
            return
        waits = [asyncio.ensure_future(wait) for wait in (self._sleep(wait_s), self._hurry.wait())]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()


def seconds(fault: RetryAfter) -> float:
    """Return how long Telegram asks to wait."""
    wait = fault.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()


def _windows(chat_id: str) -> tuple[Window, ...]:
    # A little longer than Telegram counts: requests travel at different speeds. Three within three seconds is
    # one a second, and lets someone leaf through results at their own pace.
    burst = Window(3, 3.1)
    is_group = chat_id.startswith(("-", "@"))
    return (burst, Window(20, 61.0)) if is_group else (burst,)
