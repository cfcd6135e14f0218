from dataclasses import replace
from typing import Any

import pytest

from qa_bot.bot.groups.manners import as_chosen
from qa_bot.store.chat_settings import ChatSettings
from qa_bot.store.letters import Body, Draft
from telegram_harness import BOT, GROUP, NOW_S, Telegram

QUESTION = "متى كانت وقعة اليرموك؟"
OTHER = {"id": 8, "is_bot": False, "first_name": "B", "language_code": "ar"}
TOO_SOON = "على رِسلك: بين السؤالين هنا 30 ثانية. أعِد سؤالك بعدها من فضلك."


async def ask(telegram: Telegram, message_id: int, **fields: Any) -> None:
    await telegram.say(f"/ask {QUESTION}", GROUP, message_id=message_id, **fields)


async def test_a_mention_asks_unless_the_group_wants_commands_alone(telegram: Telegram) -> None:
    await telegram.say(f"@qa_test_bot {QUESTION}", GROUP)
    await telegram.choose(ChatSettings(mentions=False))
    await telegram.say(f"@qa_test_bot {QUESTION}", GROUP, message_id=6)
    await telegram.say("@qa_test_bot شكرا", GROUP, message_id=7)
    assert [card["reply_parameters"]["message_id"] for card in telegram.sent] == [5]


async def test_commands_and_replies_to_the_bot_are_answered_all_the_same(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(mentions=False))
    await telegram.say(f"/ask@qa_test_bot {QUESTION}", GROUP)
    card = {"message_id": 1_000, "date": 1, "chat": GROUP, "from": BOT, "text": "جواب"}
    await telegram.say("@qa_test_bot ومن قادها؟", GROUP, message_id=6, reply_to_message=card)
    assert len(telegram.sent) == 2


async def test_a_question_too_soon_meets_one_kind_word_and_then_silence(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(cooldown_s=30))
    for message_id in (5, 6, 7):
        await ask(telegram, message_id)
        telegram.clock.now_s += 5
    assert [sent["text"] for sent in telegram.sent[1:]] == [TOO_SOON]
    telegram.clock.now_s += 20
    await ask(telegram, 8)
    assert "«وكانت وقعة" in telegram.sent[-1]["text"]


async def test_the_pause_is_each_speakers_own_and_edits_need_none(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(cooldown_s=30))
    await ask(telegram, 5)
    await ask(telegram, 6, sender=OTHER)
    await telegram.rewrite("/ask من قاد المسلمين في اليرموك؟", GROUP)
    assert [len(telegram.sent), len(telegram.edits)] == [2, 1]


async def test_what_waited_while_the_bot_was_off_came_at_its_own_time(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(cooldown_s=30))
    await ask(telegram, 5, date=int(NOW_S) - 600)
    await ask(telegram, 6, date=int(NOW_S) - 500)
    assert TOO_SOON not in [sent["text"] for sent in telegram.sent]


async def test_the_way_to_the_settings_needs_no_pause(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(cooldown_s=300))
    await ask(telegram, 5)
    await telegram.say("/settings", GROUP, message_id=6, sender_chat=GROUP)
    assert "إعدادات هذه المجموعة" in telegram.sent[-1]["text"]


@pytest.mark.parametrize(("hours", "silent"), [("", None), ("0-0", True)])
async def test_in_quiet_hours_answers_come_without_a_sound(telegram: Telegram, hours: str, silent: bool | None) -> None:
    await telegram.choose(ChatSettings(quiet_hours=hours))
    await ask(telegram, 5)
    assert telegram.sent[0].get("disable_notification") is silent


def test_only_new_messages_fade() -> None:
    answer = Draft(-100, Body("نعم", "نعم"), question_id=5)
    drafts = as_chosen([answer, replace(answer, edits=9)], ChatSettings(fade_after_s=300), 1_000.0)
    assert [draft.fades_at for draft in drafts] == [1_300.0, None]
    assert [draft.fades_at for draft in as_chosen([answer], ChatSettings(), 1_000.0)] == [None]
