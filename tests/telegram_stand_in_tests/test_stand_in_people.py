"""The updates that people cause have the shape of Telegram's."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from telegram import Update

from telegram_stand_in import TelegramStandIn, odd_updates

Ask = Callable[..., dict[str, Any]]


def last(ask: Ask, kind: str = "message") -> dict[str, Any]:
    update: dict[str, Any] = ask("getUpdates")["result"][-1]
    return update[kind]


def test_a_private_command_has_its_entity(server: TelegramStandIn, ask: Ask) -> None:
    user = server.user("أحمد", username="ahmad")
    chat = server.private(user)
    said = chat.sends("/when أجنادين")
    message = last(ask)
    assert message == {
        "message_id": said.id,
        "chat": {"id": user.id, "type": "private", "first_name": "أحمد", "username": "ahmad"},
        "date": said.date,
        "from": {"id": user.id, "is_bot": False, "first_name": "أحمد", "username": "ahmad", "language_code": "ar"},
        "text": "/when أجنادين",
        "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
    }
    assert server.private(user) is chat


def test_an_edit_brings_the_new_text(server: TelegramStandIn, ask: Ask) -> None:
    chat = server.private()
    said = chat.sends("متى اجنادين")
    chat.edits(said, "متى أجنادين")
    message = last(ask, "edited_message")
    assert (message["message_id"], message["text"], "edit_date" in message) == (said.id, "متى أجنادين", True)


def test_a_reply_in_a_topic_and_a_message_without_one(server: TelegramStandIn, ask: Ask) -> None:
    user = server.user()
    forum = server.group(members=[user], forum=True)
    topic = forum.makes_topic("الفتوح")
    assert last(ask)["forum_topic_created"]["name"] == "الفتوح"
    forum.sends(user, "متى؟", topic=topic)
    message = last(ask)
    assert (message["message_thread_id"], message["is_topic_message"]) == (topic.id, True)
    assert message["reply_to_message"]["message_id"] == topic.id
    forum.sends(user, "في العام")
    assert "message_thread_id" not in last(ask)


def test_an_anonymous_administrator_writes_in_the_groups_name(server: TelegramStandIn, ask: Ask) -> None:
    user = server.user()
    group = server.group(members=[user])
    group.sends(user, "/settings", anonymous=True)
    message = last(ask)
    assert (message["from"]["id"], message["sender_chat"]["id"]) == (1087968824, group.id)


def test_a_channel_may_write_in_a_group(server: TelegramStandIn, ask: Ask) -> None:
    user = server.user()
    group, channel = server.group(members=[user]), server.channel()
    group.sends(user, "متى؟", as_channel=channel)
    message = last(ask)
    assert (message["from"]["id"], message["sender_chat"]["id"]) == (136817688, channel.id)


def test_a_post_is_copied_to_the_discussion(server: TelegramStandIn, ask: Ask) -> None:
    user = server.user()
    group = server.group(members=[user])
    channel = server.channel(discussion=group)
    post = channel.posts("/when أجنادين")
    copy = last(ask)
    assert (copy["from"]["id"], copy["sender_chat"]["id"]) == (777000, channel.id)
    assert (copy["is_automatic_forward"], copy["forward_origin"]["message_id"]) == (True, post.id)
    updates = ask("getUpdates")["result"]
    assert updates[0]["channel_post"]["text"] == "/when أجنادين"
    assert "from" not in updates[0]["channel_post"]
    comment = group.sends(user, "شكرا", reply_to=channel.copy_of(post))
    assert comment.thread_id == channel.copy_of(post).id
    channel.edits(post, "/when فحل")
    assert last(ask, "edited_channel_post")["text"] == "/when فحل"


def test_the_bot_hears_when_it_comes_and_goes(server: TelegramStandIn, ask: Ask) -> None:
    user = server.user()
    group = server.group(members=[user], bot="left")
    group.sends(user, "ليس هنا")
    group.adds_bot(by=user)
    group.removes_bot(by=user)
    group.sends(user, "ذهب")
    came, service, went = ask("getUpdates")["result"]
    assert came["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert [member["id"] for member in service["message"]["new_chat_members"]] == [server.bot.id]
    assert went["my_chat_member"]["old_chat_member"]["status"] == "member"
    assert went["my_chat_member"]["new_chat_member"]["status"] == "kicked"


def test_a_group_becomes_a_supergroup(server: TelegramStandIn, ask: Ask) -> None:
    user = server.user()
    group = server.group(members=[user], supergroup=False)
    new = group.becomes_supergroup()
    before, after = ask("getUpdates")["result"]
    assert (before["message"]["chat"]["id"], before["message"]["migrate_to_chat_id"]) == (group.id, new.id)
    assert (after["message"]["chat"]["id"], after["message"]["migrate_from_chat_id"]) == (new.id, group.id)


@pytest.mark.parametrize(
    ("text", "heard"),
    [("كلام عام", False), ("/when أجنادين", True), ("@qa_test_bot متى أجنادين؟", True)],
)
def test_privacy_mode_hides_what_is_not_for_the_bot(text: str, heard: bool) -> None:
    with TelegramStandIn(privacy_mode=True) as server:
        user = server.user()
        server.group(members=[user]).sends(user, text)
        assert server.pending_updates == int(heard)


def test_privacy_mode_hides_nothing_from_an_administrator() -> None:
    with TelegramStandIn(privacy_mode=True) as server:
        user = server.user()
        server.group(members=[user], bot="administrator").sends(user, "كلام عام")
        assert server.pending_updates == 1


def test_privacy_mode_lets_replies_to_the_bot_through() -> None:
    with TelegramStandIn(privacy_mode=True) as server:
        user = server.user()
        group = server.group(members=[user])
        url = f"{server.url}/bot{server.token}/sendMessage"
        httpx.post(url, json={"chat_id": group.id, "text": "سنة 13"}, trust_env=False)
        group.sends(user, "وأين؟", reply_to=group.wait_for_message())
        assert server.pending_updates == 1


def test_a_person_does_not_send_more_than_a_message_holds(server: TelegramStandIn) -> None:
    with pytest.raises(AssertionError, match="people send 1 to 4096"):
        server.private().sends("أ" * 4097)


def test_what_is_no_text_is_given_as_content(server: TelegramStandIn, ask: Ask) -> None:
    server.private().sends(content={"location": {"latitude": 31.69, "longitude": 34.96}})
    assert last(ask)["location"]["latitude"] == 31.69


def test_python_telegram_bot_reads_every_odd_update(server: TelegramStandIn) -> None:
    chat = server.private()
    for number, update in enumerate(odd_updates(chat.chat, chat.user).values()):
        assert Update.de_json({"update_id": number} | update, None).update_id == number
