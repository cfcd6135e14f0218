from typing import Any

import pytest

from fakes import refusal
from qa_bot.errors import QuestionError, UnavailableError
from qa_bot.store.chat_settings import ChatSettings
from qa_bot.store.people import known_of_chat
from telegram_harness import ASKER, PRIVATE, Telegram, plain

QUESTION = "متى كانت وقعة اليرموك؟"
ENGLISH = {"id": 8, "is_bot": False, "first_name": "B", "language_code": "en"}


async def type_in(telegram: Telegram, text: str, query_id: str = "1", **fields: Any) -> dict[str, Any]:
    """Type behind the bot's name and return what it answers."""
    query = {"id": query_id, "from": ASKER, "query": text, "offset": ""} | fields
    await telegram.send("inline_query", query)
    return telegram.request.sent("answerInlineQuery")[-1]


async def test_the_sentences_come_first_and_each_card_is_verbatim_with_its_citation(telegram: Telegram) -> None:
    answer = await type_in(telegram, QUESTION)
    first = answer["results"][0]
    said = first["input_message_content"]["message_text"]
    assert "«وكانت وقعة <b>اليرموك</b> في <u>رجب سنة خمس عشرة</u> من الهجرة.»" in said
    assert "🗓 <b>\u2068رجب 15هـ\u2069</b>" in said
    assert said.startswith(f"السؤال: <b>\u2068{QUESTION}\u2069</b>")
    assert all("📖 \u2068معركة اليرموك" in each["input_message_content"]["message_text"] for each in answer["results"])
    assert first["title"] == "وكانت وقعة اليرموك في رجب سنة خمس عشرة من الهجرة."
    assert first["description"] == "معركة اليرموك، «الوقعة»"
    assert first["reply_markup"]["inline_keyboard"][0][0]["copy_text"] == {"text": "معركة اليرموك، «الوقعة»"}


async def test_each_passage_comes_once(telegram: Telegram) -> None:
    answer = await type_in(telegram, QUESTION)
    assert len({result["id"] for result in answer["results"]}) == len(answer["results"]) == 3


async def test_what_is_only_near_says_so(telegram: Telegram) -> None:
    answer = await type_in(telegram, "من فتح الأندلس؟")
    first = answer["results"][0]
    assert "ليس هذا جوابًا" in first["input_message_content"]["message_text"]
    assert first["description"].startswith("من أقرب ما وجدتُ:")


async def test_to_arabic_everyone_gets_the_same_and_it_is_kept_for_five_minutes(telegram: Telegram) -> None:
    answer = await type_in(telegram, QUESTION)
    assert (answer["cache_time"], answer.get("is_personal", False)) == (300, False)
    await type_in(telegram, "متى  كانت وقعه اليرموك؟", "2")
    assert [asked[0] for asked in telegram.service.asked].count("answer") == 1
    telegram.clock.now_s += 300
    await type_in(telegram, QUESTION, "3")
    assert [asked[0] for asked in telegram.service.asked].count("answer") == 2


async def test_other_letters_get_the_users_language_for_the_user_alone(telegram: Telegram) -> None:
    answer = await type_in(telegram, "Yarmuk", **{"from": ENGLISH})
    assert answer["is_personal"] is True
    assert answer["results"][0]["input_message_content"]["message_text"].startswith("Question: ")


async def test_the_language_that_a_user_chose_in_private_holds_here_too(telegram: Telegram) -> None:
    await telegram.choose(ChatSettings(language="en"), PRIVATE)
    answer = await type_in(telegram, QUESTION)
    assert answer["results"][0]["input_message_content"]["message_text"].startswith("Question: ")


async def test_what_was_typed_on_is_not_looked_up(telegram: Telegram) -> None:
    raw = [
        {"update_id": 900 + at, "inline_query": {"id": str(at), "from": ASKER, "query": text, "offset": ""}}
        for at, text in enumerate(("متى", "متى كانت", QUESTION))
    ]
    await telegram.inbox.accept_all(raw)
    assert await telegram.inbox.drain(5) == frozenset()
    counts = {
        call["inline_query_id"]: len(call.get("results", [])) for call in telegram.request.sent("answerInlineQuery")
    }
    assert counts == {"0": 0, "1": 0, "2": 3}
    assert [asked[1] for asked in telegram.service.asked if asked[0] == "answer"] == [QUESTION]


@pytest.mark.parametrize("offset", ["-1", "x" * 60, "٣", "99999"])
async def test_an_offset_that_is_none_of_ours_does_no_harm(telegram: Telegram, offset: str) -> None:
    answer = await type_in(telegram, QUESTION, offset=offset)
    assert len(answer.get("results", [])) in (0, 3)


async def test_nothing_typed_and_nothing_readable_show_a_button_to_the_bot(telegram: Telegram) -> None:
    assert (await type_in(telegram, "  "))["button"]["text"] == "اكتب سؤالك بعد اسمي"
    telegram.service.error = QuestionError("السؤال طويل.", "The question is too long.")
    assert (await type_in(telegram, "سؤال", "2"))["button"] == {"text": "السؤال طويل.", "start_parameter": "inline"}


async def test_what_time_mends_is_not_kept(telegram: Telegram) -> None:
    telegram.service.error = UnavailableError("the engine is busy")
    answer = await type_in(telegram, QUESTION)
    assert (answer["button"]["text"], answer["cache_time"]) == ("لا أستطيع الجواب الآن", 0)


async def test_too_late_is_no_fault(telegram: Telegram, caplog: pytest.LogCaptureFixture) -> None:
    late = refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    telegram.request.next_replies["answerInlineQuery"].append(late)
    await type_in(telegram, QUESTION)
    assert len(telegram.request.sent("answerInlineQuery")) == 1
    assert "set aside" not in caplog.text


async def test_a_chosen_result_counts_as_use(telegram: Telegram) -> None:
    chosen = {"result_id": "ab", "from": ASKER, "query": QUESTION, "inline_message_id": "AQ"}
    await telegram.send("chosen_inline_result", chosen)
    async with telegram.database.read() as connection:
        [row] = (await known_of_chat(connection, ASKER["id"]))["letters"]
    assert (row["fingerprint"], row["state"], row["asker_id"]) == ("inline", "sent", 7)


async def call_as_guest(telegram: Telegram, text: str) -> dict[str, Any]:
    telegram.request.next_replies["answerGuestQuery"].append((200, {"ok": True, "result": {"inline_message_id": "A"}}))
    chat = {"id": -999, "type": "supergroup", "title": "مجلس آخر"}
    await telegram.send("guest_message", telegram.message(text, chat) | {"guest_query_id": "77"})
    [call] = telegram.request.sent("answerGuestQuery")
    assert call["guest_query_id"] == "77"
    result: dict[str, Any] = call["result"]
    return result


async def test_a_guests_message_is_answered_with_one_card(telegram: Telegram) -> None:
    result = await call_as_guest(telegram, f"@qa_test_bot {QUESTION}")
    said = plain(result["input_message_content"]["message_text"])
    assert said.startswith(f"السؤال: \u2068{QUESTION}\u2069")
    assert "«وكانت وقعة اليرموك في رجب سنة خمس عشرة من الهجرة.»" in said
    assert telegram.sent == []


@pytest.mark.parametrize(
    ("text", "begins"),
    [("@qa_test_bot", "اكتب سؤالك بعد الأمر"), ("من فتح الأندلس؟", "السؤال: \u2068من فتح الأندلس؟\u2069")],
)
async def test_a_guest_who_asks_nothing_or_what_the_texts_do_not_tell_hears_that(
    telegram: Telegram, text: str, begins: str
) -> None:
    result = await call_as_guest(telegram, text)
    assert plain(result["input_message_content"]["message_text"]).startswith(begins)
