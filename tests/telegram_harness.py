"""A real application with people who write to it, and a store of its own; nothing reaches the network."""

import itertools
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from fakes import BOT, FakeClock, FakeService, RecordingRequest
from qa_bot.bot.application import build_application, open_inbox
from qa_bot.bot.flood import FloodLimiter
from qa_bot.bot.journal import Journal
from qa_bot.bot.metrics import Metrics
from qa_bot.settings import Settings
from qa_bot.store.chat_settings import ChatSettings, choose
from stores import BOT_ID, open_sqlite

TOKEN = f"{BOT_ID}:test-token"
ASKER: dict[str, Any] = {"id": 7, "is_bot": False, "first_name": "A", "language_code": "ar"}
PRIVATE: dict[str, Any] = {"id": 7, "type": "private", "first_name": "A"}
GROUP: dict[str, Any] = {"id": -100, "type": "supergroup", "title": "G"}
CHANNEL: dict[str, Any] = {"id": -200, "type": "channel", "title": "C"}
NOW_S = 1_800_000_000.0


def settings_with(**variables: object) -> Settings:
    """Return settings with these variables, whatever stands in the environment's `.env`."""
    return Settings(_env_file=None, **variables)  # type: ignore[call-arg, arg-type]


class Telegram:
    """Telegram with one bot in it: updates go in, and what the bot calls is noted.

    Its store is in `folder`, where another bot may go on with it; `aclose` closes it.
    """

    def __init__(
        self,
        folder: Path,
        request: RecordingRequest | None = None,
        first_id: int = 1,
        service: FakeService | None = None,
        **variables: object,
    ) -> None:
        self.request = request or RecordingRequest()
        self.service = service or FakeService()
        self.clock = FakeClock(NOW_S)
        self.database = open_sqlite(folder)
        self.metrics = Metrics()
        self.settings = settings_with(TELEGRAM_BOT_TOKEN=TOKEN, **{"QA_BOT_OWN_TEXTS": folder / "own", **variables})
        limiter = FloodLimiter(clock=self.clock, sleep=self.clock.sleep)
        self.application = build_application(
            self.settings,
            self.service,  # type: ignore[arg-type]
            self.database,
            request=self.request,
            limiter=limiter,
            metrics=self.metrics,
            now=self.clock,
        )
        self.journal = Journal(self.database, BOT_ID, now=self.clock, metrics=self.metrics)
        # So few that a test need not send hundreds to be too many.
        self.inbox = open_inbox(self.settings, self.application, self.journal, longest_line=20, sleep=self.clock.sleep)
        self._update_ids = itertools.count(first_id)

    async def start(self) -> "Telegram":
        await self.application.initialize()
        self.request.calls.clear()
        return self

    async def aclose(self) -> None:
        await self.inbox.drain(0)
        await self.database.aclose()

    async def choose(self, settings: ChatSettings, chat: dict[str, Any] = GROUP) -> None:
        """Let the chat have these settings."""
        async with self.database.write() as connection:
            await choose(connection, BOT_ID, chat["id"], settings)

    async def send(self, kind: str, body: dict[str, Any]) -> None:
        """Let an update in and wait until it is done."""
        await self.inbox.accept({"update_id": next(self._update_ids), kind: body})
        assert await self.inbox.drain(5) == frozenset()

    async def say(self, text: str, chat: dict[str, Any] = PRIVATE, **fields: Any) -> None:
        """Write a message; `fields` are the update's own names, `sender` for "from"."""
        await self.send("message", self.message(text, chat, **fields))

    async def rewrite(self, text: str, chat: dict[str, Any] = PRIVATE, **fields: Any) -> None:
        """Edit a message."""
        await self.send("edited_message", self.message(text, chat, **fields) | {"edit_date": int(self.clock())})

    async def press(self, data: str, card: dict[str, Any] | None, **fields: Any) -> None:
        """Press a button under `card`."""
        query = {"id": "q", "from": ASKER, "chat_instance": "i", "data": data}
        await self.send("callback_query", query | ({"message": card} if card else {}) | fields)

    def message(self, text: str, chat: dict[str, Any], **fields: Any) -> dict[str, Any]:
        body: dict[str, Any] = {"message_id": 5, "date": int(self.clock()), "chat": chat, "text": text}
        if chat["type"] != "channel":
            body["from"] = fields.pop("sender", ASKER)
        return body | fields

    def card(self, question: str | None, chat: dict[str, Any] = PRIVATE) -> dict[str, Any]:
        """Return the bot's last message as it stands in the chat, in reply to `question`."""
        last = (self.edits or self.sent)[-1]
        body = {"message_id": 1_000, "date": int(self.clock()), "chat": chat, "from": BOT}
        body["text"] = plain(last["text"])
        if "reply_markup" in last:
            body["reply_markup"] = last["reply_markup"]
        if question is not None:
            body["reply_to_message"] = self.message(question, chat)
        return body

    @property
    def sent(self) -> list[dict[str, Any]]:
        return self.request.sent("sendMessage")

    @property
    def pictures(self) -> list[dict[str, Any]]:
        return self.request.sent("sendPhoto")

    @property
    def edits(self) -> list[dict[str, Any]]:
        return self.request.sent("editMessageText")

    @property
    def alerts(self) -> list[str | None]:
        return [call.get("text") for call in self.request.sent("answerCallbackQuery")]

    def button(self, label: str) -> str:
        """Return the callback data of the button with this label under the bot's last message."""
        last = (self.edits or self.sent)[-1]
        rows = last["reply_markup"]["inline_keyboard"]
        [data] = [button["callback_data"] for row in rows for button in row if button["text"] == label]
        return data


def plain(html: str) -> str:
    """Return `html` without its tags, as Telegram shows it."""
    for tag in ("<b>", "</b>", "<u>", "</u>", "<code>", "</code>", "<blockquote expandable>", "<blockquote>"):
        html = html.replace(tag, "")
    return html.replace("</blockquote>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


NewTelegram = Callable[..., Awaitable[Telegram]]
"""Starts a bot: over the store of the test, or over one of another name."""
