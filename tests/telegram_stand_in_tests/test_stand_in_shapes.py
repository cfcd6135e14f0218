"""What the stand-in answers and sends has the shape that the Bot API's machine-readable description gives it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from telegram_stand_in import TelegramStandIn

Ask = Callable[..., dict[str, Any]]
DESCRIPTION = Path(__file__).resolve().parents[3] / "shared" / "telegram" / "api.json"
SCALARS: dict[str, type | tuple[type, ...]] = {
    "Integer": int,
    "Float": (int, float),
    "String": str,
    "Boolean": bool,
    "True": bool,
}
KEYBOARD = {"inline_keyboard": [[{"text": "التالي", "callback_data": "n"}]]}


@pytest.fixture(scope="module")
def api() -> dict[str, Any]:
    if not DESCRIPTION.is_file():
        pytest.skip("../shared/telegram/api.json, the Bot API's description, is not here")
    description: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    return description


def faults(api: dict[str, Any], kind: str, value: Any, where: str) -> Iterator[str]:
    """Yield where `value` isn't of `kind`."""
    if kind.startswith("Array of "):
        for number, item in enumerate(value):
            yield from faults(api, kind.removeprefix("Array of "), item, f"{where}[{number}]")
    elif kind in SCALARS:
        if not isinstance(value, SCALARS[kind]) or (kind == "Integer" and isinstance(value, bool)):
            yield f"{where} is no {kind}: {value!r}"
    elif api["types"][kind].get("subtypes"):
        tried = [list(faults(api, subtype, value, where)) for subtype in api["types"][kind]["subtypes"]]
        yield from min(tried, key=len)
    else:
        yield from _faults_of_object(api, kind, value, where)


def _faults_of_object(api: dict[str, Any], kind: str, value: dict[str, Any], where: str) -> Iterator[str]:
    known = {field["name"]: field for field in api["types"][kind].get("fields", [])}
    yield from (f"{where}.{name} is not in {kind}" for name in value if name not in known)
    yield from (f"{where}.{name} is missing" for name in known if known[name]["required"] and name not in value)
    for name in value.keys() & known.keys():
        tried = [list(faults(api, each, value[name], f"{where}.{name}")) for each in known[name]["types"]]
        yield from min(tried, key=len)


def test_updates_have_the_shape_of_updates(server: TelegramStandIn, ask: Ask, api: dict[str, Any]) -> None:
    ask("getUpdates", allowed_updates=["message", "message_reaction", "chat_member", *_other_kinds(api)])
    _live(server, ask)
    updates = ask("getUpdates")["result"]
    assert {kind for update in updates for kind in update} == {
        "update_id",
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "callback_query",
        "inline_query",
        "chosen_inline_result",
        "guest_message",
        "my_chat_member",
        "chat_member",
        "message_reaction",
    }
    assert list(faults(api, "Array of Update", updates, "updates")) == []
    assert server.violations == []


def test_results_have_the_shape_of_their_methods(server: TelegramStandIn, ask: Ask, api: dict[str, Any]) -> None:
    _live(server, ask)
    _ask_around(server, ask)
    calls = [call for call in server.calls if call.ok and call.method != "getUpdates"]
    assert {call.method for call in calls} >= {"sendMessage", "sendPoll", "sendDocument", "getChat", "getWebhookInfo"}
    wrong = [list(faults(api, api["methods"][call.method]["returns"][0], call.result, call.method)) for call in calls]
    assert [fault for found in wrong for fault in found] == []


def _other_kinds(api: dict[str, Any]) -> list[str]:
    return [field["name"] for field in api["types"]["Update"]["fields"] if field["name"] != "update_id"]


def _live(server: TelegramStandIn, ask: Ask) -> None:
    """Let people and the bot do one of everything."""
    user = server.user("أحمد", username="ahmad")
    chat = server.private(user)
    said = chat.sends("/start")
    chat.edits(said, "متى بدر؟")
    reply = {"message_id": said.id, "quote": "بدر"}
    ask("sendMessage", chat_id=chat.id, text="سنة 2", reply_parameters=reply, reply_markup=KEYBOARD)
    query_id = chat.presses(chat.wait_for_message(), "التالي")
    ask("answerCallbackQuery", callback_query_id=query_id)
    chat.presses(99, data="gone")
    chat.blocks_bot()
    chat.unblocks_bot()
    _live_in_groups(server, ask)
    query_id = server.inline_query(user, "بدر")
    content = {"message_text": "نعم"}
    card = {"type": "article", "id": "1", "title": "نعم", "input_message_content": content}
    ask("answerInlineQuery", inline_query_id=query_id, results=[card])
    server.chooses(user, server.wait_for_inline_answer(query_id), "1", "بدر")
    ask("answerGuestQuery", guest_query_id=server.guest_message(user, "متى بدر؟"), result=card)


def _live_in_groups(server: TelegramStandIn, ask: Ask) -> None:
    owner, other = server.user("هند"), server.user("عمر")
    forum = server.group(members=[owner, other], forum=True)
    forum.sends(other, "متى؟", topic=forum.makes_topic("الفتوح"))
    forum.sends(owner, "/when أجنادين", anonymous=True)
    forum.promotes(other)
    forum.reacts(other, forum.sends(other, "نعم"), "👍")
    forum.removes_bot(by=owner)
    forum.adds_bot(by=owner)
    forum.mutes_bot()
    channel = server.channel(discussion=forum, username="history")
    post = channel.posts("خبر https://example.org")
    channel.edits(post, "خبر آخر")
    ask("sendMessage", chat_id=channel.id, text="x")
    small = server.group(members=[owner], supergroup=False)
    small.sends(other, "ملصق", as_channel=channel)
    small.becomes_supergroup()


def _ask_around(server: TelegramStandIn, ask: Ask) -> None:
    """Call every method that tells or sends something else."""
    owner, other = server.user("هند"), server.user("عمر")
    group = server.group(members=[owner, other], bot="administrator")
    ask("sendPhoto", chat_id=group.id, photo="https://example.org/map.png", caption="<b>خريطة</b>", parse_mode="HTML")
    ask("sendDocument", chat_id=group.id, document="https://example.org/list.txt")
    quiz = {"type": "quiz", "correct_option_ids": [0], "explanation": "المصدر"}
    ask("sendPoll", chat_id=group.id, question="متى؟", options=[{"text": "8"}, {"text": "9"}], **quiz)
    ask("getMe")
    ask("getChat", chat_id=group.id)
    for user in (owner, other, server.bot, server.user("غائب")):
        ask("getChatMember", chat_id=group.id, user_id=user.id)
    ask("getChatAdministrators", chat_id=group.id)
    ask("setMyCommands", commands=[{"command": "when", "description": "متى"}])
    for method in ("getMyCommands", "getMyName", "getMyDescription", "getMyShortDescription"):
        ask(method)
    ask("setWebhook", url="https://bot.example.org/hook")
    ask("getWebhookInfo")


def test_the_check_sees_what_is_wrong(api: dict[str, Any]) -> None:
    user = {"id": "7", "first_name": "أحمد", "shoe_size": 43}
    assert sorted(faults(api, "User", user, "user")) == [
        "user.id is no Integer: '7'",
        "user.is_bot is missing",
        "user.shoe_size is not in User",
    ]
