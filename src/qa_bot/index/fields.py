"""The fields of the index: which words of a passage, in which terms."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from qa_bot.text.terms import ANALYSIS_VERSION


class Unit(StrEnum):
    """What a field scores: each passage, or each article, whose passages then share its score.

    An article is what has one title: a document, several that are parts of one, or a chapter of a book.
    """

    PASSAGE = "passage"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Field:
    """One BM25 of several; a hit's score is the sum of its fields' scores.

    `analyser` is a name of `text.terms.ANALYSERS`. `with_text` and `with_title` say which words it holds:
    the passage's own, those of its title and headings, or both. `k1` and `b` are BM25's parameters. What a field
    weighs is the query's affair (`index.learned`); of some fields only the frequencies are used.
    """

    name: str
    analyser: str
    with_text: bool = True
    with_title: bool = True
    unit: Unit = Unit.PASSAGE
    k1: float = 0.6
    b: float = 0.6


WORDS = "word"  # the field whose terms are the texts' vocabulary; it is not searched
# k1 and b: the best of a grid on the fitting half of the question sets; `docs/answers.md` has the figures.
FIELDS = (
    Field("body", "char4", k1=0.9, b=0.65),
    Field("title", "char4", with_text=False, k1=0.9, b=0.65),
    Field("stem", "stem", k1=0.9, b=0.65),
    Field("article", "stem", unit=Unit.ARTICLE, k1=1.2, b=0.6),
    Field(WORDS, "word"),
)


def analysis_fingerprint() -> str:
    """Return 16 hex digits that change when terms or fields are made otherwise."""
    shape = [(f.name, f.analyser, f.with_text, f.with_title, f.unit.value, f.k1, f.b) for f in FIELDS]
    return hashlib.sha256(repr((ANALYSIS_VERSION, shape)).encode()).hexdigest()[:16]
