import json
from pathlib import Path
from typing import Any

import pytest

from telegram_stand_in.dispatch import HANDLERS
from telegram_stand_in.tables import (
    EPHEMERAL_METHODS,
    METHODS,
    OBJECTS,
    OPTIONAL_UPDATES,
    OTHER_METHODS,
    UPDATE_TYPES,
    Field,
    fields,
)

DESCRIPTION = Path(__file__).resolve().parents[3] / "shared" / "telegram" / "api.json"
SCALARS = {"Integer": "int", "String": "str", "Boolean": "bool", "True": "bool", "Integer|String": "chat"}
FILES = {"InputFile", "InputFile|String"}
MARKUP = "InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply"


@pytest.fixture(scope="module")
def api() -> dict[str, Any]:
    if not DESCRIPTION.is_file():
        pytest.skip("../shared/telegram/api.json, the Bot API's description, is not here")
    description: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    return description


def described(items: list[dict[str, Any]]) -> dict[str, Field]:
    return {item["name"]: Field(item["name"], kind_of("|".join(item["types"])), item["required"]) for item in items}


def kind_of(written: str) -> str:
    """Return how the tables write this type; objects that they don't spell out are plain objects."""
    if written.startswith("Array of "):
        return f"[{kind_of(written.removeprefix('Array of '))}]"
    if written in FILES:
        return "file"
    if written == MARKUP:
        return "ReplyMarkup"
    unions = {"ReplyMarkup", "BotCommandScope", "InlineQueryResult", "InputMedia", "InputMessageContent"}
    return SCALARS.get(written, written if written in {*OBJECTS, *unions} else "object")


@pytest.mark.parametrize("method", METHODS)
def test_a_method_takes_what_the_bot_api_says(method: str, api: dict[str, Any]) -> None:
    assert fields(METHODS[method]) == described(api["methods"][method].get("fields", []))


@pytest.mark.parametrize("kind", OBJECTS)
def test_an_object_has_the_fields_the_bot_api_says(kind: str, api: dict[str, Any]) -> None:
    assert fields(OBJECTS[kind]) == described(api["types"][kind].get("fields", []))


def test_every_method_of_the_bot_api_is_known(api: dict[str, Any]) -> None:
    assert {*METHODS, *OTHER_METHODS} == set(api["methods"])


def test_every_kind_of_update_is_known(api: dict[str, Any]) -> None:
    assert {item["name"] for item in api["types"]["Update"]["fields"]} - {"update_id"} == UPDATE_TYPES


def test_kinds_that_must_be_asked_for_are_kinds() -> None:
    assert set(OPTIONAL_UPDATES) <= UPDATE_TYPES


def test_every_method_in_the_table_is_played() -> None:
    assert {*HANDLERS, "getUpdates"} == {*METHODS, *EPHEMERAL_METHODS}
