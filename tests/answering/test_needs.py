"""What an answer is held to beside words."""

import pytest

from asked import weighed
from qa_bot.answering.completed import Context
from qa_bot.answering.follow_up import complete
from qa_bot.answering.needs import Needs, is_stranger, needs_of
from qa_bot.model.answer import QuestionKind

KNOWN = {"اليرموك": 3, "بدمشق": 2, "عدد": 5}


def needs(question: str) -> Needs:
    completed = complete(question, Context(None, KNOWN, frozenset[str]().__contains__))
    return needs_of(completed, weighed(question), KNOWN)


def test_a_number_is_held_to_what_it_is_to_count() -> None:
    assert needs("كم عدد أبواب دمشق؟") == Needs(counted="ابواب", kind=QuestionKind.HOW_MANY)
    assert needs("كم دامت اليرموك؟") == Needs(counted="", kind=QuestionKind.HOW_MANY)
    assert needs("متى كانت اليرموك؟") == Needs(kind=QuestionKind.WHEN)


def test_what_was_said_before_is_not_what_a_follow_up_wants_counted() -> None:
    def is_subject(word: str) -> bool:
        return word == "اليرموك"

    before = complete("ما أبواب حصن دمشق؟", Context(None, KNOWN, is_subject)).understood
    completed = complete("وكم كان معه؟", Context(before, KNOWN, is_subject))
    assert needs_of(completed, weighed("كم معه"), KNOWN).counted == ""


def test_a_name_that_no_text_has_is_noticed() -> None:
    assert needs("متى كانت معركة حطين؟").stranger
    assert needs("ما أسباب معركة ذات الصواري؟").stranger
    assert not needs("متى فتحت دمشق؟").stranger


def test_what_the_texts_name_otherwise_is_no_stranger() -> None:
    assert not is_stranger("كسري", {"بخسرو"})
    assert not is_stranger("بعلبك", {"وبعلبك"})


@pytest.mark.parametrize("word", ["اليرموك", "باليرموك", "يرموك", "دمشق", "ولدمشق", "زعموا"])
def test_joined_letters_and_words_that_are_no_names_make_no_stranger(word: str) -> None:
    assert not is_stranger(word, KNOWN)


def test_a_question_that_points_to_what_nobody_named_is_noticed() -> None:
    assert needs("ومن قادها؟").dangling
    assert not needs("من قاد المسلمين في اليرموك؟").dangling
    assert not needs("من هو خالد؟").dangling
