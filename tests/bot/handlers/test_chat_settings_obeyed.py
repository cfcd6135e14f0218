"""Handlers obey what was chosen for the chat."""

import pytest

from qa_bot.errors import UnavailableError
from qa_bot.store.chat_settings import ChatSettings
from telegram_harness import ASKER, GROUP, NOW_S, Telegram

QUESTION = "/ask متى كانت وقعة اليرموك؟"
ENGLISH_SPEAKER = {"id": 7, "is_bot": False, "first_name": "A", "language_code": "en"}
OTHER = {"id": 8, "is_bot": False, "first_name": "B", "language_code": "ar"}
AROUND = "ما قبله وما بعده"


@pytest.mark.parametrize(
    ("language", "sender", "begins"),
    [("en", ASKER, "How to ask"), ("ar", ENGLISH_SPEAKER, "كيف تسأل"), ("", ENGLISH_SPEAKER, "How to ask")],
)
async def test_the_chats_language_goes_before_the_askers(
    telegram: Telegram, language: str, sender: dict[str, object], begins: str
) -> None:
    await telegram.choose(ChatSettings(language=language))
    await telegram.say("/help", GROUP, sender=sender)
    assert telegram.sent[0]["text"].startswith(f"<b>{begins}")


async def test_the_chats_language_is_spoken_in_an_apology_too(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(language="en"))
    telegram.service.error = UnavailableError("the engine is busy")
    await telegram.say(QUESTION, GROUP)
    assert telegram.sent[0]["text"].startswith("Sorry, I can't answer right now.")


async def test_a_question_that_waited_too_long_is_apologised_for_in_the_chats_language(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(language="en"))
    await telegram.say(QUESTION, GROUP, date=int(NOW_S) - 7_200)
    assert "when you asked" in telegram.sent[0]["text"]


async def test_a_fault_is_told_in_the_chats_language(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(language="en"))
    telegram.service.error = ValueError("a mistake of ours")
    await telegram.say(QUESTION, GROUP)
    assert telegram.sent[0]["text"].startswith("Sorry, something went wrong")


async def test_the_buttons_lead_through_as_many_results_as_were_chosen(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(results=2))
    await telegram.say(QUESTION, GROUP)
    await telegram.press(telegram.button("التالي ◀"), telegram.card("متى اليرموك", GROUP))
    assert "النتيجة 2 من 2" in telegram.edits[0]["text"]


async def test_someone_elses_buttons_are_refused_politely_where_that_was_chosen(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(asker_only=True))
    await telegram.say(QUESTION, GROUP)
    card, around = telegram.card("متى اليرموك", GROUP), telegram.button(AROUND)
    await telegram.press(around, card, **{"from": OTHER})
    assert telegram.alerts == ["هذه الأزرار لصاحب السؤال وحده في هذه المجموعة. اسأل سؤالك، ولك أزراره."]
    assert telegram.edits == []
    await telegram.press(around, card)
    assert len(telegram.edits) == 1


async def test_what_was_asked_in_a_groups_name_may_be_turned_by_anyone(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(asker_only=True))
    bot = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    await telegram.say(QUESTION, GROUP, sender=bot, sender_chat=GROUP)
    await telegram.press(telegram.button(AROUND), telegram.card("متى اليرموك", GROUP), **{"from": OTHER})
    assert len(telegram.edits) == 1


async def test_the_chats_digits_are_written_in_answers_and_turned_cards_but_not_in_quotations(
    telegram: Telegram,
) -> None:
    await telegram.choose(ChatSettings(digits="arabic"))
    await telegram.say("/when اليرموك", GROUP)
    assert "🗓 <b>\u2068رجب ١٥هـ\u2069</b> ≈ \u2068بين آب/أغسطس وأيلول/سبتمبر ٦٣٦م\u2069" in telegram.sent[0]["text"]
    await telegram.press(telegram.button("التالي ◀"), telegram.card("متى اليرموك", GROUP))
    assert "النتيجة ٢ من ٣" in telegram.edits[0]["text"]
