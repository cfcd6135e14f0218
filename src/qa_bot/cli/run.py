"""`qa-bot run`: the bot and its webhook, put together."""

import asyncio
import signal

from qa_bot.answering.service import AnsweringService
from qa_bot.bot.alone import alone
from qa_bot.bot.application import build_application, open_inbox
from qa_bot.bot.logs import start_logging
from qa_bot.bot.runner import run_polling, run_webhook
from qa_bot.errors import SetupError
from qa_bot.settings import Settings
from qa_bot.web.application import build_web
from qa_bot.web.server import bind, serve


async def run_bot(settings: Settings, service: AnsweringService) -> None:
    """Run the bot until SIGTERM or SIGINT: with a webhook where one is set, else with long polling.

    Raises:
        SetupError: the token, the webhook's settings or its address are wrong, or another program receives
            this bot's updates.
    """
    start_logging(settings.log_level, _secrets(settings))
    application = build_application(settings, service)
    inbox = open_inbox(application)
    stop = _stop_at_signals()
    if settings.webhook_url is None:
        with alone(application.bot.token, settings.telegram_api_url, settings.index):
            await run_polling(application, inbox, stop)
        return
    secret = _webhook_secret(settings)
    web = build_web(inbox.accept, secret)

    async def open_door(until: asyncio.Event) -> None:
        await serve(web, bind(settings.listen), until)

    await run_webhook(application, inbox, stop, serve=open_door, url=settings.webhook_url, secret=secret)


def _stop_at_signals() -> asyncio.Event:
    """Return an event that is set when someone asks the program to end."""
    stop = asyncio.Event()
    for wish in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(wish, stop.set)
    return stop


def _webhook_secret(settings: Settings) -> str:
    if settings.webhook_secret is None:
        raise SetupError(
            "QA_BOT_WEBHOOK_URL is set, but QA_BOT_WEBHOOK_SECRET is not.",
            command="put 32 to 256 random characters of A-Z a-z 0-9 _ - into .env",
        )
    return settings.webhook_secret.get_secret_value()


def _secrets(settings: Settings) -> list[str]:
    return [secret.get_secret_value() for secret in (settings.token, settings.webhook_secret) if secret]
