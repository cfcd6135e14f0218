from telegram_harness import GROUP, Telegram

QUESTION = "متى كانت وقعة اليرموك؟"


async def test_an_edited_question_edits_its_answer(telegram: Telegram) -> None:
    await telegram.say("من فتح الأندلس؟")
    await telegram.rewrite(QUESTION)
    [edit] = telegram.edits
    assert (edit["chat_id"], edit["message_id"]) == (7, 1_000)
    assert "«وكانت وقعة" in edit["text"]
    assert len(telegram.sent) == 1


async def test_an_edit_that_leaves_the_question_as_it_was_is_left_alone(telegram: Telegram) -> None:
    await telegram.say(QUESTION)
    await telegram.rewrite(QUESTION)
    assert telegram.edits == []
    assert len(telegram.service.asked) == 1


async def test_a_mistyped_command_that_is_mended_turns_the_hint_into_the_page(telegram: Telegram) -> None:
    await telegram.say("/hlep")
    await telegram.rewrite("/help")
    assert telegram.edits[0]["text"].startswith("<b>كيف تسأل؟</b>")


async def test_an_answer_that_was_deleted_is_sent_anew(telegram: Telegram) -> None:
    await telegram.say("من فتح الأندلس؟")
    gone = {"ok": False, "error_code": 400, "description": "Bad Request: message to edit not found"}
    telegram.request.next_replies["editMessageText"].append((400, gone))
    await telegram.rewrite(QUESTION)
    assert len(telegram.sent) == 2


async def test_an_edit_of_a_recent_message_that_had_no_answer_is_answered(telegram: Telegram) -> None:
    await telegram.say("كلام", GROUP)
    await telegram.rewrite(f"/ask {QUESTION}", GROUP)
    assert len(telegram.sent) == 1


async def test_an_edit_of_an_old_message_without_known_answer_is_left_alone(telegram: Telegram) -> None:
    asked_at = int(telegram.clock())
    telegram.clock.now_s += 16 * 60
    await telegram.rewrite(QUESTION, date=asked_at)
    assert telegram.request.calls == []


async def test_an_edited_channel_post_edits_its_answer(telegram: Telegram) -> None:
    channel = {"id": -200, "type": "channel", "title": "C"}
    await telegram.send("channel_post", telegram.message("/ask من فتح الأندلس؟", channel))
    await telegram.send("edited_channel_post", telegram.message(f"/ask {QUESTION}", channel))
    assert len(telegram.edits) == 1
