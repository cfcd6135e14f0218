from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from fakes import refusal
from qa_bot.bot.callback_data import Action, Button, ButtonSeal
from qa_bot.errors import UnavailableError
from telegram_harness import ASKER, GROUP, PRIVATE, TOKEN, Telegram, plain

QUESTION = "متى كانت وقعة اليرموك؟"
NEXT, PREVIOUS, AROUND, BACK = "التالي ◀", "▶ السابق", "ما قبله وما بعده", "عودة إلى الجواب"
DAY_S = 86_400


async def press(telegram: Telegram, label: str, question: str | None = QUESTION, **fields: Any) -> None:
    await telegram.press(telegram.button(label), telegram.card(question), **fields)


async def test_next_shows_the_next_result_in_place(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    await press(telegram, NEXT)
    [edit] = telegram.edits
    assert edit["message_id"] == 1_000
    assert "«سار الروم إلى الشام" in edit["text"]
    assert "النتيجة 2 من 3" in edit["text"]


async def test_previous_leads_back_to_the_answer(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    await press(telegram, NEXT)
    await press(telegram, PREVIOUS)
    assert "«وكانت وقعة <b>اليرموك</b>" in telegram.edits[-1]["text"]


async def test_the_surroundings_are_shown_and_left_again(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    await press(telegram, AROUND)
    around = plain(telegram.edits[-1]["text"])
    assert around.index("سار الروم") < around.index("وكانت وقعة") < around.index("وانهزم الروم")
    await press(telegram, BACK)
    assert "«وكانت وقعة <b>اليرموك</b>" in telegram.edits[-1]["text"]


async def test_a_press_is_answered_before_the_card_is_edited(telegram: Telegram) -> None:
    data = ButtonSeal(TOKEN).seal(Button(Action.LIBRARY), chat_id=7, now_s=telegram.clock())
    await telegram.press(data, {"message_id": 9, "date": 1, "chat": PRIVATE})
    assert [endpoint for endpoint, _ in telegram.request.calls] == ["answerCallbackQuery", "editMessageText"]


async def test_a_button_works_after_a_restart(
    telegram: Telegram, new_telegram: Callable[..., Awaitable[Telegram]]
) -> None:
    await telegram.say(QUESTION)
    data, card = telegram.button(NEXT), telegram.card(QUESTION)
    restarted = await new_telegram()
    await restarted.press(data, card)
    assert "«سار الروم إلى الشام" in restarted.edits[0]["text"]
    assert restarted.service.asked == [("quote", QUESTION, None)]


async def test_the_question_is_read_from_the_message_replied_to_without_its_command(telegram: Telegram) -> None:
    await telegram.say(f"/when@qa_test_bot {QUESTION}", GROUP)
    await telegram.press(telegram.button(NEXT), telegram.card(f"/when@qa_test_bot {QUESTION}", GROUP))
    assert telegram.service.asked[-1] == ("quote", f"متى {QUESTION}", None)


async def test_a_follow_ups_topic_is_read_from_the_card_and_stays_on_it(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    await telegram.say("ومن قادها؟", message_id=6)
    await press(telegram, NEXT, "ومن قادها؟")
    assert telegram.service.asked[-1] == ("quote", "ومن قادها؟ (وقعة اليرموك)", None)
    assert telegram.edits[-1]["text"].startswith("عن: <b>\u2068وقعة اليرموك\u2069</b>")


async def test_a_borrowed_question_is_read_from_the_card(telegram: Telegram) -> None:
    await telegram.say("/ask", GROUP, reply_to_message=telegram.message(QUESTION, GROUP, message_id=4))
    await telegram.press(telegram.button(NEXT), telegram.card("/ask", GROUP))
    assert telegram.service.asked[-1] == ("quote", QUESTION, None)


async def test_where_the_question_is_gone_the_passage_is_shown_without_marks(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    await press(telegram, AROUND)
    await press(telegram, BACK, None)
    assert "«وكانت وقعة اليرموك في رجب" in telegram.edits[-1]["text"]


async def test_a_card_too_old_for_telegram_to_show_the_bot_still_turns(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    await telegram.press(telegram.button(NEXT), {"chat": PRIVATE, "message_id": 1_000, "date": 0})
    assert "«سار الروم إلى الشام" in telegram.edits[0]["text"]


async def test_the_nearest_passages_are_leafed_through_as_no_answer(telegram: Telegram) -> None:
    await telegram.say("من فتح الأندلس؟")
    await press(telegram, "عرض أقرب المقاطع", "من فتح الأندلس؟")
    await press(telegram, NEXT, "من فتح الأندلس؟")
    assert all(edit["text"].startswith("ليس هذا جوابًا") for edit in telegram.edits)


@pytest.mark.parametrize("data", ["", "garbage", "AAAA" * 11])
async def test_a_forged_button_is_refused_politely(telegram: Telegram, data: str) -> None:
    await telegram.press(data or "x", {"message_id": 9, "date": 1, "chat": PRIVATE})
    assert telegram.alerts == ["لا يعمل هذا الزر هنا. أعد سؤالك من فضلك."]
    assert telegram.edits == []


async def test_a_button_carried_into_another_chat_is_refused(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    await telegram.press(telegram.button(NEXT), telegram.card(QUESTION) | {"chat": GROUP})
    assert telegram.alerts == ["لا يعمل هذا الزر هنا. أعد سؤالك من فضلك."]


async def test_an_old_button_says_that_it_is_too_old(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    telegram.clock.now_s += 31 * DAY_S
    await press(telegram, NEXT)
    assert telegram.alerts == ["انتهت صلاحية هذا الزر. أعد سؤالك من فضلك."]


async def test_a_button_without_a_message_is_too_old(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    await telegram.press(telegram.button(NEXT), None, inline_message_id="i")
    assert telegram.alerts == ["انتهت صلاحية هذا الزر. أعد سؤالك من فضلك."]


async def test_a_passage_that_left_the_library_is_said_to_be_gone(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    telegram.service.passages.clear()
    await press(telegram, NEXT)
    assert telegram.alerts == ["تغيّرت المكتبة، ولم يعد هذا المقطع فيها. أعد سؤالك من فضلك."]


async def test_an_alert_speaks_the_pressers_language(telegram: Telegram) -> None:
    english = ASKER | {"language_code": "en"}
    await telegram.press("forged", {"message_id": 9, "date": 1, "chat": PRIVATE}, **{"from": english})
    assert telegram.alerts == ["This button doesn't work here. Please ask again."]


async def test_what_time_mends_is_told_in_the_pop_up(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    telegram.service.error = UnavailableError("busy")
    await press(telegram, NEXT)
    assert telegram.alerts == ["أعتذر، لا أستطيع ذلك الآن. حاول بعد قليل من فضلك."]


async def test_a_press_that_telegram_calls_too_old_still_turns_the_card(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    telegram.request.next_replies["answerCallbackQuery"].append(refusal(400, too_old))
    await press(telegram, NEXT)
    assert len(telegram.edits) == 1


async def test_pressing_twice_is_no_fault(telegram: Telegram, caplog: pytest.LogCaptureFixture) -> None:
    await telegram.say(QUESTION)
    unchanged = refusal(400, "Bad Request: message is not modified")
    telegram.request.next_replies["editMessageText"].append(unchanged)
    await press(telegram, NEXT)
    assert "failed" not in caplog.text
