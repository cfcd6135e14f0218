from collections.abc import Callable
from typing import Any

import httpx
import pytest

from telegram_stand_in import Fault, TelegramStandIn, bad_gateway, conflict, cut, flood, internal_error, refusal, slow
from telegram_stand_in.flood_meter import Breach, FloodMeter
from telegram_stand_in.refusals import RefusedError

Ask = Callable[..., dict[str, Any]]


def post(server: TelegramStandIn, method: str, timeout_s: float = 5, **parameters: Any) -> httpx.Response:
    url = f"{server.url}/bot{server.token}/{method}"
    return httpx.post(url, json=parameters, trust_env=False, timeout=timeout_s)


@pytest.mark.parametrize(
    ("fault", "code", "body"),
    [
        (
            flood(3),
            429,
            {
                "ok": False,
                "error_code": 429,
                "description": "Too Many Requests: retry after 3",
                "parameters": {"retry_after": 3},
            },
        ),
        (internal_error(), 500, {"ok": False, "error_code": 500, "description": "Internal Server Error"}),
        (
            refusal(403, "Forbidden: bot was blocked by the user"),
            403,
            {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"},
        ),
    ],
)
def test_the_next_call_meets_the_fault_and_the_one_after_works(
    server: TelegramStandIn, fault: Fault, code: int, body: dict[str, Any]
) -> None:
    chat = server.private()
    server.fail("sendMessage", fault)
    answer = post(server, "sendMessage", chat_id=chat.id, text="x")
    assert (answer.status_code, answer.json()) == (code, body)
    assert server.sent == []
    assert post(server, "sendMessage", chat_id=chat.id, text="x").json()["ok"]
    assert server.violations == []


def test_a_bad_gateway_answers_with_a_page(server: TelegramStandIn) -> None:
    server.fail("getMe", bad_gateway())
    answer = post(server, "getMe")
    assert (answer.status_code, answer.headers["content-type"]) == (502, "text/html; charset=utf-8")
    assert "<h1>502 Bad Gateway</h1>" in answer.text


@pytest.mark.parametrize(("takes_effect", "sent"), [(False, []), (True, ["x"])])
@pytest.mark.parametrize("fault", [cut, bad_gateway])
def test_behind_a_broken_answer_the_message_may_have_been_sent(
    server: TelegramStandIn, fault: Callable[..., Fault], takes_effect: bool, sent: list[str]
) -> None:
    chat = server.private()
    server.fail("sendMessage", fault(takes_effect=takes_effect))
    if fault is cut:
        with pytest.raises(httpx.RemoteProtocolError):
            post(server, "sendMessage", chat_id=chat.id, text="x")
    else:
        assert post(server, "sendMessage", chat_id=chat.id, text="x").status_code == 502
    assert [message.text for message in server.sent] == sent


def test_a_slow_answer_comes_after_its_effect(server: TelegramStandIn) -> None:
    chat = server.private()
    server.fail("sendMessage", slow(0.5))
    with pytest.raises(httpx.ReadTimeout):
        post(server, "sendMessage", timeout_s=0.1, chat_id=chat.id, text="x")
    assert chat.wait_for_message(0.1).text == "x"


def test_a_fault_may_concern_one_chat_and_last(server: TelegramStandIn, ask: Ask) -> None:
    sick, well = server.private(), server.private(server.user("هند"))
    server.fail("*", flood(1), times=None, chat=sick)
    codes = [ask("sendMessage", chat_id=str(chat.id), text="x").get("error_code") for chat in (sick, well, sick)]
    assert codes == [429, None, 429]
    assert ask("getMe")["ok"]
    server.heal()
    assert ask("sendMessage", chat_id=sick.id, text="x")["ok"]


def test_faults_of_any_method_spare_the_poll(server: TelegramStandIn, ask: Ask) -> None:
    server.fail("*", internal_error(), times=None)
    assert ask("getUpdates")["ok"]
    server.fail("getUpdates", conflict())
    assert ask("getUpdates")["error_code"] == 409


def test_calls_say_what_they_met(server: TelegramStandIn, ask: Ask) -> None:
    server.fail("getMe", flood(2))
    ask("getMe")
    ask("getMe")
    assert [(call.method, call.code, call.fault) for call in server.calls] == [
        ("getMe", 429, "429"),
        ("getMe", 200, None),
    ]
    assert server.wait_for_call("getMe", count=2).result["is_bot"]


def test_the_flood_meter_counts_by_chat_group_and_in_all() -> None:
    meter = FloodMeter()
    for number in range(31):
        meter.count(number, is_group=False, now=100.0)
    assert meter.breaches == [Breach(None, 31, 30, 1.0)]
    assert meter.busiest_second == 31
    for second in range(21):
        meter.count(-5, is_group=True, now=200.0 + 2 * second)
    assert meter.breaches[1:] == [Breach(-5, 21, 20, 60.0)]
    for _ in range(4):
        meter.count(7, is_group=False, now=300.0)
    assert meter.breaches[2:] == [Breach(7, 4, 3, 3.0)]


def test_an_enforced_limit_says_when_to_try_again() -> None:
    meter = FloodMeter()
    meter.enforced = True
    for second in range(20):
        meter.count(-5, is_group=True, now=100.0 + 2 * second)
    with pytest.raises(RefusedError) as refused:
        meter.count(-5, is_group=True, now=140.0)
    assert refused.value.parameters == {"retry_after": 20}
    meter.count(-5, is_group=True, now=160.0)


def test_enforced_limits_refuse_over_http(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    server.flood.enforced = True
    answers = [ask("sendMessage", chat_id=chat.id, text=str(number)) for number in range(4)]
    assert [answer["ok"] for answer in answers] == [True, True, True, False]
    assert answers[3]["parameters"]["retry_after"] in (2, 3)
    assert (len(server.sent), server.violations) == (3, [])


def test_waiting_in_vain_tells_what_was_called(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    ask("sendMessage", chat_id=5, text="x")
    with pytest.raises(AssertionError) as vain:
        chat.wait_for_message(0.05)
    assert str(vain.value) == (
        f"no message in {chat.id} within 0.05 s; the last calls: ['sendMessage 400 Bad Request: chat not found'];"
        " violations: ['sendMessage: Bad Request: chat not found']"
    )


def test_quiet_fails_where_the_bot_writes(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    chat.quiet(0.05)
    ask("sendMessage", chat_id=chat.id, text="لا أسكت")
    with pytest.raises(AssertionError, match=r"the bot sent a message in .*: 'لا أسكت'"):
        chat.quiet(0.05)
    chat.quiet(0.05)
