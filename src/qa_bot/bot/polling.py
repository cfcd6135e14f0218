"""Long polling: fetch, hand to the inbox, which keeps them for good, confirm by asking for what comes next."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable
from itertools import count
from typing import TypeVar

from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from qa_bot.bot.bustle import Bustle
from qa_bot.bot.client import Client
from qa_bot.bot.flood import seconds
from qa_bot.bot.inbox import Inbox
from qa_bot.bot.network import describe
from qa_bot.bot.patience import Sleep, backoff_s
from qa_bot.errors import SetupError, UnavailableError

T = TypeVar("T")

# An older process of ours may take ten seconds to end. Polls may succeed between conflicts: two programs take turns.
_CONFLICT_WAITS_S = (1.0, 2.0, 4.0, 8.0)
_CONFLICT_WINDOW_S = 180.0
_CONFIRM_S = 1.5
# What is under way is done by then, or takes so long that others have to be let in meanwhile.
_ANSWER_S = 0.1
# So many left out within so long are a crowd.
_CROWD, _CROWDED_S = 10, 1.0

_LOG = logging.getLogger(__name__)


class Polling:
    """Fetches updates until told to stop."""

    def __init__(
        self,
        client: Client,
        inbox: Inbox,
        *,
        sleep: Sleep = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
        fetched: Callable[[], None] | None = None,
        bustle: Bustle | None = None,
    ) -> None:
        """Make what fetches; `fetched` is called whenever Telegram has handed out updates, or told of none.

        Where a crowd is turned away, what is under way in `bustle` is done before more is fetched.
        """
        self._client = client
        self._inbox = inbox
        self._sleep = sleep
        self._offset = 0
        self._clock = clock
        self._fetched = fetched
        self._bustle = bustle or Bustle()
        self._conflicts: deque[float] = deque()
        self._faults = 0
        self._left_out: deque[float] = deque(maxlen=_CROWD)

    async def run(self, stop: asyncio.Event) -> None:
        """Fetch until `stop` is set; a fetch under way is given up then, and its updates come again.

        Raises:
            SetupError: the token is refused, or another program polls with the same token.
        """
        while not stop.is_set():
            wait_s = await unless(stop, self._fetch())
            if wait_s:
                await unless(stop, self._sleep(wait_s))

    async def confirm(self) -> None:
        """Tell Telegram that everything fetched is kept here."""
        if not self._offset:
            return
        try:
            await asyncio.wait_for(self._client.fetch_updates(offset=self._offset, timeout_s=0), _CONFIRM_S)
        except (TelegramError, TimeoutError) as fault:
            _LOG.warning("The last updates could not be confirmed (%s): they may come again", type(fault).__name__)

    async def _fetch(self) -> float:
        """Fetch once and return how long to wait before the next time."""
        await self._inbox.room()
        try:
            updates = await self._client.fetch_updates(offset=self._offset)
        except InvalidToken:
            raise refused_token() from None
        except Conflict:
            return self._conflict()
        except RetryAfter as fault:
            return seconds(fault)
        except TelegramError as fault:
            return self._fault(f"No updates from Telegram: {describe(fault)}")
        if self._fetched is not None:
            self._fetched()
        try:
            wait_s = await self._take_in(updates)
        except UnavailableError as fault:
            # The offset stays: Telegram keeps them, and gives them out again.
            return self._fault(f"Updates can't be kept: {fault}")
        self._recovered()
        return wait_s

    async def _take_in(self, updates: list[dict[str, object]]) -> float:
        left_out = await self._inbox.accept_all(updates)
        before = self._offset
        for update in updates:
            if isinstance(update_id := update.get("update_id"), int):
                self._offset = update_id + 1
        now_s = self._clock()
        self._left_out.extend([now_s] * left_out)
        if len(self._left_out) == _CROWD and now_s < self._left_out[0] + _CROWDED_S:
            # Else a hundred messages a second are a hundred fetches, each of which delays who is being answered.
            await self._bustle.calm(_ANSWER_S)
        # A server that gives out updates without ids would be asked in circles.
        return 1.0 if updates and self._offset == before else 0.0

    def _conflict(self) -> float:
        """Return how long to wait after a conflict; the fifth within three minutes is one too many."""
        now_s = self._clock()
        while self._conflicts and self._conflicts[0] <= now_s - _CONFLICT_WINDOW_S:
            self._conflicts.popleft()
        if len(self._conflicts) == len(_CONFLICT_WAITS_S):
            raise SetupError(
                "Another program receives this bot's updates with the same token (409 Conflict).",
                command="stop the other one, or give each its own bot from @BotFather",
            ) from None
        wait_s = _CONFLICT_WAITS_S[len(self._conflicts)]
        self._conflicts.append(now_s)
        _LOG.warning("Another program polls with the same token; trying again in %.0f s", wait_s)
        return wait_s

    def _fault(self, told: str) -> float:
        wait_s = backoff_s(self._faults)
        self._faults += 1
        _LOG.warning("%s; trying again in %.0f s", told, wait_s)
        return wait_s

    def _recovered(self) -> None:
        if self._faults:
            _LOG.info("Updates from Telegram are taken in again")
        self._faults = 0


async def insist(what: str, call: Callable[[], Awaitable[object]], stop: asyncio.Event, sleep: Sleep) -> bool:
    """Call until it succeeds and return True; return False as soon as `stop` is set.

    Raises:
        SetupError: the token is refused, or what is asked for: an address that can be no webhook.
    """
    for faults in count():
        if stop.is_set():
            return False
        try:
            if await unless(stop, _done(call())):
                return True
            continue
        except InvalidToken:
            raise refused_token() from None
        except BadRequest as fault:
            raise SetupError(f"Telegram refuses {what}: {fault.message}.") from None
        except RetryAfter as fault:
            wait_s = seconds(fault)
        except TelegramError as fault:
            wait_s = backoff_s(faults)
            _LOG.warning("%s: %s; trying again in %.0f s", what, describe(fault), wait_s)
        await unless(stop, sleep(wait_s))
    raise AssertionError("unreachable: count() has no end")


async def unless(stop: asyncio.Event, work: Awaitable[T]) -> T | None:
    """Return what `work` gives, or None as soon as `stop` is set: it is cancelled then."""
    working, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((working, stopping), return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        for task in (working, stopping):
            task.cancel()
        await asyncio.gather(working, stopping, return_exceptions=True)


def refused_token() -> SetupError:
    """Return the error that tells the operator about a token that Telegram doesn't know."""
    return SetupError(
        "Telegram refuses the token in TELEGRAM_BOT_TOKEN (or TELEGRAM_API_URL is no Bot API server).",
        command="copy the token from @BotFather into .env",
    )


async def _done(call: Awaitable[object]) -> bool:
    await call
    return True
