import logging

import pytest

from fakes import FakeClock
from qa_bot.bot.whispers import Whispers, numbered, sent_to, standing_at

CHAT, OTHER = -100, -200


def test_a_message_that_only_the_bot_saw_goes_by_its_own_number_wherever_it_stands() -> None:
    seen = {"message_id": 0, "ephemeral_message_id": 7}
    update = {"update_id": 1, "callback_query": {"data": "x", "message": {**seen, "reply_to_message": seen}}}
    card = numbered(update)["callback_query"]["message"]
    assert (card["message_id"], card["reply_to_message"]["message_id"]) == (-7, -7)
    assert update["callback_query"]["message"]["message_id"] == 0


@pytest.mark.parametrize("number", [None, "7", 0, -7])
def test_an_odd_number_is_passed_over(number: object) -> None:
    assert numbered({"message": {"message_id": 0, "ephemeral_message_id": number}})["message"]["message_id"] == 0


def test_an_ordinary_message_keeps_its_number() -> None:
    update = {"update_id": 1, "message": {"message_id": 5, "text": "متى؟"}}
    assert numbered(update) == update


def test_a_receiver_is_named_in_the_words_of_both_versions() -> None:
    told = {"receiver_user_id": 7, "ephemeral_message_parameters": {"receiver_user_id": 7}}
    assert sent_to(7, 5) == told
    assert sent_to(7, -3) == {**told, "reply_parameters": {"ephemeral_message_id": 3}}
    assert standing_at(CHAT, -3, 7) == {"chat_id": CHAT, "receiver_user_id": 7, "ephemeral_message_id": 3}


def test_a_chat_that_refused_is_asked_again_after_ten_minutes(caplog: pytest.LogCaptureFixture) -> None:
    clock = FakeClock()
    whispers = Whispers(clock)
    whispers.refused(CHAT, "BOT_NOT_ADMIN")
    assert (whispers.may_be_sent(CHAT), whispers.may_be_sent(OTHER)) == (False, True)
    clock.now_s += 600
    assert whispers.may_be_sent(CHAT)
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_a_server_that_knows_none_is_asked_again_after_an_hour() -> None:
    clock = FakeClock()
    whispers = Whispers(clock)
    whispers.unknown()
    assert not whispers.may_be_sent(CHAT)
    clock.now_s += 3_600
    assert whispers.may_be_sent(CHAT)
