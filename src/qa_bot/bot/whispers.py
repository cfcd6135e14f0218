"""Messages of a group that one member alone sees: Telegram calls them ephemeral, and edits them in ways of their own.

They came with Bot API 10.2, which named their receiver by `receiver_user_id`; 10.3 does so in
`ephemeral_message_parameters`. Both are sent, and a server passes over what it doesn't know. An admin may send them to
any member at any time; any other bot only within fifteen seconds of a command that is such a message itself.

Their `message_id` is 0, and their number is another. Within the bot they go by that number with a minus before it: no
other message has one below zero.
"""

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

from telegram import Message

from qa_bot.bot.recent import Recent

_NUMBER = "ephemeral_message_id"
# Where updates hold messages.
_HOLDERS = ("message", "edited_message", "callback_query", "reply_to_message")
_CHAT_REFUSES_S = 600.0
_SERVER_LACKS_S = 3_600.0
_MOST_CHATS = 10_000

_LOG = logging.getLogger(__name__)


class Whispers:
    """Remembers for a while which chats take no such messages, and whether the server knows of them at all."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._refused: Recent[int, float] = Recent(_MOST_CHATS)
        self._lacking_until_s = 0.0

    def may_be_sent(self, chat_id: int) -> bool:
        """Return whether it is worth a try to send one to a chat."""
        now_s = self._clock()
        return now_s >= max(self._refused.get(chat_id) or 0.0, self._lacking_until_s)

    def refused(self, chat_id: int, reason: str) -> None:
        """Note that Telegram refused one in a chat: most likely the bot is no admin there."""
        _LOG.warning("A chat takes no message that one member alone sees, and all see the answer: %s", reason)
        self._refused.put(chat_id, self._clock() + _CHAT_REFUSES_S)

    def unknown(self) -> None:
        """Note that the server made an ordinary message of one: it is older than these messages."""
        _LOG.warning("This Bot API server knows no message that one member alone sees, and all see the answer")
        self._lacking_until_s = self._clock() + _SERVER_LACKS_S


def numbered(raw: Mapping[str, object]) -> dict[str, Any]:
    """Return an update, or a part of one, in which such messages go by the bot's own numbers.

    >>> numbered({"update_id": 1, "message": {"message_id": 0, "ephemeral_message_id": 7}})["message"]["message_id"]
    -7
    """
    parts: dict[str, Any] = {name: numbered(part) for name in _HOLDERS if isinstance(part := raw.get(name), Mapping)}
    number = raw.get(_NUMBER)
    if isinstance(number, int) and number > 0 and not raw.get("message_id"):
        parts["message_id"] = -number
    return {**raw, **parts}


def number_of(sent: Message) -> int:
    """Return the number of a message that was just sent, below zero where one member alone sees it."""
    number = sent.to_dict().get(_NUMBER)
    return -number if isinstance(number, int) and not sent.message_id else sent.message_id


def is_whisper(number: int | None) -> bool:
    """Return whether a message's number, if it has one, is that of a message that one member alone sees.

    >>> is_whisper(-7), is_whisper(7), is_whisper(None)
    (True, False, False)
    """
    return number is not None and number < 0


def sent_to(receiver_id: int, reply_to: int | None) -> dict[str, Any]:
    """Return what sends a message to one member alone, maybe in reply to such a message of theirs."""
    receiver = {"receiver_user_id": receiver_id}
    reply = {"reply_parameters": {_NUMBER: -reply_to}} if reply_to is not None and is_whisper(reply_to) else {}
    return {**receiver, "ephemeral_message_parameters": receiver, **reply}


def standing_at(chat_id: int, number: int, receiver_id: int) -> dict[str, Any]:
    """Return what names such a message to the methods that edit and delete it."""
    return {"chat_id": chat_id, "receiver_user_id": receiver_id, _NUMBER: -number}
