"""/daily: a passage every day, settled by whoever may decide for the chat."""

from telegram import Message, Update

from qa_bot.bot.bidi import isolate
from qa_bot.bot.context import Context
from qa_bot.bot.cut import one_line
from qa_bot.bot.groups.admins import is_from_admin
from qa_bot.bot.handlers.reply import reply, texts_of, topic_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.markup import Page, line
from qa_bot.bot.sending import Letter
from qa_bot.bot.study.daily_page import daily_page
from qa_bot.bot.study.daily_request import DailyRequest, asks_to_stop, read_daily
from qa_bot.bot.texts import Texts, command
from qa_bot.errors import QuestionError, UnavailableError
from qa_bot.store.schedules import Details, Kind, Schedule
from qa_bot.study.clock import USUAL_ZONE, next_time
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
        page = await _page(message, texts, context)
    except UnavailableError:
        page = texts.unavailable
    await reply(update, context, Letter(page))


async def _page(message: Message, texts: Texts, context: Context) -> Page:
    """Return what is to be said; what is settled is put down at the end of the turn.

    Raises:
        UnavailableError: the engine did not answer, or the store can't be used.
    """
    if not await is_from_admin(context.bot, message):
        return texts.study.admins_only
    chat_id, topic_id, wanted = message.chat.id, topic_of(message), context.wish.text
    before = await context.parts.agenda.find(chat_id, topic_id, Kind.PASSAGE)
    if asks_to_stop(wanted):
        context.turn.effects.append(context.parts.agenda.removing(chat_id, topic_id, Kind.PASSAGE))
        return texts.study.daily_ended if before else (texts.study.daily_none,)
    request = read_daily(wanted)
    if request is None:
        if before is None:
            return (texts.study.daily_none, *texts.study.daily_usage)
        return daily_page(before, await _title(before.details, context), texts)
    details = await _details(request, texts, context)
    if details is None:
        asked = isolate(one_line(request.about, _NAME_LIMIT_UTF16))
        return (line(texts.study.unknown_texts.format(asked=asked), *command("/sources")),)
    zone = request.zone or (before.zone if before else USUAL_ZONE)
    due_s = next_time(request.minute, zone, context.parts.now())
    mark = before.mark if before and before.details.at_random == details.at_random else ""
    schedule = Schedule(chat_id, topic_id or 0, Kind.PASSAGE, request.minute, zone, due_s, details, mark)
    context.turn.effects.append(context.parts.agenda.putting(schedule))
    return daily_page(schedule, await _title(details, context), texts)


async def _details(request: DailyRequest, texts: Texts, context: Context) -> Details | None:
    """Return how the passage is to be; None where no texts have the name that was asked for."""
    details = Details(request.at_random, request.silent, texts.language)
    if not request.about:
        return details
    library = await context.service.library()
    wanted = normalise(request.about)
    for collection in {card.metadata.collection for card in library}:
        if normalise(collection) == wanted:
            return Details(request.at_random, request.silent, texts.language, collection=collection)
    try:
        named = await context.service.texts_named(request.about)
    except QuestionError:
        named = []
    if not named:
        return None
    return Details(request.at_random, request.silent, texts.language, document_key=named[0].key.hex())


async def _title(details: Details, context: Context) -> str:
    """Return the title of the one text that is read from; empty where there are several."""
    if not details.document_key:
        return ""
    library = await context.service.library()
    return next((card.metadata.title for card in library if card.key.hex() == details.document_key), "")
