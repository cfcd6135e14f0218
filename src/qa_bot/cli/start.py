"""`qa-bot run`: the bot where there is a token, the chat in the terminal where there is none."""

import asyncio

from qa_bot.cli.building import bring_up_to_date
from qa_bot.cli.chat import chat
from qa_bot.cli.run import run_bot
from qa_bot.cli.session import open_session
from qa_bot.settings import Settings, read_settings
from qa_bot.wiring.opened import open_service
from qa_bot.wiring.place import Place, place_of


def run() -> None:
    """Start the Telegram bot; without a token, the chat in the terminal.

    The index is built first where it is missing or the texts have changed.

    For example:

      qa-bot run

      TELEGRAM_BOT_TOKEN=123456:ABC qa-bot run
    """
    settings = read_settings()
    place = place_of(settings)
    if settings.token is None:
        with open_session(place, one_wrong_in=settings.one_wrong_in) as session:
            chat(session)
    else:
        bring_up_to_date(place)
        asyncio.run(_serve(settings, place))


async def _serve(settings: Settings, place: Place) -> None:
    service = open_service(place, one_wrong_in=settings.one_wrong_in)
    try:
        await run_bot(settings, service)
    finally:
        await service.aclose()
