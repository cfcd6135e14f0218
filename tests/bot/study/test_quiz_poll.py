from dataclasses import replace

from bidi import get_base_level

from builders import build_document
from fakes import card_of
from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.cut import length_utf16
from qa_bot.bot.study.quiz_poll import quiz_body
from qa_bot.model.corpus import Span
from qa_bot.study.quiz.question import QuizKind, QuizQuestion
from spoken import ARABIC, ENGLISH
from telegram_stand_in.limits import POLL_QUESTION_UTF16

TEXT = "قاد خالد بن الوليد المسلمين في الوقعة."


def question(text: str = TEXT, title: str = "معركة أجنادين", **changes: object) -> QuizQuestion:
    document, [passage] = build_document("d", text, title=title)
    made = QuizQuestion(
        QuizKind.WHO, passage, card_of(document, [passage]), Span(0, len(text)), Span(4, 18),
        ("عمرو بن العاص", "خالد بن الوليد"), 1, f"«{text}»",
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def test_the_poll_asks_with_the_texts_title_and_the_sentence_with_its_gap() -> None:
    poll = quiz_body(question(), ARABIC).poll
    assert poll is not None
    assert strip_controls(poll.question).splitlines() == [
        "من هو؟ أكمل من «معركة أجنادين»:",
        "قاد ……… المسلمين في الوقعة.",
    ]
    assert (poll.options, poll.right, poll.explanation) == (("عمرو بن العاص", "خالد بن الوليد"), 1, f"«{TEXT}»")
    assert (poll.asked, poll.passage_id, poll.anonymous) == (
        "قاد ……… المسلمين في الوقعة.",
        question().passage.id,
        False,
    )


def test_each_kind_asks_in_its_own_words_in_both_languages() -> None:
    for texts in (ARABIC, ENGLISH):
        asked = {quiz_body(question(kind=kind), texts).plain.partition("\n")[0] for kind in QuizKind}
        assert len(asked) == len(QuizKind)


def test_lines_run_right_to_left_and_fit_whatever_the_title() -> None:
    long = question("634م " * 40, "كتاب " * 60, gap=Span(0, 4))
    asked = quiz_body(long, ARABIC).plain
    assert length_utf16(asked) <= POLL_QUESTION_UTF16
    assert [line for line in asked.splitlines() if not get_base_level(line)] == []
