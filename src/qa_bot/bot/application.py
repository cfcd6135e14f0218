"""The bot put together: its parts, and its handlers in order."""

import time
from collections.abc import Callable, Mapping
from functools import partial

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes
from telegram.request import BaseRequest

from qa_bot.answering.service import AnsweringService
from qa_bot.bot.callback_data import ButtonSeal
from qa_bot.bot.client import open_client
from qa_bot.bot.context import BotApplication, Context, Parts
from qa_bot.bot.conversation import Conversations
from qa_bot.bot.flood import FloodLimiter
from qa_bot.bot.handlers import ask, library, pages
from qa_bot.bot.handlers.buttons import press
from qa_bot.bot.handlers.crowds import is_for, warn_of_crowd
from qa_bot.bot.handlers.edits import IdleEditHandler
from qa_bot.bot.handlers.faults import report_fault
from qa_bot.bot.handlers.wish import WishHandler
from qa_bot.bot.inbox import LONGEST_LINE, Inbox
from qa_bot.bot.recent import Recent
from qa_bot.bot.replies import Replies
from qa_bot.errors import SetupError
from qa_bot.settings import Settings

_MOST_ALBUMS = 1_000


def build_application(
    settings: Settings,
    service: AnsweringService,
    *,
    request: BaseRequest | None = None,
    limiter: FloodLimiter | None = None,
    now: Callable[[], float] = time.time,
) -> BotApplication:
    """Return the bot, not yet connected; `request` stands in for the network and `now` for the clock in tests.

    Raises:
        SetupError: there is no token, or it can't be one.
    """
    token = _token(settings)
    client = open_client(token, settings.telegram_api_url, limiter or FloodLimiter(), request)
    parts = Parts(
        service=service,
        conversations=Conversations(minutes=settings.follow_up_minutes, clock=now),
        replies=Replies(),
        albums=Recent(_MOST_ALBUMS),
        buttons=ButtonSeal(token),
        now=now,
        follow_up_minutes=settings.follow_up_minutes,
    )
    application: BotApplication = (
        Application.builder()
        .bot(client)
        .context_types(ContextTypes(context=Context))
        .updater(None)
        .job_queue(None)
        .build()
    )
    application.bot_data["parts"] = parts
    application.add_handlers(
        [
            IdleEditHandler(client, parts),
            WishHandler(client, ask.WISHES, ask.ask),
            WishHandler(client, library.WISHES, library.show_library),
            WishHandler(client, pages.WISHES, pages.show_page),
            CallbackQueryHandler(press),
        ]
    )
    application.add_error_handler(report_fault)
    return application


def open_inbox(application: BotApplication, *, longest_line: int = LONGEST_LINE) -> Inbox:
    """Return the inbox whose updates the application handles; of one chat at most `longest_line` wait."""

    def read(raw: Mapping[str, object]) -> Update:
        update = Update.de_json(dict(raw), application.bot)
        if not isinstance(update.update_id, int):
            raise TypeError("update_id is no number")
        return update

    client = application.bot
    return Inbox(
        read,
        application.process_update,
        is_wanted=partial(is_for, client),
        warn=partial(warn_of_crowd, client),
        longest_line=longest_line,
    )


def _token(settings: Settings) -> str:
    token = settings.token.get_secret_value().strip() if settings.token else ""
    if not token:
        raise SetupError("TELEGRAM_BOT_TOKEN is not set.", command="put the token from @BotFather into .env")
    if not all(char.isascii() and (char.isalnum() or char in ":_-") for char in token):
        raise SetupError(
            "TELEGRAM_BOT_TOKEN holds characters that no token has.",
            command="copy it again from @BotFather into .env",
        )
    return token
