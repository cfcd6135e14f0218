"""Everything the stand-in knows, behind one lock."""

import itertools
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .faults import FaultPlan
from .flood_meter import FloodMeter
from .records import BotMessage, Call, CallbackAnswer, InlineAnswer, Violation, seen
from .updates import UpdateQueue
from .users import User
from .world import Message, World


@dataclass(slots=True)
class Query:
    """A pressed button or an inline query: answered once, and only while it is young."""

    id: str
    is_expired: bool = False
    answer: CallbackAnswer | InlineAnswer | None = None


@dataclass(slots=True)
class Profile:
    """What the bot set about itself, by language ("" is the default); commands by scope and language."""

    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Webhook:
    """Where updates are posted to, and how it went."""

    url: str
    secret: str | None
    max_connections: int
    last_error: str = ""
    last_error_at: int = 0


@dataclass(slots=True)
class Files:
    """The files that were sent, by file id."""

    contents: dict[str, bytes] = field(default_factory=dict)

    def add(self, content: bytes) -> str:
        """Return the id given to `content`."""
        file_id = f"stand-in-file-{len(self.contents) + 1}"
        self.contents[file_id] = content
        return file_id


class State:
    """The whole of the stand-in; hold `lock` while reading or changing it, and tell `changed` of changes."""

    def __init__(self, bot: User, *, privacy_mode: bool, version: tuple[int, int]) -> None:
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self.privacy_mode = privacy_mode
        self.version = version
        self.world = World(bot)
        self.updates = UpdateQueue()
        self.profile = Profile()
        self.files = Files()
        self.faults = FaultPlan()
        self.flood = FloodMeter()
        self.webhook: Webhook | None = None
        self.polls_seen = 0
        self.callback_queries: dict[str, Query] = {}
        self.inline_queries: dict[str, Query] = {}
        self.guest_queries: dict[str, Query] = {}
        self.calls: list[Call] = []
        self.violations: list[Violation] = []
        self.sent: list[BotMessage] = []
        self.edited: list[BotMessage] = []
        self.wakers: list[Callable[[], None]] = []
        self._query_ids = itertools.count(9_000_000_000_000_000_001)

    def new_query_id(self) -> str:
        """Return an id for a callback or inline query."""
        return str(next(self._query_ids))

    def blame(self, call: Call, description: str) -> None:
        """Record a violation."""
        self.violations.append(Violation(call.method, description, call.parameters))

    def queue(self, kind: str, payload: dict[str, Any]) -> int | None:
        """Return the id of a new update for the bot, None where it doesn't want this kind."""
        update_id = self.updates.add(kind, payload)
        self.wake()
        return update_id

    def wake(self) -> None:
        """Wake whoever waits for updates or for a change."""
        self.changed.notify_all()
        for waker in self.wakers:
            waker()

    def show_sent(self, message: Message) -> None:
        """Record a message that the bot sent."""
        self.sent.append(seen(message))
        self.changed.notify_all()

    def show_edited(self, message: Message) -> None:
        """Record a message as the bot edited it."""
        message.edit_date = int(time.time())
        self.edited.append(seen(message, edited=True))
        self.changed.notify_all()
