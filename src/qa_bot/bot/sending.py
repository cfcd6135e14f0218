"""Messages on their way out: what Telegram may refuse about them, and what to do then."""

import logging
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from telegram import InlineKeyboardMarkup, InputMediaPhoto, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode, PollType
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from qa_bot.bot.client import Client
from qa_bot.bot.cut import CAPTION_LIMIT_UTF16, MESSAGE_LIMIT_UTF16, shorten
from qa_bot.bot.flood import BeforeSending
from qa_bot.bot.markup import Page, to_html, to_plain
from qa_bot.bot.network import describe
from qa_bot.store.letters import Body
from qa_bot.store.quizzes import Poll

# One for each part of a letter that may be refused.
_MENDS = 4
_PICTURE_NAME = "timeline.png"
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NOT_READ = ("can't parse entities", "can't find end tag")
_TOO_LONG = ("message is too long", "message_too_long", "caption is too long", "media_caption_too_long")
_NO_TOPIC = ("message thread not found", "topic_deleted", "message thread id")
_NO_REPLY_TARGET = ("replied message not found", "message to be replied not found", "reply message not found")
_NO_RIGHT = (
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "need administrator rights",
    "chat not found",
    "chat_restricted",
    "topic_closed",
)
_UNCHANGED = ("message is not modified",)
_NOT_EDITABLE = ("message to edit not found", "message can't be edited", "message_id_invalid")

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to send: its page and the buttons under it; with a `picture`, a PNG file, the page is its caption.

    What is `silent` makes no sound.
    """

    page: Page
    keyboard: InlineKeyboardMarkup | None = None
    picture: bytes | None = None
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """Where a letter goes: a chat, a topic in it, the message that it replies to."""

    chat_id: int
    topic_id: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a letter stands; a quiz has a number of its own there."""

    chat_id: int
    message_id: int
    poll_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Parcel:
    """A letter as it is tried: `plain` without any markup."""

    address: Address
    body: Body
    plain: bool = False

    @property
    def text(self) -> str:
        return self.body.plain if self.plain else self.body.html

    @property
    def parse_mode(self) -> ParseMode | None:
        return None if self.plain else ParseMode.HTML

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        keyboard = self.body.keyboard
        return InlineKeyboardMarkup.de_json(dict(keyboard), None) if keyboard is not None else None

    @property
    def picture(self) -> bytes | None:
        return b64decode(self.body.picture) if self.body.picture is not None else None


def body_of(letter: Letter) -> Body:
    """Return what a letter says in Telegram's words."""
    limit = MESSAGE_LIMIT_UTF16 if letter.picture is None else CAPTION_LIMIT_UTF16
    return Body(
        html=to_html(letter.page),
        plain=shorten(to_plain(letter.page), limit),
        keyboard=letter.keyboard.to_dict() if letter.keyboard is not None else None,
        picture=b64encode(letter.picture).decode() if letter.picture is not None else None,
        silent=letter.silent,
    )


async def send(
    client: Client, address: Address, body: Body, *, about_to_send: BeforeSending | None = None
) -> Place | None:
    """Send a letter and return where it stands; None where the bot may not write there.

    `about_to_send` is called when its turn has come, each time before it is sent.

    Raises:
        TelegramError: Telegram refused for a reason that isn't known, or the network failed.
    """
    parcel = _Parcel(address, body)
    for _ in range(_MENDS):
        try:
            return await _send_once(client, parcel, about_to_send)
        except (BadRequest, ChatMigrated, Forbidden) as fault:
            if _may_not_write(fault):
                _LOG.info("The bot may not write in a chat: %s", describe(fault))
                return None
            parcel = _mended(parcel, fault)
    return await _send_once(client, parcel, about_to_send)


async def edit(client: Client, chat_id: int, message_id: int, body: Body) -> bool:
    """Put a letter in the place of a message; return whether it stands there now.

    Raises:
        TelegramError: Telegram refused for a reason that isn't known, or the network failed.
    """
    parcel = _Parcel(Address(chat_id), body)
    for _ in range(_MENDS):
        try:
            await _edit_once(client, parcel, message_id)
        except (BadRequest, ChatMigrated, Forbidden) as fault:
            if _says(fault, _UNCHANGED):
                return True
            if isinstance(fault, ChatMigrated) or _may_not_write(fault) or _says(fault, _NOT_EDITABLE):
                _LOG.info("A message can't be edited: %s", describe(fault))
                return False
            parcel = _mended(parcel, fault)
        else:
            return True
    return False


def _mended(parcel: _Parcel, fault: TelegramError) -> _Parcel:
    """Return the parcel without what was refused; raise the fault again where nothing is to be mended."""
    address = parcel.address
    if isinstance(fault, ChatMigrated) and address.chat_id != fault.new_chat_id:
        # Message and topic ids are the old group's.
        return replace(parcel, address=Address(fault.new_chat_id))
    if _says(fault, (*_NOT_READ, *_TOO_LONG)) and not parcel.plain:
        _LOG.error("A card was refused and goes out as plain text: %s", describe(fault))
        return replace(parcel, plain=True)
    if _says(fault, _NO_TOPIC) and address.topic_id is not None:
        return replace(parcel, address=replace(address, topic_id=None))
    if _says(fault, (*_NO_REPLY_TARGET, *_NO_TOPIC)) and address.reply_to is not None:
        return replace(parcel, address=replace(address, reply_to=None))
    raise fault


def _may_not_write(fault: TelegramError) -> bool:
    return isinstance(fault, Forbidden) or _says(fault, _NO_RIGHT)


def _says(fault: TelegramError, phrases: tuple[str, ...]) -> bool:
    return any(phrase in fault.message.lower() for phrase in phrases)


async def _send_once(client: Client, parcel: _Parcel, about_to_send: BeforeSending | None) -> Place:
    address = parcel.address
    # Whoever deleted the question still gets the answer.
    reply = ReplyParameters(address.reply_to, allow_sending_without_reply=True) if address.reply_to else None
    way: dict[str, Any] = {
        "message_thread_id": address.topic_id,
        "reply_parameters": reply,
        "disable_notification": parcel.body.silent or None,
        "rate_limit_args": about_to_send,
    }
    if parcel.body.poll is not None:
        return await _send_poll(client, address.chat_id, parcel.body.poll, way)
    shown = {"parse_mode": parcel.parse_mode, "reply_markup": parcel.keyboard, **way}
    if (picture := parcel.picture) is not None:
        sent = await client.send_photo(address.chat_id, picture, caption=parcel.text, filename=_PICTURE_NAME, **shown)
    else:
        sent = await client.send_message(address.chat_id, parcel.text, link_preview_options=_NO_PREVIEW, **shown)
    return Place(sent.chat.id, sent.message_id)


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


async def _edit_once(client: Client, parcel: _Parcel, message_id: int) -> None:
    if (picture := parcel.picture) is not None:
        await client.edit_message_media(
            InputMediaPhoto(picture, caption=parcel.text, parse_mode=parcel.parse_mode, filename=_PICTURE_NAME),
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
