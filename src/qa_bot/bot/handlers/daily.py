"""/daily: a passage every day, settled by whoever may decide for the chat."""

from dataclasses import replace

from telegram import Message, Update
from telegram.constants import ChatType

from qa_bot.bot.context import Context
from qa_bot.bot.cut import one_line
from qa_bot.bot.groups.admins import is_from_admin
from qa_bot.bot.handlers.reply import reply, texts_of, topic_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.markup import Page
from qa_bot.bot.sending import Letter
from qa_bot.bot.study.daily_page import daily_page
from qa_bot.bot.study.daily_request import asks_to_stop, read_daily
from qa_bot.bot.texts import Texts
from qa_bot.errors import QuestionError, UnavailableError
from qa_bot.store.schedules import Details, Kind, Schedule
from qa_bot.study.clock import next_time
from qa_bot.text.normalise import normalise

WISHES = ("daily",)
_NAME_LIMIT_UTF16 = 100


async def settle_daily(update: Update, context: Context) -> None:
    """Reply with what is settled now, or with how to settle it."""
    message = incoming(update)
    if message is None:
        return
    texts = texts_of(message, context)
    try:
        page = await settle(Kind.PASSAGE, context.wish.text, message, texts, context)
    except UnavailableError:
        page = texts.page("unavailable")
    await reply(update, context, Letter(page))


async def settle(kind: Kind, wanted: str, message: Message, texts: Texts, context: Context) -> Page:
    """Return what is to be said to what is `wanted` every day; what is settled is put down at the end of the turn.

    Raises:
        UnavailableError: the engine did not answer, or the store can't be used.
    """
    if not await is_from_admin(context.bot, message):
        return texts.page("study-admins-only")
    chat_id, topic_id, agenda = message.chat.id, topic_of(message), context.parts.agenda
    before = await agenda.find(chat_id, topic_id, kind)
    if asks_to_stop(wanted):
        context.turn.effects.append(agenda.removing(chat_id, topic_id, kind))
        return texts.page(f"daily-{kind}-ended" if before else f"daily-{kind}-none")
    request = read_daily(wanted)
    if request is None:
        if before and before.rests:
            return (*texts.page(f"daily-{kind}-stopped"), *texts.page(f"daily-{kind}-usage"))
        if before:
            return await _settled(before, texts, context)
        return (*texts.page(f"daily-{kind}-none"), *texts.page(f"daily-{kind}-usage"))
    anonymous = message.chat.type == ChatType.CHANNEL
    plain = Details(request.at_random, request.silent, texts.language, anonymous=anonymous)
    details = await details_of(request.about, plain, context)
    if details is None:
        return texts.page("study-unknown-texts", asked=one_line(request.about, _NAME_LIMIT_UTF16))
    zone = request.zone or (before.zone if before else context.chat_settings.zone)
    due_s = next_time(request.minute, zone, context.parts.now())
    mark = before.mark if before and before.details.at_random == details.at_random else ""
    schedule = Schedule(chat_id, topic_id or 0, kind, request.minute, zone, due_s, details, mark)
    context.turn.effects.append(agenda.putting(schedule))
    return await _settled(schedule, texts, context)


async def details_of(about: str, details: Details, context: Context) -> Details | None:
    """Return `details` narrowed to a collection or a text of this name; None where no texts have it.

    Raises:
        UnavailableError: the engine did not answer.
    """
    if not about:
        return details
    wanted = normalise(about)
    for collection in {card.metadata.collection for card in await context.service.library()}:
        if normalise(collection) == wanted:
            return replace(details, collection=collection)
    try:
        named = await context.service.texts_named(about)
    except QuestionError:
        named = []
    return replace(details, document_key=named[0].key.hex()) if named else None


async def _settled(schedule: Schedule, texts: Texts, context: Context) -> Page:
    return daily_page(schedule, await _title(schedule.details, context), texts)


async def _title(details: Details, context: Context) -> str:
    """Return the title of the one text that is read from; empty where there are several."""
    if not details.document_key:
        return ""
    library = await context.service.library()
    return next((card.metadata.title for card in library if card.key.hex() == details.document_key), "")
