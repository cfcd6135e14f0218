"""Questions about a person whom the answer before named."""

import pytest

from qa_bot.answering.of_person import asks_of_person, has_persons, person_of
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
        "وهل عاقبه النبي؟",
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
