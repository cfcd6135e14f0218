"""Messages that one member alone sees, on servers that know them and on those that don't."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from telegram_stand_in import Group, TelegramStandIn, User

Ask = Callable[..., dict[str, Any]]


@pytest.fixture(params=[(10, 2), (10, 3)], ids=["10.2", "10.3"])
def version(request: pytest.FixtureRequest) -> tuple[int, int]:
    known: tuple[int, int] = request.param
    return known


@pytest.fixture
def server(version: tuple[int, int]) -> Iterator[TelegramStandIn]:
    with TelegramStandIn(version=version) as stand_in:
        yield stand_in


@pytest.fixture
def said(server: TelegramStandIn) -> User:
    return server.user("سعيد")


@pytest.fixture
def group(server: TelegramStandIn, said: User) -> Group:
    return server.group(members=[server.user("مريم"), said], bot="administrator")


def whisper(group: Group, receiver: User, **more: Any) -> dict[str, Any]:
    """Return a message to one member alone, as both versions of the Bot API write it."""
    told = {"receiver_user_id": receiver.id}
    return {"chat_id": group.id, "text": "سرّ", **told, "ephemeral_message_parameters": told, **more}


def test_an_administrator_shows_a_message_to_one_member_and_edits_and_deletes_it(
    server: TelegramStandIn, ask: Ask, group: Group, said: User
) -> None:
    sent = ask("sendMessage", **whisper(group, said))["result"]
    number = sent["ephemeral_message_id"]
    assert (sent["message_id"], sent["receiver_user"]["id"]) == (0, said.id)
    assert group.wait_for_message().receiver_id == said.id
    which = {"chat_id": group.id, "receiver_user_id": said.id, "ephemeral_message_id": number}
    assert ask("editEphemeralMessageText", text="سرّ آخر", **which) == {"ok": True, "result": True}
    assert group.wait_for_edit().text == "سرّ آخر"
    assert ask("deleteEphemeralMessage", **which) == {"ok": True, "result": True}
    assert not group.chat.messages
    assert not group.chat.ephemeral
    assert not server.violations


def test_a_photo_is_shown_to_one_member_too(ask: Ask, group: Group, said: User) -> None:
    told = whisper(group, said) | {"photo": "https://example.org/1.png"}
    sent = ask("sendPhoto", **{name: value for name, value in told.items() if name != "text"})["result"]
    media = {"type": "photo", "media": "https://example.org/2.png", "caption": "غيرها"}
    which = {"chat_id": group.id, "receiver_user_id": said.id, "ephemeral_message_id": sent["ephemeral_message_id"]}
    assert ask("editEphemeralMessageMedia", media=media, **which)["result"] is True
    assert group.wait_for_edit().text == "غيرها"


def test_the_usual_methods_know_nothing_of_it(server: TelegramStandIn, ask: Ask, group: Group, said: User) -> None:
    number = ask("sendMessage", **whisper(group, said))["result"]["ephemeral_message_id"]
    for message_id in (0, number):
        assert ask("deleteMessage", chat_id=group.id, message_id=message_id)["error_code"] == 400
        assert ask("editMessageText", chat_id=group.id, message_id=message_id, text="x")["error_code"] == 400
    assert len(server.violations) == 4


def test_who_is_no_administrator_answers_what_only_the_bot_saw(
    server: TelegramStandIn, ask: Ask, group: Group, said: User
) -> None:
    group.demotes(server.bot)
    assert ask("sendMessage", **whisper(group, said))["description"] == "Bad Request: BOT_NOT_ADMIN"
    asked = group.sends(said, "/help", ephemeral=True)
    update = ask("getUpdates")["result"][-1]["message"]
    assert (update["message_id"], update["ephemeral_message_id"]) == (0, asked.ephemeral_id)
    reply = {"reply_parameters": {"ephemeral_message_id": asked.ephemeral_id}}
    assert ask("sendMessage", **whisper(group, said, **reply))["ok"]
    assert not ask("sendMessage", **whisper(group, server.user("عمر"), **reply))["ok"]
    asked.date -= 16
    assert not ask("sendMessage", **whisper(group, said, **reply))["ok"]


def test_only_members_of_a_group_get_them(server: TelegramStandIn, ask: Ask, group: Group, said: User) -> None:
    assert ask("sendMessage", **whisper(group, server.user("عمر")))["error_code"] == 400
    assert ask("sendMessage", **whisper(group, said) | {"chat_id": server.private(said).id})["error_code"] == 400


def test_a_pressed_button_under_one_comes_with_its_number(
    server: TelegramStandIn, ask: Ask, group: Group, said: User
) -> None:
    keyboard = {"inline_keyboard": [[{"text": "نعم", "callback_data": "x"}]]}
    ask("sendMessage", **whisper(group, said, reply_markup=keyboard))
    card = group.wait_for_message()
    group.press(said, card, "نعم")
    pressed = ask("getUpdates")["result"][-1]["callback_query"]["message"]
    assert (pressed["message_id"], pressed["ephemeral_message_id"]) == (0, card.ephemeral_id)


def test_an_older_server_makes_an_ordinary_message_of_it() -> None:
    with TelegramStandIn(version=(10, 1)) as server:
        said = server.user("سعيد")
        group = server.group(members=[said], bot="administrator")
        url = f"{server.url}/bot{server.token}/"
        with httpx.Client(base_url=url, timeout=10, trust_env=False, verify=False) as client:
            sent = client.post("sendMessage", json=whisper(group, said)).json()["result"]
            assert sent["message_id"] in group.chat.messages
            assert "ephemeral_message_id" not in sent
            assert client.post("deleteEphemeralMessage", json={"chat_id": group.id}).json()["error_code"] == 404
