"""Telegram's flood limits, kept before Telegram has to remind us, for each chat apart.

The limits are those of https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this:
about one message a second in a chat with short bursts, 20 a minute in a group, 30 a second in all.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram.error import RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from qa_bot.bot.bustle import Bustle
from qa_bot.bot.recent import Recent

_MOST_CHATS = 10_000
_TRIES = 5
_LONGEST_WAIT_S = 300.0
_SLACK_S = 0.1
# A wait that people notice; "typing" is shown for five seconds at a time.
_NOTICED_S = 2.0
_TYPING_S = 4.5
# Requests that put something into a chat; the others (answers to presses, menus, "typing") are not counted.
_SPENDING = ("send", "edit", "copy", "forward")
_NOT_SPENDING = frozenset({"sendChatAction"})

BeforeSending = Callable[[], Awaitable[None]]
"""Is called when a request's turn has come, right before it is made."""
ShowTyping = Callable[[int | str, int | None], Awaitable[object]]
"""Shows a chat, or a topic in it, that an answer is being written."""

_LOG = logging.getLogger(__name__)


class Window:
    """At most `limit` turns within any `per_s` seconds.

    >>> window = Window(2, 1.0)
    >>> window.take(10.0), window.take(10.5)
    (None, None)
    >>> window.free_at(10.6), window.free_at(12.0)
    (11.0, 12.0)
    """

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


class Pace:
    """Lets callers pass one by one, in their order, as often as every window allows."""

    def __init__(self, *windows: Window) -> None:
        self._windows = windows
        self._queue = asyncio.Lock()
        self._halted_until_s = 0.0

    def halt(self, until_s: float) -> None:
        """Let nobody pass before `until_s`."""
        self._halted_until_s = max(self._halted_until_s, until_s)

    def wait_s(self, clock: "Clock") -> float:
        """Return how long the next one waits where nobody is before them; 0 while Telegram itself has halted it."""
        return 0.0 if self._halted_until_s > clock.now() else self._wait_s(clock)

    async def turn(self, clock: "Clock") -> None:
        """Return when it is the caller's turn; in a hurry only halts are waited for."""
        async with self._queue:
            while self._wait_s(clock) > 0:
                await clock.pause(self._wait_s(clock))
            for window in self._windows:
                window.take(clock.now())

    def _wait_s(self, clock: "Clock") -> float:
        now_s = clock.now()
        free = [] if clock.hurry.is_set() else [window.free_at(now_s) for window in self._windows]
        return max(self._halted_until_s, *free, now_s) - now_s


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells the time and lets it pass; `hurry` ends pauses early."""

    now: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]
    hurry: asyncio.Event

    async def pause(self, wait_s: float) -> None:
        """Return after `wait_s`, or as soon as hurry sets in."""
        if self.hurry.is_set():
            await self.sleep(wait_s)
            return
        waits = [asyncio.ensure_future(wait) for wait in (self.sleep(wait_s), self.hurry.wait())]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()


class FloodLimiter(BaseRateLimiter[BeforeSending]):
    """Lets requests wait for their chat's turn and for the turn of all; one chat's wait delays no other."""

    __slots__ = ("_bustle", "_chats", "_clock", "_overall", "_show_typing", "_steady")

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        bustle: Bustle | None = None,
    ) -> None:
        """Make a limiter; a request whose turn has come counts as work in `bustle`."""
        self._bustle = bustle or Bustle()
        self._clock = Clock(clock, sleep, asyncio.Event())
        self._steady = Clock(clock, sleep, asyncio.Event())
        self._overall = Pace(_overall())
        self._chats: Recent[str, Pace] = Recent(_MOST_CHATS)
        self._show_typing: ShowTyping | None = None

    async def initialize(self) -> None:
        """Nothing is needed."""

    async def shutdown(self) -> None:
        """Nothing is held."""

    def while_waiting(self, show_typing: ShowTyping) -> None:
        """Let `show_typing` show a chat that an answer is on its way, wherever one waits for more than two seconds."""
        self._show_typing = show_typing

    def hurry(self) -> None:
        """Stop pacing chats: the program is about to end.

        The pace of all chats together, and the waits that Telegram itself asks for, are still kept.
        """
        self._clock.hurry.set()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | dict[str, Any] | list[dict[str, Any]]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: BeforeSending | None,
    ) -> bool | dict[str, Any] | list[dict[str, Any]]:
        """Return the request's result; a RetryAfter halts its chat, and is tried again after the wait.

        Raises:
            RetryAfter: five times in a row, for more than five minutes, or without a chat to wait for.
        """
        chat_id = data.get("chat_id")
        if chat_id is None or not endpoint.startswith(_SPENDING) or endpoint in _NOT_SPENDING:
            return await callback(*args, **kwargs)
        chat = self._pace_of(str(chat_id))
        for tries in range(1, _TRIES + 1):
            await self._turn(chat, endpoint, data)
            await self._overall.turn(self._steady)
            try:
                with self._bustle.at_work():
                    if rate_limit_args is not None:
                        await rate_limit_args()
                    return await callback(*args, **kwargs)
            except RetryAfter as fault:
                self._halt(chat, fault)
                if tries == _TRIES or seconds(fault) > _LONGEST_WAIT_S:
                    raise
        raise AssertionError("unreachable: the last try returns or raises")

    async def _turn(self, chat: Pace, endpoint: str, data: dict[str, Any]) -> None:
        """Return when it is the chat's turn; meanwhile the chat sees that something is written."""
        if self._show_typing is None or not endpoint.startswith("send") or chat.wait_s(self._clock) <= _NOTICED_S:
            await chat.turn(self._clock)
            return
        typing = asyncio.create_task(self._type(self._show_typing, data))
        try:
            await chat.turn(self._clock)
        finally:
            typing.cancel()

    async def _type(self, show_typing: ShowTyping, data: dict[str, Any]) -> None:
        try:
            while True:
                await show_typing(data["chat_id"], data.get("message_thread_id"))
                await self._clock.pause(_TYPING_S)
        except TelegramError as fault:
            # A sign of life, not more: the answer comes all the same.
            _LOG.info("Typing could not be shown: %s", type(fault).__name__)

    def _pace_of(self, chat_id: str) -> Pace:
        chat = self._chats.get(chat_id) or Pace(*_windows(chat_id))
        self._chats.put(chat_id, chat)
        return chat

    def _halt(self, chat: Pace, fault: RetryAfter) -> None:
        chat.halt(self._clock.now() + seconds(fault) + _SLACK_S)
        _LOG.warning("Telegram asks to wait %.0f s before the next message to one chat", seconds(fault))


def seconds(fault: RetryAfter) -> float:
    """Return how long Telegram asks to wait."""
    wait = fault.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()


# Each is a little stricter than Telegram's: requests don't arrive as evenly as they are sent.
def _overall() -> Window:
    # Twenty-five a second, spread: thirty at once and thirty a second later would meet where some were held up.
    return Window(5, 0.2)


def _windows(chat_id: str) -> tuple[Window, ...]:
    # Three within three seconds is one a second, and lets someone leaf through results at their own pace.
    burst = Window(3, 3.1)
    is_group = chat_id.startswith(("-", "@"))
    return (burst, Window(20, 61.0)) if is_group else (burst,)
