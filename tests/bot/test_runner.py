import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram.error import NetworkError

from fakes import FakeClock, RecordingRequest, refusal
from qa_bot.bot.client import ALLOWED_UPDATES
from qa_bot.bot.journal import Backlog
from qa_bot.bot.runner import run_polling, run_webhook
from qa_bot.errors import SetupError, UnavailableError
from telegram_harness import PRIVATE, TOKEN
from telegram_harness import Telegram as Harness

SECRET = "s" * 64


class Waiting(RecordingRequest):
    """A network whose long poll gives out what there is, then waits; `emptied` is set at that moment."""

    def __init__(self, *batches: list[dict[str, Any]]) -> None:
        super().__init__()
        self.batches = list(batches)
        self.emptied = asyncio.Event()
        self.registered = asyncio.Event()

    async def do_request(self, url: str, *args: Any, **more: Any) -> tuple[int, bytes]:
        status, body = await super().do_request(url, *args, **more)
        if url.endswith("setWebhook"):
            self.registered.set()
        if url.endswith("getUpdates") and self.calls[-1][1].get("timeout"):
            if not self.batches:
                self.emptied.set()
                await asyncio.sleep(3_600)
            return 200, httpx.Response(200, json={"ok": True, "result": self.batches.pop(0)}).content
        return status, body


class Bot(Harness):
    def __init__(self, folder: Path, *batches: list[dict[str, Any]]) -> None:
        super().__init__(folder, Waiting(*batches))
        self.stop = asyncio.Event()
        self.waiting = FakeClock()

    async def poll(self) -> None:
        await run_polling(self.application, self.inbox, self.stop, sleep=self.waiting.sleep)

    async def poll_until_idle(self) -> None:
        running = asyncio.create_task(self.poll())
        await asyncio.wait_for(self.request.emptied.wait(), 5)  # type: ignore[attr-defined]
        self.stop.set()
        await asyncio.wait_for(running, 10)

    @property
    def called(self) -> list[str]:
        return [endpoint for endpoint, _ in self.request.calls]


NewBot = Callable[..., Bot]


@pytest.fixture
async def new_bot(tmp_path: Path) -> AsyncIterator[NewBot]:
    """Yield what makes a bot that is given these batches; all go on with one store."""
    made: list[Bot] = []

    def make(*batches: list[dict[str, Any]]) -> Bot:
        made.append(Bot(tmp_path / "store", *batches))
        return made[-1]

    yield make
    for each in made:
        await each.aclose()


def question(update_id: int, chat_id: int = 7) -> dict[str, Any]:
    message = {
        "message_id": update_id, "date": 1_800_000_000, "text": "متى كانت وقعة اليرموك؟",
        "chat": PRIVATE | {"id": chat_id}, "from": {"id": chat_id, "is_bot": False, "first_name": "A"},
    }  # fmt: skip
    return {"update_id": update_id, "message": message}


async def test_told_to_stop_it_answers_what_was_fetched_and_confirms_it(new_bot: NewBot) -> None:
    bot = new_bot([question(10, 1), question(11, 2)], [question(12, 1)])
    await bot.poll_until_idle()
    assert [card["chat_id"] for card in bot.sent].count(1) == 2
    assert len(bot.sent) == 3
    assert bot.request.sent("getUpdates")[-1] == {
        "offset": 13,
        "timeout": 0,
        "allowed_updates": list(ALLOWED_UPDATES),
    }


async def test_many_questions_of_one_chat_do_not_hold_up_the_end(new_bot: NewBot) -> None:
    bot = new_bot([question(number) for number in range(100, 120)])
    await asyncio.wait_for(bot.poll_until_idle(), 5)
    assert len(bot.sent) == 20


async def test_a_webhook_of_before_is_taken_down_and_no_update_is_thrown_away(new_bot: NewBot) -> None:
    bot = new_bot()
    await bot.poll_until_idle()
    assert bot.request.sent("deleteWebhook") == [{}]
    assert bot.called.index("deleteWebhook") < bot.called.index("getUpdates")


async def test_the_start_waits_for_a_network_that_is_not_there_yet(new_bot: NewBot) -> None:
    bot = new_bot([question(1)])
    bot.request.next_replies["getMe"].extend([NetworkError("unreachable")] * 3)
    await bot.poll_until_idle()
    assert bot.waiting.slept[:3] == [1, 2, 4]
    assert len(bot.sent) == 1


@pytest.mark.parametrize("status", [401, 404])
async def test_a_wrong_token_ends_the_start_with_a_clear_word_without_the_token(new_bot: NewBot, status: int) -> None:
    bot = new_bot()
    bot.request.next_replies["getMe"].append(refusal(status, "Unauthorized"))
    with pytest.raises(SetupError) as caught:
        await bot.poll()
    assert "Telegram refuses the token" in str(caught.value)
    assert TOKEN not in str(caught.value)


async def test_a_refused_menu_does_not_stop_the_bot(new_bot: NewBot) -> None:
    bot = new_bot([question(1)])
    bot.request.next_replies["setMyCommands"].append(refusal(429, "Too Many Requests", retry_after=4_000))
    await bot.poll_until_idle()
    assert len(bot.sent) == 1


async def test_a_webhook_is_open_before_telegram_is_told_and_what_it_brought_is_answered(new_bot: NewBot) -> None:
    bot = new_bot()
    opened = asyncio.Event()

    async def serve(stop: asyncio.Event) -> None:
        opened.set()
        await bot.inbox.accept(question(1))
        await bot.request.registered.wait()  # type: ignore[attr-defined]
        bot.stop.set()
        await stop.wait()

    await asyncio.wait_for(
        run_webhook(bot.application, bot.inbox, bot.stop, serve=serve, url="https://bot.test/hook", secret=SECRET), 5
    )
    assert bot.request.sent("setWebhook") == [
        {"url": "https://bot.test/hook", "secret_token": SECRET, "allowed_updates": list(ALLOWED_UPDATES)}
    ]
    assert opened.is_set()
    assert len(bot.sent) == 1
    assert "getUpdates" not in bot.called
    assert "deleteWebhook" not in bot.called


async def test_a_webhook_that_cannot_be_served_ends_the_bot(new_bot: NewBot) -> None:
    bot = new_bot()

    async def serve(stop: asyncio.Event) -> None:
        raise SetupError("QA_BOT_LISTEN: can't listen on 127.0.0.1:80")

    with pytest.raises(SetupError, match="can't listen"):
        await run_webhook(bot.application, bot.inbox, bot.stop, serve=serve, url="https://bot.test", secret=SECRET)


async def test_an_inbox_takes_updates_that_are_no_messages_in_stride(new_bot: NewBot) -> None:
    bot = await new_bot().start()
    await bot.inbox.accept({"update_id": 1, "tomorrow": 1})
    await bot.inbox.accept({"update_id": "x"})
    assert await bot.inbox.drain(1) == frozenset()


async def test_what_an_earlier_run_took_in_and_did_not_do_is_done_at_the_next_start(new_bot: NewBot) -> None:
    crashed = await new_bot().start()
    crashed.service.answer = hang  # type: ignore[method-assign]
    await crashed.inbox.accept_all([question(10, 1), question(11, 2), question(12, 1)])
    await asyncio.sleep(0.05)
    assert await crashed.inbox.drain(0) == {10, 11, 12}
    again = new_bot([question(12, 1)])
    await again.poll_until_idle()
    assert sorted(card["chat_id"] for card in again.sent) == [1, 1, 2]


async def test_a_store_that_is_not_there_at_the_start_is_waited_for(new_bot: NewBot) -> None:
    bot = new_bot([question(10, 1)])
    backlog, faults = bot.journal.backlog, [UnavailableError("The store qa_bot at db can't be used")] * 3

    async def backlog_the_fourth_time() -> Backlog:
        if faults:
            raise faults.pop()
        return await backlog()

    bot.journal.backlog = backlog_the_fourth_time  # type: ignore[method-assign]
    await bot.poll_until_idle()
    assert bot.waiting.slept[:3] == [1, 2, 4]
    assert len(bot.sent) == 1


async def hang(*_: Any, **__: Any) -> Any:
    await asyncio.sleep(3_600)
