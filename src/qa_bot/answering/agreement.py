"""What several sentences say of one time: which dates mean the same years, and how likely each is the one asked for."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa_bot.answering.date_candidates import DateCandidate
from qa_bot.answering.evidence import is_exact
from qa_bot.model.calendar import Calendar, DateRange
from qa_bot.text.calendars import in_calendar


@dataclass(frozen=True, slots=True)
class DateGroup:
    """Dates that mean the same, best first; `likely` is how likely one of them is the date asked for, from 0 to 1.

    Dates known to the year mean the same where their years overlap, in whichever calendar; others where they are alike.
    """

    dates: tuple[DateCandidate, ...]
    likely: float

    @property
    def best(self) -> DateCandidate:
        """Return what tells it best."""
        return self.dates[0]


def group_dates(dates: Sequence[DateCandidate]) -> list[DateGroup]:
    """Return `dates`, which come best first, in groups that mean the same, the likeliest group first."""
    likely = _likelihoods(dates)
    groups: list[list[int]] = []
    for at, date in enumerate(dates):
        own = next((group for group in groups if mean_the_same(dates[group[0]], date)), None)
        if own is None:
            groups.append([at])
        else:
            own.append(at)
    made = [DateGroup(tuple(dates[at] for at in group), math.fsum(likely[at] for at in group)) for group in groups]
    return sorted(made, key=lambda group: -group.likely)


def mean_the_same(one: DateCandidate, other: DateCandidate) -> bool:
    """Return whether two dates mean the same years, in whichever calendar."""
    if not (is_exact(one.given.meaning) and is_exact(other.given.meaning)):
        return one.given.meaning == other.given.meaning
    years, others = hijri_years(one.given.meaning), hijri_years(other.given.meaning)
    if years is None or others is None:
        return one.given.meaning == other.given.meaning
    return years[0] <= others[1] and others[0] <= years[1]


@lru_cache(maxsize=10_000)
def hijri_years(meaning: DateRange) -> tuple[int, int] | None:
    """Return the first and the last year of the Hijra that a date may lie in; None where nobody can convert it."""
    told = in_calendar(meaning, Calendar.HIJRI)
    return (told.first.year, told.last.year) if told else None


def _likelihoods(dates: Sequence[DateCandidate]) -> list[float]:
    """Return how likely each is right if one of them is: a softmax of their scores."""
    best = max((each.score for each in dates), default=0.0)
    raised = [math.exp(each.score - best) for each in dates]
    total = math.fsum(raised)
    return [each / total for each in raised]
