"""The bot put together: its parts, its handlers in order, and the way of an update through them."""

import asyncio
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    ChosenInlineResultHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    MessageReactionHandler,
    PollAnswerHandler,
)
from telegram.ext.filters import StatusUpdate, UpdateType
from telegram.request import BaseRequest

from qa_bot.answering.service import AnsweringService
from qa_bot.bot.bustle import Bustle
from qa_bot.bot.callback_data import ButtonSeal
from qa_bot.bot.client import Client, open_client
from qa_bot.bot.context import BotApplication, Context, Parts
from qa_bot.bot.cooldown import Cooldown
from qa_bot.bot.doorman import LONGEST_LINE, Doorman, Limits
from qa_bot.bot.feedback.digests import Digests
from qa_bot.bot.feedback.opinions import Opinions
from qa_bot.bot.flood import FloodLimiter
from qa_bot.bot.handlers import (
    ask,
    chat_settings,
    daily,
    feedback,
    inline,
    library,
    membership,
    pages,
    quiz,
    reading,
    shelves,
    timeline,
    today,
    trust,
    uploads,
)
from qa_bot.bot.handlers.buttons import press
from qa_bot.bot.handlers.crowds import is_for, tell_of_queue, warn_of_crowd
from qa_bot.bot.handlers.faults import note_fault
from qa_bot.bot.handlers.late import Lateness
from qa_bot.bot.handlers.wish import WishHandler
from qa_bot.bot.handling import Handling
from qa_bot.bot.inbox import Inbox
from qa_bot.bot.inline.desk import InlineDesk
from qa_bot.bot.journal import Journal
from qa_bot.bot.memory import Memory
from qa_bot.bot.metrics import Metrics
from qa_bot.bot.outbox import Outbox
from qa_bot.bot.painter import Painter
from qa_bot.bot.patience import Sleep
from qa_bot.bot.people import People
from qa_bot.bot.recent import Recent
from qa_bot.bot.study.agenda import Agenda
from qa_bot.bot.study.daily_letters import DailyLetters
from qa_bot.bot.study.places import Places
from qa_bot.bot.study.quizmaster import Quizmaster
from qa_bot.bot.study.timetable import Due, Timetable
from qa_bot.bot.texts import all_texts
from qa_bot.bot.token import bot_number, token_of
from qa_bot.bot.whispers import numbered
from qa_bot.bot.worker import Worker
from qa_bot.own_texts.desk import OwnTexts
from qa_bot.own_texts.model import Quota
from qa_bot.settings import Settings
from qa_bot.store.database import Database
from qa_bot.store.schedules import Kind, Schedule

_MOST_ALBUMS = 1_000


def build_application(
    settings: Settings,
    service: AnsweringService,
    database: Database,
    *,
    request: BaseRequest | None = None,
    limiter: FloodLimiter | None = None,
    metrics: Metrics | None = None,
    now: Callable[[], float] = time.time,
) -> BotApplication:
    """Return the bot, not yet connected; `request` stands in for the network and `now` for the clock in tests.

    Raises:
        SetupError: there is no token, or it can't be one; or a message file is broken.
    """
    token = token_of(settings)
    all_texts()  # What is missing in them is to be known now, and not when someone waits for an answer.
    bustle = Bustle()
    client = open_client(token, settings.telegram_api_url, limiter or FloodLimiter(bustle=bustle), request)
    application: BotApplication = (
        Application.builder()
        .bot(client)
        .context_types(ContextTypes(context=Context))
        .updater(None)
        .job_queue(None)
        .build()
    )
    application.bot_data["parts"] = _parts(settings, token, service, database, now, metrics or Metrics(), bustle)
    application.add_handlers(_handlers(client))
    application.add_error_handler(note_fault)
    return application


def _parts(
    settings: Settings,
    token: str,
    service: AnsweringService,
    database: Database,
    now: Callable[[], float],
    metrics: Metrics,
    bustle: Bustle,
) -> Parts:
    own = _own_texts(settings, service)
    return Parts(
        service=service,
        memory=Memory(database, bot_number(settings), minutes=settings.follow_up_minutes, now=now),
        turns={},
        albums=Recent(_MOST_ALBUMS),
        buttons=ButtonSeal(token),
        painter=Painter(),
        inline=InlineDesk(service, now=now),
        places=Places(database, bot_number(settings), now=now),
        own=own,
        people=People(database, bot_number(settings), own),
        agenda=Agenda(database, bot_number(settings), now=now),
        opinions=Opinions(database, bot_number(settings), now=now),
        metrics=metrics,
        bustle=bustle,
        quizmaster=Quizmaster(service, database, bot_number(settings), now=now),
        now=now,
        follow_up_minutes=settings.follow_up_minutes,
        keep_days=settings.keep_days,
    )


def _own_texts(settings: Settings, service: AnsweringService) -> OwnTexts:
    folder = settings.own_texts_folder / str(bot_number(settings))
    quota = Quota(settings.chat_texts, settings.chat_passages, settings.own_texts_bytes)
    return OwnTexts(folder, service, quota)


def _handlers(client: Client) -> list[BaseHandler[Any, Context, Any]]:
    """Return the handlers in the order in which they are asked whether an update is theirs."""
    return [
        WishHandler(client, ask.WISHES, ask.ask),
        WishHandler(client, library.WISHES, library.show_library),
        WishHandler(client, uploads.WISHES, uploads.show_or_add),
        WishHandler(client, daily.WISHES, daily.settle_daily),
        WishHandler(client, quiz.WISHES, quiz.ask_quiz),
        WishHandler(client, quiz.SCORES, quiz.show_scores),
        WishHandler(client, reading.WISHES, reading.read),
        WishHandler(client, timeline.WISHES, timeline.show_timeline),
        WishHandler(client, today.WISHES, today.show_today),
        WishHandler(client, feedback.WISHES, feedback.show_unanswered),
        WishHandler(client, trust.WISHES, trust.show_papers),
        WishHandler(client, shelves.WISHES, shelves.show_collections),
        WishHandler(client, chat_settings.WISHES, chat_settings.show_settings),
        WishHandler(client, pages.WISHES, pages.show_page),
        CallbackQueryHandler(press),
        InlineQueryHandler(inline.answer_inline),
        ChosenInlineResultHandler(inline.note_use),
        MessageHandler(UpdateType.GUEST_MESSAGE, inline.answer_guest),
        MessageReactionHandler(feedback.reacted),
        ChatMemberHandler(membership.greet),
        MessageHandler(StatusUpdate.MIGRATE, membership.move),
        PollAnswerHandler(quiz.note_answer),
    ]


def open_inbox(
    settings: Settings,
    application: BotApplication,
    journal: Journal,
    *,
    longest_line: int = LONGEST_LINE,
    ready: asyncio.Event | None = None,
    sleep: Sleep = asyncio.sleep,
) -> Inbox:
    """Return the inbox whose updates the application handles once `ready` is set; `longest_line` of a chat may wait."""

    def read(raw: Mapping[str, object]) -> Update:
        update = Update.de_json(numbered(raw), application.bot)
        if not isinstance(update.update_id, int):
            raise TypeError("update_id is no number")
        return update

    client, parts = application.bot, application.bot_data["parts"]
    lateness = Lateness(minutes=settings.stale_minutes, apologises=settings.stale_apology)
    outbox = Outbox(client, journal, sleep=sleep)
    handling = Handling(application, parts, lateness)
    worker = Worker(
        journal, handling.handle, handling.apologise, outbox.deliver, ready=ready, sleep=sleep, bustle=parts.bustle
    )
    doorman = _doorman(settings, client, parts, longest_line)
    return Inbox(journal, read, worker.work_on, outbox.deliver, doorman=doorman, now=parts.now)


def open_timetable(application: BotApplication, inbox: Inbox) -> Timetable:
    """Return what sends what is due; it is kept once the inbox has gone on with what an earlier run left."""
    parts = application.bot_data["parts"]
    daily = DailyLetters(parts.own.service_for, parts.quizmaster, parts.memory, parts.buttons, now=parts.now)
    digests = Digests(application.bot, parts.opinions, parts.memory, now=parts.now)

    async def make(schedule: Schedule) -> Due:
        return await (digests if schedule.kind is Kind.DIGEST else daily).make(schedule)

    return Timetable(parts.agenda, make, inbox.line_up, now=parts.now)


async def make_pictures_ready(application: BotApplication) -> None:
    """Bring in what draws pictures, beside the bot's work."""
    await application.bot_data["parts"].painter.make_ready()


def _doorman(settings: Settings, client: Client, parts: Parts, longest_line: int) -> Doorman:
    now = parts.now
    limits = Limits(
        longest_line,
        users=Cooldown(settings.user_questions, clock=now),
        chats=Cooldown(settings.chat_questions, clock=now),
        warnings=Cooldown(1, clock=now),
    )
    return Doorman(
        limits,
        is_wanted=partial(_is_wanted, client, parts),
        warn=partial(warn_of_crowd, client, parts.memory),
        tell=partial(tell_of_queue, client, parts.memory),
        left_out=parts.metrics.left_out,
    )


def _is_wanted(client: Client, parts: Parts, update: Update) -> bool:
    """Return whether the update asks something; of what is typed letter by letter, the newest is noted."""
    if update.inline_query is not None:
        parts.inline.note(update.inline_query)
    return is_for(client, update)
