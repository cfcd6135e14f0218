"""Which reply belongs to which message, so that an edited question edits its answer: in memory only."""

from dataclasses import dataclass

from qa_bot.bot.recent import Recent

_MOST_REPLIES = 10_000


@dataclass(frozen=True, slots=True)
class Reply:
    """The bot's reply to a message: its id, and a fingerprint of the wish that it answered."""

    message_id: int
    fingerprint: int


class Replies:
    """The replies sent last, by chat and the id of the message replied to."""

    def __init__(self) -> None:
        self._replies: Recent[tuple[int, int], Reply] = Recent(_MOST_REPLIES)

    def to(self, chat_id: int, message_id: int) -> Reply | None:
        """Return the bot's reply to this message, None where it is unknown."""
        return self._replies.get((chat_id, message_id))

    def remember(self, chat_id: int, message_id: int, reply: Reply) -> None:
        """Remember `reply` as the answer to this message."""
        self._replies.put((chat_id, message_id), reply)
