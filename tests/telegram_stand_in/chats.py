"""Methods that ask about chats and members."""

import time
from typing import Any

from .records import Call
from .refusals import bad_request
from .sending import Parameters
from .state import State
from .users import INSIDE, Member
from .world import Chat

GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_chat(state: State, parameters: Parameters, call: Call) -> dict[str, Any]:
    """Return the chat in full."""
    chat = state.world.readable_chat(parameters["chat_id"])
    full = chat.as_json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    if chat.linked is not None:
        full["linked_chat_id"] = chat.linked.id
    return full


def get_chat_member(state: State, parameters: Parameters, call: Call) -> dict[str, Any]:
    """Return what a user is in the chat; one who was never there has left."""
    chat = state.world.readable_chat(parameters["chat_id"])
    user = state.world.users.get(parameters["user_id"])
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return chat.members.get(user.id, Member(user, "left")).as_json()


def get_chat_administrators(state: State, parameters: Parameters, call: Call) -> list[dict[str, Any]]:
    """Return the administrators; other bots only where they are asked for."""
    chat = state.world.readable_chat(parameters["chat_id"])
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    return [
        member.as_json()
        for member in chat.members.values()
        if member.is_administrator
        and (not member.user.is_bot or member.user is state.world.bot or parameters.get("return_bots"))
    ]


def get_chat_member_count(state: State, parameters: Parameters, call: Call) -> int:
    """Return how many are in the chat."""
    chat = state.world.readable_chat(parameters["chat_id"])
    return 2 if chat.type == "private" else sum(member.status in INSIDE for member in chat.members.values())


def leave_chat(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True; the bot hears that it left."""
    chat = state.world.readable_chat(parameters["chat_id"])
    if chat.type == "private":
        raise bad_request("chat is a private chat and can't be left")
    bot = state.world.bot
    state.queue("my_chat_member", change_of_membership(chat, bot, Member(bot, "left")))
    return True


def change_of_membership(chat: Chat, by: Any, new: Member) -> dict[str, Any]:
    """Return the ChatMemberUpdated, and put `new` in its place."""
    old = chat.members.get(new.user.id, Member(new.user, "left"))
    chat.members[new.user.id] = new
    return {
        "chat": chat.as_json(),
        "from": by.as_json(),
        "date": int(time.time()),
        "old_chat_member": old.as_json(),
        "new_chat_member": new.as_json(),
    }
