"""What one update leads to: collected while it is handled, written down in one transaction, and only then sent."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from qa_bot.answering.service import AnsweringService
from qa_bot.store.chat_settings import DEFAULTS, ChatSettings
from qa_bot.store.database import Connection
from qa_bot.store.letters import Draft

Effect = Callable[[Connection], Awaitable[None]]
"""A change in the store, made within the transaction that ends the turn."""


@dataclass(slots=True)
class Turn:
    """Letters to send, in their order, and changes in the store; `fault` is what went wrong while it was handled.

    `chat_settings` are those of the chat that it happens in; `service` answers from the texts that this chat may read,
    None where it happens in no chat.
    """

    drafts: list[Draft] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    fault: Exception | None = None
    chat_settings: ChatSettings = DEFAULTS
    service: AnsweringService | None = None
