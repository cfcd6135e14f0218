"""/today: what the texts date to this day of the year."""

from datetime import date

from telegram import Update

from qa_bot.bot.context import Context
from qa_bot.bot.handlers.reply import reply, texts_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.keyboards import today_keyboard
from qa_bot.bot.sending import Letter
from qa_bot.bot.texts import Texts
from qa_bot.bot.today_card import day_at, day_page, today_card
from qa_bot.errors import UnavailableError

WISHES = ("today",)


async def show_today(update: Update, context: Context) -> None:
    """Reply with the first page of the day's events."""
    message = incoming(update)
    if message is None:
        return
    texts = texts_of(message, context)
    try:
        letter = await today_letter(day_at(context.parts.now()), 0, texts, context, message.chat.id)
    except UnavailableError:
        letter = Letter(texts.page("unavailable"))
    await reply(update, context, letter)


async def today_letter(day: date, number: int, texts: Texts, context: Context, chat_id: int) -> Letter:
    """Return page `number`, counted from 0, of what the texts date to `day`, with the buttons that lead on.

    Raises:
        UnavailableError: the engine did not answer.
    """
    found = await context.service.anniversaries(day)
    page = day_page(found, number)
    return Letter(today_card(found, page, day, texts), today_keyboard(page, texts, context.seal(chat_id)))
