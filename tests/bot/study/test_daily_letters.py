from dataclasses import replace

from bidi import get_base_level

from builders import build_document
from fakes import YARMUK_PASSAGES, FakeService, card_of
from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.callback_data import Action, Button, ButtonSeal
from qa_bot.bot.markup import page_length_utf16, to_plain
from qa_bot.bot.study.chosen import chosen
from qa_bot.bot.study.daily_letters import DailyLetters, daily_card
from qa_bot.model.corpus import Span
from qa_bot.store.chat_settings import ChatSettings
from qa_bot.store.schedules import Details, Kind, Schedule
from qa_bot.study.daily import DailyPassage
from qa_bot.study.quiz.question import QuizKind, QuizQuestion
from spoken import ARABIC

NOW_S = 1_800_000_000.0
SEAL = ButtonSeal("123:token")
PRIVATE = Schedule(7, 0, Kind.PASSAGE, 450, "UTC", NOW_S)
GROUP = replace(PRIVATE, chat_id=-100, topic_id=9, details=Details(silent=True, language="en"))


class Settings:
    """Of every chat the same was chosen."""

    def __init__(self, language: str = "") -> None:
        # It is eleven in Mecca.
        self.chosen = ChatSettings(language, quiet_hours="11-12" if language else "")

    async def settings_of(self, chat_id: int) -> ChatSettings:
        return self.chosen


class Quizzes:
    """Asks of one chat always the same, of others nothing."""

    async def question(self, chat_id: int, details: Details) -> QuizQuestion | None:
        document, [passage] = build_document("d", "قاد خالد بن الوليد المسلمين.", title="أجنادين")
        made = QuizQuestion(
            QuizKind.WHO, passage, card_of(document, [passage]), Span(0, 28), Span(4, 18), ("هرقل", "خالد"), 1, "«…»"
        )
        return made if chat_id == PRIVATE.chat_id else None


def letters(service: FakeService, chosen_language: str = "") -> DailyLetters:
    async def service_for(_: int) -> FakeService:
        return service

    settings, quizzes = Settings(chosen_language), Quizzes()
    return DailyLetters(service_for, quizzes, settings, SEAL, now=lambda: NOW_S)  # type: ignore[arg-type]


async def test_the_next_passage_comes_with_its_heading_and_citation_and_a_way_to_read_on() -> None:
    service = FakeService()
    due = await letters(service).make(replace(PRIVATE, mark=service.passages[0].id))
    # The fake's ids name no document, so it begins with the first.
    assert due.mark == service.passages[0].id
    assert due.draft is not None
    lines = strip_controls(due.draft.body.plain).splitlines()
    assert lines == ["مقطع اليوم", "", "الوقعة", "", YARMUK_PASSAGES[0], "", "📖 معركة اليرموك، «الوقعة»"]
    [[button]] = due.draft.body.keyboard["inline_keyboard"]  # type: ignore[index]
    opened = SEAL.open(button["callback_data"], chat_id=7, now_s=NOW_S)
    assert opened == Button(Action.READ, 1, (service.cards[0].key,))


async def test_in_a_groups_topic_it_comes_there_without_buttons_and_silently_where_that_is_wished() -> None:
    due = await letters(FakeService()).make(GROUP)
    assert due.draft is not None
    assert (due.draft.chat_id, due.draft.topic_id, due.draft.body.silent) == (-100, 9, True)
    assert due.draft.body.keyboard is None
    assert strip_controls(due.draft.body.plain).startswith("The passage of the day")


async def test_the_language_chosen_for_the_chat_comes_before_that_of_whoever_settled_it() -> None:
    due = await letters(FakeService(), "ar").make(GROUP)
    assert due.draft is not None
    assert strip_controls(due.draft.body.plain).startswith("مقطع اليوم")


async def test_in_quiet_hours_it_makes_no_sound() -> None:
    loud = await letters(FakeService()).make(PRIVATE)
    quiet = await letters(FakeService(), "ar").make(PRIVATE)
    assert loud.draft is not None
    assert quiet.draft is not None
    assert (loud.draft.body.silent, quiet.draft.body.silent) == (False, True)


async def test_a_quiz_of_the_day_is_a_poll_and_none_where_none_can_be_made() -> None:
    due = await letters(FakeService()).make(replace(PRIVATE, kind=Kind.QUIZ, details=Details(anonymous=True)))
    assert due.draft is not None
    assert due.draft.body.poll is not None
    assert due.draft.body.poll.anonymous
    assert (await letters(FakeService()).make(replace(GROUP, kind=Kind.QUIZ))).draft is None


async def test_at_random_the_mark_counts() -> None:
    due = await letters(FakeService()).make(replace(PRIVATE, details=Details(at_random=True)))
    assert due.mark.isdecimal()


async def test_an_empty_library_sends_nothing() -> None:
    service = FakeService()
    service.cards = []
    due = await letters(service).make(replace(PRIVATE, mark="x"))
    assert (due.draft, due.mark) == (None, "x")


def test_texts_are_chosen_by_collection_or_one_by_its_key_and_all_where_these_have_gone() -> None:
    [card] = FakeService().cards
    other = replace(card, id="other", metadata=replace(card.metadata, collection="السيرة"))
    library = (card, other)
    assert chosen(library, Details(collection="السيرة")) == [other]
    assert chosen(library, Details(document_key=card.key.hex())) == [card]
    assert {each.id for each in chosen(library, Details(collection="gone"))} == {card.id, "other"}
    assert {each.id for each in chosen(library, Details(document_key="00"))} == {card.id, "other"}


def test_a_passage_too_long_for_a_message_is_shortened_and_every_line_runs_right_to_left() -> None:
    document, passages = build_document("d", "634م كانت الوقعة. " * 400)
    card = daily_card(DailyPassage(card_of(document, passages), passages, 0, ""), ARABIC)
    text = to_plain(card)
    assert page_length_utf16(card) <= 4_096
    assert ARABIC.text("shortened") in text
    assert [line for line in text.splitlines() if line and not get_base_level(line)] == []
