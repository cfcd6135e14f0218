"""Messages on their way out: what Telegram may refuse about them, and what to do then."""

import logging
from base64 import b64encode
from dataclasses import dataclass, replace

from telegram import InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from qa_bot.bot.client import Client
from qa_bot.bot.cut import CAPTION_LIMIT_UTF16, MESSAGE_LIMIT_UTF16, shorten
from qa_bot.bot.flood import BeforeSending
from qa_bot.bot.markup import Page, to_html, to_plain
from qa_bot.bot.network import describe
from qa_bot.bot.parcels import Address, Parcel, Place, edit_once, send_once
from qa_bot.store.letters import Body

# One for each part of a letter that may be refused.
_MENDS = 5
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
    parcel = Parcel(address, body)
    if not (address.replies_to_whisper or client.whispers.may_be_sent(address.chat_id)):
        parcel = _aloud(parcel)
    for _ in range(_MENDS):
        try:
            return await send_once(client, parcel, about_to_send)
        except (BadRequest, ChatMigrated, Forbidden) as fault:
            if parcel.address.receiver_id is not None and isinstance(fault, BadRequest):
                parcel = _mended_or_aloud(client, parcel, fault)
                continue
            if _may_not_write(fault):
                _LOG.info("The bot may not write in a chat: %s", describe(fault))
                return None
            parcel = _mended(parcel, fault)
    return await send_once(client, parcel, about_to_send)


async def edit(client: Client, chat_id: int, message_id: int, body: Body, *, receiver_id: int | None = None) -> bool:
    """Put a letter in the place of a message, which `receiver_id` alone may see; return whether it stands there now.

    Raises:
        TelegramError: Telegram refused for a reason that isn't known, or the network failed.
    """
    parcel = Parcel(Address(chat_id, receiver_id=receiver_id), body)
    for _ in range(_MENDS):
        try:
            await edit_once(client, parcel, message_id)
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


def _mended(parcel: Parcel, fault: TelegramError) -> Parcel:
    """Return the parcel without what was refused; raise the fault again where nothing is to be mended."""
    address = parcel.address
    if isinstance(fault, ChatMigrated) and address.chat_id != fault.new_chat_id:
        # Message and topic ids are the old group's.
        return replace(parcel, address=Address(fault.new_chat_id, receiver_id=address.receiver_id))
    if _says(fault, (*_NOT_READ, *_TOO_LONG)) and not parcel.plain:
        _LOG.error("A card was refused and goes out as plain text: %s", describe(fault))
        return replace(parcel, plain=True)
    if _says(fault, _NO_TOPIC) and address.topic_id is not None:
        return replace(parcel, address=replace(address, topic_id=None))
    if _says(fault, (*_NO_REPLY_TARGET, *_NO_TOPIC)) and address.reply_to is not None:
        return replace(parcel, address=replace(address, reply_to=None))
    raise fault


def _mended_or_aloud(client: Client, parcel: Parcel, fault: BadRequest) -> Parcel:
    """Return a parcel for one reader without what was refused, for all where nothing else is to be mended."""
    try:
        return _mended(parcel, fault)
    except BadRequest:
        # What is said in reply to a whisper comes too late after fifteen seconds: that tells nothing of the chat.
        if not parcel.address.replies_to_whisper:
            client.whispers.refused(parcel.address.chat_id, describe(fault))
        return _aloud(parcel)


def _aloud(parcel: Parcel) -> Parcel:
    return replace(parcel, address=replace(parcel.address, receiver_id=None))


def _may_not_write(fault: TelegramError) -> bool:
    return isinstance(fault, Forbidden) or _says(fault, _NO_RIGHT)


def _says(fault: TelegramError, phrases: tuple[str, ...]) -> bool:
    return any(phrase in fault.message.lower() for phrase in phrases)
