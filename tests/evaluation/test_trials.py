"""Questions to measure speed with."""

import pytest

from builders import build_passage
from qa_bot.answering.chat_latin import read_chat_latin
from qa_bot.answering.latin import has_foreign_letters
from qa_bot.answering.layout import retyped
from qa_bot.answering.query_language import read_signs
from qa_bot.answering.question import read_question
from qa_bot.evaluation.trials import FOLLOW_UPS, make_trials
from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import words

TEXTS = (
    "كانت وقعة أجنادين في جمادى الأولى سنة ثلاث عشرة من الهجرة، بين المسلمين والروم.",
    "وقاد المسلمين خالد بن الوليد، وكان أبو بكر الصديق خليفة يومئذ. 13 ...",
    "خرج النبي إلى غزوة تبوك في رجب سنة تسع من الهجرة، وكان الحر شديدا.",
)
PASSAGES = [build_passage(text) for text in TEXTS]
KNOWN = {normalise(word) for text in TEXTS for word in words(text)}


def made(kind: str) -> list[str]:
    questions = [each.questions[0] for each in make_trials(PASSAGES, 240, seed=1) if each.kind == kind]
    assert len(questions) == 20
    return questions


def test_there_are_as_many_questions_as_wanted_and_as_many_of_each_kind() -> None:
    trials = make_trials(PASSAGES, 240, seed=1)
    assert sum(len(each.questions) for each in trials) == 240
    kinds = [each.kind for each in trials]
    assert {kinds.count(kind) for kind in kinds} == {20}
    assert len(set(kinds)) == 10


def test_a_seed_makes_the_same_questions_again_and_another_seed_others() -> None:
    first, again, other = (make_trials(PASSAGES, 24, seed=seed) for seed in (1, 1, 2))
    assert first == again != other


def test_every_question_can_be_asked() -> None:
    for trial in make_trials(PASSAGES, 600, seed=1):
        for question in trial.questions:
            read_question(question)


def test_plain_questions_are_made_of_the_texts_words() -> None:
    for question in made("plain"):
        assert set(read_question(question).content) <= KNOWN | {"قاد", "عدد", "سبب"}


def test_mistyped_questions_have_words_that_no_text_has() -> None:
    unknown = [set(read_question(question).content) - KNOWN for question in made("mistyped")]
    assert sum(map(bool, unknown)) > len(unknown) / 2


@pytest.mark.parametrize("kind", ["names in Latin letters", "chat Latin"])
def test_names_of_the_texts_are_written_in_latin_letters(kind: str) -> None:
    assert all(has_foreign_letters(question) for question in made(kind))


def test_chat_latin_is_read_as_arabic_questions() -> None:
    assert all(read_chat_latin(question) != question for question in made("chat Latin"))


def test_what_is_typed_on_another_keyboard_is_read_as_arabic() -> None:
    known = KNOWN | {normalise(word) for word in ("متى", "كانت", "من", "أين", "كم")}
    read = [retyped(question, known.__contains__) for question in made("on another keyboard")]
    assert sum(not has_foreign_letters(question) for question in read) > len(read) / 2


def test_signs_narrow() -> None:
    assert all(read_signs(question).narrowing.signs for question in made("narrowed by signs"))


def test_long_questions_have_more_words_than_others() -> None:
    longest = max(len(question.split()) for question in made("plain"))
    assert max(len(question.split()) for question in made("long")) > longest + 5


def test_a_follow_up_leans_on_a_question_before() -> None:
    conversations = [each.questions for each in make_trials(PASSAGES, 24, seed=1) if each.kind == FOLLOW_UPS]
    assert [len(questions) for questions in conversations] == [3, 3]
    assert all(question.startswith(("و", "ثم")) for questions in conversations for question in questions[1:])


def test_texts_without_known_names_are_asked_for_others() -> None:
    trials = make_trials([build_passage("حجر في الطريق")], 12, seed=1)
    (named,) = (each for each in trials if each.kind == "names in Latin letters")
    assert has_foreign_letters(named.questions[0])
