"""What each field of the index weighs, learned from questions whose paragraph is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa_bot.answering.question import read_question
from qa_bot.errors import QuestionError
from qa_bot.evaluation.dialogues import FIT
from qa_bot.evaluation.fit_answers import counts_of_source
from qa_bot.evaluation.fit_models import Choice, Floats, fit_choices
from qa_bot.evaluation.near_copies import Kinships, part_of
from qa_bot.evaluation.question_sets import JudgedQuestion, JudgedText, QuestionSet
from qa_bot.index.bm25 import SparseBM25, best_rows, impacts
from qa_bot.index.fields import FIELDS, WORDS, Field, Unit
from qa_bot.index.matrices import PassageCounter, WordCounts
from qa_bot.text.terms import analyse

_DEPTH = 150  # paragraphs to choose from, the best by the sum of all fields
_PENALTY = 1e-3
SEARCHED = tuple(field for field in FIELDS if field.name != WORDS)


@dataclass(frozen=True, slots=True)
class _Fields:
    """The fields of all paragraphs in memory; `articles` gives each paragraph's article."""

    fields: tuple[SparseBM25, ...]
    articles: NDArray[np.int32]

    def scores(self, question: str) -> Floats:
        """Return a row for each paragraph: its score in each field."""
        words = read_question(question).content
        return np.column_stack([self._score(*each, words) for each in zip(SEARCHED, self.fields, strict=True)])

    def _score(self, spec: Field, field: SparseBM25, words: Sequence[str]) -> Floats:
        scores = field.scores(dict.fromkeys(analyse(words, spec.analyser), 1.0))
        return scores[self.articles] if spec.unit is Unit.ARTICLE else scores


def fit_fields(sets: Sequence[QuestionSet], kin: Kinships) -> dict[str, float]:
    """Return what each field weighs against the first, from the questions about the fitting half of the articles."""
    texts = [text for each in sets for text in each.texts]
    fields = _fields_of(texts)
    same = [kin.same[text.id] for text in texts]
    choices = [
        _choice(question, fields, same, kin, counts_of_source(each.name))
        for each in sets
        for question in each.questions
        if part_of(kin.article[question.gold[0]]) == FIT
    ]
    weights = fit_choices([each for each in choices if each], penalty=_PENALTY, positive=True)
    return {field.name: float(weight / weights[0]) for field, weight in zip(SEARCHED, weights, strict=True)}


def _fields_of(texts: Sequence[JudgedText]) -> _Fields:
    counter = PassageCounter()
    for text in texts:
        counter.add(text.title or text.id, text.text, [text.title])
    counts = counter.counted()
    return _Fields(tuple(_field(spec, counts) for spec in SEARCHED), np.array(counter.articles, np.int32))


def _field(spec: Field, counts: WordCounts) -> SparseBM25:
    terms, counted = counts.of_field(spec)
    matrix = impacts(counted, k1=spec.k1, b=spec.b)
    columns: Mapping[str, int] = {term: column for column, term in enumerate(terms)}
    return SparseBM25(counted.shape[0], columns, matrix.indptr.astype(np.int64), matrix.indices, matrix.data)


def _choice(
    question: JudgedQuestion, fields: _Fields, same: Sequence[str], kin: Kinships, counts: float
) -> Choice | None:
    try:
        scores = fields.scores(question.text)
    except QuestionError:
        return None
    rows = best_rows(scores.sum(axis=1), _DEPTH)
    gold = {kin.same[each] for each in question.gold}
    return Choice(scores[rows], np.array([same[row] in gold for row in rows]), counts) if len(rows) else None
