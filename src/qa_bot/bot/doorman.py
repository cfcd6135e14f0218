"""Who is let in: what asks something of the bot, and of one user and one chat no more than can be answered."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram import Update

from qa_bot.bot.cooldown import Cooldown
from qa_bot.bot.recent import Recent

# A lively group may send this much at once; one chat alone can't fill the room.
LONGEST_LINE = 500
# Telegram lets a bot write twenty times a minute in a group: who comes after these would wait for three minutes.
_LONGEST_IN_A_GROUP = 60
# From here on a group waits for the better part of a minute: it is told so.
LONG_LINE = 15
_SHORTEST_LINE = 3
_SHARE = 4
_RESERVE = 1_000
_REMEMBERED = 10_000
_Words = Coroutine[Any, Any, None]

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """How many of a chat may wait, how many of a user and of a chat may come a minute, and how often one is warned."""

    longest_line: int
    users: Cooldown
    chats: Cooldown
    warnings: Cooldown


class Doorman:
    """Decides about each update, and tells a chat why it waits or isn't let in."""

    def __init__(
        self,
        limits: Limits,
        *,
        is_wanted: Callable[[Update], bool],
        warn: Callable[[Update], _Words],
        tell: Callable[[Update, int], _Words],
        left_out: Callable[[], None],
    ) -> None:
        """Make a doorman who lets in what `is_wanted`.

        `warn` tells a chat that what comes now is left out, and `tell` a chat how many of its questions wait.
        `left_out` is called for each update that was wanted and isn't let in.
        """
        self._limits = limits
        self._is_wanted = is_wanted
        self._warn = warn
        self._tell = tell
        self._left_out = left_out
        self._admitted: Recent[int, bool] = Recent(_REMEMBERED)
        self._told: set[tuple[str, int]] = set()
        self._saying: set[asyncio.Task[None]] = set()

    def admits(self, update: Update, waiting: int, free: int) -> bool:
        """Return whether the update is let in, where so many of its chat wait already, and there is room for `free`."""
        if not self._is_wanted(update):
            return False
        # What the store could not take in comes again, and has paid already.
        if self._admitted.get(update.update_id):
            return True
        if waiting >= self._longest_line(_place(update), free):
            self._say_once("crowd", update, lambda: self._warn(update))
            self._left_out()
            return False
        if not self._may_ask(update):
            self._warn_of_cooldown(update)
            self._left_out()
            return False
        if waiting >= LONG_LINE:
            self._say_once("queue", update, lambda: self._tell(update, waiting + 1))
        self._admitted.put(update.update_id, value=True)
        return True

    def turns_away(self, update_id: int, chat_id: int, waiting: int, free: int) -> bool:
        """Return whether a chat's message needn't even be read: its line is full, and it was told so."""
        if ("crowd", chat_id) not in self._told or self._admitted.get(update_id):
            return False
        if waiting < self._longest_line(chat_id, free):
            return False
        self._left_out()
        return True

    def line_is_done(self, chat_id: int) -> None:
        """Note that nothing of a chat waits any more: what it was told may be told again."""
        self._told -= {("crowd", chat_id), ("queue", chat_id)}

    async def finish(self, timeout_s: float) -> None:
        """Return when all was said, or called off after so long."""
        saying = set(self._saying)
        if saying:
            await asyncio.wait(saying, timeout=timeout_s)
        for task in saying:
            task.cancel()
        await asyncio.gather(*saying, return_exceptions=True)

    def _longest_line(self, chat_id: int, free: int) -> int:
        """Return how many of one chat may wait: a share of what is free, and few where that is the reserve for others.

        As switches share their memory between ports: A. K. Choudhury and E. L. Hahne, Dynamic queue length thresholds
        for shared-memory packet switches, IEEE/ACM Transactions on Networking 6 (1998).
        """
        # Groups and channels have negative numbers.
        most = min(self._limits.longest_line, LONGEST_LINE if chat_id > 0 else _LONGEST_IN_A_GROUP)
        return min(most, max(_SHORTEST_LINE, (free - _RESERVE) // _SHARE))

    def _may_ask(self, update: Update) -> bool:
        """Return whether user and chat may ask now."""
        user, chat = update.effective_user, update.effective_chat
        if user is not None and not self._limits.users.takes(user.id):
            return False
        return chat is None or self._limits.chats.takes(chat.id)

    def _warn_of_cooldown(self, update: Update) -> None:
        if self._limits.warnings.takes(_place(update)):
            self._say(self._warn(update))

    def _say_once(self, about: str, update: Update, words: Callable[[], _Words]) -> None:
        key = (about, _place(update))
        if key in self._told:
            return
        if about == "crowd":
            _LOG.warning("A chat sends more than can be answered: what comes now is left out")
        self._told.add(key)
        self._say(words())

    def _say(self, words: _Words) -> None:
        task = asyncio.create_task(_logged(words))
        self._saying.add(task)
        task.add_done_callback(self._saying.discard)


def _place(update: Update) -> int:
    return update.effective_chat.id if update.effective_chat is not None else update.update_id


async def _logged(words: _Words) -> None:
    try:
        await words
    except Exception:  # noqa: BLE001 - what can't be said now is no reason to stop
        _LOG.warning("A chat could not be told that it has to wait", exc_info=True)
