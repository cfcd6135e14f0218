import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from telegram_stand_in import TelegramStandIn

Ask = Callable[..., dict[str, Any]]


class Bot(ThreadingHTTPServer):
    """A webhook that answers as `answers` says, 200 when that is used up, and remembers what came."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Hook)
        self.answers: list[tuple[int, bytes]] = []
        self.came: list[tuple[str, str | None, dict[str, Any]]] = []
        self.gate = threading.Event()
        self.gate.set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Hook(BaseHTTPRequestHandler):
    server: Bot

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.came.append((self.path, self.headers["X-Telegram-Bot-Api-Secret-Token"], body))
        self.server.gate.wait(10)
        code, answer = self.server.answers.pop(0) if self.server.answers else (200, b"")
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing."""


@pytest.fixture
def bot() -> Iterator[Bot]:
    with Bot() as hook:
        thread = threading.Thread(target=hook.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield hook
        hook.gate.set()
        hook.shutdown()
        thread.join()


def test_updates_are_posted_in_order_with_the_secret(server: TelegramStandIn, ask: Ask, bot: Bot) -> None:
    chat = server.private()
    chat.sends("قبل")
    assert ask("setWebhook", url=f"{bot.url}/hook", secret_token="s3cret_-")["ok"]
    assert server.wait_until_webhook_set() == f"{bot.url}/hook"
    for text in ("أ", "ب", "ج"):
        chat.sends(text)
    server.wait_until_taken()
    assert [(path, secret, update["message"]["text"]) for path, secret, update in bot.came] == [
        ("/hook", "s3cret_-", text) for text in ("قبل", "أ", "ب", "ج")
    ]


def test_an_update_comes_again_until_it_is_taken(server: TelegramStandIn, ask: Ask, bot: Bot) -> None:
    bot.answers += [(500, b""), (403, b"")]
    ask("setWebhook", url=f"{bot.url}/hook")
    chat = server.private()
    chat.sends("أ")
    chat.sends("ب")
    server.wait_until_taken()
    assert [update["message"]["text"] for _, _, update in bot.came] == ["أ", "أ", "أ", "ب"]
    assert ask("getWebhookInfo")["result"]["last_error_message"] == "Wrong response from the webhook: 403 Forbidden"


def test_a_webhook_that_is_away_is_tried_again(server: TelegramStandIn, ask: Ask, bot: Bot) -> None:
    server.route_webhook("http://127.0.0.1:1")
    ask("setWebhook", url="https://bot.example.org/hook")
    server.private().sends("أ")
    info = server.wait_until(lambda: ask("getWebhookInfo")["result"].get("last_error_message"), "an error")
    assert info == "Connection failed: ConnectError"
    server.route_webhook(bot.url)
    server.wait_until_taken()
    assert [path for path, _, _ in bot.came] == ["/hook"]


def test_one_chat_does_not_wait_for_another(server: TelegramStandIn, ask: Ask, bot: Bot) -> None:
    bot.gate.clear()
    ask("setWebhook", url=f"{bot.url}/hook")
    for chat in (server.private(), server.private(server.user("هند"))):
        chat.sends("أ")
        chat.sends("ب")
    server.wait_until(lambda: len(bot.came) == 2, "one update of each chat")
    assert [update["message"]["text"] for _, _, update in bot.came] == ["أ", "أ"]
    bot.gate.set()
    server.wait_until_taken()


def test_at_most_max_connections_are_open(server: TelegramStandIn, ask: Ask, bot: Bot) -> None:
    bot.gate.clear()
    ask("setWebhook", url=f"{bot.url}/hook", max_connections=1)
    first, second = server.private(), server.private(server.user("هند"))
    first.sends("أ")
    server.wait_until(lambda: len(bot.came) == 1, "the first update")
    second.sends("ب")
    server.quiet(second, 0.2)
    assert len(bot.came) == 1
    bot.gate.set()
    server.wait_until_taken()


def test_a_method_in_the_answer_is_called(server: TelegramStandIn, ask: Ask, bot: Bot) -> None:
    chat = server.private()
    bot.answers.append((200, json.dumps({"method": "sendMessage", "chat_id": chat.id, "text": "نعم"}).encode()))
    ask("setWebhook", url=f"{bot.url}/hook")
    chat.sends("متى؟")
    assert chat.wait_for_message().text == "نعم"
    assert [call.by_webhook for call in server.calls_of("sendMessage")] == [True]


def test_deleting_the_webhook_keeps_what_waits(server: TelegramStandIn, ask: Ask) -> None:
    server.route_webhook("http://127.0.0.1:1")
    ask("setWebhook", url="https://bot.example.org/hook")
    server.private().sends("متى؟")
    assert ask("getWebhookInfo")["result"]["pending_update_count"] == 1
    assert ask("deleteWebhook")["ok"]
    assert [update["message"]["text"] for update in ask("getUpdates")["result"]] == ["متى؟"]
    assert ask("deleteWebhook", drop_pending_updates=True)["ok"]
    assert ask("getUpdates")["result"] == []


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        (
            {"url": "http://bot.example.org/"},
            "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            {"url": "https://bot.example.org:8080/"},
            "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        (
            {"url": "https://bot.example.org/", "secret_token": "not so secret"},
            "Bad Request: secret token contains unallowed characters",
        ),
        ({"url": "https://bot.example.org/", "max_connections": 101}, "Bad Request: max_connections must be 1 to 100"),
        ({}, 'Bad Request: parameter "url" is required'),
    ],
)
def test_a_wrong_webhook_is_refused(ask: Ask, parameters: dict[str, Any], description: str) -> None:
    assert ask("setWebhook", **parameters)["description"] == description
    assert ask("getWebhookInfo")["result"]["url"] == ""


def test_an_empty_address_deletes_the_webhook(ask: Ask) -> None:
    ask("setWebhook", url="https://bot.example.org:8443/hook")
    assert ask("getWebhookInfo")["result"]["url"] == "https://bot.example.org:8443/hook"
    assert ask("setWebhook", url="")["ok"]
    assert ask("getWebhookInfo")["result"]["url"] == ""
