import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from telegram import Update

from qa_bot.bot.handlers.late import Lateness
from qa_bot.bot.handling import Handling
from qa_bot.bot.inbox import Task
from qa_bot.errors import UnavailableError
from telegram_harness import PRIVATE, Telegram

QUESTION = "متى كانت وقعة اليرموك؟"


@pytest.fixture
async def telegram(tmp_path: Path) -> AsyncIterator[Telegram]:
    running = await Telegram(tmp_path).start()
    yield running
    await running.aclose()


def handling(telegram: Telegram, *, deadline_s: float = 60.0) -> Handling:
    lateness = Lateness(minutes=60, apologises=True)
    parts = telegram.application.bot_data["parts"]
    return Handling(telegram.application, parts, lateness, deadline_s=deadline_s)


def asked(telegram: Telegram) -> Task:
    raw = {"update_id": 5, "message": telegram.message(QUESTION, PRIVATE)}
    return Task(Update.de_json(raw, telegram.application.bot), telegram.clock())


async def test_an_answer_is_written_to_the_turn_and_nothing_is_sent_yet(telegram: Telegram) -> None:
    turn = await handling(telegram).handle(asked(telegram))
    [draft] = turn.drafts
    assert "«وكانت وقعة" in draft.body.html
    assert (draft.chat_id, draft.reply_to, draft.question_id, draft.asker_id) == (7, 5, 5, 7)
    assert draft.understood is not None
    assert draft.understood.question == QUESTION
    assert len(turn.effects) == 1
    assert telegram.request.calls == []


async def test_what_never_ends_has_failed(telegram: Telegram) -> None:
    async def hang(*_: Any, **__: Any) -> Any:
        await asyncio.sleep(3_600)

    telegram.service.answer = hang  # type: ignore[method-assign]
    turn = await handling(telegram, deadline_s=0.05).handle(asked(telegram))
    assert isinstance(turn.fault, TimeoutError)


async def test_a_bug_is_the_turns_fault_and_the_next_update_has_a_turn_of_its_own(telegram: Telegram) -> None:
    telegram.service.error = RuntimeError("a bug")
    turn = await handling(telegram).handle(asked(telegram))
    assert isinstance(turn.fault, RuntimeError)
    telegram.service.error = None
    assert (await handling(telegram).handle(asked(telegram))).fault is None


async def test_a_store_out_of_reach_is_no_fault_of_an_edited_question(telegram: Telegram) -> None:
    edited = telegram.message(QUESTION, PRIVATE) | {"edit_date": int(telegram.clock())}
    update = Update.de_json({"update_id": 6, "edited_message": edited}, telegram.application.bot)
    memory = telegram.application.bot_data["parts"].memory

    async def fail(*_: Any) -> None:
        raise UnavailableError("The store qa_bot at db can't be used")

    memory.reply_to = fail
    with pytest.raises(UnavailableError):
        await handling(telegram).handle(Task(update, telegram.clock()))
