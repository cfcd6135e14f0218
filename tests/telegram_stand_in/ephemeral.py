"""Methods that edit and delete messages which one member alone sees."""

from typing import Any

from .messages import photo_of, text_content
from .records import Call
from .refusals import bad_request
from .sending import Parameters, read_caption, read_markup
from .state import State
from .world import Message


def edit_text(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True; the receiver may never see the edit."""
    message = _editable(state, parameters)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    _change(state, message, text_content(state, parameters, call), read_markup(state, parameters, call))
    return True


def edit_media(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True; of media the stand-in knows photos."""
    message = _editable(state, parameters)
    media = parameters["media"]
    if "photo" not in message.content or media.get("type") != "photo":
        raise bad_request("there is no media in the message to edit")
    content = photo_of(state, media["media"]) | read_caption(state, media, call)
    _change(state, message, content, read_markup(state, parameters, call))
    return True


def delete(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True; the bot may delete what it sent."""
    message = _editable(state, parameters)
    del message.chat.ephemeral[message.ephemeral_id]
    state.changed.notify_all()
    return True


def _change(state: State, message: Message, content: dict[str, Any], markup: dict[str, Any] | None) -> None:
    message.content, message.markup = content, markup
    state.show_edited(message)


def _editable(state: State, parameters: Parameters) -> Message:
    chat = state.world.readable_chat(parameters["chat_id"])
    message = chat.ephemeral.get(parameters["ephemeral_message_id"])
    if message is None or not message.by_bot or message.receiver is None:
        raise bad_request("message to edit not found")
    if message.receiver.id != parameters["receiver_user_id"]:
        raise bad_request("message to edit not found")
    return message
