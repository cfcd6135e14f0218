"""Learning from a handful of questions."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from builders import build_library, build_small_index
from qa_bot.answering import bar, confidence, rerank, sentence
from qa_bot.errors import SetupError
from qa_bot.evaluation.dialogues import Dialogue, Turn
from qa_bot.evaluation.fit import MOST_QUESTIONS, drawn, fit_field_weights, learn
from qa_bot.evaluation.fit_examples import (
    DIALOGUES,
    ELSEWHERE,
    EVERYDAY,
    UNTOLD,
    Example,
    examples_of_dialogues,
    examples_of_sets,
)
from qa_bot.evaluation.near_copies import kinships
from qa_bot.evaluation.question_sets import QuestionSet, read_question_sets
from qa_bot.index.embedded import open_engine
from question_set_files import BATTLES, PLANTS, write_question_set


@pytest.fixture
def sets(tmp_path: Path) -> list[QuestionSet]:
    folders = [write_question_set(tmp_path / "battles", BATTLES), write_question_set(tmp_path / "plants", PLANTS)]
    return read_question_sets(folders)


async def examples_of(sets: Sequence[QuestionSet]) -> list[Example]:
    """Return the examples of `sets`, all of them for fitting: so few would all fall into one half."""
    kin = kinships([text for each in sets for text in each.texts])
    return [replace(each, part="fit") for each in await examples_of_sets(sets, kin, lambda: None)]


async def test_questions_are_asked_at_home_and_elsewhere(sets: list[QuestionSet]) -> None:
    examples = await examples_of(sets)
    asked = [each.source for each in examples if each.source != EVERYDAY]
    assert asked == ["battles"] * 3 + ["plants"] * 2 + [f"battles, {ELSEWHERE}"] * 3 + [f"plants, {ELSEWHERE}"] * 2
    at_home = [each for each in examples if each.source in ("battles", "plants")]
    assert all(any(each.right) and any(each.in_place) for each in at_home)
    assert not any(any(each.right) for each in examples if each not in at_home)


async def test_what_is_learned_has_a_weight_for_everything_and_is_the_same_each_time(sets: list[QuestionSet]) -> None:
    examples = await examples_of(sets)
    fitted = learn(examples)
    assert {part: tuple(weights) for part, weights in fitted.weights.items()} == {
        "sentence": sentence.LEARNED,
        "passage": rerank.LEARNED,
        "confidence": confidence.LEARNED,
        "bars": bar.LEARNED,
    }
    assert fitted == learn(await examples_of(sets))


async def test_questions_with_an_answer_are_told_from_those_without(sets: list[QuestionSet]) -> None:
    fitted = learn(await examples_of(sets))
    assert fitted.figures["battles: fit"]["right"] == 1.0
    assert fitted.figures["battles: fit"]["shown"] == 1.0
    assert fitted.figures[f"{EVERYDAY}: fit"]["shown"] <= 0.11
    assert 0 < fitted.bar < 1


async def test_a_dialogue_also_tells_what_is_read_where_its_answer_is_not_there(tmp_path: Path) -> None:
    other = "خرج الجيش إلى تبوك في حر شديد."
    build_small_index(tmp_path / "index", build_library({"a": ["كانت غزوة تبوك سنة تسع."], "b": [other]}))
    turn = Turn("متى كانت غزوة تبوك؟", ("a",), (("سنة تسع",),))
    engine = open_engine(tmp_path / "index")
    asked, untold = await examples_of_dialogues(engine, [Dialogue("tabuk-1", "fit", (turn,))], lambda: None)
    assert (asked.source, any(asked.right)) == (DIALOGUES, True)
    assert (untold.source, any(untold.right), [each.text for each in untold.candidates]) == (UNTOLD, False, [other])


def test_without_questions_for_fitting_nothing_is_learned() -> None:
    with pytest.raises(SetupError, match="no question to learn from"):
        learn([])


def test_fields_are_weighed_against_the_first(sets: list[QuestionSet]) -> None:
    weights = fit_field_weights(sets)
    assert list(weights) == ["body", "title", "stem", "article"]
    assert weights["body"] == 1.0
    assert all(weight >= 0 for weight in weights.values())
    assert weights == fit_field_weights(sets)


def test_of_a_large_set_the_same_questions_are_drawn_each_time(sets: list[QuestionSet]) -> None:
    large = replace(sets[0], questions=sets[0].questions * MOST_QUESTIONS)
    (some,) = drawn([large], 1)
    assert len(some.questions) == MOST_QUESTIONS
    assert drawn([large], 1) == [some]
    assert drawn(sets, 1) == sets
