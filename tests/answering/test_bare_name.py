"""A name alone, which is asked what was asked before."""

import pytest

from qa_bot.answering.completed import Context
from qa_bot.answering.follow_up import complete
from qa_bot.model.answer import QuestionKind, Understood

KNOWN = {"يزيد": 2, "ويزيد": 3, "حذيفه": 1, "جعفر": 2}


def asked_after(question: str, topic: str, name: str) -> str:
    previous = Understood(question, QuestionKind.WHAT, topic)
    return complete(name, Context(previous, KNOWN, frozenset[str]().__contains__)).understood.question


@pytest.mark.parametrize(
    ("question", "topic", "name", "asked"),
    [
        ("ما دور نعيم بن مسعود في غزوة الخندق؟", "غزوة الخندق", "وحذيفة؟", "ما دور حذيفة في غزوة الخندق؟"),
        ("ما دور نعيم بن مسعود في غزوة الخندق؟", "غزوة الخندق", "وغزوة أحد؟", "ما دور نعيم بن مسعود في غزوة أحد؟"),
        ("كم كان عمر زيد بن حارثة؟", "زيد بن حارثة", "وجعفر؟", "كم كان عمر جعفر؟"),
        (
            "على أي باب نزل خالد في دمشق؟",
            "خالد في دمشق",
            "ويزيد بن أبي سفيان؟",
            "على أي باب نزل يزيد بن أبي سفيان في دمشق؟",
        ),
    ],
)
def test_a_name_takes_the_place_of_its_like(question: str, topic: str, name: str, asked: str) -> None:
    assert asked_after(question, topic, name) == asked
