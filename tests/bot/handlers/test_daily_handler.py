import pytest

from qa_bot.bot.bidi import strip_controls
from qa_bot.errors import UnavailableError
from qa_bot.store.schedules import Details, Kind, Schedule
from telegram_harness import CHANNEL, GROUP, NOW_S, PRIVATE, Telegram, plain

TOPIC = {"message_thread_id": 9, "is_topic_message": True}


def said(telegram: Telegram) -> list[str]:
    return strip_controls(plain(telegram.sent[-1]["text"])).splitlines()


async def known(telegram: Telegram, chat_id: int = 7, topic_id: int | None = None) -> Schedule | None:
    return await telegram.application.bot_data["parts"].agenda.find(chat_id, topic_id, Kind.PASSAGE)


async def test_a_time_is_settled_and_told_with_when_it_comes_next(telegram: Telegram) -> None:
    # It is Friday, 11:00 in Mecca.
    await telegram.say("/daily ٧:٣٠")
    assert said(telegram) == [
        "المقطع اليوميّ هنا",
        "الوقت: كل يوم الساعة 07:30 (مكة والرياض)",
        "الترتيب: كما في النصوص، مقطعًا بعد مقطع",
        "النصوص: كلها",
        "أول ما يأتي منه: السبت الساعة 07:30",
        "",
        "لإيقافه: /daily off",
    ]
    schedule = await known(telegram)
    assert schedule is not None
    assert NOW_S < schedule.due_s < NOW_S + 86_400


async def test_zone_manner_and_collection_are_settled_too(telegram: Telegram) -> None:
    await telegram.say("/daily 21:00 القاهرة عشوائي بصمت فتوح الشام")
    assert said(telegram)[1:5] == [
        "الوقت: كل يوم الساعة 21:00 (القاهرة)",
        "الترتيب: عشوائيّ، ولا يتكرر مقطع حتى تنفد المقاطع",
        "النصوص: فتوح الشام",
        "الإشعار: بصمت",
    ]
    schedule = await known(telegram)
    assert schedule is not None
    assert schedule.details == Details(at_random=True, silent=True, language="ar", collection="فتوح الشام")


async def test_one_text_may_be_read_and_what_nobody_knows_is_said_to_be_unknown(telegram: Telegram) -> None:
    await telegram.say("/daily 21:00 اليرموك")
    assert "النصوص: معركة اليرموك" in said(telegram)
    await telegram.say("/daily 21:00 حطين", message_id=6)
    assert said(telegram) == ["ليس في المكتبة مجموعة ولا نصّ باسم حطين. انظر /sources"]
    schedule = await known(telegram)
    assert schedule is not None
    assert schedule.details.document_key == telegram.service.cards[0].key.hex()


async def test_a_new_time_keeps_the_zone_and_the_place(telegram: Telegram) -> None:
    await telegram.say("/daily 21:00 القاهرة")
    await telegram.say("/daily 22:00", message_id=6)
    schedule = await known(telegram)
    assert schedule is not None
    assert (schedule.minute, schedule.zone) == (22 * 60, "Africa/Cairo")


async def test_without_a_time_it_is_told_what_is_settled_or_how_to_settle_it(telegram: Telegram) -> None:
    await telegram.say("/daily")
    assert said(telegram)[:2] == [
        "لا مقطع يوميًّا هنا الآن.",
        "اكتب الوقت بعد الأمر، وبعده إن شئت المدينة أو المنطقة الزمنية، مثل:",
    ]
    await telegram.say("/daily 07:30", message_id=6)
    await telegram.say("/daily", message_id=8)
    assert said(telegram)[0] == "المقطع اليوميّ هنا"


async def test_it_is_called_off_once(telegram: Telegram) -> None:
    await telegram.say("/daily 07:30")
    await telegram.say("/daily off", message_id=6)
    assert said(telegram) == ["توقّف المقطع اليوميّ هنا."]
    assert await known(telegram) is None
    await telegram.say("/daily off", message_id=8)
    assert said(telegram) == ["لا مقطع يوميًّا هنا الآن."]


async def test_in_a_group_only_admins_settle_it_each_topic_apart(telegram: Telegram) -> None:
    await telegram.say("/daily 07:30", GROUP)
    assert said(telegram) == ["هذا لمشرفي المجموعة وحدهم."]
    assert await known(telegram, GROUP["id"]) is None
    telegram.request.admins = {7}
    await telegram.say("/daily 07:30", GROUP, message_id=6, **TOPIC)
    assert await known(telegram, GROUP["id"]) is None
    assert await known(telegram, GROUP["id"], 9) is not None


@pytest.mark.parametrize(("sender_chat", "decides"), [(GROUP, True), (CHANNEL, False)])
async def test_an_anonymous_admin_decides_and_a_strange_channel_does_not(
    telegram: Telegram, sender_chat: dict[str, object], decides: bool
) -> None:
    anonymous = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group"}
    await telegram.say("/daily 07:30", GROUP, sender=anonymous, sender_chat=sender_chat)
    assert (await known(telegram, GROUP["id"]) is not None) is decides
    assert telegram.request.sent("getChatMember") == []


async def test_whoever_writes_in_a_channel_decides_for_it(telegram: Telegram) -> None:
    await telegram.send("channel_post", telegram.message("/daily 07:30", CHANNEL))
    assert await known(telegram, CHANNEL["id"]) is not None


async def test_texts_out_of_reach_are_apologised_for(telegram: Telegram) -> None:
    telegram.service.error = UnavailableError("busy")
    await telegram.say("/daily 07:30 فتوح الشام", PRIVATE)
    assert said(telegram)[0].startswith("أعتذر، لا أستطيع الجواب الآن.")
