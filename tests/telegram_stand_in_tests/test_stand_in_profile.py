from collections.abc import Callable
from typing import Any

import pytest

from telegram_stand_in import TelegramStandIn

Ask = Callable[..., dict[str, Any]]
WHEN = {"command": "when", "description": "متى كان"}


def test_the_bot_knows_itself(server: TelegramStandIn, ask: Ask) -> None:
    me = ask("getMe")["result"]
    assert (me["id"], me["is_bot"], me["username"]) == (server.bot.id, True, "qa_test_bot")
    assert me["can_read_all_group_messages"] is True


def test_commands_hold_for_their_scope_and_language(server: TelegramStandIn, ask: Ask) -> None:
    groups = {"type": "all_group_chats"}
    assert ask("setMyCommands", commands=[WHEN], scope=groups, language_code="ar")["ok"]
    assert ask("getMyCommands", scope=groups, language_code="ar")["result"] == [WHEN]
    assert ask("getMyCommands", scope=groups)["result"] == []
    assert ask("deleteMyCommands", scope=groups, language_code="ar")["ok"]
    assert ask("getMyCommands", scope=groups, language_code="ar")["result"] == []
    assert server.violations == []


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"commands": [{"command": "متى", "description": "x"}]}, "Bad Request: BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "When", "description": "x"}]}, "Bad Request: BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "w" * 33, "description": "x"}]}, "Bad Request: BOT_COMMAND_INVALID"),
        (
            {"commands": [{"command": "when", "description": " "}]},
            "Bad Request: command description must be non-empty",
        ),
        (
            {"commands": [{"command": "when", "description": "أ" * 257}]},
            "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        ({"commands": [{"command": "when"}]}, "Bad Request: can't parse BotCommand: Can't find field \"description\""),
        ({"commands": [WHEN] * 101}, "Bad Request: BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [WHEN], "language_code": "ara"}, "Bad Request: invalid language code specified"),
        (
            {"commands": [WHEN], "scope": {"type": "planet"}},
            "Bad Request: can't parse BotCommandScope: Unsupported type specified",
        ),
        ({"commands": [WHEN], "scope": {"type": "chat", "chat_id": 5}}, "Bad Request: chat not found"),
    ],
)
def test_wrong_commands_are_refused(ask: Ask, parameters: dict[str, Any], description: str) -> None:
    assert ask("setMyCommands", **parameters)["description"] == description


def test_channels_have_no_commands(server: TelegramStandIn, ask: Ask) -> None:
    scope = {"type": "chat", "chat_id": server.channel().id}
    answer = ask("setMyCommands", commands=[WHEN], scope=scope)
    assert answer["description"] == "Bad Request: can't change commands in channel chats"


@pytest.mark.parametrize(
    ("method", "name", "limit"),
    [("MyName", "name", 64), ("MyDescription", "description", 512), ("MyShortDescription", "short_description", 120)],
)
def test_texts_hold_for_their_language_and_length(ask: Ask, method: str, name: str, limit: int) -> None:
    assert ask(f"set{method}", **{name: "أ" * limit})["ok"]
    assert ask(f"set{method}", **{name: "The asker"}, language_code="en")["ok"]
    assert ask(f"get{method}", language_code="en")["result"] == {name: "The asker"}
    assert ask(f"get{method}", language_code="fa")["result"] == {name: "أ" * limit}
    answer = ask(f"set{method}", **{name: "أ" * (limit + 1)})
    assert answer["description"] == f"Bad Request: {name.replace('_', ' ')} is too long: {limit} characters are allowed"


def test_chats_and_members_are_told(server: TelegramStandIn, ask: Ask) -> None:
    owner, plain, stranger = (server.user(name) for name in ("أحمد", "هند", "عمر"))
    group = server.group("مجلس", [owner, plain], bot="administrator")
    channel = server.channel(discussion=group)
    assert ask("getChat", chat_id=group.id)["result"]["linked_chat_id"] == channel.id
    assert ask("getChatMemberCount", chat_id=group.id)["result"] == 3
    administrators = ask("getChatAdministrators", chat_id=group.id)["result"]
    assert [(member["user"]["id"], member["status"]) for member in administrators] == [
        (owner.id, "creator"),
        (server.bot.id, "administrator"),
    ]
    statuses = [
        ask("getChatMember", chat_id=group.id, user_id=user.id)["result"]["status"] for user in (owner, plain, stranger)
    ]
    assert statuses == ["creator", "member", "left"]
    assert ask("getChatMember", chat_id=group.id, user_id=1)["description"] == "Bad Request: PARTICIPANT_ID_INVALID"
    private = ask("getChatAdministrators", chat_id=server.private().id)
    assert private["description"] == "Bad Request: there are no administrators in the private chat"


def test_a_bot_that_leaves_hears_of_it(server: TelegramStandIn, ask: Ask) -> None:
    group = server.group(members=[server.user()])
    assert ask("leaveChat", chat_id=group.id)["ok"]
    (update,) = ask("getUpdates")["result"]
    assert update["my_chat_member"]["new_chat_member"]["status"] == "left"
    answer = ask("sendMessage", chat_id=group.id, text="x")
    assert answer["description"] == "Forbidden: bot is not a member of the supergroup chat"


def test_logging_out_and_closing_are_granted(ask: Ask) -> None:
    assert ask("logOut") == ask("close") == {"ok": True, "result": True}
