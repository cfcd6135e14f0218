"""From a call to its answer: the handler of each method, and what is recorded."""

import time
from collections.abc import Mapping
from typing import Any

from . import chats, ephemeral, files, messages, polls, profile, queries, receiving
from .decode import Decoder, Upload
from .records import Call
from .refusals import RefusedError
from .sending import Handler
from .state import State
from .tables import EPHEMERAL_METHODS, METHODS, OTHER_METHODS, parameters_of

HANDLERS: dict[str, Handler] = {
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "getMe": profile.get_me,
    "logOut": profile.done,
    "close": profile.done,
    "sendMessage": messages.send_message,
    "sendPhoto": messages.send_photo,
    "sendDocument": messages.send_document,
    "sendPoll": polls.send_poll,
    "sendChatAction": messages.send_chat_action,
    "editMessageText": messages.edit_message_text,
    "editMessageMedia": messages.edit_message_media,
    "editMessageReplyMarkup": messages.edit_message_reply_markup,
    "deleteMessage": messages.delete_message,
    "editEphemeralMessageText": ephemeral.edit_text,
    "editEphemeralMessageMedia": ephemeral.edit_media,
    "deleteEphemeralMessage": ephemeral.delete,
    "answerCallbackQuery": queries.answer_callback_query,
    "answerInlineQuery": queries.answer_inline_query,
    "answerGuestQuery": queries.answer_guest_query,
    "getFile": files.get_file,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.set_my_name,
    "getMyName": profile.get_my_name,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatAdministrators": chats.get_chat_administrators,
    "getChatMemberCount": chats.get_chat_member_count,
    "leaveChat": chats.leave_chat,
}
_SPELLING = {name.lower(): name for name in [*METHODS, *EPHEMERAL_METHODS, *OTHER_METHODS]}


def begin_call(state: State, method: str, raw: Mapping[str, Any], *, by_webhook: bool = False) -> Call:
    """Return the record of a call that has just come in; methods are known in any spelling of their case."""
    shown = {
        name: f"<{len(value.content)} bytes>" if isinstance(value, Upload) else value for name, value in raw.items()
    }
    chat_id = raw.get("chat_id")
    if isinstance(chat_id, str) and chat_id.lstrip("-").isdigit():
        chat_id = int(chat_id)
    call = Call(_SPELLING.get(method.lower(), method), shown, time.monotonic(), chat_id=chat_id, by_webhook=by_webhook)
    with state.lock:
        state.calls.append(call)
        state.changed.notify_all()
    return call


def decode(state: State, call: Call, raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of `call`; what Telegram passes over in silence is blamed on it.

    Raises:
        RefusedError: the method or a parameter is wrong.
    """
    if call.method in OTHER_METHODS:
        raise RefusedError(404, f"Not Found: {call.method} is not part of this stand-in")
    if parameters_of(call.method, state.version) is None:
        raise RefusedError(404, "Not Found")
    decoder = Decoder(state.version)
    try:
        return decoder.parameters(call.method, raw)
    finally:
        for fault in decoder.faults:
            state.blame(call, fault)


def run(state: State, call: Call, raw: Mapping[str, Any]) -> None:
    """Let `call` take effect, and record its answer in it."""
    with state.lock:
        try:
            parameters = decode(state, call, raw)
            succeed(state, call, HANDLERS[call.method](state, parameters, call))
        except RefusedError as refused:
            refuse(state, call, refused)


def succeed(state: State, call: Call, result: Any) -> None:
    """Record that `call` is answered with `result`."""
    call.code, call.result = 200, result
    state.changed.notify_all()


def refuse(state: State, call: Call, refused: RefusedError) -> None:
    """Record that `call` is refused; unless the world is to blame, the bot is."""
    call.code, call.description = refused.code, refused.description
    call.result = refused.parameters or None
    if not refused.excused:
        state.blame(call, refused.description)
    state.changed.notify_all()


def payload(call: Call) -> dict[str, Any]:
    """Return the body that Telegram answers `call` with."""
    if call.ok:
        return {"ok": True, "result": call.result}
    body = {"ok": False, "error_code": call.code, "description": call.description}
    return body | ({"parameters": call.result} if call.result else {})
