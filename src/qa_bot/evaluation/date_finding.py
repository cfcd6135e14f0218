"""How well dates are found: those that the finder marks against those that a reader marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qa_bot.evaluation.dialogues import SPLITS
from qa_bot.evaluation.marked_dates import Kind, MarkedDate
from qa_bot.evaluation.marked_texts import FoundStretch
from qa_bot.model.calendar import DateMention
from qa_bot.text.dates import find_dates

ALL = "all"


class Verdict(StrEnum):
    """What became of a marked date."""

    FOUND = "found"  # a mention overlaps it and means what it means
    WRONG = "wrong meaning"  # mentions overlap it, and none means what it means
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class JudgedDate:
    """A marked date with the mentions that overlap it, and the verdict."""

    date: MarkedDate
    mentions: tuple[DateMention, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class JudgedStretch:
    """A stretch with its dates judged; `mentions` is all that the finder marks there.

    `dates` leaves out the optional ones. `false` are the mentions that are no date: they overlap none, or only dates
    which are optional or which others have found, and mean something else.
    """

    found: FoundStretch
    dates: tuple[JudgedDate, ...]
    mentions: tuple[DateMention, ...]
    false: tuple[DateMention, ...]

    @property
    def failed(self) -> bool:
        """Return whether anything in the stretch isn't as a reader marked it."""
        return bool(self.false) or any(each.verdict is not Verdict.FOUND for each in self.dates)


def judge(found: FoundStretch) -> JudgedStretch:
    """Return what the finder makes of a stretch: of its text under its headings, after what stands before it."""
    mentions = tuple(find_dates(found.text, heading=found.headings, reckoning=found.reckoning))
    judged = [_judged(date, mentions) for date in found.stretch.dates]
    false = tuple(each for each in mentions if _is_false(each, judged))
    dates = tuple(each for each in judged if each.date.kind is not Kind.OPTIONAL)
    return JudgedStretch(found, dates, mentions, false)


def _judged(date: MarkedDate, mentions: Sequence[DateMention]) -> JudgedDate:
    over = tuple(each for each in mentions if each.span.overlaps(date.span))
    right = any(date.is_meant_by(each) for each in over)
    return JudgedDate(date, over, Verdict.FOUND if right else Verdict.WRONG if over else Verdict.MISSED)


def _is_false(mention: DateMention, dates: Sequence[JudgedDate]) -> bool:
    over = [each for each in dates if mention.span.overlaps(each.date.span)]
    if any(each.date.is_meant_by(mention) for each in over):
        return False
    return all(each.verdict is Verdict.FOUND or each.date.kind is Kind.OPTIONAL for each in over)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many marked dates of a group were found, and how many of the finder's mentions are false.

    `group` names a source or a kind. Mentions have no kind: `marked` and `false` are None there.
    """

    split: str
    group: str
    dates: int
    found: int
    wrong: int
    missed: int
    mentions: int | None = None
    false: int | None = None


def tallies_by_source(judged: Iterable[JudgedStretch]) -> list[Tally]:
    """Return a tally for each half and source, and one for all of each half."""
    judged = list(judged)
    told: list[Tally] = []
    for split in SPLITS:
        half = [each for each in judged if each.found.stretch.split == split]
        sources = dict.fromkeys(each.found.stretch.source for each in half)
        told += [_of(split, source, [e for e in half if e.found.stretch.source == source]) for source in sources]
        told += [_of(split, ALL, half)] if half else []
    return told


def tallies_by_kind(judged: Iterable[JudgedStretch]) -> list[Tally]:
    """Return a tally for each half and kind of date that it has."""
    told: list[Tally] = []
    by_split = [(each.found.stretch.split, date) for each in judged for date in each.dates]
    for split in SPLITS:
        for kind in Kind:
            dates = [date for of, date in by_split if of == split and date.date.kind is kind]
            told += [_counted(split, kind.value, dates)] if dates else []
    return told


def _of(split: str, source: str, judged: Sequence[JudgedStretch]) -> Tally:
    counted = _counted(split, source, [date for each in judged for date in each.dates])
    return Tally(
        split,
        source,
        counted.dates,
        counted.found,
        counted.wrong,
        counted.missed,
        mentions=sum(len(each.mentions) for each in judged),
        false=sum(len(each.false) for each in judged),
    )


def _counted(split: str, group: str, dates: Sequence[JudgedDate]) -> Tally:
    verdicts = [each.verdict for each in dates]
    counts = [verdicts.count(verdict) for verdict in (Verdict.FOUND, Verdict.WRONG, Verdict.MISSED)]
    return Tally(split, group, len(dates), *counts)
