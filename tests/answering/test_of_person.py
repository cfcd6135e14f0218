"""Questions about a person whom the answer before named."""

import pytest

from qa_bot.answering.of_person import (
    asks_of_deed,
    asks_of_men,
    asks_of_person,
    has_persons,
    is_woman,
    leaves_out_who,
    only_person_of,
    person_of,
)
from qa_bot.answering.question import read_question


@pytest.mark.parametrize(
    "question",
    [
        "وكم كان عمره؟",
        "ومتى توفي؟",
        "ومتى ولد؟",
        "وأين دفن؟",
        "ومن قتله؟",
        "ومن خلفه؟",
        "ومن جاء بعده؟",
        "وما لقبه؟",
        "وكم كان عمره حينها؟",
        "وكم كان عمره وقتها؟",
        "ومن كان خصمه؟",
        "وهل عاقبه النبي؟",
        "وبعدها أين ذهب؟",
        "وما مصيره؟",
        "ومتى سمح له النبي بالقتال؟",
    ],
)
def test_a_life_and_what_is_his_are_asked_of_a_person(question: str) -> None:
    assert asks_of_person(read_question(question))


@pytest.mark.parametrize(
    "question",
    [
        "ومتى كانت؟",
        "ومن قادها؟",
        "وكم قتل منهم؟",
        "وكم كان عددهم؟",
        "وكم مات من المسلمين؟",
        "متى ولد هرقل؟",
        "وأين؟",
        "وما شروطه؟",
        "ومتى سمح لهم؟",
    ],
)
def test_what_has_a_subject_or_asks_of_others_is_asked_of_no_person(question: str) -> None:
    assert not asks_of_person(read_question(question))


@pytest.mark.parametrize(
    ("text", "named"),
    [("خالد بن الوليد", True), ("هرقل", True), ("معركة اليرموك", False), ("غزوة تبوك", False), ("", False)],
)
def test_a_topic_names_a_person_or_none(text: str, named: bool) -> None:
    assert has_persons(text) is named


@pytest.mark.parametrize(
    ("text", "person"),
    [("هل قاتل عبد الله بن عمر في أحد؟", "عبد الله بن عمر"), ("متى كانت غزوة تبوك؟", ""), ("", "")],
)
def test_the_first_person_named_is_told(text: str, person: str) -> None:
    assert person_of(text) == person


def test_of_a_woman_her_is_said() -> None:
    asked = [read_question(text) for text in ("وهل عاقبها؟", "ومن زوجها؟", "وأين كان يومها؟")]
    assert [asks_of_person(question, woman=True) for question in asked] == [True, True, False]
    assert [is_woman(name) for name in ("الشيماء بنت الحارث", "أم حرام", "أبو أيوب")] == [True, True, False]


def test_what_somebody_did_is_told_from_what_happened_to_him() -> None:
    assert [asks_of_deed(read_question(text)) for text in ("وأين هرب؟", "ومتى خرج؟", "ومتى توفي؟")] == [
        True,
        True,
        False,
    ]


def test_who_did_it_is_left_out_where_the_verb_stands_alone_before_a_place() -> None:
    left_out = ("وهل شارك في بدر؟", "متى خرج إلى الشام؟")
    named = ("خالد هل شارك في بدر؟", "من شارك في بدر؟", "هل شارك عمر في بدر؟", "هل شاركت في بدر؟", "متى كانت بدر؟")
    assert all(leaves_out_who(read_question(text)) for text in left_out)
    assert not any(leaves_out_who(read_question(text)) for text in named)


def test_of_several_persons_none_is_the_only_one() -> None:
    assert only_person_of("خالد بن الوليد في مؤتة") == "خالد بن الوليد"
    assert only_person_of("عثمان عمرو بن العاص") == ""
    assert only_person_of("معركة اليرموك") == ""


def test_a_number_of_men_is_asked_for_by_what_is_with_him_and_his() -> None:
    asked = ("وكم كان معه؟", "كم بلغ جيشه؟", "ومن كان معه؟", "وكم كان عمره؟")
    assert [asks_of_men(read_question(text)) for text in asked] == [True, True, False, False]
