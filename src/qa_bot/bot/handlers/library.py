"""/sources: the library, a page at a time."""

from telegram import Update

from qa_bot.bot.context import Context
from qa_bot.bot.handlers.reply import reply, texts_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.keyboards import library_keyboard
from qa_bot.bot.library import library_card, library_page
from qa_bot.bot.sending import Letter
from qa_bot.bot.texts import Texts
from qa_bot.errors import UnavailableError

WISHES = ("sources",)


async def show_library(update: Update, context: Context) -> None:
    """Reply with the first page of the library."""
    message = incoming(update)
    if message is None:
        return
    texts = texts_of(message, context)
    try:
        letter = await library_letter(0, texts, context, message.chat.id)
    except UnavailableError:
        letter = Letter(texts.page("unavailable"))
    await reply(update, context, letter)


async def library_letter(number: int, texts: Texts, context: Context, chat_id: int) -> Letter:
    """Return page `number` of the library, counted from 0, with the buttons that lead on.

    Raises:
        UnavailableError: the engine did not answer.
    """
    page = library_page(await context.service.library(), number)
    return Letter(library_card(page, texts), library_keyboard(page, texts, context.seal(chat_id)))
