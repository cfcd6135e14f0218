"""What a button carries: everything needed to answer its press, also after a restart, in 64 bytes.

Clients can send any callback data. So it is signed: HMAC-SHA256 (RFC 2104), its first eight bytes, over the
payload and the chat that the button stands in, with a key made from the bot's token.
"""

import base64
import binascii
import hmac
import struct
from dataclasses import dataclass
from enum import Enum, IntEnum

BUTTON_LIFE_DAYS = 30
MAX_KEYS = 4
_VERSION = 1
_ACTION_BITS = 5
_KEY_BYTES = 5
_SECONDS_A_DAY = 86_400
_SEAL_BYTES = 8
# Version and action, flags, index or page, day of expiry; then the passage keys.
_HEADER = struct.Struct(">BBHH")
_CHAT = struct.Struct(">q")
_WHEN, _NEAREST, _ABOUT, _AGAINST = 1, 2, 4, 8


class Action(IntEnum):
    """What a press asks for."""

    SHOW = 1  # the result at `index`
    AROUND = 2  # the surroundings of the result at `index`
    LIBRARY = 3  # page `index` of the library
    TIMELINE = 4  # page `index` of a timeline's list
    CENTURY = 5  # the timeline of century `index` of the Hijra, 0 for what was before it
    TODAY = 6  # page `index` of what happened on the day of the card
    ALONE = 7  # the follow-up that the card answers, asked as a question of its own
    ABOUT = 8  # the same follow-up, asked again about what was spoken of
    TEXTS = 9  # page `index` of the list of texts to read
    READ = 10  # page `index` of a text, from 1; 0 for the one where its reader stopped
    SETTINGS = 11  # a page, or a choice, of the settings of the chat that it is `about`
    BETTER = 13  # this passage has the answer; without one, none that was shown has
    VOTE = 14  # the result at `index` is liked, or not where the button is `against`
    FORGET = 15  # forget whoever presses: at `index` 1 yes, at 0 no
    OWN = 16  # page `index` of the chat's own texts
    ASK_REMOVAL = 17  # whether the own text with the key is to be removed
    REMOVE = 18  # remove the own text with the key


LISTS = frozenset({Action.LIBRARY, Action.TIMELINE, Action.CENTURY, Action.TODAY, Action.TEXTS})
"""What leads through a list: such a button carries no passages."""
OWN_TEXTS = frozenset({Action.OWN, Action.ASK_REMOVAL, Action.REMOVE})
"""What stands under a chat's own texts."""
READINGS = frozenset({Action.ALONE, Action.ABOUT})
"""What reads a follow-up in another way: all that it needs stands on the card."""

OPINIONS = frozenset({Action.VOTE, Action.BETTER})
"""What tells what someone thinks of an answer."""


@dataclass(frozen=True, slots=True)
class Button:
    """What a press means: `index` counts from 0, into `keys` or the pages of a list.

    `keys` are the passages of the answer, best first, at most four; one that reads carries the key of its text.
    `when` tells that the question came with /when, `nearest` that the texts didn't answer and these are only the
    nearest passages. `about` is the chat whose settings it is for, 0 for none. `against` tells of a
    vote that the answer is not liked.
    """

    action: Action
    index: int = 0
    keys: tuple[bytes, ...] = ()
    when: bool = False
    nearest: bool = False
    about: int = 0
    against: bool = False


class DeadButton(Enum):
    """Why a press can't be followed."""

    FORGED = "forged"  # its data wasn't made by this bot for this chat
    EXPIRED = "expired"  # made more than thirty days ago, or by a version that isn't known any more
    GONE = "gone"  # the library has changed: the button's passage isn't in it any more


class ButtonSeal:
    """Makes callback data from buttons and buttons from callback data."""

    def __init__(self, token: str) -> None:
        self._key = hmac.digest(token.encode(), b"qa_bot buttons", "sha256")

    def seal(self, button: Button, *, chat_id: int, now_s: float) -> str:
        """Return callback data for a button in this chat, good for thirty days; at most 57 bytes.

        Raises:
            ValueError: more keys than fit, or the index isn't one of theirs.
        """
        points = bool(button.keys) and button.action not in (Action.READ, Action.SETTINGS)
        if len(button.keys) > MAX_KEYS or (points and button.index >= len(button.keys)):
            raise ValueError("A button carries at most four keys, and an index among them")
        flags = (
            _WHEN * button.when | _NEAREST * button.nearest | _ABOUT * bool(button.about) | _AGAINST * button.against
        )
        about = _CHAT.pack(button.about) if button.about else b""
        last_day = int(now_s // _SECONDS_A_DAY) + BUTTON_LIFE_DAYS
        header = _HEADER.pack(_VERSION << _ACTION_BITS | button.action, flags, button.index, last_day)
        payload = header + about + b"".join(button.keys)
        return base64.urlsafe_b64encode(payload + self._mac(payload, chat_id)).rstrip(b"=").decode()

    def open(self, data: str, *, chat_id: int, now_s: float) -> Button | DeadButton:
        """Return the button that `data` was made from, or why there is none: it is forged, or has expired."""
        payload = self._payload(data, chat_id)
        if isinstance(payload, DeadButton):
            return payload
        version_action, flags, index, last_day = _HEADER.unpack_from(payload)
        if last_day < now_s // _SECONDS_A_DAY:
            return DeadButton.EXPIRED
        rest, about = payload[_HEADER.size :], 0
        if flags & _ABOUT:
            (about,), rest = _CHAT.unpack_from(rest), rest[_CHAT.size :]
        keys = tuple(rest[start : start + _KEY_BYTES] for start in range(0, len(rest), _KEY_BYTES))
        return Button(
            Action(version_action & (1 << _ACTION_BITS) - 1),
            index,
            keys,
            when=bool(flags & _WHEN),
            nearest=bool(flags & _NEAREST),
            against=bool(flags & _AGAINST),
            about=about,
        )

    def _payload(self, data: str, chat_id: int) -> bytes | DeadButton:
        """Return the signed part of `data` after checking the signature and the version."""
        try:
            raw = base64.b64decode(data + "=" * (-len(data) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            return DeadButton.FORGED
        payload, mac = raw[:-_SEAL_BYTES], raw[-_SEAL_BYTES:]
        if not hmac.compare_digest(mac, self._mac(payload, chat_id)):
            return DeadButton.FORGED
        if payload[0] >> _ACTION_BITS != _VERSION:
            return DeadButton.EXPIRED
        return payload

    def _mac(self, payload: bytes, chat_id: int) -> bytes:
        return hmac.digest(self._key, f"{chat_id}:".encode() + payload, "sha256")[:_SEAL_BYTES]
