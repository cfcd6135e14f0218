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
        ("سنة كم كانت بدر؟", QuestionKind.WHEN),
        ("ما هي أسباب صلح الحديبية؟", QuestionKind.WHY),
        ("ما الذي دعا إلى الصلح؟", QuestionKind.WHY),
        ("ما الداعي إلى البيعة؟", QuestionKind.WHY),
        ("بكم صالح أهل حمص؟", QuestionKind.HOW_MANY),
        ("لمن كانت الراية؟", QuestionKind.WHO),
        ("في أية سنة وقعت بدر؟", QuestionKind.WHEN),
        ("إيه سبب الصلح؟", QuestionKind.WHY),
        ("بأي مكان نزل الجيش؟", QuestionKind.WHERE),
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


def test_a_word_that_begins_like_a_particle_is_searched_for() -> None:
    assert read_question("متى فتحت برقة؟").content == ("فتحت", "برقه")
    assert read_question("متى فُتِحَت برقة، وتحت أي أمير؟").content == ("فتحت", "برقه", "امير")


def test_a_question_of_particles_alone_is_searched_for_as_it_is() -> None:
    assert read_question("متى؟").content == ("متي",)


@pytest.mark.parametrize("text", ["", "  \n", "؟؟!", "😀"])
def test_an_empty_question_is_refused_in_the_askers_language(text: str) -> None:
    with pytest.raises(QuestionError) as refused:
        read_question(text)
    assert refused.value.arabic == "اكتب سؤالك من فضلك، مثل: متى كانت معركة اليرموك؟"


@pytest.mark.parametrize("text", ["ا" * 512, "من " * 64, "من " * 64 + " " * 500])
def test_a_question_just_within_the_limits_is_read(text: str) -> None:
    assert read_question(text).text == text.strip()


def test_words_stand_in_the_question_without_the_white_space_around_it() -> None:
    question = read_question(" \n متى كانت بدر؟ ")
    assert question.text == "متى كانت بدر؟"
    assert [token.span.of(question.text) for token in question.tokens] == ["متى", "كانت", "بدر"]


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("في أي سنة وقعت بدر؟", {1, 2}),
        ("في أية سنة وقعت بدر؟", {1, 2}),
        ("إيه سبب الصلح؟", {0}),
        ("سنة كم كانت بدر؟", {0, 1}),
        ("ما سبب صلح الحديبية؟", {0}),
        ("من أين خرج الجيش؟", {1}),
        ("خرج من المدينة", set()),
    ],
)
def test_the_words_that_ask_are_known_by_their_place(text: str, asking: set[int]) -> None:
    assert read_question(text).asking == asking


def test_a_word_said_twice_is_searched_for_once() -> None:
    assert read_question("بدر بدر الكبرى").content == ("بدر", "الكبري")


@pytest.mark.parametrize("text", ["ا" * (MAX_CHARACTERS + 1), "من " * 65])
def test_a_question_that_is_too_long_is_refused(text: str) -> None:
    with pytest.raises(QuestionError, match="too long"):
        read_question(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("كم عدد قتلى الروم؟", ("قتلي", "الروم")),
        ("كم عدد الروم؟", ("عدد", "الروم")),
        ("من أم خالد؟", ("ام", "خالد")),
        ("هل مات أم قتل؟", ("مات", "قتل")),
        ("لماذا سميت مؤتة بهذا الاسم؟", ("سميت", "موته")),
        ("ما اسم قائد الروم؟", ("قايد", "الروم")),
        ("من والدة خالد؟", ("والدته", "خالد")),
        ("من والده؟", ("والده",)),
        ("من الرجل الذي قتل رستم؟", ("قتل", "رستم")),
        ("ما الذي دعا إلى الصلح؟", ("الصلح",)),
    ],
)
def test_words_that_say_nothing_more_are_left_out(text: str, content: tuple[str, ...]) -> None:
    assert read_question(text).content == content
