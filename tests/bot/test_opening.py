import pytest

from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.markup import to_plain
from qa_bot.bot.opening import Opening, opening_lines, opening_of, read_opening
from qa_bot.bot.texts import Texts
from qa_bot.model.answer import QuestionKind, Understood
from spoken import ARABIC, ENGLISH


@pytest.mark.parametrize("texts", [ARABIC, ENGLISH])
@pytest.mark.parametrize(
    "opening",
    [
        Opening(),
        Opening(topic="معركة اليرموك"),
        Opening("متى كانت؟", "معركة اليرموك", "أجنادين", "بدر (بدل: بذر)"),
        Opening(apart="بدر"),
    ],
)
def test_what_stands_above_a_card_is_read_back(texts: Texts, opening: Opening) -> None:
    card = f"{to_plain(opening_lines(opening, texts))}\n«وكانت الوقعة سنة 15هـ.»"
    assert read_opening(card) == opening


def test_a_question_that_stands_alone_has_no_opening() -> None:
    assert opening_of(Understood("متى كانت اليرموك؟", QuestionKind.WHEN, "اليرموك")) == Opening()


def test_a_follow_up_tells_what_it_is_about_and_a_latin_name_how_it_was_read() -> None:
    understood = Understood("ومن قادها؟", QuestionKind.WHO, "اليرموك", ("أجنادين", "جنادين"), carried=True)
    assert opening_of(understood) == Opening(topic="اليرموك", reading="أجنادين")


def test_a_name_that_is_the_topic_itself_is_said_once() -> None:
    understood = Understood("متى هرقل؟", QuestionKind.WHEN, "هرقل", ("هرقل",), carried=True)
    assert opening_of(understood) == Opening(topic="هرقل")


def test_what_was_read_instead_of_what_was_typed_is_told_without_quotation_marks() -> None:
    understood = Understood("متى اليرموك؟", QuestionKind.WHEN, "اليرموك", corrections=(("اليرموظ", "اليرموك"),))
    lines = opening_lines(opening_of(understood), ARABIC)
    assert strip_controls(to_plain(lines)).strip() == "لعلّك تقصد: اليرموك (بدل: اليرموظ)"


def test_a_borrowed_question_of_many_lines_stands_on_one() -> None:
    [first, _] = opening_lines(Opening(asked="متى\nكانت " + "جدًّا " * 100), ARABIC)
    text = to_plain((first,))
    assert "\n" not in text
    assert len(text) < 220
