"""Runs and judgements → one value a question for each measure; ir-measures computes the standard ones."""

from collections.abc import Iterable, Mapping, Sequence

import ir_measures
import numpy as np
from ir_measures import RR, R, Success, nDCG

from qa_bot.evaluation.asking import Asked
from qa_bot.evaluation.estimate import Floats
from qa_bot.evaluation.holding import holds
from qa_bot.evaluation.question_sets import JudgedQuestion

_MOST = 20
_STANDARD = {"Success@1": Success @ 1, "MRR@10": RR @ 10, "Recall@5": R @ 5, "Recall@20": R @ 20, "nDCG@10": nDCG @ 10}
PASSAGE_MEASURES = tuple(_STANDARD)
SENTENCE, IN_THREE, PASSAGE = "first sentence", "within three", "its paragraph"
ANSWER_MEASURES = (SENTENCE, IN_THREE, PASSAGE)

Same = Mapping[str, str]
"""For a paragraph's id, the id that stands for it and its near-copies."""


def passage_measures(questions: Sequence[JudgedQuestion], asked: Sequence[Asked], same: Same) -> dict[str, Floats]:
    """Return the standard measures of the paragraphs found, near-copies counted as one paragraph."""
    # Numbers of their own keep the order: two questions of one id would be one to ir-measures.
    qrels = {str(at): dict.fromkeys(_merged(question.gold, same), 1) for at, question in enumerate(questions)}
    runs = {str(at): _scored(_merged(each.documents, same)[:_MOST]) for at, each in enumerate(asked)}
    values = {measure: np.zeros(len(questions)) for measure in _STANDARD.values()}
    for metric in ir_measures.iter_calc(list(values), qrels, runs):
        values[metric.measure][int(metric.query_id)] = metric.value
    return {name: values[measure] for name, measure in _STANDARD.items()}


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
