"""What stopped is told in the panel, and goes on from there."""

from dataclasses import replace
from typing import Any

import pytest

from fakes import full_chat
from qa_bot.bot.feedback.weekly import weekly_digest
from qa_bot.store import letters, schedules
from qa_bot.store.letters import Body, Draft, State
from qa_bot.store.schedules import NEVER_S, Kind, Schedule
from stores import BOT_ID
from telegram_harness import ASKER, GROUP, NOW_S, PRIVATE, Telegram, plain

DAY_S = 86_400
OTHER_ADMIN = 8
RESUME, TAKE = "تابع إرسال ما توقّف", "أرسل الملخّص إليّ"
DIGEST_LOST = "⚠️ الملخّص الأسبوعيّ لا يصل إلى أحد: من اختاره لم يعد مشرفًا، أو لم تعد رسائلي تصله."
PASSAGE = Schedule(GROUP["id"], 5, Kind.PASSAGE, 7 * 60, "UTC", NEVER_S, mark="12", refused=3)
DIGEST = weekly_digest(GROUP["id"], OTHER_ADMIN, zone="UTC", language="ar", now_s=NOW_S)


async def put(telegram: Telegram, *wanted: Schedule) -> None:
    async with telegram.database.write() as connection:
        for schedule in wanted:
            await schedules.put(connection, BOT_ID, schedule)


async def known(telegram: Telegram, kind: Kind, topic_id: int | None = None) -> Schedule:
    found = await telegram.application.bot_data["parts"].agenda.find(GROUP["id"], topic_id, kind)
    assert found is not None
    return found


async def panel(telegram: Telegram, *admins: int) -> str:
    """Return what the panel of the group says to the asker, who is an admin as these are."""
    telegram.request.admins = {ASKER["id"], *admins}
    telegram.request.next_replies["getChat"].append((200, {"ok": True, "result": full_chat(GROUP)}))
    await telegram.say("/start settings-100")
    return plain(telegram.sent[-1]["text"])


async def press(telegram: Telegram, label: str) -> str:
    """Return what the panel says after one of its buttons was pressed."""
    data, card = telegram.button(label), telegram.card(None)
    telegram.request.next_replies["getChat"].append((200, {"ok": True, "result": full_chat(GROUP)}))
    await telegram.press(data, card)
    return plain(telegram.edits[-1]["text"])


def labels(call: dict[str, Any]) -> list[str]:
    return [button["text"] for row in call["reply_markup"]["inline_keyboard"] for button in row]


async def test_a_panel_where_all_goes_well_says_nothing_of_it(telegram: Telegram) -> None:
    await put(telegram, replace(PASSAGE, due_s=NOW_S + DAY_S, refused=0), DIGEST)
    assert "⚠️" not in await panel(telegram, OTHER_ADMIN)
    assert not {RESUME, TAKE} & {*labels(telegram.sent[-1])}


async def test_what_rests_is_told_and_goes_on_where_it_stopped_at_a_press(telegram: Telegram) -> None:
    await put(telegram, PASSAGE, replace(PASSAGE, topic_id=0, kind=Kind.QUIZ))
    said = await panel(telegram)
    assert "⚠️ توقّف المقطع اليوميّ: لم أستطع إرساله ثلاث مرات." in said
    assert "⚠️ توقّف الاختبار اليوميّ: لم أستطع إرساله ثلاث مرات." in said
    assert "⚠️" not in await press(telegram, RESUME)
    going = [await known(telegram, Kind.PASSAGE, 5), await known(telegram, Kind.QUIZ)]
    assert [(each.rests, each.refused, each.mark) for each in going] == [(False, 0, "12")] * 2
    assert {each.due_s - NOW_S <= DAY_S for each in going} == {True}


async def test_a_digest_whose_reader_is_no_admin_any_more_comes_to_who_takes_it_over(telegram: Telegram) -> None:
    await put(telegram, replace(DIGEST, mark="5.0"))
    assert DIGEST_LOST in await panel(telegram)
    said = await press(telegram, TAKE)
    assert "⚠️" not in said
    assert "الملخّص الأسبوعيّ: في الخاصّ، لمن اختار هذا" in said
    digest = await known(telegram, Kind.DIGEST)
    # The questions that nobody was told of come along.
    assert (digest.reader_id, digest.mark, digest.refused) == (ASKER["id"], "5.0", 0)


async def test_a_digest_whose_reader_takes_no_letters_is_told_after_the_first(telegram: Telegram) -> None:
    async with telegram.database.write() as connection:
        draft = Draft(OTHER_ADMIN, Body("x", "x"))
        [letter] = await letters.put(connection, BOT_ID, None, [draft], now_s=NOW_S)
        await letters.given_up(connection, letter.id, State.REFUSED, now_s=NOW_S)
    await put(telegram, replace(DIGEST, letter_id=letter.id))
    assert DIGEST_LOST in await panel(telegram, OTHER_ADMIN)


@pytest.mark.parametrize("label", [RESUME, TAKE])
async def test_only_admins_set_it_going_again(telegram: Telegram, label: str) -> None:
    await put(telegram, PASSAGE, DIGEST)
    await panel(telegram)
    telegram.request.admins = set()
    await telegram.press(telegram.button(label), telegram.card(None))
    [alert] = telegram.alerts
    assert alert is not None
    assert alert.startswith("الإعدادات لمشرفي المجموعة وحدهم، ولا أجدك منهم الآن.")
    assert (await known(telegram, Kind.PASSAGE, 5)).rests


async def test_another_time_zone_sets_nothing_going(telegram: Telegram) -> None:
    await put(telegram, replace(DIGEST, reader_id=None, due_s=NEVER_S, refused=3))
    assert "⚠️ توقّف الملخّص الأسبوعيّ" in await panel(telegram)
    await press(telegram, "التوقيت")
    assert "⚠️ توقّف الملخّص الأسبوعيّ" in await press(telegram, "القاهرة")
    assert (await known(telegram, Kind.DIGEST)).rests


async def test_what_stopped_in_private_is_told_by_the_panel_and_by_daily(telegram: Telegram) -> None:
    await put(telegram, replace(PASSAGE, chat_id=ASKER["id"], topic_id=0))
    await telegram.say("/daily")
    assert plain(telegram.sent[-1]["text"]).startswith("توقّف المقطع اليوميّ هنا: لم أستطع إرساله ثلاث مرات.")
    await telegram.say("/settings", PRIVATE, message_id=6)
    assert "⚠️ توقّف المقطع اليوميّ" in plain(telegram.sent[-1]["text"])
    await telegram.press(telegram.button(RESUME), telegram.card(None))
    await telegram.say("/daily", PRIVATE, message_id=7)
    assert "أول ما يأتي منه: السبت" in plain(telegram.sent[-1]["text"])
