"""What goes into a search engine and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_bot.model.corpus import DocumentCard, Passage


@dataclass(frozen=True, slots=True)
class Query:
    """The terms to look for: by field, each term with its weight (1.0 is one occurrence).

    Only passages are found that hold one word of each set of `required`, normalised words, in their text or titles.
    So it is with `named`, but in documents to which nobody gave a title: what they are called isn't searched.
    """

    terms: Mapping[str, Mapping[str, float]]
    required: tuple[frozenset[str], ...] = ()
    named: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a query; `rank` counts from 1, a higher `score` is better, within one query."""

    passage: Passage
    document: DocumentCard
    rank: int
    score: float


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A passage with the one before and the one after it in its document, None at the ends."""

    before: Passage | None
    passage: Passage
    after: Passage | None


@dataclass(frozen=True, slots=True)
class Extent:
    """How many passages or articles a field of an index scores, and how many terms they have in the mean."""

    units: int
    mean_length: float
