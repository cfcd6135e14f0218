"""The bot's side of the Bot API: python-telegram-bot's client, patient with the network and fair to chats."""

import os
from typing import Any

from telegram.constants import ChatAction
from telegram.ext import ExtBot
from telegram.request import BaseRequest, HTTPXRequest

from qa_bot.bot.flood import BeforeSending, FloodLimiter
from qa_bot.bot.network import PatientRequest
from qa_bot.bot.whispers import Whispers

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "callback_query",
    "my_chat_member",
    "inline_query",
    "chosen_inline_result",
    "guest_message",
    "message_reaction",
    "poll_answer",
)
LONG_POLL_S = 25
# A send waits longer than other requests might: giving up on one that arrives leaves a question unanswered.
_READ_TIMEOUT_S = 20.0


class Client(ExtBot[BeforeSending]):
    """An ExtBot that also hands out updates undecoded, so that one that can't be read spoils no other."""

    _whispers: Whispers | None = None

    @property
    def whispers(self) -> Whispers:
        """Return what is known of messages that one member alone sees."""
        if self._whispers is None:
            self._whispers = Whispers()
        return self._whispers

    async def fetch_updates(self, *, offset: int, timeout_s: int = LONG_POLL_S) -> list[dict[str, Any]]:
        """Return the updates from `offset` on, at most a hundred; those before it are confirmed.

        Raises:
            TelegramError: Telegram refused, or can't be reached.
        """
        data: dict[str, Any] = {
            "offset": offset or None,
            "timeout": timeout_s,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        updates = await self._post("getUpdates", data, read_timeout=timeout_s + 10.0)
        return [update for update in updates if isinstance(update, dict)]

    async def show_typing(self, chat_id: int | str, topic_id: int | None) -> None:
        """Show for five seconds that an answer is being written.

        Raises:
            TelegramError: Telegram refused, or can't be reached.
        """
        await self.send_chat_action(chat_id, ChatAction.TYPING, message_thread_id=topic_id)


def open_client(token: str, api_url: str, limiter: FloodLimiter, request: BaseRequest | None = None) -> Client:
    """Return a client of the Bot API server at `api_url`; `request` stands in for the network in tests."""
    # Opts into durations as timedelta; without it every RetryAfter warns of a change to come.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    client = Client(
        token,
        base_url=f"{api_url.rstrip('/')}/bot",
        base_file_url=f"{api_url.rstrip('/')}/file/bot",
        request=PatientRequest(request or HTTPXRequest(read_timeout=_READ_TIMEOUT_S)),
        # Polling has a patience of its own.
        get_updates_request=PatientRequest(request or HTTPXRequest(connection_pool_size=1), waits_s=()),
        rate_limiter=limiter,
    )
    limiter.while_waiting(client.show_typing)
    return client
