"""What exactly is called for a letter that one member alone is to see."""

from typing import Any

import pytest

from fakes import FakeClock, RecordingRequest
from qa_bot.bot.client import Client, open_client
from qa_bot.bot.flood import FloodLimiter
from qa_bot.bot.parcels import Address, Parcel, Place, edit_once, send_once
from qa_bot.store.letters import Body

BODY = Body("<b>نعم</b>", "نعم", {"inline_keyboard": [[{"text": "▶", "callback_data": "x"}]]})
PICTURE = Body("خط", "خط", picture="iVBORw==")
TO_ONE = {"receiver_user_id": 7, "ephemeral_message_parameters": {"receiver_user_id": 7}}
STANDING = {"chat_id": -100, "receiver_user_id": 7, "ephemeral_message_id": 3}


class Line:
    """A client, and what it calls."""

    def __init__(self) -> None:
        clock = FakeClock()
        self.request = RecordingRequest()
        limiter = FloodLimiter(clock=clock, sleep=clock.sleep)
        self.client: Client = open_client("1:token", "https://telegram.test", limiter, self.request)

    def answer(self, endpoint: str, result: Any) -> None:
        self.request.next_replies[endpoint].append((200, {"ok": True, "result": result}))


@pytest.fixture
def wire() -> Line:
    return Line()


async def test_a_letter_to_one_alone_stands_under_its_own_number(wire: Line) -> None:
    chat = {"id": -100, "type": "supergroup", "title": "G"}
    wire.answer("sendMessage", {"message_id": 0, "ephemeral_message_id": 3, "date": 1, "chat": chat})
    parcel = Parcel(Address(-100, topic_id=17, reply_to=5, receiver_id=7), BODY)
    assert await send_once(wire.client, parcel, None) == Place(-100, -3)
    [called] = wire.request.sent()
    assert called | TO_ONE == called
    assert (called["message_thread_id"], called["reply_parameters"]["message_id"]) == (17, 5)


async def test_a_picture_to_one_alone_carries_the_receiver_too(wire: Line) -> None:
    await send_once(wire.client, Parcel(Address(-100, receiver_id=7), PICTURE), None)
    [called] = wire.request.sent("sendPhoto")
    assert called | TO_ONE == called


async def test_what_one_alone_sees_is_edited_by_methods_of_its_own(wire: Line) -> None:
    await edit_once(wire.client, Parcel(Address(-100, receiver_id=7), BODY), -3)
    assert wire.request.sent("editEphemeralMessageText") == [
        STANDING
        | {
            "text": "<b>نعم</b>",
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
            "reply_markup": BODY.keyboard,
        }
    ]
    await edit_once(wire.client, Parcel(Address(-100, receiver_id=7), PICTURE), -3)
    [called] = wire.request.sent("editEphemeralMessageMedia")
    assert called | STANDING == called
    assert (called["media"]["type"], called["media"]["caption"]) == ("photo", "خط")
    assert wire.request.sent("editMessageText") == []


async def test_without_markup_it_is_edited_as_plain_text(wire: Line) -> None:
    await edit_once(wire.client, Parcel(Address(-100, receiver_id=7), Body("<b>نعم</b>", "نعم"), plain=True), -3)
    [called] = wire.request.sent("editEphemeralMessageText")
    assert called == STANDING | {"text": "نعم", "link_preview_options": {"is_disabled": True}}
