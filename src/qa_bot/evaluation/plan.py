"""What to measure, and what was measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from qa_bot.evaluation.estimate import Floats, Resamples

QA_BOT = "qa-bot"
CLEAN, ONE_TYPO, TWO_TYPOS = "as asked", "one typo", "two typos"
TYPOS = {CLEAN: 0, ONE_TYPO: 1, TWO_TYPOS: 2}


class Watch(Protocol):
    """Shows how far a measure is."""

    def stage(self, description: str, total: int | None = None) -> None:
        """Show that a stage with `total` steps begins."""

    def step(self) -> None:
        """Show that a step is done."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure.

    `pooled`: every question competes with the texts of all sets. `part` is «fit» or «report» for the questions about
    half of the articles, empty for all. `limit` is how many questions are drawn from a set. `titles`: the baselines'
    paragraphs have their titles in front.
    """

    pooled: bool = True
    typos: bool = True
    unanswerable: bool = False
    titles: bool = False
    part: str = ""
    limit: int | None = None
    seed: int = 1

    @property
    def variants(self) -> Mapping[str, int]:
        """Return the ways of asking, each with its number of typing mistakes."""
        return TYPOS if self.typos else {CLEAN: 0}


@dataclass(frozen=True, slots=True)
class Run:
    """One system's answers to a set's questions asked in one way: a value a question for each measure."""

    values: Mapping[str, Floats]
    confidence: Floats


@dataclass(frozen=True, slots=True)
class SetResult:
    """A set's runs by (variant, system), and the resamples that give their figures an interval."""

    name: str
    paragraphs: int
    questions: int
    articles: int
    resamples: Resamples
    runs: Mapping[tuple[str, str], Run]


@dataclass(frozen=True, slots=True)
class Unanswerable:
    """Questions asked of texts that don't answer them, and the confidence in each answer.

    `of_set` names the set that the questions come from, empty where they come from none.
    """

    name: str
    of_set: str
    confidence: Floats


@dataclass(slots=True)
class Results:
    """All that was measured, in the order of the sets."""

    plan: Plan
    sets: list[SetResult] = field(default_factory=list)
    unanswerable: list[Unanswerable] = field(default_factory=list)
