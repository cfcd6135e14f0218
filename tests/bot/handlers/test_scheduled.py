"""What is sent every day, as it is chosen in the panel."""

from dataclasses import replace

from fakes import full_chat
from qa_bot.store import schedules
from qa_bot.store.schedules import NEVER_S, Details, Kind, Schedule
from qa_bot.study.clock import next_time
from stores import BOT_ID
from telegram_harness import ASKER, CHANNEL, GROUP, NOW_S, PRIVATE, Telegram, plain

PASSAGE, QUIZ = "المقطع اليوميّ", "الاختبار اليوميّ"
SEVEN = 7 * 60
BY_COMMAND = Schedule(
    GROUP["id"], 0, Kind.PASSAGE, 450, "Asia/Riyadh", NOW_S + 60, Details(collection="السيرة"), mark="12"
)


async def known(telegram: Telegram, kind: Kind, chat_id: int = GROUP["id"]) -> Schedule | None:
    return await telegram.application.bot_data["parts"].agenda.find(chat_id, None, kind)


async def panel(telegram: Telegram, chat: dict[str, object] = GROUP) -> str:
    telegram.request.admins = {ASKER["id"]}
    telegram.request.next_replies["getChat"].append((200, {"ok": True, "result": full_chat(chat)}))
    telegram.request.calls.clear()
    await telegram.say(f"/start settings{chat['id']}")
    return plain(telegram.sent[-1]["text"])


async def choose(telegram: Telegram, *labels: str, chat: dict[str, object] = GROUP) -> str:
    """Return what the panel says after its buttons with these labels were pressed."""
    for label in labels:
        data, card = telegram.button(label), telegram.card(None)
        telegram.request.next_replies["getChat"].extend([(200, {"ok": True, "result": full_chat(chat)})] * 2)
        await telegram.press(data, card)
        telegram.request.next_replies["getChat"].clear()
    return plain(telegram.edits[-1]["text"])


async def test_a_passage_and_a_quiz_every_day_are_chosen_by_their_hour_and_called_off(telegram: Telegram) -> None:
    assert f"{PASSAGE}: لا" in await panel(telegram)
    assert f"{PASSAGE}: 07:00" in await choose(telegram, PASSAGE, "07:00")
    due_s = next_time(SEVEN, "Asia/Riyadh", NOW_S)
    assert await known(telegram, Kind.PASSAGE) == Schedule(-100, 0, Kind.PASSAGE, SEVEN, "Asia/Riyadh", due_s)
    await panel(telegram)
    assert f"{QUIZ}: 20:00" in await choose(telegram, QUIZ, "20:00")
    quiz = await known(telegram, Kind.QUIZ)
    assert quiz is not None
    assert not quiz.details.anonymous
    assert f"{PASSAGE}: 07:00" in await panel(telegram)
    assert f"{PASSAGE}: لا" in await choose(telegram, PASSAGE, "لا")
    assert await known(telegram, Kind.PASSAGE) is None


async def test_what_was_settled_by_command_is_told_and_keeps_its_texts_and_its_place(telegram: Telegram) -> None:
    async with telegram.database.write() as connection:
        await schedules.put(connection, BOT_ID, BY_COMMAND)
    assert f"{PASSAGE}: 07:30" in await panel(telegram)
    await choose(telegram, PASSAGE, "18:00")
    due_s = next_time(18 * 60, "Asia/Riyadh", NOW_S)
    assert await known(telegram, Kind.PASSAGE) == replace(BY_COMMAND, minute=18 * 60, due_s=due_s)


async def test_what_follows_the_clocks_of_the_group_moves_with_them_and_nothing_else(telegram: Telegram) -> None:
    elsewhere = replace(BY_COMMAND, kind=Kind.QUIZ, zone="Europe/London")
    async with telegram.database.write() as connection:
        for schedule in (BY_COMMAND, elsewhere):
            await schedules.put(connection, BOT_ID, schedule)
    await panel(telegram)
    await choose(telegram, "التوقيت", "القاهرة")
    moved = await known(telegram, Kind.PASSAGE)
    assert moved is not None
    assert (moved.zone, moved.due_s) == ("Africa/Cairo", next_time(450, "Africa/Cairo", NOW_S))
    assert await known(telegram, Kind.QUIZ) == elsewhere


async def test_what_rests_follows_the_clocks_too_and_goes_on_resting(telegram: Telegram) -> None:
    resting = replace(BY_COMMAND, due_s=NEVER_S, refused=3)
    async with telegram.database.write() as connection:
        await schedules.put(connection, BOT_ID, resting)
    await panel(telegram)
    await choose(telegram, "التوقيت", "القاهرة")
    assert await known(telegram, Kind.PASSAGE) == replace(resting, zone="Africa/Cairo")


async def test_what_rests_in_a_topic_is_told_whatever_is_chosen_for_the_group(telegram: Telegram) -> None:
    async with telegram.database.write() as connection:
        await schedules.put(connection, BOT_ID, replace(BY_COMMAND, topic_id=5, due_s=NEVER_S, refused=3))
    assert "⚠️ توقّف المقطع اليوميّ" in await panel(telegram)
    assert "⚠️ توقّف المقطع اليوميّ" in await choose(telegram, PASSAGE, "18:00")


async def test_what_goes_by_other_clocks_is_told_with_their_city(telegram: Telegram) -> None:
    async with telegram.database.write() as connection:
        await schedules.put(connection, BOT_ID, replace(BY_COMMAND, zone="Africa/Cairo"))
        await schedules.put(connection, BOT_ID, replace(BY_COMMAND, kind=Kind.QUIZ, zone="Asia/Kabul"))
    said = await panel(telegram)
    assert f"{PASSAGE}: 07:30 (\u2068القاهرة\u2069)" in said
    assert f"{QUIZ}: 07:30 (\u2068Asia/Kabul\u2069)" in said


async def test_a_channels_quiz_tells_nobodys_answer(telegram: Telegram) -> None:
    await panel(telegram, CHANNEL)
    await choose(telegram, QUIZ, "20:00", chat=CHANNEL)
    quiz = await known(telegram, Kind.QUIZ, CHANNEL["id"])
    assert quiz is not None
    assert quiz.details.anonymous


async def test_in_private_everyone_chooses_for_themselves(telegram: Telegram) -> None:
    await telegram.say("/settings", PRIVATE)
    await choose(telegram, PASSAGE, "07:00")
    mine = await known(telegram, Kind.PASSAGE, ASKER["id"])
    assert mine is not None
    assert mine.minute == SEVEN
