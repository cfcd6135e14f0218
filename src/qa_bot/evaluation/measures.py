"""Runs and judgements → one value a question for each measure; ir-measures computes the standard ones."""

from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec

import numpy as np

from qa_bot.errors import SetupError
from qa_bot.evaluation.asking import Asked
from qa_bot.evaluation.estimate import Floats
from qa_bot.evaluation.holding import holds
from qa_bot.evaluation.question_sets import JudgedQuestion

_MOST = 20
# What people call them, and ir-measures.
_STANDARD = {"Success@1": "Success@1", "MRR@10": "RR@10", "Recall@5": "R@5", "Recall@20": "R@20", "nDCG@10": "nDCG@10"}
PASSAGE_MEASURES = tuple(_STANDARD)
SENTENCE, IN_THREE, PASSAGE = "first sentence", "within three", "its paragraph"
ANSWER_MEASURES = (SENTENCE, IN_THREE, PASSAGE)

Same = Mapping[str, str]
"""For a paragraph's id, the id that stands for it and its near-copies."""


def check_can_measure() -> None:
    """Raise a clear error before anything is measured.

    Raises:
        SetupError: ir-measures isn't installed.
    """
    if find_spec("ir_measures") is None:
        raise SetupError("Measuring needs ir-measures, which isn't installed.", command="pip install ir-measures")


def passage_measures(questions: Sequence[JudgedQuestion], asked: Sequence[Asked], same: Same) -> dict[str, Floats]:
    """Return the standard measures of the paragraphs found, near-copies counted as one paragraph."""
    # Imported here: the bot itself is set up without it, and its commands must start.
    import ir_measures

    # Numbers of their own keep the order: two questions of one id would be one to ir-measures.
    qrels = {str(at): dict.fromkeys(_merged(question.gold, same), 1) for at, question in enumerate(questions)}
    runs = {str(at): _scored(_merged(each.documents, same)[:_MOST]) for at, each in enumerate(asked)}
    measures = {ir_measures.parse_measure(theirs): ours for ours, theirs in _STANDARD.items()}
    values = {ours: np.zeros(len(questions)) for ours in PASSAGE_MEASURES}
    for metric in ir_measures.iter_calc(list(measures), qrels, runs):
        values[measures[metric.measure]][int(metric.query_id)] = metric.value
    return values


def _merged(ids: Iterable[str], same: Same) -> list[str]:
    """Return the paragraphs that stand for `ids`, each where it comes first."""
    return list(dict.fromkeys(same[each] for each in ids))


def _scored(ids: Sequence[str]) -> dict[str, float]:
    # Only the order matters; equal scores would be put in the order of the ids.
    return {each: float(len(ids) - rank) for rank, each in enumerate(ids)}


def answer_measures(questions: Sequence[JudgedQuestion], asked: Sequence[Asked], same: Same) -> dict[str, Floats]:
    """Return whether the first sentence and one of three hold a gold answer, and the first is from a gold paragraph."""
    judged = [_judged(question, each, same) for question, each in zip(questions, asked, strict=True)]
    columns = np.array(judged, dtype=np.float64).reshape(-1, len(ANSWER_MEASURES)).T
    return dict(zip(ANSWER_MEASURES, columns, strict=True))


def _judged(question: JudgedQuestion, asked: Asked, same: Same) -> tuple[bool, bool, bool]:
    right = [any(holds(shown.text, answer) for answer in question.answers) for shown in asked.shown[:3]]
    gold = _merged(question.gold, same)
    in_place = bool(asked.shown) and same[asked.shown[0].document_id] in gold
    return (bool(right) and right[0], any(right), in_place)
