"""Links that open a private chat with the bot, where a group's settings are shown.

Anyone can follow or forge one: it is only told apart which chat is meant, and rights are looked at afterwards.
"""

import re

_SETTINGS = "settings"
_PAYLOAD = re.compile(rf"{_SETTINGS}(?P<chat>-[0-9]{{1,18}})")


def settings_link(username: str, chat_id: int) -> str:
    """Return the link to a chat's settings.

    >>> settings_link("qa_bot", -100123)
    'https://t.me/qa_bot?start=settings-100123'
    """
    return f"https://t.me/{username}?start={_SETTINGS}{chat_id}"


def chat_of_settings(payload: str) -> int | None:
    """Return the chat whose settings a link's payload asks for; None for any other payload.

    >>> chat_of_settings("settings-100123"), chat_of_settings("settings7"), chat_of_settings("")
    (-100123, None, None)
    """
    found = _PAYLOAD.fullmatch(payload)
    return int(found["chat"]) if found else None
