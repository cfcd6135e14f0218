"""`qa-bot run`: the bot and its webhook, put together."""

import asyncio
import logging
import signal
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial

from qa_bot.answering.service import AnsweringService
from qa_bot.bot.alone import alone
from qa_bot.bot.application import build_application, make_pictures_ready, open_inbox, open_timetable
from qa_bot.bot.context import BotApplication
from qa_bot.bot.groups.fading import keep_fading
from qa_bot.bot.inbox import Inbox
from qa_bot.bot.journal import Journal
from qa_bot.bot.logs import start_logging
from qa_bot.bot.metrics import Metrics
from qa_bot.bot.runner import run_polling, run_webhook
from qa_bot.bot.tidying import keep_tidy
from qa_bot.bot.token import bot_number
from qa_bot.cli.health import Health, operators_door
from qa_bot.errors import QaBotError, SetupError, UnavailableError
from qa_bot.settings import Settings
from qa_bot.store.database import Database
from qa_bot.store.migrate import migrate
from qa_bot.store.own_files import tidy_up
from qa_bot.store.owner import owned
from qa_bot.web.application import build_web
from qa_bot.web.operations import Look
from qa_bot.web.server import bind, serve
from qa_bot.wiring.store import open_store

_LOG = logging.getLogger(__name__)
_PICTURES_AFTER_S = 30


async def run_bot(settings: Settings, service: AnsweringService) -> None:
    """Run the bot until SIGTERM or SIGINT: with a webhook where one is set, else with long polling.

    Updates are taken in at once, and worked on when the service is warm.

    Raises:
        SetupError: the token, the webhook's settings or its address are wrong, the store is of a newer program,
            or another program receives this bot's updates.
        UnavailableError: the store can't be used.
    """
    start_logging(settings.log_level, _secrets(settings), as_json=settings.log_format == "json")
    bot_id = bot_number(settings)
    with _only_poller(settings):
        database = open_store(settings)
        try:
            done = await migrate(database)
            if done.before != done.after:
                _LOG.info("The store %s is now at version %s", database.shown, done.after)
            async with owned(database, bot_id) as hold:
                metrics = Metrics()
                journal = Journal(database, bot_id, now=time.time, hold=hold, metrics=metrics)
                await _run(settings, service, database, journal, metrics)
        finally:
            await database.aclose()


async def _run(
    settings: Settings, service: AnsweringService, database: Database, journal: Journal, metrics: Metrics
) -> None:
    application = build_application(settings, service, database, metrics=metrics)
    if await asyncio.to_thread(tidy_up, settings.own_texts_folder):
        _LOG.info("Tidied up after a `qa-bot store restore` that was killed")
    await asyncio.to_thread(application.bot_data["parts"].own.sweep)
    ready = asyncio.Event()
    inbox = open_inbox(settings, application, journal, ready=ready)
    metrics.show_waiting(inbox.waiting)
    health = Health(database, ready)
    looks = health.looks(polls=settings.webhook_url is None)
    stop = _stop_at_signals()
    tidying = keep_tidy(journal, settings), keep_fading(application.bot, journal)
    work = (
        *tidying,
        _keep_warm(service, ready),
        _keep_time(application, inbox, ready),
        _make_pictures(application, ready),
    )
    beside = [asyncio.create_task(each) for each in work]
    try:
        async with operators_door(settings.metrics_listen, looks, metrics.page):
            if settings.webhook_url is None:
                await run_polling(application, inbox, stop, fetched=partial(_note_poll, health, metrics))
            else:
                await _run_webhook(settings, settings.webhook_url, application, inbox, stop, looks)
    finally:
        for task in beside:
            task.cancel()
        await asyncio.wait(beside)


def _note_poll(health: Health, metrics: Metrics) -> None:
    health.polled()
    metrics.polled()


async def _keep_warm(service: AnsweringService, ready: asyncio.Event) -> None:
    """Set `ready` once the service answers without delay, and keep it so with new texts."""
    try:
        await service.warm()
    except QaBotError as fault:
        # Each question tells so, until new texts are there.
        _LOG.warning("The texts aren't ready: %s", fault)
    else:
        _LOG.info("Ready to answer")
    ready.set()
    await service.keep_ready()


async def _make_pictures(application: BotApplication, ready: asyncio.Event) -> None:
    """Bring in what draws, once questions no longer wait for the texts, nor for what came while the bot was off."""
    await ready.wait()
    await asyncio.sleep(_PICTURES_AFTER_S)
    await make_pictures_ready(application)


async def _keep_time(application: BotApplication, inbox: Inbox, ready: asyncio.Event) -> None:
    """Send what is due, once what an earlier run left is lined up and the texts are warm."""
    await inbox.resumed.wait()
    await ready.wait()
    await open_timetable(application, inbox).keep(asyncio.sleep)


async def _run_webhook(
    settings: Settings,
    url: str,
    application: BotApplication,
    inbox: Inbox,
    stop: asyncio.Event,
    looks: Mapping[str, Look],
) -> None:
    secret = _webhook_secret(settings)
    faults: list[SetupError] = []

    async def accept(raw: Mapping[str, object]) -> None:
        """Take an update in; what only the operator can mend ends the bot, and Telegram keeps the update."""
        try:
            await inbox.accept(raw)
        except SetupError as fault:
            faults.append(fault)
            stop.set()
            raise UnavailableError(fault.reason) from fault

    web = build_web(accept, secret, looks)

    async def open_door(until: asyncio.Event) -> None:
        await serve(web, bind(settings.listen), until)

    await run_webhook(application, inbox, stop, serve=open_door, url=url, secret=secret)
    if faults:
        raise faults[0]


def _only_poller(settings: Settings) -> AbstractContextManager[None]:
    """Return what keeps other pollers of this machine away; by a webhook Telegram itself chooses one program."""
    if settings.webhook_url is not None or settings.token is None:
        return nullcontext()
    return alone(settings.token.get_secret_value().strip(), settings.telegram_api_url, settings.index)


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
    known = (settings.token, settings.webhook_secret, settings.database_url)
    return [secret.get_secret_value() for secret in known if secret]
