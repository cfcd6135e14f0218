"""Taking questions and answers out of chats whose admins want that, some time after they were written."""

import asyncio
import logging

from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from qa_bot.bot.client import Client
from qa_bot.bot.journal import Journal
from qa_bot.bot.patience import Sleep
from qa_bot.bot.whispers import standing_at
from qa_bot.errors import UnavailableError
from qa_bot.store.letters import Faded

_EVERY_S = 5.0

_LOG = logging.getLogger(__name__)


async def keep_fading(client: Client, journal: Journal, *, sleep: Sleep = asyncio.sleep) -> None:
    """Take out what is due, every few seconds, until called off; what can't be reached now is tried again then."""
    while True:
        try:
            for letter in await journal.fading():
                await _take_out(client, letter)
                await journal.faded(letter)
        except (TelegramError, UnavailableError) as fault:
            _LOG.warning("Nothing is taken out of chats for now: %s", type(fault).__name__)
        await sleep(_EVERY_S)


async def _take_out(client: Client, letter: Faded) -> None:
    """Delete an answer and its question, as far as the bot may, and they are still there.

    Raises:
        TelegramError: Telegram can't be reached.
    """
    for message_id in (letter.question_id, letter.message_id):
        if message_id is None:
            continue
        try:
            await _delete(client, letter, message_id)
        except (BadRequest, ChatMigrated, Forbidden) as fault:
            _LOG.info("A message can't be taken out of its chat: %s", fault.message)


async def _delete(client: Client, letter: Faded, message_id: int) -> None:
    if message_id > 0:
        await client.delete_message(letter.chat_id, message_id)
    elif message_id == letter.message_id and letter.asker_id is not None:
        # A question that nobody else saw is its asker's own, and goes by itself.
        which = standing_at(letter.chat_id, message_id, letter.asker_id)
        await client.do_api_request("deleteEphemeralMessage", which)
