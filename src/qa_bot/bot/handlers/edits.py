"""Edited messages that ask for nothing new."""

from datetime import UTC, datetime, timedelta
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from qa_bot.bot.client import Client
from qa_bot.bot.context import Context, Parts
from qa_bot.bot.handlers.reply import fingerprint
from qa_bot.bot.handlers.wish import incoming, is_edit
from qa_bot.bot.wishes import wish_of

# An old question whose answer isn't known any more would be answered far below, out of the blue.
_RECENT = timedelta(minutes=15)


class IdleEditHandler(BaseHandler[Update, Context, None]):
    """Takes edits out of the way that leave the wish as it was, or belong to an old message without reply."""

    def __init__(self, client: Client, parts: Parts) -> None:
        super().__init__(leave_alone)
        self._client = client
        self._parts = parts

    def check_update(self, update: object) -> bool:
        """Return whether the update is such an edit."""
        message = incoming(update)
        if message is None or not isinstance(update, Update) or not is_edit(update):
            return False
        known = self._parts.replies.to(message.chat.id, message.message_id)
        if known is None:
            return datetime.fromtimestamp(self._parts.now(), UTC) - message.date > _RECENT
        wish = wish_of(message, self._client.bot)
        return wish is not None and fingerprint(wish) == known.fingerprint


async def leave_alone(_update: Update, _context: Any) -> None:
    """Do nothing."""
