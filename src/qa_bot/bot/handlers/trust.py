"""/export_me and /forget_me: what is known of someone, handed to them, and forgotten.

Both work past the outbox: what they send isn't kept, else the last letter would be a trace of its own.
"""

import logging

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatType

from qa_bot.bot.callback_data import Button
from qa_bot.bot.context import Context
from qa_bot.bot.handlers.reply import reply, texts_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.keyboards import forget_keyboard
from qa_bot.bot.sending import Letter, body_of, edit
from qa_bot.bot.texts import Texts
from qa_bot.errors import UnavailableError

WISHES = ("export_me", "forget_me")
_FILE_NAME = "qa_bot.json"

_LOG = logging.getLogger(__name__)


async def show_papers(update: Update, context: Context) -> None:
    """Send all that is known of someone as a file, or ask whether it is to be forgotten; both in private alone."""
    message = incoming(update)
    if message is None:
        return
    texts = texts_of(message, context)
    if message.chat.type != ChatType.PRIVATE:
        await reply(update, context, Letter(texts.page("in-private")))
    elif context.wish.name == "forget_me":
        keyboard = forget_keyboard(texts, context.seal(message.chat.id))
        await reply(update, context, Letter(texts.page("forget-ask"), keyboard))
    else:
        await _send_papers(message, update, texts, context)


async def _send_papers(message: Message, update: Update, texts: Texts, context: Context) -> None:
    try:
        papers = await context.parts.people.papers(message.chat.id)
    except UnavailableError as error:
        _LOG.warning("What is known of someone can't be read: %s", error)
        await reply(update, context, Letter(texts.page("unavailable")))
        return
    await context.bot.send_document(message.chat.id, papers, caption=texts.text("papers"), filename=_FILE_NAME)


async def forget(button: Button, query: CallbackQuery, texts: Texts, context: Context) -> None:
    """Forget whoever pressed, where they said yes; the question makes room for the answer.

    Raises:
        UnavailableError: the store can't be used now.
    """
    if query.message is None:
        return
    if button.index:
        await context.parts.people.forget(query.from_user.id)
    letter = Letter(texts.page("forgotten" if button.index else "kept"))
    await edit(context.bot, query.message.chat.id, query.message.message_id, body_of(letter))
