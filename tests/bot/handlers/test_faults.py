import pytest
from telegram.error import TimedOut

from telegram_harness import ASKER, PRIVATE, TOKEN, Telegram

QUESTION = "متى كانت وقعة اليرموك؟"


async def test_a_bug_is_logged_and_told_gently(telegram: Telegram, caplog: pytest.LogCaptureFixture) -> None:
    telegram.service.error = RuntimeError("a bug")
    await telegram.say(QUESTION)
    assert telegram.sent[0]["text"].startswith("أعتذر، وقع خطأ عندي لا عندك")
    assert "Update 1 failed" in caplog.text
    assert QUESTION not in caplog.text


async def test_a_bug_behind_a_button_is_told_in_the_pop_up(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    telegram.service.error = RuntimeError("a bug")
    await telegram.press(telegram.button("التالي ◀"), telegram.card(QUESTION))
    assert telegram.alerts == ["أعتذر، وقع خطأ عندي وقد سُجّل. حاول بعد قليل من فضلك."]


async def test_a_send_that_timed_out_is_not_followed_by_an_apology(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.request.next_replies["sendMessage"].append(TimedOut())
    await telegram.say(QUESTION)
    assert len(telegram.sent) == 1
    assert "Update 1 stays without an answer: Timed out" in caplog.text
    assert "Traceback" not in caplog.text


async def test_the_next_question_is_answered_after_any_fault(telegram: Telegram) -> None:
    telegram.service.error = RuntimeError("a bug")
    await telegram.say(QUESTION)
    telegram.service.error = None
    await telegram.say(QUESTION, message_id=6)
    assert "«وكانت وقعة" in telegram.sent[1]["text"]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("my_chat_member", {"chat": PRIVATE, "from": ASKER, "date": 1}),
        ("message", {"message_id": 1, "date": 1, "chat": {"id": -5, "type": "a_kind_of_tomorrow"}, "text": "x"}),
        ("message", {"message_id": 1, "date": 1, "chat": PRIVATE, "a_field_of_tomorrow": {"a": [1]}}),
        ("message", {"text": "no chat, no id"}),
        ("poll_answer", {"poll_id": "1", "option_ids": [0]}),
        ("an_update_of_tomorrow", {"field": 1}),
    ],
)
async def test_updates_that_nobody_knows_disturb_nothing(
    telegram: Telegram, kind: str, body: dict[str, object]
) -> None:
    await telegram.send(kind, body)
    await telegram.say(QUESTION)
    assert len(telegram.sent) == 1


async def test_the_bots_own_representation_never_reaches_a_log(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.service.error = RuntimeError("a bug")
    await telegram.say(QUESTION)
    assert TOKEN not in caplog.text
