"""What a test reads: the bot's messages, answers, calls and violations."""

from dataclasses import dataclass, field
from typing import Any

from .entities import Entity
from .world import Message


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button; `raw` is as the bot sent it."""

    text: str
    raw: dict[str, Any]

    @property
    def data(self) -> str | None:
        """Return the callback data, None where the button does something else."""
        return self.raw.get("callback_data")

    @property
    def url(self) -> str | None:
        """Return the address it opens, None where it doesn't."""
        return self.raw.get("url")

    @property
    def copies(self) -> str | None:
        """Return the text it copies, None where it doesn't."""
        copied: dict[str, str] = self.raw.get("copy_text", {})
        return copied.get("text")


@dataclass(frozen=True, slots=True)
class BotMessage:
    """A message of the bot as it stood when it was sent or edited; `text` is plain, or the caption.

    One that `receiver_id` alone sees has the id 0, and its own `ephemeral_id`.
    """

    chat_id: int
    id: int
    text: str
    entities: tuple[Entity, ...]
    rows: tuple[tuple[Button, ...], ...]
    reply_to_id: int | None
    thread_id: int | None
    edited: bool
    raw: dict[str, Any] = field(repr=False)
    ephemeral_id: int = 0
    receiver_id: int | None = None

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Return the buttons of all rows, in order."""
        return tuple(button for row in self.rows for button in row)

    def words(self, kind: str) -> list[str]:
        """Return the pieces of the text under entities of `kind` (bold, blockquote, text_link ...), in order."""
        return [entity.of(self.text) for entity in self.entities if entity.type == kind]

    def button(self, text: str) -> Button:
        """Return the button that says `text`, or else the first that contains it.

        Raises:
            AssertionError: there is none; the message names those that are there.
        """
        for fits in (lambda button: button.text == text, lambda button: text in button.text):
            for button in self.buttons:
                if fits(button):
                    return button
        raise AssertionError(f"no button {text!r}; there are {[button.text for button in self.buttons]}")


def seen(message: Message, *, edited: bool = False) -> BotMessage:
    """Return `message` as a test reads it."""
    entities = message.content.get("entities", message.content.get("caption_entities", []))
    rows = (message.markup or {}).get("inline_keyboard", [])
    return BotMessage(
        chat_id=message.chat.id,
        id=message.id,
        text=message.text,
        entities=tuple(Entity(**entity) for entity in entities),
        rows=tuple(tuple(Button(button["text"], button) for button in row) for row in rows),
        reply_to_id=message.reply_to.id if message.reply_to is not None else None,
        thread_id=message.thread_id,
        edited=edited,
        raw=message.as_json(),
        ephemeral_id=message.ephemeral_id,
        receiver_id=message.receiver.id if message.receiver is not None else None,
    )


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the presser of a button saw: nothing for an empty text, a notification, or an alert."""

    query_id: str
    text: str
    show_alert: bool
    url: str | None = None


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """The answer to an inline query; `results` as the bot sent them."""

    query_id: str
    results: tuple[dict[str, Any], ...]
    next_offset: str
    raw: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that a correct bot never does: the call, and what was wrong with it."""

    method: str
    description: str
    parameters: dict[str, Any] = field(repr=False)

    def __str__(self) -> str:
        return f"{self.method}: {self.description}"


@dataclass(slots=True)
class Call:
    """A call of the bot: what came, and what it was answered; `at` is monotonic time in seconds.

    `code` is None while the call runs, and 0 where its connection was cut.
    """

    method: str
    parameters: dict[str, Any]
    at: float
    code: int | None = None
    result: Any = None
    description: str = ""
    chat_id: int | str | None = None
    fault: str | None = None
    by_webhook: bool = False

    @property
    def ok(self) -> bool:
        """Return whether the call was answered with a result."""
        return self.code == 200
