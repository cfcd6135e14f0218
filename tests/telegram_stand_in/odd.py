"""Updates that are well-formed and odd: kinds and fields of tomorrow, empty texts, senders that are no people."""

import time
from typing import Any

from .users import User
from .world import Chat

KASRA, INVISIBLE = "\u0650", "\u200b\u2060\ufeff"
OVERRIDE, TAG_LETTER = "\u202e", "\U000e0041"


def odd_updates(chat: Chat, user: User) -> dict[str, dict[str, Any]]:
    """Return the updates by name, without ids; `TelegramStandIn.sends_update` queues one.

    None deserves an answer that breaks the bot; most deserve none.
    """
    return _messages(chat, user) | _queries(chat, user) | _kinds(chat, user)


def _messages(chat: Chat, user: User) -> dict[str, dict[str, Any]]:
    def said(**content: Any) -> dict[str, Any]:
        message = {"message_id": 2_000_000_001, "chat": chat.as_json(), "date": int(time.time())}
        return {"message": message | {"from": user.as_json()} | content}

    nobody = said(text="/help")
    del nobody["message"]["from"]
    unknown_entity = {"type": "entity_of_tomorrow", "offset": 0, "length": 4}
    return {
        "a field of tomorrow": said(text="متى", hologram={"depth": 3, "parts": [None, {"of": []}]}),
        "content of tomorrow": said(smell={"file_id": "x", "strength": 0.5}),
        "an entity of tomorrow": said(text="متى؟", entities=[unknown_entity]),
        "an entity outside the text": said(text="متى", entities=[{"type": "bold", "offset": 2, "length": 900}]),
        "a command without a name": said(text="/", entities=[{"type": "bot_command", "offset": 0, "length": 1}]),
        "only marks": said(text=KASRA * 4096),
        "nothing visible": said(text=INVISIBLE),
        "hidden directions": said(text=f"{OVERRIDE}متى{TAG_LETTER}"),
        "nobody": nobody,
        "no content": said(),
        "a type of chat of tomorrow": said(text="/help", chat={"id": chat.id, "type": "galaxy"}),
    }


def _queries(chat: Chat, user: User) -> dict[str, dict[str, Any]]:
    query = {"from": user.as_json(), "chat_instance": "1"}
    gone = {"chat": chat.as_json(), "message_id": 2_000_000_002, "date": 0}
    return {
        "a press without data": {"callback_query": query | {"id": "1", "game_short_name": "chess", "message": gone}},
        "a press in an inline message": {"callback_query": query | {"id": "2", "inline_message_id": "AQ", "data": "x"}},
        "a press that is long and foreign": {"callback_query": query | {"id": "3", "message": gone, "data": "ض" * 32}},
        "a press without a message": {"callback_query": query | {"id": "4", "data": "::::"}},
    }


def _kinds(chat: Chat, user: User) -> dict[str, dict[str, Any]]:
    now = int(time.time())
    request = {"chat": chat.as_json(), "from": user.as_json(), "user_chat_id": user.id, "date": now}
    return {
        "an update of tomorrow": {"telepathy": {"from": user.as_json(), "thought": "متى؟"}},
        "an empty update": {},
        "a request to join": {"chat_join_request": request},
        "a poll": {
            "poll_answer": {"poll_id": "1", "user": user.as_json(), "option_ids": [0], "option_persistent_ids": ["1"]}
        },
    }
