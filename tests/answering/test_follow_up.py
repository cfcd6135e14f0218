"""Questions that lean on the one before."""

import pytest

from qa_bot.answering.follow_up import complete
from qa_bot.model.answer import QuestionKind, Understood

KNOWN = {"القادسيه": 3, "موته": 2, "خيبر": 4, "وردان": 2}


def understood(*turns: str) -> Understood:
    previous: Understood | None = None
    for turn in turns:
        previous = complete(turn, previous, KNOWN).understood
    assert previous is not None
    return previous


@pytest.mark.parametrize(
    ("first", "then", "question"),
    [
        ("متى كانت معركة اليرموك؟", "ومن قادها؟", "ومن قادها؟ (معركة اليرموك)"),
        ("متى كانت معركة اليرموك؟", "وأين؟", "وأين؟ (معركة اليرموك)"),
        ("متى كانت معركة اليرموك؟", "ثم ماذا؟", "ثم ماذا؟ (معركة اليرموك)"),
        ("من قاد المسلمين في معركة اليرموك؟", "ومتى كان ذلك؟", "ومتى كان ذلك؟ (معركة اليرموك)"),
        ("من قاد الروم في أجنادين؟", "وكم كان عددهم؟", "وكم كان عددهم؟ (الروم أجنادين)"),
        ("متى توفي خالد بن الوليد؟", "وأين دفن؟", "وأين دفن؟ (خالد بن الوليد)"),
        ("متى توفي خالد بن الوليد؟", "وكم كان عمره؟", "وكم كان عمره؟ (خالد بن الوليد)"),
        ("من هو خالد بن الوليد؟", "لماذا عزله عمر؟", "لماذا عزله عمر؟ (خالد بن الوليد)"),
    ],
)
def test_a_follow_up_takes_its_topic_from_the_question_before(first: str, then: str, question: str) -> None:
    after = understood(first, then)
    assert (after.question, after.carried) == (question, True)


def test_the_topic_lasts_over_several_follow_ups() -> None:
    assert understood("متى كانت معركة اليرموك؟", "ومن قادها؟", "وكم كان عددهم؟").topic == "معركة اليرموك"


@pytest.mark.parametrize(
    ("then", "question"),
    [
        ("والقادسية؟", "متى كانت القادسية؟"),
        ("القادسية؟", "متى كانت القادسية؟"),
        ("وماذا عن القادسية؟", "متى كانت القادسية؟"),
        ("ووردان؟", "متى كانت وردان؟"),
        ("وردان؟", "متى كانت وردان؟"),
    ],
)
def test_a_bare_name_is_asked_the_question_before(then: str, question: str) -> None:
    after = understood("متى كانت معركة اليرموك؟", then)
    assert (after.question, after.kind, after.carried) == (question, QuestionKind.WHEN, True)


@pytest.mark.parametrize(
    "fresh",
    ["من فتح مصر؟", "متى توفي عمرو بن العاص؟", "من هو هرقل؟", "متى أسلم عمر وكم كان عمره؟", "من قاد المسلمين في مؤتة؟"],
)
def test_a_full_question_starts_afresh(fresh: str) -> None:
    after = understood("متى كانت معركة اليرموك؟", fresh)
    assert (after.question, after.carried) == (fresh, False)


def test_a_follow_up_without_a_question_before_stands_alone() -> None:
    assert understood("ومن قادها؟").carried is False
