"""The button that undoes what a follow-up was taken to be about, and the one that takes it up again."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from qa_bot.errors import UnavailableError
from qa_bot.model.answer import QuestionKind, Understood
from telegram_harness import ASKER, GROUP, PRIVATE, Telegram

QUESTION = "متى كانت وقعة اليرموك؟"
FOLLOW_UP = "ومن قادها؟"
ALONE, ABOUT, NEXT = "لا، سؤالي مستقلّ", "بل عن: \u2068وقعة اليرموك\u2069", "التالي ◀"
TAKEN_UP = "عن: <b>\u2068وقعة اليرموك\u2069</b>"
SET_APART = "سؤال مستقلّ، لا عن: <b>\u2068وقعة اليرموك\u2069</b>"
OTHER_ASKER = ASKER | {"id": 8}


def labels(telegram: Telegram) -> list[str]:
    """Return the labels of the buttons under the bot's last message."""
    last = (telegram.edits or telegram.sent)[-1]
    return [button["text"] for row in last["reply_markup"]["inline_keyboard"] for button in row]


async def follow_up(telegram: Telegram, chat: dict[str, Any] = PRIVATE) -> None:
    command = "" if chat is PRIVATE else "/ask "
    await telegram.say(command + QUESTION, chat)
    await telegram.say(command + FOLLOW_UP, chat, message_id=6)


async def press(
    telegram: Telegram, label: str, question: str | None = FOLLOW_UP, chat: dict[str, Any] = PRIVATE, **fields: Any
) -> None:
    # The card of the question before has the id 1,000.
    await telegram.press(telegram.button(label), telegram.card(question, chat) | {"message_id": 1_001}, **fields)


async def test_only_a_follow_ups_card_can_be_undone(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    assert ALONE not in labels(telegram)
    await telegram.say(FOLLOW_UP, message_id=6)
    assert telegram.sent[-1]["text"].startswith(TAKEN_UP)
    assert ALONE in labels(telegram)


async def test_a_press_asks_the_follow_up_as_a_question_of_its_own_and_the_card_says_so(telegram: Telegram) -> None:
    await follow_up(telegram)
    await press(telegram, ALONE)
    assert telegram.service.asked[-1] == ("answer", FOLLOW_UP, None)
    assert telegram.edits[-1]["message_id"] == 1_001
    assert telegram.edits[-1]["text"].startswith(SET_APART)
    assert (ALONE in labels(telegram), ABOUT in labels(telegram)) == (False, True)


async def test_a_second_press_takes_the_topic_up_again(telegram: Telegram) -> None:
    await follow_up(telegram)
    taken_up = telegram.sent[-1]["text"]
    await press(telegram, ALONE)
    await press(telegram, ABOUT)
    method, question, previous = telegram.service.asked[-1]
    assert (method, question) == ("answer", FOLLOW_UP)
    assert previous is not None
    assert (previous.topic, previous.kind, previous.carried) == ("وقعة اليرموك", QuestionKind.WHO, True)
    assert telegram.edits[-1]["text"] == taken_up
    assert ALONE in labels(telegram)


async def test_what_the_asker_asks_next_follows_the_reading_chosen(telegram: Telegram) -> None:
    await follow_up(telegram)
    await press(telegram, ALONE)
    await telegram.say("وأين؟", message_id=7)
    previous = telegram.service.asked[-1][2]
    assert previous is not None
    assert (previous.question, previous.carried) == (FOLLOW_UP, False)


async def test_what_was_asked_since_is_not_forgotten(telegram: Telegram) -> None:
    await follow_up(telegram)
    data, card = telegram.button(ALONE), telegram.card(FOLLOW_UP)
    await telegram.say("متى كانت وقعة الجسر؟", message_id=7)
    await telegram.press(data, card | {"message_id": 1_001})
    await telegram.say("وأين؟", message_id=8)
    previous = telegram.service.asked[-1][2]
    assert previous is not None
    assert previous.question == "متى كانت وقعة الجسر؟"


async def test_another_member_changes_the_card_and_not_what_the_asker_goes_on_from(telegram: Telegram) -> None:
    await follow_up(telegram, GROUP)
    await press(telegram, ALONE, f"/ask {FOLLOW_UP}", GROUP, **{"from": OTHER_ASKER})
    assert telegram.edits[-1]["text"].startswith(SET_APART)
    await telegram.say("/ask وأين؟", GROUP, message_id=7)
    previous = telegram.service.asked[-1][2]
    assert previous is not None
    assert previous.carried is True


async def test_leafing_keeps_the_reading_and_its_button(telegram: Telegram) -> None:
    await follow_up(telegram)
    await press(telegram, NEXT)
    assert ALONE in labels(telegram)
    await press(telegram, ALONE)
    await press(telegram, "عرض أقرب المقاطع")
    assert telegram.edits[-1]["text"].startswith(SET_APART)
    assert ABOUT in labels(telegram)
    assert telegram.service.asked[-1] == ("quote", FOLLOW_UP, None)


async def test_a_follow_up_with_when_is_asked_with_when_again(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    await telegram.say("/when والجسر", message_id=6)
    await press(telegram, ALONE, "/when والجسر")
    assert telegram.service.asked[-1] == ("when", "والجسر", None)


async def test_both_buttons_work_after_a_restart_that_lost_the_store(
    telegram: Telegram, new_telegram: Callable[..., Awaitable[Telegram]]
) -> None:
    await follow_up(telegram)
    data, card = telegram.button(ALONE), telegram.card(FOLLOW_UP)
    restarted = await new_telegram(QA_BOT_FOLLOW_UP_MINUTES=0)
    await restarted.press(data, card | {"message_id": 99})
    assert restarted.service.asked[-1] == ("answer", FOLLOW_UP, None)
    await restarted.press(restarted.button(ABOUT), restarted.card(FOLLOW_UP) | {"message_id": 99})
    topic = Understood("وقعة اليرموك", QuestionKind.OTHER, "وقعة اليرموك")
    assert restarted.service.asked[-1] == ("answer", FOLLOW_UP, topic)


@pytest.mark.parametrize("gone", ["question", "opening"])
async def test_where_question_or_topic_is_not_shown_any_more_the_button_says_that_it_is_dead(
    telegram: Telegram, gone: str
) -> None:
    await follow_up(telegram)
    card = telegram.card(None if gone == "question" else FOLLOW_UP)
    await telegram.press(telegram.button(ALONE), card if gone == "question" else card | {"text": "«وقعت.»"})
    assert telegram.alerts == ["انتهت صلاحية هذا الزر. أعد سؤالك من فضلك."]
    assert telegram.edits == []


async def test_what_time_mends_is_told_in_the_pop_up(telegram: Telegram) -> None:
    await follow_up(telegram)
    telegram.service.error = UnavailableError("busy")
    await press(telegram, ALONE)
    assert telegram.alerts == ["أعتذر، لا أستطيع ذلك الآن. حاول بعد قليل من فضلك."]
