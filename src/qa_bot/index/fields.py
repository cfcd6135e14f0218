"""The fields of the index: which words of a passage, in which terms, with which weight."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from qa_bot.text.terms import ANALYSIS_VERSION


class Unit(StrEnum):
    """What a field scores: each passage, or each document, whose passages then share its score."""

    PASSAGE = "passage"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Field:
    """One BM25 of several; a hit's score is the sum of its fields' scores, each times `weight`.

    `analyser` is a name of `text.terms.ANALYSERS`. `with_text` and `with_title` say which words it holds:
    the passage's own, those of its title and headings, or both. `k1` and `b` are BM25's parameters. A field
    of weight 0 takes no part in scores; its frequencies are used.
    """

    name: str
    analyser: str
    with_text: bool = True
    with_title: bool = True
    unit: Unit = Unit.PASSAGE
    weight: float = 1.0
    k1: float = 0.6
    b: float = 0.6


FIELDS = (
    Field("body", "char4"),
    Field("title", "char4", with_text=False, weight=0.3),
    Field("stem", "stem", weight=0.2),
    Field("article", "stem", unit=Unit.DOCUMENT, weight=0.2),
    Field("word", "word", weight=0.0),
)


def analysis_fingerprint() -> str:
    """Return 16 hex digits that change when terms or fields are made otherwise."""
    shape = [(f.name, f.analyser, f.with_text, f.with_title, f.unit.value, f.k1, f.b) for f in FIELDS]
    return hashlib.sha256(repr((ANALYSIS_VERSION, shape)).encode()).hexdigest()[:16]
