from dataclasses import replace

from qa_bot.errors import UnavailableError
from telegram_harness import PRIVATE, Telegram, plain


async def test_the_library_is_listed_by_collection(telegram: Telegram) -> None:
    await telegram.say("/sources")
    text = plain(telegram.sent[0]["text"])
    assert text.startswith("المكتبة: نصّ واحد")
    assert text.index("فتوح الشام") < text.index("معركة اليرموك")
    assert "reply_markup" not in telegram.sent[0]


async def test_a_large_library_is_paged_in_place(telegram: Telegram) -> None:
    [card] = telegram.service.cards
    telegram.service.cards = [replace(card, id=str(number)) for number in range(30)]
    await telegram.say("/sources")
    await telegram.press(telegram.button("التالي ◀"), {"message_id": 1_000, "date": 1, "chat": PRIVATE})
    assert telegram.edits[0]["text"].endswith("الصفحة 2 من 3")


async def test_a_library_that_cannot_be_read_now_is_asked_for_again(telegram: Telegram) -> None:
    telegram.service.error = UnavailableError("busy")
    await telegram.say("/sources")
    assert telegram.sent[0]["text"].startswith("أعتذر، لا أستطيع الجواب الآن.")
