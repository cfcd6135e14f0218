"""A letter as it is tried: one call of the Bot API."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import InlineKeyboardMarkup, InputMediaPhoto, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode, PollType

from qa_bot.bot.client import Client
from qa_bot.bot.flood import BeforeSending
from qa_bot.bot.whispers import is_whisper, number_of, sent_to, standing_at
from qa_bot.store.letters import Body
from qa_bot.store.quizzes import Poll

_PICTURE_NAME = "timeline.png"
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a letter goes: a chat, a topic in it, the message that it replies to, and who is to see it alone."""

    chat_id: int
    topic_id: int | None = None
    reply_to: int | None = None
    receiver_id: int | None = None

    @property
    def replies_to_whisper(self) -> bool:
        """Return whether it answers what only the bot could see."""
        return is_whisper(self.reply_to)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a letter stands; a quiz has a number of its own there."""

    chat_id: int
    message_id: int
    poll_id: str | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """A letter as it is tried: `plain` without any markup."""

    address: Address
    body: Body
    plain: bool = False

    @property
    def text(self) -> str:
        """Return its words as they are sent."""
        return self.body.plain if self.plain else self.body.html

    @property
    def parse_mode(self) -> ParseMode | None:
        """Return how Telegram is to read the words."""
        return None if self.plain else ParseMode.HTML

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        """Return the buttons under it."""
        keyboard = self.body.keyboard
        return InlineKeyboardMarkup.de_json(dict(keyboard), None) if keyboard is not None else None

    @property
    def picture(self) -> bytes | None:
        """Return the picture above the words."""
        return b64decode(self.body.picture) if self.body.picture is not None else None


async def send_once(client: Client, parcel: Parcel, about_to_send: BeforeSending | None) -> Place:
    """Send a letter as it is, and return where it stands.

    Raises:
        TelegramError: Telegram refused it, or the network failed.
    """
    address = parcel.address
    way = _way(address) | {"disable_notification": parcel.body.silent or None, "rate_limit_args": about_to_send}
    if parcel.body.poll is not None:
        return await _send_poll(client, address.chat_id, parcel.body.poll, way)
    shown = {"parse_mode": parcel.parse_mode, "reply_markup": parcel.keyboard, **way}
    if (picture := parcel.picture) is not None:
        sent = await client.send_photo(address.chat_id, picture, caption=parcel.text, filename=_PICTURE_NAME, **shown)
    else:
        sent = await client.send_message(address.chat_id, parcel.text, link_preview_options=_NO_PREVIEW, **shown)
    place = Place(sent.chat.id, number_of(sent))
    if address.receiver_id is not None and place.message_id > 0:
        client.whispers.unknown()
    return place


def _way(address: Address) -> dict[str, Any]:
    way: dict[str, Any] = {"message_thread_id": address.topic_id}
    if address.reply_to is not None and not address.replies_to_whisper:
        # Whoever deleted the question still gets the answer.
        way["reply_parameters"] = ReplyParameters(address.reply_to, allow_sending_without_reply=True)
    if address.receiver_id is not None:
        way["api_kwargs"] = sent_to(address.receiver_id, address.reply_to)
    return way


async def _send_poll(client: Client, chat_id: int, poll: Poll, way: Mapping[str, Any]) -> Place:
    sent = await client.send_poll(
        chat_id,
        poll.question,
        poll.options,
        type=PollType.QUIZ,
        is_anonymous=poll.anonymous,
        correct_option_ids=[poll.right],  # type: ignore[list-item] # one of the options' numbers
        explanation=poll.explanation,
        **way,
    )
    return Place(sent.chat.id, sent.message_id, sent.poll.id if sent.poll is not None else None)


async def edit_once(client: Client, parcel: Parcel, message_id: int) -> None:
    """Put a letter as it is in the place of a message.

    Raises:
        TelegramError: Telegram refused it, or the network failed.
    """
    if is_whisper(message_id):
        await _edit_whisper(client, parcel, message_id)
        return
    if (picture := parcel.picture) is not None:
        await client.edit_message_media(
            _media(parcel, picture),
            chat_id=parcel.address.chat_id,
            message_id=message_id,
            reply_markup=parcel.keyboard,
        )
        return
    await client.edit_message_text(
        parcel.text,
        chat_id=parcel.address.chat_id,
        message_id=message_id,
        parse_mode=parcel.parse_mode,
        reply_markup=parcel.keyboard,
        link_preview_options=_NO_PREVIEW,
    )


async def _edit_whisper(client: Client, parcel: Parcel, message_id: int) -> None:
    """Edit a message that one member alone sees: python-telegram-bot knows no methods for that yet."""
    which = standing_at(parcel.address.chat_id, message_id, parcel.address.receiver_id or 0)
    which |= {"reply_markup": parcel.keyboard} if parcel.keyboard is not None else {}
    if parcel.picture is not None:
        await client.do_api_request("editEphemeralMessageMedia", {**which, "media": _media(parcel, parcel.picture)})
        return
    how = {"parse_mode": parcel.parse_mode} if parcel.parse_mode is not None else {}
    words = {"text": parcel.text, "link_preview_options": _NO_PREVIEW, **how}
    await client.do_api_request("editEphemeralMessageText", {**which, **words})


def _media(parcel: Parcel, picture: bytes) -> InputMediaPhoto:
    return InputMediaPhoto(picture, caption=parcel.text, parse_mode=parcel.parse_mode, filename=_PICTURE_NAME)
