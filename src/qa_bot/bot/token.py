"""The bot's token, and the number that it tells."""

import re

from qa_bot.errors import SetupError
from qa_bot.settings import Settings

_TOKEN = re.compile(r"[0-9]{1,18}:[A-Za-z0-9_-]+")


def bot_number(settings: Settings) -> int:
    """Return the number that the bot has in Telegram: what stands before the colon of its token.

    Raises:
        SetupError: there is no token, or it can't be one.
    """
    return int(token_of(settings).partition(":")[0])


def token_of(settings: Settings) -> str:
    """Return the bot's token.

    Raises:
        SetupError: there is none, or it can't be one.
    """
    token = settings.token.get_secret_value().strip() if settings.token else ""
    if not token:
        raise SetupError("TELEGRAM_BOT_TOKEN is not set.", command="put the token from @BotFather into .env")
    if not _TOKEN.fullmatch(token):
        raise SetupError(
            "TELEGRAM_BOT_TOKEN is no token: that is a number, a colon, and letters and digits.",
            command="copy it again from @BotFather into .env",
        )
    return token
