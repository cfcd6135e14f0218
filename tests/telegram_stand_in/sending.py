"""What every method that sends shares: the chat, the topic, the message replied to, the keyboard."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .formatted import FormattedText, is_empty, read_text
from .keyboards import check_markup
from .limits import CAPTION_UTF16, QUOTE_UTF16, utf16_length
from .receivers import receiver_in
from .records import Call
from .refusals import bad_request
from .state import State
from .users import User
from .world import Chat, Message, check_thread, find_message

Parameters = Mapping[str, Any]
Handler = Callable[[State, Parameters, Call], Any]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a message goes: chat, topic, the message it replies to and the words quoted from it."""

    chat: Chat
    thread_id: int | None
    reply_to: Message | None
    quote: dict[str, Any] | None
    receiver: User | None = None


def find_target(state: State, parameters: Parameters) -> Target:
    """Return where the message goes.

    Raises:
        RefusedError: the bot can't write there, or the topic or the message replied to isn't there.
    """
    if parameters.get("business_connection_id"):
        raise bad_request("business connection not found")
    chat = state.world.writable_chat(parameters["chat_id"])
    thread_id = parameters.get("message_thread_id") or None
    if thread_id is not None:
        check_thread(chat, thread_id, by_administrator=_is_administrator(state, chat))
    if parameters.get("message_effect_id") and chat.type != "private":
        raise bad_request("EFFECT_ID_INVALID")
    reply_to, quote = _reply(state, chat, parameters.get("reply_parameters"))
    if thread_id is None and reply_to is not None and reply_to.chat is chat and reply_to.is_topic_message:
        thread_id = reply_to.thread_id
    return Target(chat, thread_id, reply_to, quote, receiver_in(state, parameters, chat))


def _is_administrator(state: State, chat: Chat) -> bool:
    member = chat.members.get(state.world.bot.id)
    return member is not None and member.is_administrator


def _reply(state: State, chat: Chat, wanted: Mapping[str, Any] | None) -> tuple[Message | None, dict[str, Any] | None]:
    if wanted is not None and "ephemeral_message_id" in wanted:
        return _whisper(chat, wanted["ephemeral_message_id"]), None
    if wanted is not None and "message_id" not in wanted:
        raise bad_request("can't parse reply parameters: Can't find field \"message_id\"")
    if wanted is None or wanted["message_id"] <= 0:
        return None, None
    source = chat
    if "chat_id" in wanted:
        source = state.world.readable_chat(wanted["chat_id"])
    if wanted["message_id"] not in source.messages and wanted.get("allow_sending_without_reply"):
        return None, None
    message = find_message(source, wanted["message_id"], "message to be replied")
    return message, _quote(message, wanted)


def _whisper(chat: Chat, number: int) -> Message:
    if number not in chat.ephemeral:
        raise bad_request("message to be replied not found")
    return chat.ephemeral[number]


def _quote(message: Message, wanted: Mapping[str, Any]) -> dict[str, Any] | None:
    if not wanted.get("quote"):
        return None
    quote, _ = read_text(
        wanted["quote"], parse_mode=wanted.get("quote_parse_mode"), entities=wanted.get("quote_entities")
    )
    at = message.text.find(quote.text)
    if at < 0 or utf16_length(quote.text) > QUOTE_UTF16:
        raise bad_request("QUOTE_TEXT_INVALID")
    return {"text": quote.text, "position": utf16_length(message.text[:at]), "is_manual": True}


def read_markup(state: State, parameters: Parameters, call: Call) -> dict[str, Any] | None:
    """Return the inline keyboard to show, None for none; silent faults are blamed on `call`.

    Raises:
        RefusedError: the keyboard is wrong.
    """
    markup, faults = check_markup(parameters.get("reply_markup"))
    for fault in faults:
        state.blame(call, fault)
    return markup


def read_caption(state: State, parameters: Parameters, call: Call) -> dict[str, Any]:
    """Return the fields of a caption, none where there is none.

    Raises:
        RefusedError: it is too long, or its markup is wrong.
    """
    caption = read_formatted(state, call, parameters, "caption", "parse_mode", "caption_entities")
    if utf16_length(caption.text) > CAPTION_UTF16:
        raise bad_request("message caption is too long")
    if is_empty(caption.text):
        return {}
    return {"caption": caption.text, "caption_entities": caption.entities_json()}


def read_formatted(
    state: State, call: Call, parameters: Parameters, text: str, mode: str, entities: str
) -> FormattedText:
    """Return the text of the parameters with these names; silent faults are blamed on `call`.

    Raises:
        RefusedError: its markup or an entity is wrong.
    """
    formatted, faults = read_text(
        parameters.get(text, ""), parse_mode=parameters.get(mode), entities=parameters.get(entities)
    )
    for fault in faults:
        state.blame(call, fault)
    return formatted


def send(state: State, parameters: Parameters, call: Call, target: Target, content: dict[str, Any]) -> dict[str, Any]:
    """Return the new message as Telegram answers it; the test sees it, too.

    Raises:
        RefusedError: the keyboard is wrong, or flood control is on and this is too much.
    """
    markup = read_markup(state, parameters, call)
    state.flood.count(target.chat.id, is_group=target.chat.is_group, now=time.monotonic())
    in_channel = target.chat.type == "channel"
    known = {
        "sender": None if in_channel else state.world.bot,
        "sender_chat": target.chat if in_channel else None,
        "reply_to": target.reply_to,
        "thread_id": target.thread_id,
        "is_topic_message": target.thread_id is not None,
        "markup": markup,
        "by_bot": True,
    }
    if target.receiver is not None:
        message = state.world.add_ephemeral(target.chat, content, receiver=target.receiver, **known)
    else:
        message = state.world.add_message(target.chat, content, **known)
    if target.quote is not None:
        message.extra["quote"] = target.quote
    if parameters.get("protect_content"):
        message.extra["has_protected_content"] = True
    state.show_sent(message)
    return message.as_json()
