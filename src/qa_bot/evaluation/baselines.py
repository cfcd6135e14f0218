"""The two searches that every figure is compared with, over the same paragraphs in the same run."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from qa_bot.evaluation.asking import DEPTH, Asked
from qa_bot.evaluation.question_sets import JudgedText
from qa_bot.index.bm25 import SparseBM25, best_rows, okapi
from qa_bot.text.lucene_arabic import lucene_terms
from qa_bot.text.pyarabic_tokens import pyarabic_tokens

# Lucene's own defaults.
_K1, _B = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class Baseline:
    """A search for terms; `ids` are those of the paragraphs scored, in order."""

    name: str
    terms: Callable[[str], list[str]]
    scores: SparseBM25
    ids: tuple[str, ...]

    def ask_all(self, questions: Iterable[str], on_question: Callable[[], None]) -> list[Asked]:
        """Return the paragraphs found for each of `questions`, in order, ties in the paragraphs' order."""
        asked: list[Asked] = []
        for question in questions:
            rows = best_rows(self.scores.scores(Counter(self.terms(question))), DEPTH)
            asked.append(Asked(tuple(self.ids[row] for row in rows)))
            on_question()
        return asked


OKAPI, LUCENE = "BM25Okapi, pyarabic", "BM25, light10 (Lucene)"


def baselines(texts: Sequence[JudgedText], *, titles: bool) -> tuple[Baseline, ...]:
    """Return both baselines over `texts`; with `titles` each paragraph has its title in front."""
    ids = tuple(text.id for text in texts)
    written = [f"{text.title}\n{text.text}" if titles else text.text for text in texts]
    okapi_scores = okapi([pyarabic_tokens(text) for text in written])
    lucene_scores = SparseBM25.of([lucene_terms(text) for text in written], k1=_K1, b=_B)
    return (
        Baseline(OKAPI, pyarabic_tokens, okapi_scores, ids),
        Baseline(LUCENE, lucene_terms, lucene_scores, ids),
    )
