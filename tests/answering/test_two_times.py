"""Questions for two times."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.answering.two_times import TwoTimes, two_times
from qa_bot.model.reckoning import Comparison


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("كم سنة بين غزوة بدر وفتح مكة؟", "غزوة بدر", "فتح مكة"),
        ("كم سنة مضت بين غزوة بدر وبين غزوة أحد", "غزوة بدر", "غزوة أحد"),
        ("كم عاما بين وفاة أبي بكر ووفاة عمر؟", "وفاة أبي بكر", "وفاة عمر"),
        ("ما المدة بين أجنادين واليرموك؟", "أجنادين", "اليرموك"),
        ("كم شهرا بين وقعة بدر ووقعة أحد؟", "وقعة بدر", "وقعة أحد"),
        ("how many years between the battle of Badr and the battle of Yarmouk?", "battle of Badr", "battle of Yarmouk"),
    ],
)
def test_how_long_it_is_between_two_events_asks_for_both(question: str, first: str, second: str) -> None:
    assert two_times(question) == TwoTimes(Comparison.BETWEEN, first, second)


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("هل كانت معركة اليرموك قبل القادسية أم بعدها؟", "معركة اليرموك", "القادسية"),
        ("هل كانت أجنادين قبل أم بعد اليرموك؟", "أجنادين", "اليرموك"),
        ("معركة اليرموك قبل معركة القادسية أم بعدها؟", "معركة اليرموك", "معركة القادسية"),
        ("هل مات أبو بكر بعد فتح دمشق؟", "مات أبو بكر", "فتح دمشق"),
        ("أيهما أسبق: غزوة أحد أم غزوة الخندق؟", "غزوة أحد", "غزوة الخندق"),
        (
            "Was the battle of Ajnadayn before or after the battle of Yarmouk?",
            "battle of Ajnadayn",
            "battle of Yarmouk",
        ),
    ],
)
def test_which_of_two_events_came_first_asks_for_both(question: str, first: str, second: str) -> None:
    assert two_times(question) == TwoTimes(Comparison.ORDER, first, second)


@pytest.mark.parametrize(
    "question",
    [
        "متى كانت معركة اليرموك؟",
        "كم دامت الحرب بين الروم والفرس؟",
        "ما مدة الحرب بين الروم والفرس؟",
        "كم المسافة بين دمشق وحمص؟",
        "ماذا حدث قبل معركة اليرموك؟",
        "ماذا فعل خالد بعد فتح دمشق؟",
        "كم سنة بين بدر؟",
        "هل قبل؟",
        "من قاد المسلمين أم الروم؟",
        "",
    ],
)
def test_other_questions_ask_for_no_two_times(question: str) -> None:
    assert two_times(question) is None


@settings(deadline=None)
@given(st.text(max_size=200))
def test_what_is_asked_about_stands_in_the_question(text: str) -> None:
    two = two_times(text)
    assert two is None or (two.first in text and two.second in text)
