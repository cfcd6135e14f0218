"""Methods that send, edit and delete messages."""

from typing import Any

from .decode import Upload
from .formatted import FormattedText, is_empty
from .limits import PHOTO_BYTES, TEXT_UTF16, UPLOAD_BYTES, utf16_length
from .records import Call
from .refusals import bad_request
from .sending import Parameters, find_target, read_caption, read_formatted, read_markup, send
from .state import State
from .tables import words
from .world import Message, find_message

CHAT_ACTIONS = words(
    """typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker
    find_location record_video_note upload_video_note"""
)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current"
    " content and reply markup of the message"
)


def send_message(state: State, parameters: Parameters, call: Call) -> dict[str, Any]:
    """Return the message sent."""
    target = find_target(state, parameters)
    content = text_content(state, parameters, call)
    return send(state, parameters, call, target, content)


def send_photo(state: State, parameters: Parameters, call: Call) -> dict[str, Any]:
    """Return the message sent."""
    target = find_target(state, parameters)
    photo = photo_of(state, parameters["photo"])
    return send(state, parameters, call, target, photo | read_caption(state, parameters, call))


def send_document(state: State, parameters: Parameters, call: Call) -> dict[str, Any]:
    """Return the message sent."""
    target = find_target(state, parameters)
    document = parameters["document"]
    file_id, size = _stored(state, document, UPLOAD_BYTES)
    written = {"file_id": file_id, "file_unique_id": f"unique-{file_id}", "file_size": size}
    if isinstance(document, Upload):
        written |= {"file_name": document.name, "mime_type": document.media_type}
    return send(state, parameters, call, target, {"document": written} | read_caption(state, parameters, call))


def send_chat_action(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True; the action must be one that Telegram knows."""
    find_target(state, parameters)
    if parameters["action"] not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def edit_message_text(state: State, parameters: Parameters, call: Call) -> dict[str, Any]:
    """Return the message as edited."""
    message = _editable(state, parameters)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    content = text_content(state, parameters, call)
    markup = read_markup(state, parameters, call)
    if (content, markup) == (message.content, message.markup):
        raise bad_request(NOT_MODIFIED)
    message.content, message.markup = content, markup
    state.show_edited(message)
    return message.as_json()


def edit_message_media(state: State, parameters: Parameters, call: Call) -> dict[str, Any]:
    """Return the message with another photo and its caption; of media this is all that the stand-in knows."""
    message = _editable(state, parameters)
    media = parameters["media"]
    if "photo" not in message.content or media.get("type") != "photo":
        raise bad_request("there is no media in the message to edit")
    message.content = photo_of(state, media["media"]) | read_caption(state, media, call)
    message.markup = read_markup(state, parameters, call)
    state.show_edited(message)
    return message.as_json()


def edit_message_reply_markup(state: State, parameters: Parameters, call: Call) -> dict[str, Any]:
    """Return the message with its new keyboard."""
    message = _editable(state, parameters)
    markup = read_markup(state, parameters, call)
    if markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    message.markup = markup
    state.show_edited(message)
    return message.as_json()


def delete_message(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True; the bot may delete its own, any in a private chat, and any where it is an administrator."""
    chat = state.world.readable_chat(parameters["chat_id"])
    message = find_message(chat, parameters["message_id"], "message to delete")
    member = chat.members.get(state.world.bot.id)
    if not (message.by_bot or chat.type == "private" or (member is not None and member.is_administrator)):
        raise bad_request("message can't be deleted")
    del chat.messages[message.id]
    chat.deleted.add(message.id)
    state.changed.notify_all()
    return True


def text_content(state: State, parameters: Parameters, call: Call) -> dict[str, Any]:
    """Return the content of a message of words.

    Raises:
        RefusedError: there are none, or their markup is wrong.
    """
    if not parameters.get("text"):
        raise bad_request("message text is empty")
    text = read_formatted(state, call, parameters, "text", "parse_mode", "entities")
    _check_length(text)
    content: dict[str, Any] = {"text": text.text}
    if text.entities:
        content["entities"] = text.entities_json()
    if parameters.get("link_preview_options"):
        content["link_preview_options"] = parameters["link_preview_options"]
    return content


def _check_length(text: FormattedText) -> None:
    if is_empty(text.text):
        raise bad_request("text must be non-empty")
    if utf16_length(text.text) > TEXT_UTF16:
        raise bad_request("message is too long")


def _editable(state: State, parameters: Parameters) -> Message:
    if "inline_message_id" in parameters:
        raise bad_request("MESSAGE_ID_INVALID")
    if "chat_id" not in parameters or "message_id" not in parameters:
        raise bad_request("message identifier is not specified")
    chat = state.world.writable_chat(parameters["chat_id"])
    message = find_message(chat, parameters["message_id"], "message to edit")
    if not message.by_bot:
        raise bad_request("message can't be edited")
    return message


def photo_of(state: State, file: Upload | str) -> dict[str, Any]:
    """Return the content of a message with a photo."""
    file_id, size = _stored(state, file, PHOTO_BYTES)
    known = {"file_id": file_id, "file_unique_id": f"unique-{file_id}", "width": 800, "height": 600, "file_size": size}
    return {"photo": [known]}


def _stored(state: State, file: Upload | str, limit: int) -> tuple[str, int]:
    """Return the id and size of `file`: an upload, the id of an earlier one, or an address."""
    if isinstance(file, Upload):
        if not file.content:
            raise bad_request("file must be non-empty")
        if len(file.content) > limit:
            raise bad_request("file is too big")
        return state.files.add(file.content), len(file.content)
    if file.startswith(("http://", "https://")):
        return state.files.add(file.encode()), len(file)
    if file not in state.files.contents:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return file, len(state.files.contents[file])
