"""Waiting for what the bot does; every wait has an end, and says what it saw instead."""

import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

from .records import BotMessage, CallbackAnswer, InlineAnswer
from .state import Query, State

TIMEOUT_S = 10.0
LOOK_S = 0.05
LAST_CALLS = 12
Found = TypeVar("Found")


class Reader:
    """Reads the bot's messages chat by chat, each once; messages and edits are read apart."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._read: defaultdict[tuple[str, int], int] = defaultdict(int)

    def until(self, found: Callable[[], Found | None], timeout_s: float, what: str) -> Found:
        """Return what `found` returns once it is neither None nor False.

        Raises:
            AssertionError: it didn't within `timeout_s`; the message says what was called instead.
        """
        deadline = time.monotonic() + timeout_s
        # `found` runs without the lock: it may call the server itself.
        while not (result := found()):
            left_s = deadline - time.monotonic()
            if left_s <= 0:
                raise AssertionError(f"no {what} within {timeout_s:g} s; {self._what_was_called()}")
            self._pause(left_s)
        return result

    def _pause(self, left_s: float) -> None:
        """Wait for a change; one may slip by unseen, hence not for long."""
        with self._state.changed:
            self._state.changed.wait(min(left_s, LOOK_S))

    def sent(self, chat_id: int, timeout_s: float) -> BotMessage:
        """Return the bot's next unread message in the chat."""
        return self.until(lambda: self._next("sent", self._state.sent, chat_id), timeout_s, f"message in {chat_id}")

    def edited(self, chat_id: int, timeout_s: float) -> BotMessage:
        """Return the bot's next unread edit in the chat."""
        return self.until(lambda: self._next("edited", self._state.edited, chat_id), timeout_s, f"edit in {chat_id}")

    def callback_answer(self, query_id: str, timeout_s: float) -> CallbackAnswer:
        """Return how the bot answered a pressed button."""
        answer = self._answer(self._state.callback_queries, query_id, timeout_s)
        assert isinstance(answer, CallbackAnswer), "callback queries get callback answers"
        return answer

    def inline_answer(self, query_id: str, timeout_s: float) -> InlineAnswer:
        """Return how the bot answered an inline query."""
        answer = self._answer(self._state.inline_queries, query_id, timeout_s)
        assert isinstance(answer, InlineAnswer), "inline queries get inline answers"
        return answer

    def guest_answer(self, query_id: str, timeout_s: float) -> InlineAnswer:
        """Return how the bot answered a guest's message."""
        answer = self._answer(self._state.guest_queries, query_id, timeout_s)
        assert isinstance(answer, InlineAnswer), "guests' messages get one inline result"
        return answer

    def _answer(self, queries: dict[str, Query], query_id: str, timeout_s: float) -> CallbackAnswer | InlineAnswer:
        query = queries[query_id]
        self.until(lambda: query.answer is not None, timeout_s, f"answer to query {query_id}")
        assert query.answer is not None, "the wait above is for it"
        return query.answer

    def quiet(self, chat_id: int, seconds: float) -> None:
        """Check that nothing unread stands in the chat, and that nothing comes for `seconds`.

        Raises:
            AssertionError: the bot wrote or edited.
        """
        deadline = time.monotonic() + seconds
        left_s = seconds
        while left_s > 0:
            for kind, messages in (("sent", self._state.sent), ("edited", self._state.edited)):
                if (message := self._next(kind, messages, chat_id)) is not None:
                    raise AssertionError(f"the bot {kind} a message in {chat_id}: {message.text!r}")
            self._pause(left_s)
            left_s = deadline - time.monotonic()

    def _next(self, kind: str, messages: Sequence[BotMessage], chat_id: int) -> BotMessage | None:
        here = [message for message in messages if message.chat_id == chat_id]
        at = self._read[kind, chat_id]
        if at >= len(here):
            return None
        self._read[kind, chat_id] = at + 1
        return here[at]

    def _what_was_called(self) -> str:
        calls = [call for call in self._state.calls if call.method != "getUpdates"][-LAST_CALLS:]
        told = [f"{call.method} {call.code} {call.description}".strip() for call in calls]
        blamed = [str(violation) for violation in self._state.violations[-LAST_CALLS:]]
        return f"the last calls: {told}; violations: {blamed}"
