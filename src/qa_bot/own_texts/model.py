"""What is known of a text that a chat has added, and why one is not taken."""

from dataclasses import dataclass
from enum import StrEnum

from qa_bot.corpus.findings import Trouble


class Refusal(StrEnum):
    """Why a file is not taken; those of `corpus.findings.Trouble` go by the same values."""

    BROKEN = Trouble.BROKEN.value
    LOCKED = Trouble.LOCKED.value
    SCANNED = Trouble.SCANNED.value
    TOO_MUCH = Trouble.TOO_MUCH.value
    EMPTY = Trouble.EMPTY.value
    UNREAD = "unread"  # of no format that is read
    TOO_BIG = "too_big"  # a larger file than Telegram hands to bots
    TOO_MANY_TEXTS = "too_many_texts"  # the chat has as many texts as it may
    NO_ROOM = "no_room"  # the texts of all chats take as much of the disk as they may
    TOO_MANY_PASSAGES = "too_many_passages"  # with this one the chat would have more passages than it may


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text that a chat has added.

    `id` is made of the file's content: the same file has the same id in every chat. `message_id` is the message that it
    came with, `added_at` in seconds since 1970; who sent it isn't kept. `warnings` tell what of it could not be read.
    """

    id: str
    title: str
    passages: int
    words: int
    message_id: int
    added_at: float
    warnings: tuple[Trouble, ...] = ()

    @property
    def key(self) -> bytes:
        """Five bytes that stand for the id in a button."""
        return bytes.fromhex(self.id)[:5]


@dataclass(frozen=True, slots=True)
class Quota:
    """How many texts a chat may have, and how many passages in all of them; no texts: nobody may add one.

    `size_bytes` is what the texts of all chats together may take of the disk.
    """

    texts: int
    passages: int
    size_bytes: int
