from typing import Any

import pytest
from bidi import get_base_level
from telegram.error import NetworkError

from fakes import full_chat
from qa_bot.bot.application import open_timetable
from qa_bot.errors import UnavailableError
from qa_bot.store.chat_settings import ChatSettings
from qa_bot.store.schedules import Kind, Schedule
from telegram_harness import ASKER, GROUP, NOW_S, Telegram, plain

WEEK_S = 7 * 86_400
# It is Friday, 11:00 in Mecca.
SATURDAY_S = NOW_S + 22 * 3_600
UNKNOWN = "من فتح الأندلس؟"
LOGGED = ChatSettings(question_log=True)
BARE = dict.fromkeys(map(ord, "\u200f\u2068\u2069"))


async def known(telegram: Telegram) -> Schedule | None:
    return await telegram.application.bot_data["parts"].agenda.find(GROUP["id"], None, Kind.DIGEST)


async def choose(telegram: Telegram, setting: str, value: str) -> None:
    """Choose a value of the group's panel, as its admin in private."""
    telegram.request.admins = {ASKER["id"]}
    title = 200, {"ok": True, "result": full_chat(GROUP)}
    telegram.request.next_replies["getChat"].extend([title] * 3)
    await telegram.say("/start settings-100")
    card = telegram.card(None)
    telegram.request.calls.clear()
    await telegram.say("/start settings-100", message_id=6)
    await telegram.press(telegram.button(setting), card)
    telegram.request.next_replies["getChat"].append(title)
    await telegram.press(telegram.button(value), card)
    telegram.request.next_replies["getChat"].clear()


async def ask(telegram: Telegram, *questions: str) -> None:
    for question in questions:
        await telegram.say(f"/ask {question}", GROUP)


async def pass_time(telegram: Telegram, now_s: float) -> list[dict[str, Any]]:
    """Return what is sent at this time."""
    telegram.clock.now_s = now_s
    before = len(telegram.sent)
    await open_timetable(telegram.application, telegram.inbox).work_off()
    assert await telegram.inbox.drain(5) == frozenset()
    return telegram.sent[before:]


def lines(letter: dict[str, Any]) -> list[str]:
    return plain(letter["text"]).translate(BARE).splitlines()


async def test_nothing_is_sent_unless_an_admin_wishes(telegram: Telegram) -> None:
    await telegram.choose(LOGGED)
    await ask(telegram, UNKNOWN)
    assert await known(telegram) is None
    assert await pass_time(telegram, SATURDAY_S) == []


async def test_a_group_gets_its_questions_of_the_week_put_together_each_saturday(telegram: Telegram) -> None:
    await telegram.choose(LOGGED)
    await ask(telegram, "من بنى مراكش؟")
    telegram.clock.now_s += 1
    await choose(telegram, "الملخّص الأسبوعيّ", "في المجموعة")
    assert "الملخّص الأسبوعيّ: <b>في المجموعة</b>" in telegram.edits[-1]["text"]
    telegram.clock.now_s += 1
    await ask(telegram, "متى بنيت القيروان؟", UNKNOWN, "من فتح الاندلس")
    assert await pass_time(telegram, SATURDAY_S - 1) == []
    [letter] = await pass_time(telegram, SATURDAY_S)
    assert letter["chat_id"] == GROUP["id"]
    assert lines(letter) == [
        "هذا الأسبوع: 3 أسئلة لم أجد جوابها في النصوص",
        "",
        "• من فتح الاندلس (مرّتين)",
        "• متى بنيت القيروان؟",
    ]
    telegram.clock.now_s += 1
    await ask(telegram, "متى بنيت فاس؟")
    assert await pass_time(telegram, SATURDAY_S + WEEK_S - 1) == []
    [letter] = await pass_time(telegram, SATURDAY_S + WEEK_S)
    assert lines(letter)[2:] == ["• متى بنيت فاس؟"]


async def test_after_three_weeks_off_it_is_caught_up_once_and_a_week_without_questions_is_silent(
    telegram: Telegram,
) -> None:
    await telegram.choose(LOGGED)
    await choose(telegram, "الملخّص الأسبوعيّ", "في المجموعة")
    telegram.clock.now_s += 1
    await ask(telegram, UNKNOWN)
    assert len(await pass_time(telegram, SATURDAY_S + 3 * WEEK_S + 60)) == 1
    assert await pass_time(telegram, SATURDAY_S + 3 * WEEK_S + 120) == []
    assert await pass_time(telegram, SATURDAY_S + 4 * WEEK_S) == []


async def test_it_makes_no_sound_in_quiet_hours_and_speaks_the_groups_language(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(question_log=True, quiet_hours="0-0", language="en"))
    await choose(telegram, "الملخّص الأسبوعيّ", "في المجموعة")
    telegram.clock.now_s += 1
    await ask(telegram, UNKNOWN)
    [letter] = await pass_time(telegram, SATURDAY_S)
    assert letter["disable_notification"] is True
    assert lines(letter)[0] == "This week: one question that the texts don't answer"


async def test_in_private_it_comes_to_who_chose_it_and_names_the_group(telegram: Telegram) -> None:
    await telegram.choose(LOGGED)
    await choose(telegram, "الملخّص الأسبوعيّ", "في الخاصّ، لمن اختار هذا")
    telegram.clock.now_s += 1
    await ask(telegram, UNKNOWN)
    telegram.request.next_replies["getChat"].append((200, {"ok": True, "result": full_chat(GROUP)}))
    [letter] = await pass_time(telegram, SATURDAY_S)
    assert letter["chat_id"] == ASKER["id"]
    assert lines(letter)[:2] == [
        "هذا الأسبوع: سؤال واحد لم أجد جوابه في النصوص",
        "سُئل عنها في G. ولإيقاف هذا الملخّص: أمر /settings هناك.",
    ]
    assert [line for line in plain(letter["text"]).splitlines() if line and not get_base_level(line)] == []


async def test_who_is_no_admin_any_more_gets_nothing(telegram: Telegram) -> None:
    await telegram.choose(LOGGED)
    await choose(telegram, "الملخّص الأسبوعيّ", "في الخاصّ، لمن اختار هذا")
    telegram.clock.now_s += 1
    await ask(telegram, UNKNOWN)
    telegram.request.admins = set()
    assert await pass_time(telegram, SATURDAY_S) == []


async def test_while_telegram_can_not_be_asked_who_is_an_admin_it_waits(telegram: Telegram) -> None:
    await telegram.choose(LOGGED)
    await choose(telegram, "الملخّص الأسبوعيّ", "في الخاصّ، لمن اختار هذا")
    telegram.clock.now_s += 1
    await ask(telegram, UNKNOWN)
    telegram.request.next_replies["getChatMember"].extend([NetworkError("down")] * 4)
    with pytest.raises(UnavailableError):
        await pass_time(telegram, SATURDAY_S)
    telegram.request.next_replies["getChatMember"].clear()
    assert len(await pass_time(telegram, SATURDAY_S + 5)) == 1


async def test_it_follows_the_groups_clocks_and_ends_where_that_is_chosen(telegram: Telegram) -> None:
    await choose(telegram, "الملخّص الأسبوعيّ", "في المجموعة")
    schedule = await known(telegram)
    assert schedule is not None
    assert schedule.due_s == SATURDAY_S
    await choose(telegram, "التوقيت", "القاهرة")
    schedule = await known(telegram)
    assert schedule is not None
    assert (schedule.zone, schedule.due_s) == ("Africa/Cairo", SATURDAY_S + 3_600)
    await choose(telegram, "الملخّص الأسبوعيّ", "لا")
    assert await known(telegram) is None


async def test_without_the_question_log_nothing_is_told(telegram: Telegram) -> None:
    await telegram.choose(LOGGED)
    await choose(telegram, "الملخّص الأسبوعيّ", "في المجموعة")
    telegram.clock.now_s += 1
    await ask(telegram, UNKNOWN)
    await choose(telegram, "سجلّ الأسئلة", "لا")
    assert await pass_time(telegram, SATURDAY_S) == []
