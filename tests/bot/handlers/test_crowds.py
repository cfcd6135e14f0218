import asyncio
from typing import Any

from telegram_harness import ASKER, GROUP, PRIVATE, Telegram

QUESTION = "متى كانت وقعة اليرموك؟"


async def flood(telegram: Telegram, kind: str, bodies: list[dict[str, Any]]) -> None:
    await telegram.inbox.accept_all(
        [{"update_id": number, kind: body} for number, body in enumerate(bodies, start=100)]
    )
    assert await telegram.inbox.drain(5) == frozenset()


async def test_a_flood_is_met_with_one_kind_word_and_its_first_twenty_are_answered(telegram: Telegram) -> None:
    await flood(telegram, "message", [telegram.message(QUESTION, PRIVATE, message_id=n) for n in range(1, 61)])
    words = [card["text"] for card in telegram.sent]
    assert len(words) == 21
    [warning] = [text for text in words if text.startswith("وصلتني هنا رسائل كثيرة دفعةً واحدة.")]
    assert words.index(warning) < 6


async def test_what_a_group_says_among_itself_is_no_flood(telegram: Telegram) -> None:
    said = [telegram.message("كلام بين الناس", GROUP, message_id=n) for n in range(1, 100)]
    await flood(telegram, "message", [*said, telegram.message(f"/ask {QUESTION}", GROUP, message_id=200)])
    [card] = telegram.sent
    assert card["reply_parameters"]["message_id"] == 200


async def test_presses_without_end_are_told_so_in_one_pop_up(telegram: Telegram) -> None:
    card = telegram.message("نص", PRIVATE)
    press = {"id": "q", "from": ASKER, "chat_instance": "i", "data": "forged", "message": card}
    await flood(telegram, "callback_query", [press] * 40)
    await asyncio.sleep(0)
    assert telegram.alerts.count("ضغطاتٌ ورسائل كثيرة دفعةً واحدة. حاول بعد قليل من فضلك.") == 1
    assert len(telegram.alerts) == 21


async def test_a_group_that_waits_for_an_answer_sees_typing_in_its_topic(telegram: Telegram) -> None:
    topic = {"message_thread_id": 17, "is_topic_message": True}
    asked = [telegram.message(f"/ask {QUESTION}", GROUP, message_id=number, **topic) for number in range(1, 5)]
    await flood(telegram, "message", asked)
    [typing] = telegram.request.sent("sendChatAction")
    assert typing == {"chat_id": -100, "action": "typing", "message_thread_id": 17}
    assert len(telegram.sent) == 4


async def test_a_group_whose_questions_wait_is_told_once_how_many_and_that_they_are_answered(
    telegram: Telegram,
) -> None:
    asked = [telegram.message(f"/ask {QUESTION}", GROUP, message_id=number) for number in range(1, 19)]
    await flood(telegram, "message", asked)
    told = [card["text"] for card in telegram.sent if "في الانتظار هنا 16 سؤالًا" in card["text"]]
    assert len(told) == 1
    assert len(telegram.sent) == 19


async def test_a_private_chat_whose_questions_wait_is_told_nothing(telegram: Telegram) -> None:
    await flood(telegram, "message", [telegram.message(QUESTION, PRIVATE, message_id=n) for n in range(1, 19)])
    assert len(telegram.sent) == 18


async def test_a_user_who_asks_without_pause_is_warned_once_and_then_met_with_silence(new_telegram: Any) -> None:
    telegram = await new_telegram(QA_BOT_USER_QUESTIONS=5)
    await flood(telegram, "message", [telegram.message(QUESTION, PRIVATE, message_id=n) for n in range(1, 12)])
    warned = [card for card in telegram.sent if card["text"].startswith("وصلتني هنا رسائل كثيرة دفعةً واحدة.")]
    assert (len(telegram.sent), len(warned)) == (6, 1)
