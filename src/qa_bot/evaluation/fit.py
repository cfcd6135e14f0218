"""Everything that is learned, one step on the other, and what it is worth on questions it was not learned from."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qa_bot.errors import SetupError
from qa_bot.evaluation.dialogues import FIT, Dialogue
from qa_bot.evaluation.fit_answers import figures_of, fit_confidence, fit_passages, fit_sentences
from qa_bot.evaluation.fit_examples import Example, examples_of_dialogues, examples_of_sets
from qa_bot.evaluation.fit_fields import fit_fields
from qa_bot.evaluation.near_copies import kinships
from qa_bot.evaluation.plan import Watch
from qa_bot.evaluation.question_sets import QuestionSet
from qa_bot.index.engine import Engine

MOST_QUESTIONS = 1_500  # of a set; more teach nothing new and take their time


@dataclass(frozen=True, slots=True)
class Fitted:
    """What was learned: weights by part of the program, the bar that goes with them, and figures by source and part."""

    weights: Mapping[str, Mapping[str, float]]
    bar: float
    figures: Mapping[str, Mapping[str, float]]


def drawn(sets: Sequence[QuestionSet], seed: int) -> list[QuestionSet]:
    """Return `sets` with at most `MOST_QUESTIONS` questions each, the same for the same `seed`, in their order."""
    return [replace(each, questions=_drawn(each, seed)) for each in sets]


def _drawn(one: QuestionSet, seed: int) -> Any:
    if len(one.questions) <= MOST_QUESTIONS:
        return one.questions
    chance = random.Random(f"{seed} {one.name}")  # noqa: S311  # repeatable, not secret
    return tuple(one.questions[at] for at in sorted(chance.sample(range(len(one.questions)), MOST_QUESTIONS)))


def fit_field_weights(sets: Sequence[QuestionSet]) -> Mapping[str, float]:
    """Return what each field of the index weighs."""
    return fit_fields(sets, kinships([text for each in sets for text in each.texts]))


async def collect(
    sets: Sequence[QuestionSet], dialogues: Sequence[Dialogue], library: Engine, watch: Watch
) -> list[Example]:
    """Return the examples of `sets` and of `dialogues` over the engine of the starter library."""
    kin = kinships([text for each in sets for text in each.texts])
    questions = sum(len(each.questions) for each in sets)
    watch.stage("Asking questions", questions * (2 if len(sets) > 1 else 1))
    found = await examples_of_sets(sets, kin, watch.step)
    watch.stage("Holding dialogues", sum(len(dialogue.turns) for dialogue in dialogues))
    return found + await examples_of_dialogues(library, dialogues, watch.step)


def learn(examples: Sequence[Example]) -> Fitted:
    """Return what the examples for fitting teach, with figures of all.

    Raises:
        SetupError: there is none with an answer for fitting.
    """
    for_fitting = [each for each in examples if each.part == FIT]
    if not any(any(each.right) for each in for_fitting):
        raise SetupError("There is no question to learn from in the fitting half.")
    sentence = fit_sentences(for_fitting)
    passage = fit_passages(for_fitting, sentence)
    confidence, bar, bars = fit_confidence(for_fitting, sentence, passage)
    weights = {"sentence": sentence, "passage": passage, "confidence": confidence, "bars": bars}
    return Fitted(weights, bar, figures_of(examples, sentence, passage, confidence, bar))
