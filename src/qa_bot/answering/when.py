"""When something was: the sentences that tell it, and the one date that is named where that is sure enough."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa_bot.answering.accounts import accounts_of
from qa_bot.answering.agreement import DateGroup, group_dates
from qa_bot.answering.asked_event import asked_event
from qa_bot.answering.date_candidates import DateCandidate
from qa_bot.answering.given_dates import GivenDate
from qa_bot.answering.match import Weighted
from qa_bot.answering.misses import MISSED, tells_of_another
from qa_bot.answering.naming import sure_of
from qa_bot.answering.needs import Needs
from qa_bot.answering.precision import Precision, precision_of
from qa_bot.model.calendar import BothCalendars
from qa_bot.text.tokenise import Token

# `docs/dates.md` tells what it lets through and what it holds back.
NAMED_FROM = 0.8
_LIKELIEST = 0.6  # of all dates found, from which one is named; one that another equals isn't
_WORTH_SHOWING = 0.06  # of all dates found
_WHOLE_NAME = 0.9  # of what is asked about, said by a sentence
_NEARLY_AS_GOOD = 2.0  # points of score


@dataclass(frozen=True, slots=True)
class ToldTime:
    """What sentences tell of a time: their dates, best first, each of a sentence of its own words.

    Empty where nothing is told surely enough. `sure` is how sure it is, from 0 to 1, that the first is the date asked
    for. `named` is that date where it is sure enough and known to the year. `accounts` are the dates that texts give
    where they disagree, each with the sentences that tell it, one a document.
    """

    shown: tuple[DateCandidate, ...] = ()
    sure: float = 0.0
    named: GivenDate | None = None
    accounts: tuple[tuple[DateCandidate, ...], ...] = ()

    @property
    def dates(self) -> tuple[BothCalendars, ...]:
        """Return the date that is named, in the calendars that it is written in; empty where none is."""
        return tuple(each.date for each in self.named.quoted) if self.named else ()


def tell_time(question: Weighted, dates: Sequence[DateCandidate], needs: Needs, *, most: int, bar: float) -> ToldTime:
    """Return what `dates`, which come best first, tell of the time that `question` asks for, if as surely as the bar.

    At most `most` sentences are shown: the best of the likeliest date, then the best of each other date, so that the
    right one is likely among them.
    """
    of_it = [date for date in dates if date.given.asked_end or not tells_of_another(question, date.sentence, needs)]
    likeliest = [_as_precise(group, needs.precision) for group in group_dates(of_it)]
    # «في أي شهر»: a year alone is no answer where a month is told, too.
    groups = sorted(likeliest, key=lambda group: not (_is_worth(group) and _is_precise(group.best, needs.precision)))
    # What the texts never name they don't date.
    sure = (MISSED if needs.stranger else 1.0) * sure_of(question, groups)
    if not groups or sure < bar:
        return ToldTime()
    best = groups[0].best
    # A reign or a century is shown, and not named: it is no date.
    is_one = sure >= NAMED_FROM and groups[0].likely >= _LIKELIEST
    named = best.given if is_one and _is_precise(best, needs.precision) and best.features.exact else None
    accounts = _differing(question, likeliest, needs.precision)
    # Where texts disagree, what most of them say comes first.
    first = accounts[0][0] if accounts and not named else best
    return ToldTime(_shown(question, first, groups, most), sure, named, accounts)


def _as_precise(group: DateGroup, wanted: Precision) -> DateGroup:
    """Return a group, its best date that is known as precisely as was asked first, if nearly as good as the best."""
    least = group.best.score - _NEARLY_AS_GOOD
    fitting = [each for each in group.dates if each.score >= least and _is_precise(each, wanted)][:1]
    return replace(group, dates=(*fitting, *(each for each in group.dates if each not in fitting)))


def _differing(
    question: Weighted, groups: Sequence[DateGroup], wanted: Precision
) -> tuple[tuple[DateCandidate, ...], ...]:
    """Return the dates that texts give where they disagree, each as precise as was asked."""
    # Of a person alone the dates are those of a birth and a death, and nobody disagrees.
    told = () if asked_event(question).is_person else accounts_of(groups)
    precise = tuple(each for each in told if _is_precise(each[0], wanted))
    return precise if len(precise) > 1 else ()


def _is_worth(group: DateGroup) -> bool:
    return group.likely >= _WORTH_SHOWING


def _names_it(date: DateCandidate) -> bool:
    return date.features.own >= _WHOLE_NAME


def _is_precise(date: DateCandidate, wanted: Precision) -> bool:
    return precision_of(date.given.meaning) >= wanted


def tell_of_passage(dates: Sequence[DateCandidate]) -> ToldTime:
    """Return what `dates`, which come best first, tell where nothing but their passage is looked into.

    However sure it is, the best is named: the passage was chosen.
    """
    groups = group_dates(dates)
    if not groups:
        return ToldTime()
    best = groups[0].best
    return ToldTime((best,), 1.0, best.given)


def _shown(
    question: Weighted, first: DateCandidate, groups: Sequence[DateGroup], most: int
) -> tuple[DateCandidate, ...]:
    # However sure a death is, what else is dated of that life is worth showing.
    is_life = asked_event(question).is_person
    worth = [group for group in groups if _is_worth(group) or (is_life and _names_it(group.best))]
    best = [group.best for group in worth]
    others = sorted((each for group in worth for each in group.dates[1:]), key=lambda each: -each.score)
    by_words: dict[tuple[str, ...], DateCandidate] = {}
    for date in (first, *best[:most], *others):
        by_words.setdefault(_words(date.sentence.tokens), date)
    return tuple(by_words.values())[:most]


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.term for token in tokens)
