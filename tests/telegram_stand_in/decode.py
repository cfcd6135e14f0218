"""From what came over HTTP to the parameters of a method, checked against the tables."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .refusals import RefusedError, bad_request
from .tables import INLINE_RESULT_TYPES, NEWER_PARAMETERS, Field, fields_of, parameters_of

TYPE_NAMES = {"int": "Number", "str": "String", "bool": "Boolean", "object": "Object", "chat": "String"}
# Telegram's name for an object in "can't parse …"; the others go by the name of their type.
SPOKEN = {
    "InlineKeyboardButton": "inline keyboard button",
    "KeyboardButton": "keyboard button",
    "InlineKeyboardMarkup": "reply markup",
    "ReplyKeyboardMarkup": "reply markup",
    "LinkPreviewOptions": "link preview options",
    "ReplyParameters": "reply parameters",
    "InlineQueryResultArticle": "inline query result",
}
MARKUPS = {
    "inline_keyboard": "InlineKeyboardMarkup",
    "keyboard": "ReplyKeyboardMarkup",
    "remove_keyboard": "ReplyKeyboardRemove",
    "force_reply": "ForceReply",
}
COMMAND_SCOPES = {
    "default": "BotCommandScopeDefault",
    "all_private_chats": "BotCommandScopeAllPrivateChats",
    "all_group_chats": "BotCommandScopeAllGroupChats",
    "all_chat_administrators": "BotCommandScopeAllChatAdministrators",
    "chat": "BotCommandScopeChat",
    "chat_administrators": "BotCommandScopeChatAdministrators",
    "chat_member": "BotCommandScopeChatMember",
}
YES, NO = frozenset({"true", "1", "yes"}), frozenset({"false", "0", "no", ""})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came along in a multipart body."""

    name: str
    content: bytes
    media_type: str


@dataclass(slots=True)
class Decoder:
    """Decodes one call; `faults` gathers what Telegram would pass over in silence."""

    version: tuple[int, int] = (10, 1)
    faults: list[str] = field(default_factory=list)
    _uploads: Mapping[str, Any] = field(default_factory=dict)

    def parameters(self, method: str, raw: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parameters of `method` by name, decoded; those that are missing are left out.

        Raises:
            RefusedError: a required one is missing, or one is of the wrong type.
        """
        self._uploads = {name: value for name, value in raw.items() if isinstance(value, Upload)}
        table = parameters_of(method, self.version) or {}
        decoded: dict[str, Any] = {}
        for name, value in raw.items():
            if name in table and value is not None:
                decoded[name] = self._value(table[name].type, value, name)
            elif name not in (*table, *NEWER_PARAMETERS) and not self._attached(name, raw):
                self.faults.append(f'{method} has no parameter "{name}"')
        for expected in table.values():
            if expected.required and expected.name not in decoded:
                raise _missing(expected)
        return decoded

    def _attached(self, name: str, raw: Mapping[str, Any]) -> bool:
        return name in self._uploads and any(f"attach://{name}" in str(value) for value in raw.values())

    def _value(self, kind: str, value: Any, where: str) -> Any:
        scalar = {"int": _integer, "str": _string, "bool": _boolean, "chat": _chat}.get(kind)
        if scalar is not None:
            return scalar(value, where)
        if kind == "file":
            return self._file(value, where)
        if kind == "InputMedia":
            described = self._nested("object", _json(value, where), where)
            return {**described, "media": self._file(described.get("media"), "media")}
        return self._nested(kind, _json(value, where), where)

    def _file(self, value: Any, where: str) -> Any:
        if isinstance(value, str) and value.startswith("attach://"):
            value = self._uploads.get(value.removeprefix("attach://"))
        if not isinstance(value, (Upload, str)) or value == "":
            raise bad_request(f"there is no {where} in the request")
        return value

    def _nested(self, kind: str, value: Any, where: str) -> Any:
        if kind.startswith("["):
            if not isinstance(value, list):
                raise bad_request(f'Field "{where}" must be of type Array')
            return [self._nested(kind[1:-1], item, where) for item in value]
        if kind in ("int", "str", "bool", "chat"):
            return _strict(kind, value, where)
        if not isinstance(value, dict):
            raise bad_request(
                "object expected as reply markup"
                if kind == "ReplyMarkup"
                else f'Field "{where}" must be of type Object'
            )
        return self._object(_member_of_union(kind, value), value)

    def _object(self, kind: str, value: dict[str, Any]) -> dict[str, Any]:
        table = fields_of(kind, self.version)
        if table is None:
            return value
        spoken = SPOKEN.get(kind, kind)
        self.faults += [f'{kind} has no field "{name}"' for name in value if name not in table]
        for expected in table.values():
            if expected.required and value.get(expected.name) is None:
                raise bad_request(f"can't parse {spoken}: Can't find field \"{expected.name}\"")
        try:
            return {
                name: self._nested(table[name].type, item, name)
                for name, item in value.items()
                if name in table and item is not None
            }
        except RefusedError as refused:
            reason = refused.description.removeprefix("Bad Request: ")
            if reason.startswith("field "):
                raise bad_request(f"can't parse {spoken}: Field {reason.removeprefix('field ')}") from None
            raise


def _missing(expected: Field) -> RefusedError:
    spoken = {"text": "message text is empty", "chat_id": "chat_id is empty", "message_id": "message_id is empty"}
    return bad_request(spoken.get(expected.name, f'parameter "{expected.name}" is required'))


def _member_of_union(kind: str, value: Mapping[str, Any]) -> str:
    if kind == "ReplyMarkup":
        for name, markup in MARKUPS.items():
            if name in value:
                return markup
        raise bad_request("can't parse reply markup: it has no keyboard")
    if kind == "BotCommandScope":
        scope = COMMAND_SCOPES.get(str(value.get("type")))
        if scope is None:
            raise bad_request("can't parse BotCommandScope: Unsupported type specified")
        return scope
    if kind == "InlineQueryResult":
        if value.get("type") not in INLINE_RESULT_TYPES:
            raise bad_request("can't parse inline query result: Unsupported type specified")
        return "InlineQueryResultArticle" if value["type"] == "article" else "object"
    if kind == "InputMessageContent":
        return "InputTextMessageContent" if "message_text" in value else "object"
    return kind


def _json(value: Any, where: str) -> Any:
    """Return `value`, read as JSON where it came as a string; forms carry objects so."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        spoken = "reply keyboard markup" if where == "reply_markup" else where.replace("_", " ")
        raise bad_request(f"can't parse {spoken} JSON object") from None


def _strict(kind: str, value: Any, where: str) -> Any:
    types: dict[str, type | tuple[type, ...]] = {"int": int, "str": str, "bool": bool, "chat": (int, str)}
    if not isinstance(value, types[kind]) or (kind != "bool" and isinstance(value, bool)):
        raise bad_request(f'Field "{where}" must be of type {TYPE_NAMES[kind]}')
    return value


def _integer(value: Any, where: str) -> int:
    if isinstance(value, str) and value.strip().lstrip("-").isascii() and value.strip().lstrip("-").isdigit():
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise bad_request(f'parameter "{where}" must be an Integer')


def _string(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise bad_request(f'parameter "{where}" must be a String')
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise bad_request("strings must be encoded in UTF-8")
    return value


def _boolean(value: Any, where: str) -> bool:
    written = str(value).lower()
    if written not in YES | NO:
        raise bad_request(f'parameter "{where}" must be a Boolean')
    return written in YES


def _chat(value: Any, where: str) -> int | str:
    if isinstance(value, str) and value.startswith("@"):
        return value
    if value == "":
        raise bad_request("chat_id is empty")
    try:
        return _integer(value, where)
    except RefusedError:
        raise bad_request("chat not found") from None
