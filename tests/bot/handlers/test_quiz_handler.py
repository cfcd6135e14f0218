from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from builders import build_document
from fakes import card_of
from qa_bot.bot.bidi import strip_controls
from qa_bot.errors import UnavailableError
from qa_bot.index.engine import Engine
from qa_bot.model.corpus import DocumentCard, Span
from qa_bot.store.schedules import Kind
from qa_bot.study.quiz.question import QuizKind, QuizQuestion
from telegram_harness import ASKER, CHANNEL, GROUP, PRIVATE, NewTelegram, Telegram, plain

TEXT = "قاد خالد بن الوليد المسلمين في الوقعة."
OTHER: dict[str, Any] = {**ASKER, "id": 8, "first_name": "مريم"}


class Maker:
    """Makes the same question always, or none; notes of which texts, and what to avoid."""

    def __init__(self) -> None:
        self.asked: list[tuple[list[str], set[str]]] = []
        self.knows = True

    async def make(
        self, engine: Engine, documents: Sequence[DocumentCard], *, seed: str, avoid: Sequence[str] = ()
    ) -> QuizQuestion | None:
        self.asked.append(([card.id for card in documents], set(avoid)))
        document, [passage] = build_document("d", TEXT, title="معركة أجنادين")
        made = QuizQuestion(
            QuizKind.WHO, passage, card_of(document, [passage]), Span(0, len(TEXT)), Span(4, 18),
            ("عمرو بن العاص", "خالد بن الوليد", "هرقل"), 1, f"«{TEXT}»",
        )  # fmt: skip
        return made if self.knows else None


@pytest.fixture
async def telegram(new_telegram: NewTelegram) -> Telegram:
    telegram = await new_telegram()
    telegram.application.bot_data["parts"].quizmaster._maker = Maker()
    return telegram


def maker(telegram: Telegram) -> Maker:
    made: Maker = telegram.application.bot_data["parts"].quizmaster._maker
    return made


def polls(telegram: Telegram) -> list[dict[str, Any]]:
    return telegram.request.sent("sendPoll")


def said(telegram: Telegram) -> list[str]:
    return strip_controls(plain(telegram.sent[-1]["text"])).splitlines()


async def answer(telegram: Telegram, option: int | None, user: dict[str, Any] = ASKER, poll_id: str = "1000") -> None:
    chosen = [] if option is None else [option]
    body = {"poll_id": poll_id, "user": user, "option_ids": chosen, "option_persistent_ids": ["1"] * len(chosen)}
    await telegram.send("poll_answer", body)


async def test_a_question_is_asked_as_a_quiz_whose_answers_are_told(telegram: Telegram) -> None:
    await telegram.say("/quiz", GROUP)
    [poll] = polls(telegram)
    assert (poll["type"], poll["is_anonymous"], poll["correct_option_ids"]) == ("quiz", False, [1])
    assert [option["text"] for option in poll["options"]] == ["عمرو بن العاص", "خالد بن الوليد", "هرقل"]
    assert poll["explanation"] == f"«{TEXT}»"
    assert poll["reply_parameters"]["message_id"] == 5


async def test_in_a_channel_nobodys_answer_is_told(telegram: Telegram) -> None:
    await telegram.send("channel_post", telegram.message("/quiz", CHANNEL))
    assert polls(telegram)[0]["is_anonymous"] is True


async def test_texts_are_chosen_and_unknown_ones_said_to_be_unknown(telegram: Telegram) -> None:
    [card] = telegram.service.cards
    other = replace(card, id="other", metadata=replace(card.metadata, title="بدر", collection="السيرة"))
    telegram.service.cards = [card, other]
    await telegram.say("/quiz السيرة")
    await telegram.say("/اختبار معركة اليرموك", message_id=6)
    assert [asked for asked, _ in maker(telegram).asked] == [["other"], [card.id]]
    await telegram.say("/quiz حطين", message_id=8)
    assert said(telegram) == ["ليس في المكتبة مجموعة ولا نصّ باسم حطين. انظر /sources"]


async def test_what_was_asked_lately_is_avoided_and_asked_again_before_nothing_is(telegram: Telegram) -> None:
    await telegram.say("/quiz")
    await telegram.say("/quiz", message_id=6)
    assert [len(avoid) for _, avoid in maker(telegram).asked] == [0, 1]
    maker(telegram).knows = False
    await telegram.say("/quiz", message_id=8)
    assert [len(avoid) for _, avoid in maker(telegram).asked[2:]] == [1, 0]
    assert said(telegram)[0].startswith("لم أجد في هذه النصوص الآن جملةً تصلح سؤالًا.")


async def test_an_edited_command_asks_no_second_question(telegram: Telegram) -> None:
    await telegram.say("/quiz")
    await telegram.rewrite("/quiz السيرة")
    assert len(polls(telegram)) == 1


async def test_answers_are_counted_by_who_gave_them(telegram: Telegram) -> None:
    await telegram.say("/quiz", GROUP)
    await answer(telegram, 0)
    await answer(telegram, 1, OTHER)
    await telegram.say("/scores", GROUP, message_id=6)
    assert said(telegram)[3:5] == ["1. مريم: 1 من 1", "2. A: 0 من 1"]
    await telegram.say("/النتائج", PRIVATE, message_id=8)
    assert said(telegram) == ["لم يُجب أحد عن سؤال هنا بعد. جرّب: /quiz"]


async def test_an_answer_taken_back_counts_no_more_and_a_chats_own_counts(telegram: Telegram) -> None:
    await telegram.say("/quiz", GROUP)
    await answer(telegram, 1)
    await answer(telegram, None)
    group = {"id": -300, "type": "channel", "title": "قناة"}
    voted = {"poll_id": "1000", "voter_chat": group, "option_ids": [1], "option_persistent_ids": ["1"]}
    await telegram.send("poll_answer", voted)
    await telegram.say("/scores", GROUP, message_id=6)
    assert said(telegram)[3:5] == ["1. قناة: 1 من 1", ""]


async def test_the_report_is_for_admins_as_two_files(telegram: Telegram) -> None:
    await telegram.say("/quiz", GROUP)
    await answer(telegram, 1)
    await telegram.say("/report", GROUP, message_id=6)
    assert said(telegram) == ["هذا لمشرفي المجموعة وحدهم."]
    telegram.request.admins = {7}
    await telegram.say("/تقرير", GROUP, message_id=8)
    people, questions = telegram.request.files
    assert people.decode("utf-8-sig").splitlines()[1].startswith("1,A,7,1,1,100,1,")
    assert "قاد ……… المسلمين في الوقعة.,خالد بن الوليد,1,1,100" in questions.decode("utf-8-sig")


async def test_a_report_of_nothing_says_so(telegram: Telegram) -> None:
    await telegram.say("/report")
    assert said(telegram) == ["لم يُجب أحد عن سؤال هنا بعد. جرّب: /quiz"]


async def test_a_daily_quiz_is_settled_told_and_ended(telegram: Telegram) -> None:
    await telegram.say("/quiz daily 20:00 القاهرة بصمت")
    assert said(telegram)[:4] == [
        "الاختبار اليوميّ هنا",
        "الوقت: كل يوم الساعة 20:00 (القاهرة)",
        "النصوص: كلها",
        "الإشعار: بصمت",
    ]
    agenda = telegram.application.bot_data["parts"].agenda
    assert (await agenda.find(7, None, Kind.QUIZ)) is not None
    assert (await agenda.find(7, None, Kind.PASSAGE)) is None
    await telegram.say("/quiz يوميا off", message_id=6)
    assert said(telegram) == ["توقّف الاختبار اليوميّ هنا."]
    await telegram.say("/quiz daily", message_id=8)
    assert said(telegram)[0] == "لا اختبار يوميًّا هنا الآن."
    await telegram.send("channel_post", telegram.message("/quiz daily 20:00", CHANNEL))
    schedule = await agenda.find(CHANNEL["id"], None, Kind.QUIZ)
    assert schedule is not None
    assert schedule.details.anonymous


async def test_texts_out_of_reach_are_apologised_for(telegram: Telegram) -> None:
    telegram.service.error = UnavailableError("busy")
    await telegram.say("/quiz")
    assert said(telegram)[0].startswith("أعتذر، لا أستطيع الجواب الآن.")
