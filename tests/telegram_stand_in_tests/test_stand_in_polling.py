import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from telegram_stand_in import TelegramStandIn, odd_updates

Ask = Callable[..., dict[str, Any]]


def texts(answer: dict[str, Any]) -> list[str]:
    return [update["message"]["text"] for update in answer["result"]]


def test_a_wrong_token_is_unauthorized_and_a_malformed_one_not_found(server: TelegramStandIn) -> None:
    wrong = httpx.post(f"{server.url}/bot1234567890:{'A' * 35}/getMe", trust_env=False)
    assert (wrong.status_code, wrong.json()) == (401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
    malformed = httpx.post(f"{server.url}/botabc/getMe", trust_env=False)
    assert (malformed.status_code, malformed.json()["description"]) == (404, "Not Found")
    assert httpx.get(f"{server.url}/", trust_env=False).status_code == 404
    assert server.calls == []


def test_unknown_methods_and_those_not_played_are_blamed(server: TelegramStandIn, ask: Ask) -> None:
    assert ask("sendTelepathy") == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert ask("sendDice", chat_id=1)["description"] == "Not Found: sendDice is not part of this stand-in"
    assert [violation.method for violation in server.violations] == ["sendTelepathy", "sendDice"]


def test_a_body_that_is_no_json_is_refused(server: TelegramStandIn) -> None:
    url = f"{server.url}/bot{server.token}/sendMessage"
    answer = httpx.post(url, content=b"{", headers={"Content-Type": "application/json"}, trust_env=False)
    assert answer.json()["description"] == "Bad Request: object expected as parameters"


def test_updates_come_in_order_until_their_offset_confirms_them(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    for text in ("أ", "ب", "ج"):
        chat.sends(text)
    first = ask("getUpdates", limit=2)
    assert texts(first) == ["أ", "ب"]
    ids = [update["update_id"] for update in first["result"]]
    assert ids[1] == ids[0] + 1
    assert texts(ask("getUpdates")) == ["أ", "ب", "ج"]
    assert texts(ask("getUpdates", offset=ids[1])) == ["ب", "ج"]
    assert server.pending_updates == 2
    assert texts(ask("getUpdates", offset=-1)) == ["ج"]
    assert texts(ask("getUpdates", offset=ids[1] + 2)) == []
    server.wait_until_taken(0.1)


def test_a_poll_waits_for_an_update(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(ask, "getUpdates", timeout=30)
        server.wait_until_polled()
        began = time.monotonic()
        chat.sends("متى؟")
        assert texts(waiting.result(5)) == ["متى؟"]
    assert time.monotonic() - began < 1


def test_a_poll_ends_empty_after_its_timeout(ask: Ask) -> None:
    began = time.monotonic()
    assert ask("getUpdates", timeout=1) == {"ok": True, "result": []}
    assert 0.9 < time.monotonic() - began < 3


def test_stopping_ends_a_poll(ask: Ask) -> None:
    server = TelegramStandIn()
    with ThreadPoolExecutor() as pool, httpx.Client(trust_env=False) as client:
        waiting = pool.submit(client.post, f"{server.url}/bot{server.token}/getUpdates", json={"timeout": 30})
        server.wait_until_polled()
        server.stop()
        assert waiting.result(5).json() == {"ok": True, "result": []}


def test_a_second_poller_ends_the_first_with_a_conflict(server: TelegramStandIn, ask: Ask) -> None:
    with ThreadPoolExecutor() as pool:
        first = pool.submit(ask, "getUpdates", timeout=30)
        server.wait_until_polled()
        assert ask("getUpdates", timeout=0)["ok"]
        assert first.result(5) == {
            "ok": False,
            "error_code": 409,
            "description": "Conflict: terminated by other getUpdates request;"
            " make sure that only one bot instance is running",
        }
    assert server.violations == []


def test_a_poller_that_hung_up_conflicts_with_nobody(server: TelegramStandIn, ask: Ask) -> None:
    with httpx.Client(trust_env=False, timeout=0.2) as client, pytest.raises(httpx.ReadTimeout):
        client.post(f"{server.url}/bot{server.token}/getUpdates", json={"timeout": 30})
    server.wait_for_call("getUpdates")
    server.private().sends("متى؟")
    assert texts(ask("getUpdates")) == ["متى؟"]
    assert [call.code for call in server.calls_of("getUpdates")] == [200, 200]


def test_reactions_and_members_come_only_on_demand(server: TelegramStandIn, ask: Ask) -> None:
    user = server.user()
    group = server.group(members=[user])
    said = group.sends(user, "متى؟")
    group.reacts(user, said, "👍")
    group.promotes(user)
    assert [list(update)[1] for update in ask("getUpdates")["result"]] == ["message"]
    ask("getUpdates", allowed_updates=["message_reaction", "chat_member"])
    group.reacts(user, said, "👍")
    group.demotes(user)
    group.sends(user, "لا يهم")
    kinds = [list(update)[1] for update in ask("getUpdates")["result"]]
    assert kinds == ["message", "message_reaction", "chat_member"]


def test_an_unknown_kind_of_update_is_blamed(server: TelegramStandIn, ask: Ask) -> None:
    assert ask("getUpdates", allowed_updates=["message", "telepathy"])["ok"]
    assert [violation.description for violation in server.violations] == [
        "allowed_updates names 'telepathy', which isn't a kind of update"
    ]


def test_updates_of_tomorrow_come_as_they_are(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    odd = odd_updates(chat.chat, chat.user)
    first = server.sends_update(odd["an update of tomorrow"])
    server.skip_update_ids(1000)
    second = server.sends_update(odd["only marks"])
    server.sends_twice(second)
    got = ask("getUpdates", allowed_updates=["message"])["result"]
    assert got[0] == {"update_id": first} | odd["an update of tomorrow"]
    assert [update["update_id"] for update in got] == [first, first + 1001, first + 1001]


def test_a_webhook_stands_in_the_way_of_polling(server: TelegramStandIn, ask: Ask) -> None:
    assert ask("setWebhook", url="https://bot.example.org/hook")["ok"]
    assert ask("getUpdates") == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: can't use getUpdates method while webhook is active;"
        " use deleteWebhook to delete the webhook first",
    }
    assert ask("deleteWebhook")["ok"]
    assert ask("getUpdates")["ok"]


def test_setting_a_webhook_ends_a_poll(server: TelegramStandIn, ask: Ask) -> None:
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(ask, "getUpdates", timeout=30)
        server.wait_until_polled()
        ask("setWebhook", url="https://bot.example.org/hook")
        assert waiting.result(5)["description"] == "Conflict: terminated by setWebhook request"
