from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from fakes import BOT
from qa_bot.errors import QuestionError
from qa_bot.model.answer import QuestionKind, Understood
from telegram_harness import ASKER, GROUP, PRIVATE, Telegram

YARMUK, BADR, FOLLOW_UP = "متى كانت وقعة اليرموك؟", "متى كانت غزوة بدر؟", "ومن قادها؟"
ABOUT_YARMUK = Understood(YARMUK, QuestionKind.WHEN, "وقعة اليرموك")
MARYAM = {"id": 8, "is_bot": False, "first_name": "Maryam", "language_code": "ar"}


@pytest.fixture
async def restarted(new_telegram: Callable[..., Awaitable[Telegram]]) -> Telegram:
    """Return the bot with the same store, started anew."""
    return await new_telegram()


@pytest.fixture
async def oblivious(new_telegram: Callable[..., Awaitable[Telegram]]) -> Telegram:
    """Return the bot as it is when the days that cards are known for have passed."""
    return await new_telegram("another store")


async def replies(telegram: Telegram, card: dict[str, Any], text: str = FOLLOW_UP, **fields: Any) -> None:
    await telegram.say(text, card["chat"], reply_to_message=card, message_id=50, **fields)


def leant_on(telegram: Telegram) -> Understood | None:
    """Return what the last question was asked after."""
    return telegram.service.asked[-1][2]


async def test_whoever_replies_to_a_card_asks_about_what_that_card_answers(telegram: Telegram) -> None:
    await telegram.say(f"/ask {YARMUK}", GROUP)
    card = telegram.card(None, GROUP)
    await telegram.say(f"/ask {BADR}", GROUP, sender=MARYAM, message_id=6)
    await replies(telegram, card, sender=MARYAM)
    assert leant_on(telegram) == ABOUT_YARMUK
    assert telegram.sent[-1]["text"].startswith("عن: <b>\u2068وقعة اليرموك\u2069</b>")


async def test_in_private_a_reply_to_an_older_card_means_that_card(telegram: Telegram) -> None:
    await telegram.say(YARMUK)
    card = telegram.card(None)
    await telegram.say(BADR, message_id=6)
    await replies(telegram, card)
    assert leant_on(telegram) == ABOUT_YARMUK


async def test_a_card_is_understood_long_after_its_askers_conversation_is_forgotten(telegram: Telegram) -> None:
    await telegram.say(YARMUK)
    card = telegram.card(None)
    telegram.clock.now_s += 3_600
    await replies(telegram, card)
    assert leant_on(telegram) == ABOUT_YARMUK


async def test_what_follows_a_reply_goes_on_from_that_card(telegram: Telegram) -> None:
    await telegram.say(f"/ask {YARMUK}", GROUP)
    await replies(telegram, telegram.card(None, GROUP), sender=MARYAM)
    await telegram.say("/ask ومتى؟", GROUP, sender=MARYAM, message_id=60)
    before = leant_on(telegram)
    assert before is not None
    assert before.question == "ومن قادها؟ (وقعة اليرموك)"


async def test_after_an_edit_the_card_answers_the_edited_question(telegram: Telegram) -> None:
    await telegram.say(BADR)
    await telegram.rewrite(YARMUK)
    await replies(telegram, telegram.card(None))
    before = leant_on(telegram)
    assert before is not None
    assert before.question == YARMUK


async def test_after_a_restart_a_follow_up_still_follows(telegram: Telegram, restarted: Telegram) -> None:
    await telegram.say(YARMUK)
    await restarted.say(FOLLOW_UP, message_id=6)
    assert leant_on(restarted) == ABOUT_YARMUK


async def test_after_a_restart_a_card_still_answers_what_it_answered(telegram: Telegram, restarted: Telegram) -> None:
    await telegram.say(f"/ask {YARMUK}", GROUP)
    await replies(restarted, telegram.card(None, GROUP), sender=MARYAM)
    assert leant_on(restarted) == ABOUT_YARMUK


async def test_where_no_question_is_remembered_none_of_a_card_is_written_down(
    new_telegram: Callable[..., Awaitable[Telegram]],
) -> None:
    telegram = await new_telegram(QA_BOT_FOLLOW_UP_MINUTES=0)
    await telegram.say(YARMUK)
    await replies(telegram, telegram.card(None))
    assert leant_on(telegram) == Understood(
        "معركة اليرموك", QuestionKind.OTHER, "معركة اليرموك", sources=("شام/اليرموك",)
    )


async def test_long_after_the_question_is_read_from_the_message_that_the_card_replies_to(
    telegram: Telegram, oblivious: Telegram
) -> None:
    await telegram.say(YARMUK)
    await replies(oblivious, telegram.card(YARMUK))
    assert leant_on(oblivious) == ABOUT_YARMUK


async def test_long_after_the_topic_is_read_from_the_cards_first_line(telegram: Telegram, oblivious: Telegram) -> None:
    await telegram.say(YARMUK)
    await telegram.say(FOLLOW_UP, message_id=6)
    await replies(oblivious, telegram.card(None), "ومتى؟")
    assert leant_on(oblivious) == Understood("وقعة اليرموك", QuestionKind.OTHER, "وقعة اليرموك")


async def test_long_after_a_card_without_either_is_about_its_text(telegram: Telegram, oblivious: Telegram) -> None:
    await telegram.say(YARMUK)
    await replies(oblivious, telegram.card(None))
    title = Understood("معركة اليرموك", QuestionKind.OTHER, "معركة اليرموك", sources=("شام/اليرموك",))
    assert leant_on(oblivious) == title


async def test_the_nearest_passages_are_nobodys_topic(telegram: Telegram, oblivious: Telegram) -> None:
    await oblivious.say(YARMUK)
    await telegram.say("من فتح الأندلس؟")
    await replies(oblivious, telegram.card(None) | {"message_id": 900})
    assert leant_on(oblivious) is None


async def test_a_question_on_a_card_that_cannot_be_asked_is_no_topic(telegram: Telegram, oblivious: Telegram) -> None:
    await telegram.say(YARMUK)
    card = telegram.card(YARMUK)
    asked = oblivious.service.answer

    async def refuse_once(question: str, **more: Any) -> Any:
        if question == YARMUK:
            raise QuestionError("السؤال طويل.", "The question is too long.")
        return await asked(question, **more)

    oblivious.service.answer = refuse_once  # type: ignore[method-assign]
    await replies(oblivious, card)
    assert leant_on(oblivious) is None


@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
async def test_a_reply_to_a_page_that_is_no_card_goes_on_from_the_writers_own_question(
    telegram: Telegram, chat: dict[str, Any]
) -> None:
    await telegram.say(f"/ask {YARMUK}", chat)
    greeting = telegram.message("وعليكم السلام", chat, message_id=900, sender=BOT)
    await replies(telegram, greeting, sender=ASKER)
    assert leant_on(telegram) == ABOUT_YARMUK
