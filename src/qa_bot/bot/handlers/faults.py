"""What nobody expected: told to the asker gently."""

import logging

from telegram import Update
from telegram.error import TelegramError

from qa_bot.bot.context import Context
from qa_bot.bot.handlers.buttons import answer_press
from qa_bot.bot.handlers.reply import address_of, draft_to
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.inbox import Task
from qa_bot.bot.language import texts_for
from qa_bot.bot.sending import Letter
from qa_bot.bot.turn import Turn
from qa_bot.store.chat_settings import DEFAULTS, ChatSettings

_LOG = logging.getLogger(__name__)


async def note_fault(update: object, context: Context) -> None:
    """Note what went wrong, for whoever decides whether to try again."""
    if isinstance(update, Update):
        context.turn.fault = context.error


async def apologise(task: Task, fault: Exception | None, settings: ChatSettings = DEFAULTS) -> Turn:
    """Return a turn that tells whoever asked, in the language of a chat with these `settings`.

    A fault of Telegram's own would meet the apology too.
    """
    turn, update = Turn(), task.update
    user = update.effective_user
    texts = texts_for(user.language_code if user else None, chosen=settings.language)
    if isinstance(fault, TelegramError):
        return turn
    if update.callback_query is not None:
        try:
            await answer_press(update.callback_query, texts.text("failure-alert"))
        except TelegramError as error:
            _LOG.warning("The apology didn't arrive: %s", type(error).__name__)
    elif (message := incoming(update)) is not None:
        turn.drafts.append(draft_to(address_of(message), Letter(texts.page("failure"))))
    return turn
