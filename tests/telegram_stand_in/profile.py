"""Methods about the bot itself: who it is, its commands, its texts."""

import json
import re
from collections.abc import Mapping
from typing import Any

from .limits import (
    BOT_DESCRIPTION_UTF16,
    BOT_NAME_UTF16,
    BOT_SHORT_DESCRIPTION_UTF16,
    COMMAND_DESCRIPTION_UTF16,
    COMMANDS,
    utf16_length,
)
from .records import Call
from .refusals import bad_request
from .sending import Parameters
from .state import State

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"(?:[a-z]{2})?")


def get_me(state: State, parameters: Parameters, call: Call) -> dict[str, Any]:
    """Return the bot."""
    return state.world.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not state.privacy_mode,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def done(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True: logOut and close change nothing here."""
    return True


def set_my_commands(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True; the commands hold for their scope and language."""
    commands = parameters["commands"]
    if len(commands) > COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    key = _scope(state, parameters), _language(parameters)
    state.profile.commands[key] = [_command(command) for command in commands]
    return True


def get_my_commands(state: State, parameters: Parameters, call: Call) -> list[dict[str, str]]:
    """Return the commands of exactly this scope and language."""
    return state.profile.commands.get((_scope(state, parameters), _language(parameters)), [])


def delete_my_commands(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True; the next wider scope holds again."""
    state.profile.commands.pop((_scope(state, parameters), _language(parameters)), None)
    return True


def _command(command: Mapping[str, str]) -> dict[str, str]:
    name = command["command"].removeprefix("/")
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not command["description"].strip():
        raise bad_request("command description must be non-empty")
    if utf16_length(command["description"]) > COMMAND_DESCRIPTION_UTF16:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": command["description"].strip()}


def _scope(state: State, parameters: Parameters) -> str:
    scope = parameters.get("scope", {"type": "default"})
    if "chat_id" in scope:
        chat = state.world.readable_chat(scope["chat_id"])
        if chat.type == "channel":
            raise bad_request("can't change commands in channel chats")
        if scope["type"] != "chat" and chat.type == "private":
            raise bad_request("chat_id must be of a group or supergroup chat")
        scope = scope | {"chat_id": chat.id}
    return json.dumps(scope, sort_keys=True)


def _language(parameters: Parameters) -> str:
    language: str = parameters.get("language_code", "")
    if not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def set_my_name(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True."""
    return _set(state.profile.names, parameters, "name", BOT_NAME_UTF16)


def get_my_name(state: State, parameters: Parameters, call: Call) -> dict[str, str]:
    """Return the name in this language, else the default."""
    return {"name": _get(state.profile.names, parameters) or state.world.bot.first_name}


def set_my_description(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True."""
    return _set(state.profile.descriptions, parameters, "description", BOT_DESCRIPTION_UTF16)


def get_my_description(state: State, parameters: Parameters, call: Call) -> dict[str, str]:
    """Return the description in this language, else the default."""
    return {"description": _get(state.profile.descriptions, parameters)}


def set_my_short_description(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True."""
    return _set(state.profile.short_descriptions, parameters, "short_description", BOT_SHORT_DESCRIPTION_UTF16)


def get_my_short_description(state: State, parameters: Parameters, call: Call) -> dict[str, str]:
    """Return the short description in this language, else the default."""
    return {"short_description": _get(state.profile.short_descriptions, parameters)}


def _set(texts: dict[str, str], parameters: Parameters, name: str, limit: int) -> bool:
    text = parameters.get(name, "")
    if utf16_length(text) > limit:
        raise bad_request(f"{name.replace('_', ' ')} is too long: {limit} characters are allowed")
    texts[_language(parameters)] = text
    return True


def _get(texts: dict[str, str], parameters: Parameters) -> str:
    return texts.get(_language(parameters)) or texts.get("", "")
