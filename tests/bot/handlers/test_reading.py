from dataclasses import replace

from fakes import YARMUK_PASSAGES, FakeService, card_of
from qa_bot.bot.bidi import strip_controls
from qa_bot.errors import UnavailableError
from telegram_harness import ASKER, GROUP, NewTelegram, Telegram, plain


def shown(telegram: Telegram) -> str:
    return strip_controls(plain((telegram.edits or telegram.sent)[-1]["text"]))


def lengthen(service: FakeService) -> None:
    """Make each passage so long that it fills a page."""
    service.passages = [replace(each, text=(each.text + " ") * 25) for each in service.passages]
    service.cards = [card_of(service.document, service.passages)]


async def test_the_texts_are_offered_by_their_titles(telegram: Telegram) -> None:
    await telegram.say("/read")
    assert shown(telegram).startswith("اختر نصًّا تقرؤه من أوله")
    await telegram.press(telegram.button("معركة اليرموك"), telegram.card("/read"))
    assert YARMUK_PASSAGES[0] in shown(telegram)
    assert shown(telegram).endswith("📖 معركة اليرموك، «الوقعة»\nالصفحة 1 من 1")


async def test_a_title_opens_its_text_and_an_unknown_one_the_list(telegram: Telegram) -> None:
    await telegram.say("/اقرأ اليرموك")
    assert YARMUK_PASSAGES[0] in shown(telegram)
    await telegram.say("/read <b>", message_id=6)
    assert shown(telegram).startswith("لم أجد نصًّا عنوانه <b>. هذه نصوص المكتبة:")


async def test_of_several_texts_one_is_chosen(telegram: Telegram) -> None:
    [card] = telegram.service.cards
    telegram.service.cards = [card, replace(card, id="other", metadata=replace(card.metadata, author="الطبري"))]
    await telegram.say("/read اليرموك")
    assert shown(telegram) == "أيَّ هذه النصوص تريد أن تقرأ؟"
    await telegram.press(telegram.button("معركة اليرموك، الطبري"), telegram.card("/read اليرموك"))
    assert "📖 الطبري، معركة اليرموك" in shown(telegram)


async def test_pages_are_turned_and_the_place_is_kept_over_a_restart(new_telegram: NewTelegram) -> None:
    telegram = await new_telegram()
    lengthen(telegram.service)
    await telegram.say("/read اليرموك")
    assert shown(telegram).endswith("الصفحة 1 من 3")
    await telegram.press(telegram.button("التالي ◀"), telegram.card("/read اليرموك"))
    assert shown(telegram).endswith("الصفحة 2 من 3")
    later = telegram.button("التالي ◀")
    restarted = await new_telegram()
    lengthen(restarted.service)
    await restarted.press(later, telegram.card("/read اليرموك"))
    assert shown(restarted).endswith("الصفحة 3 من 3")
    await restarted.press(restarted.button("▶ السابق"), restarted.card("/read اليرموك"))
    await restarted.say("/read")
    restarted.request.calls = [call for call in restarted.request.calls if call[0] != "editMessageText"]
    await restarted.press(restarted.button("تابع: \u2068معركة اليرموك\u2069"), restarted.card("/read"))
    assert shown(restarted).splitlines()[1] == "نتابع من حيث وقفتَ."
    assert shown(restarted).endswith("الصفحة 2 من 3")


async def test_each_reader_of_a_group_has_a_place_of_their_own(telegram: Telegram) -> None:
    lengthen(telegram.service)
    other = {**ASKER, "id": 8}
    await telegram.say("/read اليرموك", GROUP)
    await telegram.press(telegram.button("التالي ◀"), telegram.card("/read اليرموك", GROUP))
    telegram.request.calls.clear()
    await telegram.say("/read اليرموك", GROUP, sender=other, message_id=6)
    assert shown(telegram).endswith("الصفحة 1 من 3")
    await telegram.say("/read اليرموك", GROUP, message_id=7)
    assert shown(telegram).endswith("الصفحة 2 من 3")
    await telegram.press(telegram.button("كل النصوص"), telegram.card("/read اليرموك", GROUP), **{"from": other})
    assert shown(telegram).startswith("اختر نصًّا")


async def test_the_beginning_is_one_press_away(telegram: Telegram) -> None:
    lengthen(telegram.service)
    await telegram.say("/read اليرموك")
    for label in ("التالي ◀", "التالي ◀", "من البداية"):
        await telegram.press(telegram.button(label), telegram.card("/read اليرموك"))
    assert shown(telegram).endswith("الصفحة 1 من 3")
    assert "نتابع" not in shown(telegram)


async def test_a_text_that_has_gone_is_said_to_be_gone(telegram: Telegram) -> None:
    await telegram.say("/read")
    pressed, card = telegram.button("معركة اليرموك"), telegram.card("/read")
    telegram.service.cards = []
    await telegram.press(pressed, card)
    assert telegram.alerts == ["تغيّرت المكتبة، ولم يعد هذا المقطع فيها. أعد سؤالك من فضلك."]
    await telegram.say("/read", message_id=6)
    assert shown(telegram) == "المكتبة فارغة الآن."


async def test_a_library_out_of_reach_is_apologised_for(telegram: Telegram) -> None:
    telegram.service.error = UnavailableError("busy")
    await telegram.say("/read اليرموك")
    assert shown(telegram).startswith("أعتذر، لا أستطيع الجواب الآن.")
