"""The rules of reply markup."""

import json
from collections.abc import Mapping
from typing import Any

from .limits import BUTTONS, BUTTONS_IN_A_ROW, CALLBACK_DATA_BYTES, COPY_TEXT_UTF16, KEYBOARD_BYTES, utf16_length
from .links import checked_link
from .refusals import bad_request
from .tables import BUTTON_ACTIONS

STYLES = ("danger", "success", "primary")


def check_markup(markup: Mapping[str, Any] | None) -> tuple[dict[str, Any] | None, list[str]]:
    """Return the inline keyboard that a message shows, None for none, and the silent faults of `markup`.

    Raises:
        RefusedError: a button or the keyboard is wrong.
    """
    if markup is None or "inline_keyboard" not in markup:
        return None, []
    rows = [list(row) for row in markup["inline_keyboard"] if row]
    _check_size(rows)
    faults = [fault for row in rows for button in row for fault in _check_button(button)]
    return ({"inline_keyboard": rows} if rows else None), faults


def _check_size(rows: list[list[dict[str, Any]]]) -> None:
    size = len(json.dumps(rows, ensure_ascii=False).encode())
    if sum(map(len, rows)) > BUTTONS or size > KEYBOARD_BYTES or any(len(row) > BUTTONS_IN_A_ROW for row in rows):
        raise bad_request("reply markup is too long")


def _check_button(button: Mapping[str, Any]) -> list[str]:
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: Button text must be non-empty")
    actions = [action for action in BUTTON_ACTIONS if button.get(action) not in (None, "", False)]
    # An empty query is a query: it only opens the chat.
    actions += [name for name in BUTTON_ACTIONS if name.startswith("switch_inline") and button.get(name) == ""]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    _check_action(button)
    faults = (
        [] if len(actions) == 1 else [f"button {button['text']!r} has {len(actions)} actions: {', '.join(actions)}"]
    )
    if button.get("style", STYLES[0]) not in STYLES:
        faults.append(f"button style {button['style']!r} is unknown")
    return faults


def _check_action(button: Mapping[str, Any]) -> None:
    if len(button.get("callback_data", "").encode()) > CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    copied = button.get("copy_text")
    if copied is not None and not 1 <= utf16_length(copied["text"]) <= COPY_TEXT_UTF16:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    url = button.get("url")
    if url and checked_link(url) is None:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
