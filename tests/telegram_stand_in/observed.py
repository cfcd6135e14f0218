"""What a test sees of the bot: its messages and answers, its calls, its violations."""

from collections.abc import Callable

from .flood_meter import FloodMeter
from .people import ChatHandle
from .reader import TIMEOUT_S, Found, Reader
from .records import BotMessage, Call, CallbackAnswer, InlineAnswer, Violation
from .state import Profile, State


class Observed:
    """The seeing half of the stand-in."""

    _state: State
    _reader: Reader

    def wait_for_message(self, chat: ChatHandle | int, timeout_s: float = TIMEOUT_S) -> BotMessage:
        """Return the bot's next message in `chat` that wasn't read yet."""
        return self._reader.sent(chat_id_of(chat), timeout_s)

    def wait_for_edit(self, chat: ChatHandle | int, timeout_s: float = TIMEOUT_S) -> BotMessage:
        """Return the bot's next edit in `chat` that wasn't read yet."""
        return self._reader.edited(chat_id_of(chat), timeout_s)

    def wait_for_callback_answer(self, query_id: str, timeout_s: float = TIMEOUT_S) -> CallbackAnswer:
        """Return how the bot answered a pressed button."""
        return self._reader.callback_answer(query_id, timeout_s)

    def wait_for_inline_answer(self, query_id: str, timeout_s: float = TIMEOUT_S) -> InlineAnswer:
        """Return how the bot answered an inline query."""
        return self._reader.inline_answer(query_id, timeout_s)

    def wait_for_guest_answer(self, query_id: str, timeout_s: float = TIMEOUT_S) -> InlineAnswer:
        """Return the one result that the bot answered a guest's message with."""
        return self._reader.guest_answer(query_id, timeout_s)

    def wait_for_call(self, method: str, *, count: int = 1, timeout_s: float = TIMEOUT_S) -> Call:
        """Return the `count`-th finished call of `method` since the start."""

        def found() -> Call | None:
            calls = [call for call in self.calls_of(method) if call.code is not None]
            return calls[count - 1] if len(calls) >= count else None

        return self._reader.until(found, timeout_s, f"{method} number {count}")

    def wait_until_polled(self, *, count: int = 1, timeout_s: float = TIMEOUT_S) -> None:
        """Return once the bot has asked for updates `count` times since the start."""
        self._reader.until(lambda: self._state.polls_seen >= count, timeout_s, f"getUpdates number {count}")

    def wait_until_webhook_set(self, timeout_s: float = TIMEOUT_S) -> str:
        """Return the address of the webhook once there is one."""
        return self._reader.until(lambda: self.webhook_url, timeout_s, "setWebhook")

    @property
    def webhook_url(self) -> str:
        """Return the address of the webhook, "" where none is set."""
        with self._state.lock:
            return "" if self._state.webhook is None else self._state.webhook.url

    def wait_until_taken(self, timeout_s: float = TIMEOUT_S) -> None:
        """Return once the bot confirmed every update."""
        self._reader.until(lambda: not self._state.updates.pending, timeout_s, "confirmation of all updates")

    def wait_until(self, found: Callable[[], Found | None], what: str, timeout_s: float = TIMEOUT_S) -> Found:
        """Return what `found` returns once it is neither None nor False."""
        return self._reader.until(found, timeout_s, what)

    def quiet(self, chat: ChatHandle | int, seconds: float = 1.0) -> None:
        """Check that the bot neither wrote nor edits in `chat` for `seconds`."""
        self._reader.quiet(chat_id_of(chat), seconds)

    @property
    def violations(self) -> list[Violation]:
        """Return what a correct bot never does, in order; `assert not server.violations` ends most tests."""
        with self._state.lock:
            return list(self._state.violations)

    def forgive(self, description: str) -> int:
        """Return how many violations there were whose description contains this, and forget them."""
        with self._state.lock:
            forgiven = [found for found in self._state.violations if description in found.description]
            self._state.violations = [found for found in self._state.violations if found not in forgiven]
        return len(forgiven)

    @property
    def calls(self) -> list[Call]:
        """Return every call, in order; getUpdates among them."""
        with self._state.lock:
            return list(self._state.calls)

    def calls_of(self, method: str) -> list[Call]:
        """Return the calls of one method, in order."""
        return [call for call in self.calls if call.method == method]

    @property
    def sent(self) -> list[BotMessage]:
        """Return every message the bot sent, in order, read or not."""
        with self._state.lock:
            return list(self._state.sent)

    @property
    def unanswered(self) -> list[str]:
        """Return the ids of presses, inline queries and guests' messages that the bot left without an answer."""
        with self._state.lock:
            kept = (self._state.callback_queries, self._state.inline_queries, self._state.guest_queries)
            queries = [query for each in kept for query in each.values()]
            return [query.id for query in queries if query.answer is None and not query.is_expired]

    @property
    def pending_updates(self) -> int:
        """Return how many updates the bot hasn't confirmed."""
        with self._state.lock:
            return len(self._state.updates.pending)

    @property
    def profile(self) -> Profile:
        """Return what the bot set about itself: commands, name, descriptions."""
        return self._state.profile

    @property
    def flood(self) -> FloodMeter:
        """Return the count of messages against Telegram's limits; set its `enforced` to have 429s."""
        return self._state.flood


def chat_id_of(chat: ChatHandle | int) -> int:
    """Return the id of a chat, however it was named."""
    return chat if isinstance(chat, int) else chat.id
