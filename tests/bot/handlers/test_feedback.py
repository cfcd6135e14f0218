from typing import Any

from sqlalchemy import select

from qa_bot.store.chat_settings import ChatSettings
from qa_bot.store.tables import UNANSWERED, VOTES
from telegram_harness import ASKER, GROUP, PRIVATE, Telegram, plain

WHEN = "متى كانت اليرموك؟"
UNKNOWN = "من فتح الأندلس؟"
LOGGED = ChatSettings(question_log=True)
ADMIN = {"status": "administrator", "user": ASKER, "can_be_edited": False, "is_anonymous": False}


async def rows(telegram: Telegram, table: Any) -> list[dict[str, Any]]:
    async with telegram.database.read() as connection:
        return [dict(row) for row in (await connection.execute(select(table))).mappings()]


async def vote(telegram: Telegram, label: str, chat: dict[str, Any] = PRIVATE) -> None:
    """Ask, and press a thumb under the card."""
    await telegram.say(WHEN if chat is PRIVATE else f"/ask {WHEN}", chat)
    await telegram.press(telegram.button(label), telegram.card(WHEN, chat))


async def test_a_thumb_is_kept_without_the_question_and_thanked_for_in_a_pop_up(telegram: Telegram) -> None:
    await vote(telegram, "👍")
    [kept] = await rows(telegram, VOTES)
    assert (kept["message_id"], kept["voter_id"], kept["liked"]) == (1_000, ASKER["id"], True)
    assert (kept["question"], kept["passage_id"], kept["sentence"]) == (None, None, None)
    assert telegram.alerts == ["شكرًا، سرّني أن الجواب نفعك."]
    assert telegram.request.sent("answerCallbackQuery")[0]["show_alert"] is False
    assert len(telegram.sent) == 1


async def test_where_the_chat_keeps_questions_a_thumb_says_which_sentence_answers_which(telegram: Telegram) -> None:
    await telegram.choose(LOGGED, PRIVATE)
    await vote(telegram, "👍")
    [kept] = await rows(telegram, VOTES)
    assert (kept["question"], kept["liked"]) == (WHEN, True)
    answer = telegram.service.passages[1]
    assert kept["sentence"] in answer.text
    assert kept["passage_id"] == answer.id


async def test_a_thumb_down_where_no_question_is_kept_asks_nothing_more(telegram: Telegram) -> None:
    await vote(telegram, "👎")
    assert [kept["liked"] for kept in await rows(telegram, VOTES)] == [False]
    assert telegram.alerts == ["شكرًا على التنبيه."]
    assert len(telegram.sent) == 1


async def test_after_a_thumb_down_the_asker_may_point_at_a_better_sentence(telegram: Telegram) -> None:
    await telegram.choose(LOGGED, PRIVATE)
    await vote(telegram, "👎")
    asking = plain(telegram.sent[-1]["text"])
    assert asking.startswith("أيّ هذه الجمل هي الجواب؟")
    labels = [b["text"] for row in telegram.sent[-1]["reply_markup"]["inline_keyboard"] for b in row]
    assert labels == ["2", "1", "لا شيء منها"]
    shown = telegram.card(None) | {"message_id": 1_001, "reply_to_message": telegram.card(WHEN)}
    await telegram.press(telegram.button("2"), shown)
    [kept] = await rows(telegram, VOTES)
    assert (kept["message_id"], kept["liked"], kept["question"]) == (1_000, False, WHEN)
    assert kept["passage_id"] == telegram.service.passages[2].id
    assert plain(telegram.edits[-1]["text"]) == (f"شكرًا، دوّنتُ أن هذه هي الجملة الصحيحة:\n\u200f«{kept['sentence']}»")


async def test_none_of_the_sentences_may_be_right(telegram: Telegram) -> None:
    await telegram.choose(LOGGED, PRIVATE)
    await vote(telegram, "👎")
    shown = telegram.card(None) | {"message_id": 1_001, "reply_to_message": telegram.card(WHEN)}
    await telegram.press(telegram.button("لا شيء منها"), shown)
    [kept] = await rows(telegram, VOTES)
    assert (kept["liked"], kept["sentence"]) == (False, None)
    assert plain(telegram.edits[-1]["text"]) == "شكرًا، دوّنتُ أن الجواب ليس بين ما وجدت."


async def test_under_what_is_no_answer_there_are_no_thumbs(telegram: Telegram) -> None:
    await telegram.say(UNKNOWN)
    markup = telegram.sent[-1].get("reply_markup", {"inline_keyboard": []})
    assert "👍" not in [button["text"] for row in markup["inline_keyboard"] for button in row]


def reaction(*emoji: str, message_id: int = 1_000, before: tuple[str, ...] = ()) -> dict[str, Any]:
    def reactions(signs: tuple[str, ...]) -> list[dict[str, str]]:
        return [{"type": "emoji", "emoji": sign} for sign in signs]

    change = {"chat": GROUP, "message_id": message_id, "user": ASKER, "date": 1}
    return change | {"old_reaction": reactions(before), "new_reaction": reactions(emoji)}


async def test_a_reaction_to_a_card_is_a_vote_until_it_is_taken_away(telegram: Telegram) -> None:
    await telegram.say(f"/ask {WHEN}", GROUP)
    await telegram.send("message_reaction", reaction("🔥", "👎"))
    assert [kept["liked"] for kept in await rows(telegram, VOTES)] == [False]
    await telegram.send("message_reaction", reaction("👍", before=("👎",)))
    assert [kept["liked"] for kept in await rows(telegram, VOTES)] == [True]
    await telegram.send("message_reaction", reaction(before=("👍",)))
    assert await rows(telegram, VOTES) == []


async def test_reactions_to_what_is_no_card_and_other_reactions_are_nothing_to_the_bot(telegram: Telegram) -> None:
    await telegram.say(f"/ask {WHEN}", GROUP)
    await telegram.send("message_reaction", reaction("👍", message_id=5))
    await telegram.send("message_reaction", reaction("🔥"))
    assert await rows(telegram, VOTES) == []


async def test_unanswered_questions_are_kept_only_where_the_admins_want_it(telegram: Telegram) -> None:
    await telegram.say(f"/ask {UNKNOWN}", GROUP)
    assert await rows(telegram, UNANSWERED) == []
    await telegram.choose(LOGGED, GROUP)
    await telegram.say(f"/ask {UNKNOWN}", GROUP)
    await telegram.say(f"/ask {WHEN}", GROUP)
    assert [kept["question"] for kept in await rows(telegram, UNANSWERED)] == [UNKNOWN]


async def test_admins_see_what_was_not_answered_the_most_asked_first(telegram: Telegram) -> None:
    await telegram.choose(LOGGED, GROUP)
    for question in ("متى بنيت القيروان؟", UNKNOWN, "من فتح الاندلس"):
        await telegram.say(f"/ask {question}", GROUP)
    telegram.request.next_replies["getChatMember"].append((200, {"ok": True, "result": ADMIN | RIGHTS}))
    await telegram.say("/unanswered", GROUP)
    told = plain(telegram.sent[-1]["text"]).translate(dict.fromkeys(map(ord, "\u200f\u2068\u2069")))
    assert told.splitlines() == [
        "3 أسئلة لم أجد جوابها في النصوص",
        "",
        "• من فتح الاندلس (مرّتين)",
        "• متى بنيت القيروان؟",
    ]


RIGHTS = dict.fromkeys(
    (
        "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
        "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
        "can_delete_stories",
    ),
    True,
)  # fmt: skip


async def test_others_do_not_see_the_log_and_where_it_is_off_admins_are_told_how_to_turn_it_on(
    telegram: Telegram,
) -> None:
    member = {"status": "member", "user": ASKER}
    telegram.request.next_replies["getChatMember"].append((200, {"ok": True, "result": member}))
    await telegram.say("/unanswered", GROUP)
    assert plain(telegram.sent[-1]["text"]) == "هذا السجلّ لمشرفي المجموعة."
    await telegram.say("/unanswered", PRIVATE)
    assert plain(telegram.sent[-1]["text"]).startswith("لا أحفظ الأسئلة هنا.")
