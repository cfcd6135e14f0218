import pytest

from fakes import RecordingRequest, refusal
from qa_bot.bot.client import Client, open_client
from qa_bot.bot.flood import FloodLimiter
from qa_bot.bot.profile import introduce


@pytest.fixture
def request_() -> RecordingRequest:
    return RecordingRequest()


@pytest.fixture
def client(request_: RecordingRequest) -> Client:
    return open_client("1:token", "https://telegram.test", FloodLimiter(), request_)


async def test_menus_are_set_by_scope_and_language(client: Client, request_: RecordingRequest) -> None:
    await introduce(client)
    menus = request_.sent("setMyCommands")
    assert [(menu["scope"]["type"], menu.get("language_code")) for menu in menus] == [
        ("all_private_chats", None),
        ("all_group_chats", None),
        ("all_private_chats", "en"),
        ("all_group_chats", "en"),
    ]
    assert menus[0]["commands"][0] == {"command": "ask", "description": "اسأل أيّ سؤال"}
    assert [command["command"] for command in menus[1]["commands"]] == [
        "ask",
        "when",
        "timeline",
        "today",
        "read",
        "daily",
        "quiz",
        "scores",
        "sources",
        "settings",
        "help",
    ]


async def test_descriptions_are_set_in_both_languages(client: Client, request_: RecordingRequest) -> None:
    await introduce(client)
    assert [call.get("language_code") for call in request_.sent("setMyDescription")] == [None, "en"]
    assert [call.get("language_code") for call in request_.sent("setMyShortDescription")] == [None, "en"]


async def test_what_telegram_has_already_is_not_set_again(client: Client, request_: RecordingRequest) -> None:
    await introduce(client)
    for call in request_.sent("setMyCommands"):
        request_.next_replies["getMyCommands"].append((200, {"ok": True, "result": call["commands"]}))
    for endpoint, field in (("Description", "description"), ("ShortDescription", "short_description")):
        for call in request_.sent(f"setMy{endpoint}"):
            reply = (200, {"ok": True, "result": {field: call[field]}})
            request_.next_replies[f"getMy{endpoint}"].append(reply)
    request_.calls.clear()
    await introduce(client)
    assert [endpoint for endpoint, _ in request_.calls if endpoint.startswith("set")] == []


async def test_a_refusal_is_only_warned_of(
    client: Client, request_: RecordingRequest, caplog: pytest.LogCaptureFixture
) -> None:
    flooded = refusal(429, "Too Many Requests: retry after 4000", retry_after=4000)
    request_.next_replies["setMyDescription"].append(flooded)
    await introduce(client)
    assert "The bot's description could not be set: RetryAfter" in caplog.text
    assert len(request_.sent("setMyShortDescription")) == 2
