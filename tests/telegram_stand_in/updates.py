"""The queue of updates: numbered, filtered by `allowed_updates`, kept until confirmed."""

from collections.abc import Iterable
from typing import Any

from .limits import UPDATES_A_CALL
from .tables import OPTIONAL_UPDATES, UPDATE_TYPES

FIRST_ID = 700_000_001
# A webhook gets updates of one of these at a time: of a chat, or of a user where there is no chat.
_SENDERS = ("message", "edited_message", "channel_post", "edited_channel_post", "my_chat_member", "message_reaction")


class UpdateQueue:
    """Updates that wait for the bot, oldest first; ids grow by one."""

    def __init__(self) -> None:
        self.pending: list[dict[str, Any]] = []
        self.confirmed: list[int] = []
        self.allowed: frozenset[str] = UPDATE_TYPES - set(OPTIONAL_UPDATES)
        self._next_id = FIRST_ID

    def allow(self, types: Iterable[str] | None) -> list[str]:
        """Set what is wanted from now on, None keeps it; return the names that Telegram doesn't know."""
        if types is None:
            return []
        asked = set(types)
        known = asked & UPDATE_TYPES
        self.allowed = frozenset(known) if known else UPDATE_TYPES - set(OPTIONAL_UPDATES)
        return sorted(asked - UPDATE_TYPES)

    def add(self, kind: str, payload: dict[str, Any]) -> int | None:
        """Return the id of the new update, None where the bot doesn't want this kind.

        A kind that this version of the Bot API doesn't know always gets through, as one of tomorrow would.
        """
        if kind in UPDATE_TYPES and kind not in self.allowed:
            return None
        return self.add_raw({kind: payload})

    def add_raw(self, update: dict[str, Any]) -> int:
        """Return the id given to `update`, which is queued as it is."""
        update_id = self._next_id
        self._next_id += 1
        self.pending.append({"update_id": update_id} | update)
        return update_id

    def skip_ids(self, count: int) -> None:
        """Leave `count` ids out, as Telegram does after a quiet week."""
        self._next_id += count

    def confirm(self, offset: int) -> None:
        """Forget the updates before `offset`; a negative one keeps only that many of the last."""
        if offset < 0:
            offset = min([update["update_id"] for update in self.pending[offset:]], default=self._next_id)
        self.confirmed += [update["update_id"] for update in self.pending if update["update_id"] < offset]
        self.pending = [update for update in self.pending if update["update_id"] >= offset]

    def first(self, limit: int | None) -> list[dict[str, Any]]:
        """Return the oldest updates, at most `limit` (100 where it is out of range)."""
        count = limit if limit is not None and 1 <= limit <= UPDATES_A_CALL else UPDATES_A_CALL
        return self.pending[:count]

    def delivered(self, update_id: int) -> None:
        """Forget one update, which a webhook took."""
        self.pending = [update for update in self.pending if update["update_id"] != update_id]
        self.confirmed.append(update_id)

    def drop(self) -> None:
        """Forget all that wait."""
        self.pending.clear()


def line_of(update: dict[str, Any]) -> str:
    """Return whose line an update stands in: a webhook gets each line in order, one update at a time."""
    for kind, payload in update.items():
        if kind in _SENDERS and isinstance(payload, dict):
            return f"chat {payload.get('chat', {}).get('id')}"
        if isinstance(payload, dict) and "from" in payload:
            return f"{kind} of {payload['from'].get('id')}"
    return "others"
