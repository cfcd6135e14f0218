"""Edited messages that ask for nothing new."""

from datetime import UTC, datetime, timedelta

from telegram import Update

from qa_bot.bot.client import Client
from qa_bot.bot.context import Parts
from qa_bot.bot.handlers.reply import fingerprint
from qa_bot.bot.handlers.wish import incoming, is_edit
from qa_bot.bot.wishes import wish_of

# An old question whose answer isn't known any more would be answered far below, out of the blue.
_RECENT = timedelta(minutes=15)


async def is_idle_edit(update: Update, client: Client, parts: Parts) -> bool:
    """Return whether an edit leaves the wish as it was, or belongs to an old message without reply.

    Raises:
        UnavailableError: the store can't be used now.
    """
    message = incoming(update)
    if message is None or not is_edit(update):
        return False
    known = await parts.memory.reply_to(message.chat.id, message.message_id)
    if known is None:
        return datetime.fromtimestamp(parts.now(), UTC) - message.date > _RECENT
    wish = wish_of(message, client.bot)
    return wish is not None and fingerprint(wish) == known.fingerprint
