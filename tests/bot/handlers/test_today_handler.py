from datetime import date

from dated import table_of
from qa_bot.answering.annals.anniversaries import anniversaries
from qa_bot.errors import UnavailableError
from telegram_harness import GROUP, NOW_S, PRIVATE, Telegram, plain

# The harness's clock stands at 15 January 2027, 6 Shaban 1448.
DAY = date(2027, 1, 15)
EVENTS = [f"كانت غزوة كبيرة في شعبان سنة {year}هـ." for year in range(2, 11)]


async def test_the_texts_events_of_the_day_in_mecca_are_listed(telegram: Telegram) -> None:
    telegram.service.days[DAY] = anniversaries(table_of(*EVENTS), DAY)
    await telegram.say("/today")
    text = plain(telegram.sent[0]["text"])
    assert text.startswith("ما تؤرّخه النصوص بمثل هذا الشهر\nاليوم في مكّة الجمعة \u20686 شعبان 1448هـ\u2069")
    assert EVENTS[0] in text


async def test_a_page_keeps_the_day_of_its_card(telegram: Telegram) -> None:
    telegram.service.days[DAY] = anniversaries(table_of(*EVENTS), DAY)
    await telegram.say("/اليوم")
    data, card = telegram.button("التالي ◀"), telegram.card("/today")
    telegram.clock.now_s = NOW_S + 3 * 86_400
    await telegram.press(data, card)
    text = plain(telegram.edits[0]["text"])
    assert EVENTS[8] in text
    assert "6 شعبان 1448هـ" in text


async def test_a_quiet_day_is_answered_kindly(telegram: Telegram) -> None:
    await telegram.say("/today@qa_test_bot", GROUP)
    assert "لا تذكر النصوص التي عندي شيئًا مؤرَّخًا بهذا اليوم ولا بهذا الشهر من السنة." in telegram.sent[0]["text"]
    assert "reply_markup" not in telegram.sent[0]


async def test_a_library_that_cannot_be_read_now_is_asked_for_later(telegram: Telegram) -> None:
    telegram.service.error = UnavailableError("busy")
    await telegram.say("/today")
    assert telegram.sent[0]["text"].startswith("أعتذر، لا أستطيع الجواب الآن.")


async def test_the_day_of_a_card_that_telegram_no_longer_shows_is_not_known(telegram: Telegram) -> None:
    telegram.service.days[DAY] = anniversaries(table_of(*EVENTS), DAY)
    await telegram.say("/today")
    await telegram.press(telegram.button("التالي ◀"), {"message_id": 1_000, "date": 0, "chat": PRIVATE})
    assert telegram.alerts == ["انتهت صلاحية هذا الزر. أعد سؤالك من فضلك."]
