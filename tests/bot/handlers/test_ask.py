from dataclasses import replace

import pytest

from builders import build_passage
from qa_bot.bot.handlers.ask import result_keys
from qa_bot.errors import QuestionError, UnavailableError
from qa_bot.model.answer import Answer, QuestionKind, Understood
from qa_bot.model.search import Hit
from telegram_harness import CHANNEL, GROUP, Telegram, plain

QUESTION = "متى كانت وقعة اليرموك؟"
SENTENCE = "«وكانت وقعة <b>اليرموك</b> في <u>رجب سنة خمس عشرة</u> من الهجرة.»"


async def test_a_question_in_private_gets_the_card_in_reply(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    [card] = telegram.sent
    assert SENTENCE in card["text"]
    assert card["chat_id"] == 7
    assert card["reply_parameters"] == {"message_id": 5, "allow_sending_without_reply": True}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("/ask متى كانت اليرموك؟", ("answer", "متى كانت اليرموك؟", None)),
        ("/when Yarmuk", ("when", "Yarmuk", None)),
        ("/متى اليرموك", ("when", "اليرموك", None)),
        ("متى اليرموك", ("answer", "متى اليرموك", None)),
    ],
)
async def test_each_way_of_asking_reaches_the_service(telegram: Telegram, text: str, asked: object) -> None:
    await telegram.say(text)
    assert telegram.service.asked == [asked]


async def test_when_shows_the_date_in_both_calendars(telegram: Telegram) -> None:
    await telegram.say("/when اليرموك")
    assert "🗓 <b>\u2068رجب 15هـ\u2069</b> ≈ \u2068بين آب/أغسطس وأيلول/سبتمبر 636م\u2069" in telegram.sent[0]["text"]


async def test_a_latin_name_is_shown_as_it_was_read(telegram: Telegram) -> None:
    await telegram.say("/when Yarmuk", sender={"id": 7, "is_bot": False, "first_name": "A", "language_code": "en"})
    assert telegram.sent[0]["text"].startswith("I read the name as: <b>\u2068اليرموك\u2069</b>")


async def test_a_follow_up_is_asked_with_what_came_before_and_says_what_it_is_about(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    await telegram.say("ومن قادها؟", message_id=6)
    before = Understood(QUESTION, QuestionKind.WHEN, "وقعة اليرموك")
    assert telegram.service.asked[1] == ("answer", "ومن قادها؟", before)
    assert telegram.sent[1]["text"].startswith("عن: <b>\u2068وقعة اليرموك\u2069</b>")


async def test_after_fifteen_minutes_a_question_stands_alone_again(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    telegram.clock.now_s += 15 * 60
    await telegram.say("ومن قادها؟", message_id=6)
    assert telegram.service.asked[1] == ("answer", "ومن قادها؟", None)


async def test_each_asker_in_a_group_has_a_conversation_of_their_own(telegram: Telegram) -> None:
    other = {"id": 8, "is_bot": False, "first_name": "B"}
    await telegram.say(f"/ask {QUESTION}", GROUP)
    await telegram.say("/ask ومن قادها؟", GROUP, sender=other, message_id=6)
    assert telegram.service.asked[1] == ("answer", "ومن قادها؟", None)


async def test_where_the_texts_do_not_tell_the_nearest_can_be_shown(telegram: Telegram) -> None:
    await telegram.say("من فتح الأندلس؟")
    [card] = telegram.sent
    assert card["text"].startswith("لم أجد في النصوص التي عندي جوابًا")
    assert "«وكانت" not in card["text"]
    assert telegram.button("عرض أقرب المقاطع")


async def test_an_answer_goes_to_the_topic_it_was_asked_in(telegram: Telegram) -> None:
    await telegram.say("/ask اليرموك", GROUP, message_thread_id=17, is_topic_message=True)
    assert telegram.sent[0]["message_thread_id"] == 17


async def test_the_general_topic_and_plain_reply_threads_are_not_named(telegram: Telegram) -> None:
    await telegram.say("/ask اليرموك", GROUP, message_thread_id=1, is_topic_message=True)
    await telegram.say("/ask اليرموك", GROUP, message_thread_id=17, message_id=6)
    assert [("message_thread_id" in card) for card in telegram.sent] == [False, False]


async def test_a_channel_post_with_a_command_is_answered_under_it(telegram: Telegram) -> None:
    await telegram.send("channel_post", telegram.message(f"/ask {QUESTION}", CHANNEL, sender_chat=CHANNEL))
    assert telegram.sent[0]["chat_id"] == -200
    assert telegram.sent[0]["reply_parameters"]["message_id"] == 5


@pytest.mark.parametrize(("command", "example"), [("/ask", "/ask متى كانت معركة اليرموك؟"), ("/when", "/when Tabuk")])
async def test_an_empty_command_is_explained_by_an_example(telegram: Telegram, command: str, example: str) -> None:
    await telegram.say(command)
    assert example in plain(telegram.sent[0]["text"])
    assert telegram.service.asked == []


async def test_an_empty_command_asks_what_the_message_replied_to_says_and_shows_it(telegram: Telegram) -> None:
    question = telegram.message(QUESTION, GROUP, message_id=4)
    await telegram.say("/ask", GROUP, reply_to_message=question)
    assert telegram.service.asked == [("answer", QUESTION, None)]
    assert telegram.sent[0]["text"].startswith(f"السؤال: <b>\u2068{QUESTION}\u2069</b>")


async def test_a_question_that_cannot_be_asked_gets_its_sentence(telegram: Telegram) -> None:
    telegram.service.error = QuestionError("السؤال طويل.", "The question is too long.")
    await telegram.say("سؤال طويل")
    assert telegram.sent[0]["text"] == "السؤال طويل."


async def test_what_time_mends_is_asked_for_again_later(telegram: Telegram, caplog: pytest.LogCaptureFixture) -> None:
    telegram.service.error = UnavailableError("the engine is busy")
    await telegram.say(QUESTION)
    assert telegram.sent[0]["text"].startswith("أعتذر، لا أستطيع الجواب الآن.")
    assert QUESTION not in caplog.text


def test_a_passage_quoted_twice_is_one_result_and_a_button_carries_four() -> None:
    passages = [build_passage(ordinal=ordinal) for ordinal in range(6)]
    hits = tuple(Hit(passage, None, 1, 1.0) for passage in [passages[2], *passages])  # type: ignore[arg-type]
    answer = Answer(Understood("؟", QuestionKind.OTHER), 0.0, hits=hits)
    assert result_keys(answer) == tuple(passages[at].key for at in (2, 0, 1, 3))
    assert result_keys(replace(answer, hits=())) == ()
