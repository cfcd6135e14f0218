import asyncio
from typing import Any

from telegram.error import NetworkError

from fakes import refusal
from qa_bot.bot.groups.fading import keep_fading
from qa_bot.store.chat_settings import ChatSettings
from telegram_harness import ASKER, GROUP, Telegram

ASKED = "/ask متى كانت وقعة اليرموك؟"


async def rounds(telegram: Telegram, count: int) -> None:
    """Let the bot take out what is due so many times."""
    slept: list[float] = []

    async def sleep(wait_s: float) -> None:
        slept.append(wait_s)
        if len(slept) == count:
            raise asyncio.CancelledError

    fading = keep_fading(telegram.application.bot, telegram.journal, sleep=sleep)
    await asyncio.wait([asyncio.create_task(fading)])


def deleted(telegram: Telegram) -> list[Any]:
    return [(call["chat_id"], call["message_id"]) for call in telegram.request.sent("deleteMessage")]


async def test_an_answer_goes_with_its_question_when_its_time_has_come_and_once(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(fade_after_s=300))
    await telegram.say(ASKED, GROUP)
    await rounds(telegram, 1)
    assert deleted(telegram) == []
    telegram.clock.now_s += 300
    await rounds(telegram, 2)
    assert deleted(telegram) == [(-100, 5), (-100, 1_000)]


async def test_where_nothing_was_chosen_everything_stays(telegram: Telegram) -> None:
    await telegram.say(ASKED, GROUP)
    telegram.clock.now_s += 10**7
    await rounds(telegram, 1)
    assert deleted(telegram) == []


async def test_a_question_that_the_bot_may_not_delete_stays_and_its_answer_goes(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(fade_after_s=300))
    await telegram.say(ASKED, GROUP)
    telegram.clock.now_s += 300
    telegram.request.next_replies["deleteMessage"].append(refusal(400, "Bad Request: message can't be deleted"))
    await rounds(telegram, 2)
    assert deleted(telegram) == [(-100, 5), (-100, 1_000)]


async def test_without_a_network_it_is_tried_again(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(fade_after_s=300))
    await telegram.say(ASKED, GROUP)
    telegram.clock.now_s += 300
    telegram.request.next_replies["deleteMessage"].extend([NetworkError("down")] * 3)
    await rounds(telegram, 4)
    assert (-100, 1_000) in deleted(telegram)


async def test_an_answer_that_the_asker_alone_saw_is_deleted_there(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(fade_after_s=300, whispers=True))
    sent = {"message_id": 0, "ephemeral_message_id": 3, "date": 1, "chat": GROUP}
    telegram.request.next_replies["sendMessage"].append((200, {"ok": True, "result": sent}))
    await telegram.say(ASKED, GROUP)
    telegram.clock.now_s += 300
    await rounds(telegram, 1)
    assert deleted(telegram) == [(-100, 5)]
    [taken] = telegram.request.sent("deleteEphemeralMessage")
    assert taken == {"chat_id": -100, "receiver_user_id": ASKER["id"], "ephemeral_message_id": 3}
