import logging
from typing import Any

import pytest
from telegram.error import BadRequest, TimedOut

from fakes import FakeClock, RecordingRequest, refusal
from qa_bot.bot.client import Client, open_client
from qa_bot.bot.flood import FloodLimiter
from qa_bot.bot.markup import bold, line
from qa_bot.bot.parcels import Address, Place
from qa_bot.bot.sending import Letter, body_of, edit, send

LETTER = body_of(Letter((line("قال: ", bold("نعم")),)))
HERE = Address(chat_id=-100, topic_id=17, reply_to=5)


class Telegram:
    def __init__(self) -> None:
        clock = FakeClock()
        self.request = RecordingRequest()
        limiter = FloodLimiter(clock=clock, sleep=clock.sleep)
        self.client: Client = open_client("1:token", "https://telegram.test", limiter, self.request)

    def refuse(self, *replies: object, endpoint: str = "sendMessage") -> None:
        self.request.next_replies[endpoint].extend(replies)

    def tried(self, endpoint: str = "sendMessage") -> list[dict[str, Any]]:
        return self.request.sent(endpoint)


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


async def test_a_letter_goes_to_its_topic_as_a_reply_without_preview(telegram: Telegram) -> None:
    assert await send(telegram.client, HERE, LETTER) == Place(chat_id=-100, message_id=1_000)
    assert telegram.tried() == [
        {
            "chat_id": -100,
            "message_thread_id": 17,
            "text": "قال: <b>نعم</b>",
            "parse_mode": "HTML",
            "reply_parameters": {"message_id": 5, "allow_sending_without_reply": True},
            "link_preview_options": {"is_disabled": True},
        }
    ]


async def test_refused_markup_goes_out_as_plain_text_and_is_logged(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.refuse(refusal(400, "Bad Request: can't parse entities: Unsupported start tag"))
    await send(telegram.client, HERE, LETTER)
    assert telegram.tried()[1]["text"] == "قال: نعم"
    assert "parse_mode" not in telegram.tried()[1]
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


async def test_a_text_that_is_too_long_after_all_is_shortened(telegram: Telegram) -> None:
    telegram.refuse(refusal(400, "Bad Request: message is too long"))
    await send(telegram.client, HERE, body_of(Letter((line("نعم " * 2_000),))))
    assert len(telegram.tried()[1]["text"]) <= 4096


async def test_a_topic_that_is_gone_is_left_out(telegram: Telegram) -> None:
    telegram.refuse(refusal(400, "Bad Request: message thread not found"))
    await send(telegram.client, HERE, LETTER)
    assert "message_thread_id" not in telegram.tried()[1]


async def test_a_reply_into_a_topic_that_is_gone_is_sent_without_replying(telegram: Telegram) -> None:
    telegram.refuse(*[refusal(400, "Bad Request: message thread not found")] * 2)
    await send(telegram.client, HERE, LETTER)
    assert "reply_parameters" not in telegram.tried()[2]


async def test_a_reply_target_that_is_gone_is_left_out(telegram: Telegram) -> None:
    telegram.refuse(refusal(400, "Bad Request: message to be replied not found"))
    await send(telegram.client, HERE, LETTER)
    assert "reply_parameters" not in telegram.tried()[1]


async def test_several_refusals_in_a_row_are_mended_one_by_one(telegram: Telegram) -> None:
    telegram.refuse(
        refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1007),
        refusal(400, "Bad Request: can't parse entities: x"),
    )
    assert await send(telegram.client, HERE, LETTER) is not None
    assert len(telegram.tried()) == 3


async def test_a_group_that_became_a_supergroup_is_written_to_there_once(telegram: Telegram) -> None:
    telegram.refuse(refusal(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1007))
    await send(telegram.client, HERE, LETTER)
    [_, second] = telegram.tried()
    assert second["chat_id"] == -1007
    assert "reply_parameters" not in second
    assert "message_thread_id" not in second


@pytest.mark.parametrize(
    "refused",
    [
        refusal(403, "Forbidden: bot was blocked by the user"),
        refusal(400, "Bad Request: not enough rights to send text messages to the chat"),
        refusal(400, "Bad Request: CHAT_WRITE_FORBIDDEN"),
        refusal(400, "Bad Request: chat not found"),
    ],
)
async def test_where_the_bot_may_not_write_it_keeps_quiet(telegram: Telegram, refused: object) -> None:
    telegram.refuse(refused)
    assert await send(telegram.client, HERE, LETTER) is None
    assert len(telegram.tried()) == 1


async def test_a_refusal_that_nobody_knows_is_a_bug_and_is_raised(telegram: Telegram) -> None:
    telegram.refuse(refusal(400, "Bad Request: BUTTON_DATA_INVALID"))
    with pytest.raises(BadRequest):
        await send(telegram.client, HERE, LETTER)


async def test_what_timed_out_is_not_said_twice(telegram: Telegram) -> None:
    telegram.refuse(TimedOut())
    with pytest.raises(TimedOut):
        await send(telegram.client, HERE, LETTER)
    assert len(telegram.tried()) == 1


async def test_a_flood_wait_is_kept_and_the_letter_sent_after_it(telegram: Telegram) -> None:
    telegram.refuse(refusal(429, "Too Many Requests: retry after 3", retry_after=3))
    assert await send(telegram.client, HERE, LETTER) is not None
    assert len(telegram.tried()) == 2


@pytest.mark.parametrize(
    ("refused", "stands"),
    [
        (refusal(400, "Bad Request: message is not modified: specified new message content ..."), True),
        (refusal(400, "Bad Request: message to edit not found"), False),
        (refusal(400, "Bad Request: message can't be edited"), False),
        (refusal(403, "Forbidden: bot was kicked from the group chat"), False),
        (refusal(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1007), False),
    ],
)
async def test_an_edit_tells_whether_the_letter_stands_there(telegram: Telegram, refused: object, stands: bool) -> None:
    telegram.refuse(refused, endpoint="editMessageText")
    assert await edit(telegram.client, -100, 9, LETTER) is stands


async def test_an_edit_whose_markup_is_refused_goes_out_as_plain_text(telegram: Telegram) -> None:
    telegram.refuse(refusal(400, "Bad Request: can't parse entities: x"), endpoint="editMessageText")
    assert await edit(telegram.client, -100, 9, LETTER)
    assert telegram.tried("editMessageText")[1]["text"] == "قال: نعم"


async def test_an_edit_refused_for_an_unknown_reason_is_raised(telegram: Telegram) -> None:
    telegram.refuse(refusal(400, "Bad Request: something new"), endpoint="editMessageText")
    with pytest.raises(BadRequest):
        await edit(telegram.client, -100, 9, LETTER)


TO_ONE = Address(chat_id=-100, reply_to=5, receiver_id=7)
NO_ADMIN = refusal(400, "Bad Request: BOT_NOT_ADMIN")


async def test_what_may_not_be_shown_to_one_alone_is_shown_to_all_and_so_is_the_next_without_asking(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.refuse(NO_ADMIN)
    assert await send(telegram.client, TO_ONE, LETTER) == Place(chat_id=-100, message_id=1_000)
    assert await send(telegram.client, TO_ONE, LETTER) == Place(chat_id=-100, message_id=1_001)
    assert ["receiver_user_id" in tried for tried in telegram.tried()] == [True, False, False]
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


async def test_a_server_that_knows_no_such_message_has_sent_an_ordinary_one(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    for message_id in (1_000, 1_001):
        assert await send(telegram.client, TO_ONE, LETTER) == Place(chat_id=-100, message_id=message_id)
    assert ["receiver_user_id" in tried for tried in telegram.tried()] == [True, False]
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


async def test_an_answer_too_late_for_what_only_the_bot_saw_is_shown_to_all_in_reply_to_nothing(
    telegram: Telegram,
) -> None:
    telegram.refuse(NO_ADMIN)
    await send(telegram.client, Address(chat_id=-100, reply_to=-3, receiver_id=7), LETTER)
    first, second = telegram.tried()
    assert first["reply_parameters"] == {"ephemeral_message_id": 3}
    assert "reply_parameters" not in second
    assert telegram.client.whispers.may_be_sent(-100)


async def test_what_is_refused_of_a_letter_to_one_alone_is_mended_first(telegram: Telegram) -> None:
    telegram.refuse(refusal(400, "Bad Request: can't parse entities: x"))
    await send(telegram.client, TO_ONE, LETTER)
    assert telegram.tried()[1]["text"] == "قال: نعم"
    assert telegram.tried()[1]["receiver_user_id"] == 7


async def test_a_letter_to_one_alone_where_the_bot_may_not_write_at_all_is_given_up(telegram: Telegram) -> None:
    telegram.refuse(*[refusal(400, "Bad Request: CHAT_WRITE_FORBIDDEN")] * 2)
    assert await send(telegram.client, TO_ONE, LETTER) is None
    telegram.refuse(refusal(403, "Forbidden: bot was kicked from the group chat"))
    assert await send(telegram.client, TO_ONE, LETTER) is None


async def test_an_edit_of_what_one_alone_saw_and_is_gone_tells_so(telegram: Telegram) -> None:
    telegram.refuse(refusal(400, "Bad Request: message to edit not found"), endpoint="editEphemeralMessageText")
    assert not await edit(telegram.client, -100, -3, LETTER, receiver_id=7)


PICTURE = body_of(Letter((line("الخط: ", bold("نعم")),), picture=b"\x89PNG"))


async def test_a_picture_goes_out_with_its_page_as_caption(telegram: Telegram) -> None:
    assert await send(telegram.client, HERE, PICTURE) == Place(chat_id=-100, message_id=1_000)
    (tried,) = telegram.tried("sendPhoto")
    assert tried["caption"] == "الخط: <b>نعم</b>"
    assert (tried["chat_id"], tried["message_thread_id"], tried["parse_mode"]) == (-100, 17, "HTML")
    assert tried["reply_parameters"] == {"message_id": 5, "allow_sending_without_reply": True}


async def test_a_caption_that_is_too_long_after_all_is_shortened(telegram: Telegram) -> None:
    telegram.refuse(refusal(400, "Bad Request: message caption is too long"), endpoint="sendPhoto")
    await send(telegram.client, HERE, body_of(Letter((line("نعم " * 2_000),), picture=b"\x89PNG")))
    assert len(telegram.tried("sendPhoto")[1]["caption"]) <= 1024


async def test_a_picture_takes_the_place_of_another(telegram: Telegram) -> None:
    assert await edit(telegram.client, -100, 7, PICTURE)
    (tried,) = telegram.tried("editMessageMedia")
    assert (tried["chat_id"], tried["message_id"]) == (-100, 7)
    assert tried["media"]["caption"] == "الخط: <b>نعم</b>"


async def test_a_picture_that_is_gone_is_not_replaced(telegram: Telegram) -> None:
    telegram.refuse(refusal(400, "Bad Request: message to edit not found"), endpoint="editMessageMedia")
    assert not await edit(telegram.client, -100, 7, PICTURE)
