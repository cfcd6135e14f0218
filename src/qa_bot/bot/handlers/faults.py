"""What nobody expected: logged, and told to the asker gently."""

import logging

from telegram import Update
from telegram.error import BadRequest, TelegramError

from qa_bot.bot.context import Context
from qa_bot.bot.handlers.buttons import answer_press
from qa_bot.bot.handlers.reply import address_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.language import texts_for
from qa_bot.bot.network import describe
from qa_bot.bot.sending import Letter, send

_LOG = logging.getLogger(__name__)


async def report_fault(update: object, context: Context) -> None:
    """Log the fault, and apologise to whoever asked; a fault of Telegram's own would meet the apology too."""
    error = context.error
    update_id = update.update_id if isinstance(update, Update) else None
    if isinstance(error, TelegramError) and not isinstance(error, BadRequest):
        _LOG.warning("Update %s stays without an answer: %s", update_id, describe(error))
        return
    _LOG.error("Update %s failed", update_id, exc_info=error)
    if isinstance(error, TelegramError) or not isinstance(update, Update):
        return
    try:
        await _apologise(update, context)
    except TelegramError as fault:
        _LOG.warning("The apology didn't arrive: %s", type(fault).__name__)


async def _apologise(update: Update, context: Context) -> None:
    user = update.effective_user
    texts = texts_for(user.language_code if user else None)
    if update.callback_query is not None:
        await answer_press(update.callback_query, texts.failure_alert)
    elif (message := incoming(update)) is not None:
        await send(context.bot, address_of(message), Letter(texts.failure))
