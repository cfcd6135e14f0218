"""A bot's life: connect, go on with what was left, take updates in until told to stop, finish what was begun."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

from qa_bot.bot.client import ALLOWED_UPDATES
from qa_bot.bot.context import BotApplication
from qa_bot.bot.flood import FloodLimiter
from qa_bot.bot.inbox import Inbox
from qa_bot.bot.patience import Sleep, patiently
from qa_bot.bot.polling import Polling, insist
from qa_bot.bot.profile import introduce

_DRAIN_S = 5.0
_CLOSE_S = 1.0

_LOG = logging.getLogger(__name__)


async def run_polling(
    application: BotApplication,
    inbox: Inbox,
    stop: asyncio.Event,
    *,
    sleep: Sleep = asyncio.sleep,
    fetched: Callable[[], None] | None = None,
) -> None:
    """Run with long polling until `stop` is set; then answer what was fetched and confirm it.

    `fetched` is called whenever Telegram has handed out updates, or told that there are none.

    Raises:
        SetupError: the token is refused, or another program polls with the same token.
    """
    bustle = application.bot_data["parts"].bustle
    polling = Polling(application.bot, inbox, sleep=sleep, fetched=fetched, bustle=bustle)

    async def fetch() -> None:
        if await insist("deleteWebhook", application.bot.delete_webhook, stop, sleep):
            _LOG.info("@%s listens (long polling)", application.bot.username)
            await polling.run(stop)

    await _live(application, inbox, stop, fetch, sleep=sleep, confirm=polling.confirm)


async def run_webhook(
    application: BotApplication,
    inbox: Inbox,
    stop: asyncio.Event,
    *,
    serve: Callable[[asyncio.Event], Awaitable[None]],
    url: str,
    secret: str,
    sleep: Sleep = asyncio.sleep,
) -> None:
    """Run with a webhook until `stop` is set; then answer what was received.

    `serve` serves the webhook until its event is set, and hands updates to the inbox.

    Raises:
        SetupError: the token is refused.
    """
    register = partial(application.bot.set_webhook, url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)

    async def receive() -> None:
        # The door opens before Telegram is told about it.
        serving = asyncio.create_task(_served(serve, stop))
        try:
            if await insist("setWebhook", register, stop, sleep):
                _LOG.info("@%s listens (webhook)", application.bot.username)
        finally:
            await serving

    await _live(application, inbox, stop, receive, sleep=sleep)


async def _served(serve: Callable[[asyncio.Event], Awaitable[None]], stop: asyncio.Event) -> None:
    """Serve until `stop` is set; a server that ends by itself ends the bot."""
    try:
        await serve(stop)
    finally:
        stop.set()


async def _nothing() -> None:
    """Confirm nothing: Telegram was answered when the update arrived."""


async def _live(
    application: BotApplication,
    inbox: Inbox,
    stop: asyncio.Event,
    take_in: Callable[[], Awaitable[None]],
    *,
    sleep: Sleep,
    confirm: Callable[[], Awaitable[None]] = _nothing,
) -> None:
    try:
        if not await insist("getMe", application.initialize, stop, sleep):
            return
        await patiently(inbox.resume, sleep)
        introducing = asyncio.create_task(introduce(application.bot))
        try:
            await take_in()
        finally:
            introducing.cancel()
            await _finish(application, inbox, confirm)
    finally:
        with suppress(TimeoutError):
            await asyncio.wait_for(application.bot.shutdown(), _CLOSE_S)


async def _finish(application: BotApplication, inbox: Inbox, confirm: Callable[[], Awaitable[None]]) -> None:
    """Finish what was taken in, for at most the few seconds that a supervisor waits before it kills."""
    if isinstance(limiter := application.bot.rate_limiter, FloodLimiter):
        limiter.hurry()
    unfinished = await inbox.drain(_DRAIN_S)
    if unfinished:
        _LOG.warning("%d updates wait for the next start", len(unfinished))
    await confirm()
    _LOG.info("Stopped")
