"""What the asker wrote, and what was asked."""

import pytest

from qa_bot.answering.question import MAX_CHARACTERS, read_question
from qa_bot.errors import QuestionError
from qa_bot.model.answer import QuestionKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("متى كانت معركة أجنادين؟", QuestionKind.WHEN),
        ("اليرموك امتى؟", QuestionKind.WHEN),
        ("ايمتى معركة اليرموك", QuestionKind.WHEN),
        ("في أي سنة وقعت بدر؟", QuestionKind.WHEN),
        ("ما تاريخ غزوة بدر؟", QuestionKind.WHEN),
        ("من قاد المسلمين في مؤتة؟", QuestionKind.WHO),
        ("مين فتح مصر", QuestionKind.WHO),
        ("ما اسم قائد الروم؟", QuestionKind.WHO),
        ("أين تقع أجنادين؟", QuestionKind.WHERE),
        ("وين دفن خالد", QuestionKind.WHERE),
        ("من أين خرج الجيش؟", QuestionKind.WHERE),
        ("كم كان عدد الروم؟", QuestionKind.HOW_MANY),
        ("ما عدد شهداء أحد؟", QuestionKind.HOW_MANY),
        ("لماذا عزل عمر خالدا؟", QuestionKind.WHY),
        ("ليش عزله", QuestionKind.WHY),
        ("ما سبب صلح الحديبية؟", QuestionKind.WHY),
        ("كيف انتهت المعركة؟", QuestionKind.HOW),
        ("ماذا حدث بعد ذلك؟", QuestionKind.WHAT),
        ("هل شهد هرقل أجنادين؟", QuestionKind.YES_NO),
        ("when was the battle of Ajnadayn?", QuestionKind.WHEN),
        ("والقادسية؟", QuestionKind.OTHER),
    ],
)
def test_the_question_word_tells_the_kind(text: str, kind: QuestionKind) -> None:
    assert read_question(text).kind is kind


def test_question_words_and_particles_are_not_searched_for() -> None:
    assert read_question("ومتى كان ذلك في معركة اليرموك؟").content == ("معركه", "اليرموك")


def test_a_question_of_particles_alone_is_searched_for_as_it_is() -> None:
    assert read_question("متى؟").content == ("متي",)


@pytest.mark.parametrize("text", ["", "  \n", "؟؟!", "😀"])
def test_an_empty_question_is_refused_in_the_askers_language(text: str) -> None:
    with pytest.raises(QuestionError) as refused:
        read_question(text)
    assert refused.value.arabic == "اكتب سؤالك من فضلك، مثل: متى كانت معركة اليرموك؟"


@pytest.mark.parametrize("text", ["ا" * (MAX_CHARACTERS + 1), "من " * 65])
def test_a_question_that_is_too_long_is_refused(text: str) -> None:
    with pytest.raises(QuestionError, match="too long"):
        read_question(text)
