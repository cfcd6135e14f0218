"""Whose token it is: asked of Telegram once, for `qa-bot check`."""

from telegram.error import InvalidToken, TelegramError

from qa_bot.bot.client import open_client
from qa_bot.bot.flood import FloodLimiter
from qa_bot.bot.polling import refused_token
from qa_bot.errors import SetupError, UnavailableError
from qa_bot.settings import Settings


async def who_am_i(settings: Settings) -> str:
    """Return the name (without @) of the bot that the token belongs to.

    Raises:
        SetupError: there is no token, or Telegram refuses it; the message doesn't hold it.
        UnavailableError: Telegram can't be reached.
    """
    if settings.token is None:
        raise SetupError("There is no TELEGRAM_BOT_TOKEN.", command="edit .env (see .env.example)")
    try:
        client = open_client(settings.token.get_secret_value(), settings.telegram_api_url, FloodLimiter())
        async with client:
            return client.username
    except InvalidToken:
        raise refused_token() from None
    except TelegramError as fault:
        # Only the kind of fault: its text may hold the address, and with it the token.
        kind = type(fault).__name__
        raise UnavailableError(f"{settings.telegram_api_url} can't be reached ({kind}).") from None
