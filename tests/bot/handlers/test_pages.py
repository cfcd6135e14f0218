import pytest

from fakes import BOT
from telegram_harness import ASKER, GROUP, Telegram, plain

ENGLISH_ASKER = ASKER | {"language_code": "en"}


@pytest.mark.parametrize(
    ("text", "first_line"),
    [
        ("/start", "السلام عليكم ورحمة الله 👋"),
        ("/help", "كيف تسأل؟"),
        ("/about", "كيف أعمل؟"),
        ("/privacy", "ما أعرفه عنك"),
        ("/whatever", "لا أعرف هذا الأمر."),
        ("السلام عليكم", "وعليكم السلام ورحمة الله وبركاته"),
        ("شكرا", "العفو"),
        ("من أنت؟", "أنا برنامج أُجيب عن أسئلتك"),
        ("مساعدة", "كيف تسأل؟"),
        ("مع السلامة", "في أمان الله"),
    ],
)
async def test_each_page_is_shown(telegram: Telegram, text: str, first_line: str) -> None:
    await telegram.say(text)
    assert plain(telegram.sent[0]["text"]).startswith(first_line)


async def test_pages_speak_the_users_language(telegram: Telegram) -> None:
    await telegram.say("/help", sender=ENGLISH_ASKER)
    assert plain(telegram.sent[0]["text"]).startswith("How to ask")


async def test_privacy_names_how_long_a_question_is_remembered(telegram: Telegram) -> None:
    await telegram.say("/privacy", sender=ENGLISH_ASKER)
    assert "your last question for 15 minutes" in telegram.sent[0]["text"]
    assert "For 7 days I keep message numbers" in telegram.sent[0]["text"]


async def test_a_sticker_in_private_gets_a_kind_hint_and_in_a_group_silence(telegram: Telegram) -> None:
    sticker = {
        "file_id": "f", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1,
        "is_animated": False, "is_video": False,
    }  # fmt: skip
    message = telegram.message("", GROUP, sticker=sticker)
    del message["text"]
    await telegram.send("message", message)
    assert telegram.sent == []
    await telegram.send("message", message | {"chat": {"id": 7, "type": "private"}})
    assert telegram.sent[0]["text"].startswith("لا أفهم إلا المكتوب.")


async def test_an_album_is_met_with_one_hint(telegram: Telegram) -> None:
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    for message_id in (5, 6, 7):
        message = telegram.message("", message_id=message_id, chat={"id": 7, "type": "private"}, photo=photo)
        del message["text"]
        await telegram.send("message", message | {"media_group_id": "album"})
    assert len(telegram.sent) == 1


@pytest.mark.parametrize("text", ["/whatever", "السلام عليكم", "كلام بين الناس"])
async def test_in_groups_what_is_not_meant_for_the_bot_meets_silence(telegram: Telegram, text: str) -> None:
    await telegram.say(text, GROUP)
    assert telegram.request.calls == []


async def test_who_writes_arabic_is_answered_in_arabic_whatever_their_telegram_speaks(telegram: Telegram) -> None:
    await telegram.say("السلام عليكم", sender=ENGLISH_ASKER)
    assert telegram.sent[0]["text"].startswith("وعليكم السلام")


@pytest.mark.parametrize(
    ("text", "first_words"),
    [("شكرا", "العفو"), ("السلام عليكم", "وعليكم السلام"), ("من أنت؟", "أنا برنامج"), ("thanks", "العفو")],
)
async def test_in_groups_a_kind_word_to_the_bot_is_answered_kindly_and_not_looked_up(
    telegram: Telegram, text: str, first_words: str
) -> None:
    card = telegram.message("«وكانت الوقعة ...»", GROUP, message_id=4, sender=BOT)
    await telegram.say(text, GROUP, reply_to_message=card)
    await telegram.say(f"@qa_test_bot {text}", GROUP, message_id=6)
    assert [plain(sent["text"]).startswith(first_words) for sent in telegram.sent] == [True, True]
    assert telegram.service.asked == []


async def test_a_kind_word_leaves_the_conversation_where_it_was(telegram: Telegram) -> None:
    await telegram.say("متى كانت وقعة اليرموك؟")
    await telegram.say("أحسنت، جزاك الله خيرا", message_id=6)
    await telegram.say("ومن قادها؟", message_id=7)
    assert telegram.sent[2]["text"].startswith("عن: <b>\u2068وقعة اليرموك\u2069</b>")
