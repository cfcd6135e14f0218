"""Forgetting in time, while the bot runs."""

import asyncio
import logging

from qa_bot.bot.journal import Journal
from qa_bot.bot.patience import Sleep
from qa_bot.errors import QaBotError
from qa_bot.settings import Settings

_EVERY_S = 600.0

_LOG = logging.getLogger(__name__)


async def keep_tidy(journal: Journal, settings: Settings, *, sleep: Sleep = asyncio.sleep) -> None:
    """Forget what is due, at once and every ten minutes, until called off; a store out of reach is tried again then."""
    while True:
        try:
            await journal.tidy(keep_days=settings.keep_days, follow_up_minutes=settings.follow_up_minutes)
        except QaBotError as fault:
            _LOG.warning("Nothing is forgotten for now: %s", fault)
        await sleep(_EVERY_S)
