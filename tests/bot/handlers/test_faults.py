from typing import Any

import pytest
from telegram.error import BadRequest, TimedOut

from telegram_harness import ASKER, PRIVATE, TOKEN, Telegram

QUESTION = "متى كانت وقعة اليرموك؟"


async def test_a_bug_is_met_with_four_more_tries_then_logged_and_told_gently(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.service.error = RuntimeError("a bug")
    await telegram.say(QUESTION)
    assert len(telegram.service.asked) == 5
    [apology] = telegram.sent
    assert apology["text"].startswith("أعتذر، وقع خطأ عندي لا عندك")
    assert caplog.text.count("Update 1 failed (RuntimeError); trying again") == 4
    assert "Update 1 failed 5 times and is set aside" in caplog.text
    assert "RuntimeError: a bug" in caplog.text
    assert QUESTION not in caplog.text


async def test_a_fault_that_passes_is_not_told_at_all(telegram: Telegram) -> None:
    telegram.service.error = RuntimeError("a bug")
    answer = telegram.service.answer

    async def answer_the_third_time(question: str, **more: Any) -> Any:
        if len(telegram.service.asked) == 2:
            telegram.service.error = None
        return await answer(question, **more)

    telegram.service.answer = answer_the_third_time  # type: ignore[method-assign]
    await telegram.say(QUESTION)
    assert ["«وكانت وقعة" in card["text"] for card in telegram.sent] == [True]


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
    assert "Letter 1 is given up: Timed out" in caplog.text
    assert "Traceback" not in caplog.text


async def test_what_telegram_itself_refuses_while_a_press_is_handled_is_met_with_silence(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    telegram.request.next_replies["answerCallbackQuery"].extend([BadRequest("no reason that is known")] * 5)
    await telegram.press(telegram.button("التالي ◀"), telegram.card(QUESTION))
    assert len(telegram.alerts) == 5
    assert len(telegram.sent) == 1


async def test_an_apology_that_cannot_be_shown_ends_the_matter(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    await telegram.say(QUESTION)
    data, card = telegram.button("التالي ◀"), telegram.card(QUESTION)
    telegram.service.error = RuntimeError("a bug")
    telegram.request.next_replies["answerCallbackQuery"].append(BadRequest("no reason that is known"))
    await telegram.press(data, card)
    assert "The apology didn't arrive: BadRequest" in caplog.text


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
