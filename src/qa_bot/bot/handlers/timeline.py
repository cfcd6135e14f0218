"""/timeline: a picture of what the texts date, and the list under it."""

import logging
from dataclasses import replace

from telegram import Message, Update

from qa_bot.bot.context import Context
from qa_bot.bot.digits import in_digits
from qa_bot.bot.handlers.reply import draft_to, reply, speaker_of, texts_of, topic_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.keyboards import timeline_keyboard
from qa_bot.bot.markup import line
from qa_bot.bot.parcels import Address
from qa_bot.bot.sending import Letter
from qa_bot.bot.texts import Texts
from qa_bot.bot.timeline_card import asked_in, no_timeline, picture_captions, sheet, timeline_caption, timeline_list
from qa_bot.errors import QuestionError, UnavailableError
from qa_bot.model.answer import QuestionKind, Understood
from qa_bot.model.timeline import Timeline

WISHES = ("timeline",)
_BEFORE_HIJRA = "حتى 1 ق.هـ"

_LOG = logging.getLogger(__name__)


async def show_timeline(update: Update, context: Context) -> None:
    """Reply with the picture and the first page of the list, or with why there is none."""
    message = incoming(update)
    if message is None:
        return
    texts = texts_of(message, context)
    try:
        timeline = await context.service.timeline(context.wish.text)
    except QuestionError as error:
        await reply(update, context, Letter((line(texts.of(error)),)))
        return
    except UnavailableError as error:
        _LOG.warning("A timeline stays undrawn: %s", error)
        await reply(update, context, Letter(texts.page("unavailable")))
        return
    if not timeline.events:
        await reply(update, context, Letter(no_timeline(timeline, texts)))
        return
    # «ومتى توفي؟» after a timeline is about whom or what it was of.
    understood = Understood(timeline.topic, QuestionKind.OTHER, timeline.topic) if timeline.topic else None
    if understood is not None:
        context.turn.effects += context.parts.memory.remembering(speaker_of(message), understood)
    letter = list_letter(timeline, 0, texts, context, message.chat.id)
    await reply(update, context, letter, understood, picture=await _picture(timeline, texts, context))


async def _picture(timeline: Timeline, texts: Texts, context: Context) -> Letter:
    picture = await context.parts.painter.timeline(timeline, picture_captions(timeline, texts))
    return Letter(timeline_caption(timeline, texts), picture=picture)


def list_letter(timeline: Timeline, number: int, texts: Texts, context: Context, chat_id: int) -> Letter:
    """Return page `number` of the list, counted from 0, with the buttons that lead on."""
    page = sheet(timeline, number)
    keyboard = timeline_keyboard(page, timeline, texts, context.seal(chat_id))
    return Letter(timeline_list(timeline, page, texts), keyboard)


async def turned_page(card: Message, number: int, texts: Texts, context: Context) -> Letter | None:
    """Return page `number` of the list that `card` shows; None where it can't be told what was asked.

    Raises:
        UnavailableError: the engine did not answer.
    """
    asked = asked_in(card.text or "")
    if asked is None:
        return None
    try:
        timeline = await context.service.timeline(asked)
    except QuestionError:
        return None
    return list_letter(timeline, number, texts, context, card.chat.id) if timeline.events else None


async def send_century(card: Message, century: int, asker_id: int, texts: Texts, context: Context) -> None:
    """Send the timeline of a century under `card`; nothing where the texts have changed and date nothing in it.

    Raises:
        UnavailableError: the engine did not answer.
    """
    timeline = await context.service.timeline(f"القرن {century}هـ" if century else _BEFORE_HIJRA)
    if timeline.events:
        address = Address(card.chat.id, topic_of(card), card.message_id)
        letters = (await _picture(timeline, texts, context), list_letter(timeline, 0, texts, context, card.chat.id))
        shown = [in_digits(letter, context.chat_settings.digits) for letter in letters]
        context.turn.drafts += [replace(draft_to(address, letter), asker_id=asker_id) for letter in shown]
