from typing import Any

import pytest

from telegram_harness import ASKER, GROUP, PRIVATE, Telegram

QUESTION = "متى كانت وقعة اليرموك؟"
APOLOGY = "أعتذر عن التأخر: كنتُ متوقفًا حين سألت."


async def catch_up(telegram: Telegram, hours: float, *bodies: dict[str, Any], kind: str = "message") -> None:
    """Let `hours` pass, then let updates in that were written before, as Telegram gives them out after a stop."""
    telegram.clock.now_s += hours * 3_600
    await telegram.inbox.accept_all([{"update_id": number, kind: body} for number, body in enumerate(bodies, start=50)])
    assert await telegram.inbox.drain(5) == frozenset()


async def test_a_question_of_half_an_hour_ago_is_answered(telegram: Telegram) -> None:
    await catch_up(telegram, 0.5, telegram.message(QUESTION, PRIVATE))
    assert "«وكانت وقعة" in telegram.sent[0]["text"]


async def test_older_questions_of_a_chat_meet_one_apology(telegram: Telegram) -> None:
    asked = [telegram.message(QUESTION, PRIVATE, message_id=number) for number in (5, 6, 7)]
    in_the_group = telegram.message(f"/ask {QUESTION}", GROUP)
    await catch_up(telegram, 2, *asked, in_the_group)
    # Chats are worked on side by side: which comes first is chance.
    first, second = sorted(telegram.sent, key=lambda card: card["chat_id"])
    assert [(card["chat_id"], card["text"].startswith(APOLOGY)) for card in (first, second)] == [
        (-100, True),
        (7, True),
    ]
    assert second["reply_parameters"]["message_id"] == 5
    assert telegram.service.asked == []


async def test_the_apology_speaks_the_askers_language(telegram: Telegram) -> None:
    asked = telegram.message("/when Badr", PRIVATE, sender=ASKER | {"language_code": "en"})
    await catch_up(telegram, 2, asked)
    assert telegram.sent[0]["text"].startswith("Sorry for the delay: I was off when you asked.")


async def test_where_silence_is_wished_nothing_is_said(new_telegram: Any) -> None:
    telegram = await new_telegram(QA_BOT_STALE_APOLOGY=False)
    await catch_up(telegram, 2, telegram.message(QUESTION, PRIVATE))
    assert telegram.request.calls == []


@pytest.mark.parametrize(("minutes", "answered"), [(0, True), (1, False), (180, True)])
async def test_the_operator_says_what_is_too_late(new_telegram: Any, minutes: int, answered: bool) -> None:
    telegram = await new_telegram(QA_BOT_STALE_MINUTES=minutes)
    await catch_up(telegram, 2, telegram.message(QUESTION, PRIVATE))
    assert ("«وكانت وقعة" in telegram.sent[0]["text"]) is answered


async def test_an_old_edit_meets_silence(telegram: Telegram) -> None:
    await telegram.say("من فتح الأندلس؟")
    edited = telegram.message(QUESTION, PRIVATE) | {"edit_date": int(telegram.clock())}
    await catch_up(telegram, 2, edited, kind="edited_message")
    assert telegram.edits == []
    assert len(telegram.sent) == 1


async def test_an_old_message_that_is_edited_now_is_not_late(telegram: Telegram) -> None:
    await telegram.say("من فتح الأندلس؟")
    edited = telegram.message(QUESTION, PRIVATE)
    telegram.clock.now_s += 7_200
    await telegram.send("edited_message", edited | {"edit_date": int(telegram.clock())})
    assert "«وكانت وقعة" in telegram.edits[0]["text"]


async def test_a_press_on_an_old_card_is_followed(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    data, card = telegram.button("التالي ◀"), telegram.card(QUESTION)
    telegram.clock.now_s += 7_200
    await telegram.press(data, card)
    assert len(telegram.edits) == 1
