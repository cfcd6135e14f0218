"""Who alone sees a message of a group, from Bot API 10.2 on; 10.3 names the receiver in another way.

What Telegram documents: an administrator may send them to any member who is no bot, any other bot within fifteen
seconds of a pressed button or an incoming message of this kind. They have no `message_id`, and methods of their own.
In which words Telegram refuses a receiver who isn't in the chat isn't documented; that it refuses a bot without rights
by BOT_NOT_ADMIN was seen by others.
"""

import time
from collections.abc import Mapping
from typing import Any

from .refusals import RefusedError, bad_request
from .state import State
from .users import INSIDE, User
from .world import Chat

ELIGIBLE_S = 15.0


def receiver_in(state: State, parameters: Mapping[str, Any], chat: Chat) -> User | None:
    """Return who alone is to see the message, None where all are.

    Raises:
        RefusedError: the bot may not show anything to this user alone.
    """
    told = parameters.get("ephemeral_message_parameters") or {}
    receiver_id = told.get("receiver_user_id") if state.version >= (10, 3) else parameters.get("receiver_user_id")
    if state.version < (10, 2) or receiver_id is None:
        return None
    bot = chat.members.get(state.world.bot.id)
    query_id = told.get("callback_query_id") or parameters.get("callback_query_id")
    is_administrator = chat.is_group and bot is not None and bot.is_administrator
    if not is_administrator and not _is_asked(state, parameters, chat, receiver_id, query_id):
        raise RefusedError(400, "Bad Request: BOT_NOT_ADMIN", excused=True)
    member = chat.members.get(receiver_id)
    if member is None or member.status not in INSIDE or member.user.is_bot:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member.user


def _is_asked(state: State, parameters: Mapping[str, Any], chat: Chat, receiver_id: int, query_id: str | None) -> bool:
    if not chat.is_group:
        return False
    if query_id is not None:
        return query_id in state.callback_queries and not state.callback_queries[query_id].is_expired
    number = (parameters.get("reply_parameters") or {}).get("ephemeral_message_id")
    asked = chat.ephemeral.get(number)
    if asked is None or asked.sender is None or asked.sender.id != receiver_id:
        return False
    return time.time() - asked.date <= ELIGIBLE_S
