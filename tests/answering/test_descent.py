"""Fathers' names of others than are asked about."""

import pytest

from asked import found, ranked
from qa_bot.answering.descent import descents_in

MUTA = "حمل المثنى بن حارثة الراية بعد مقتل حامليها. أخذ جعفر الراية بعد زيد."


def test_another_mans_father_does_not_meet_the_one_asked_about() -> None:
    of_another = next(each for each in ranked("زيد بن حارثة", found(MUTA)) if "المثنى" in each.text)
    assert of_another.matches[-1] == 0.0


def test_another_mans_banner_is_not_the_one_asked_about() -> None:
    assert ranked("من أخذ الراية بعد زيد بن حارثة؟", found(MUTA))[0].text == "أخذ جعفر الراية بعد زيد."


@pytest.mark.parametrize("question", ["زيد بن حارثة", "سعد بن أبي وقاص"])
def test_who_is_asked_about_is_met_with_father(question: str) -> None:
    candidate = ranked(question, found(f"سار {question} إلى الشام."))[0]
    assert min(candidate.matches) == 1.0


@pytest.mark.parametrize("words", [[], ["بن"], ["بن", "زيد"], ["زيد", "بن"], ["زيد", "حارثه"]])
def test_without_a_name_on_both_sides_nobody_has_a_father(words: list[str]) -> None:
    assert descents_in(words) == []
