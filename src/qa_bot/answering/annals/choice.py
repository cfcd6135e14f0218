"""Which events a picture shows: the most telling ones, spread over the time that is asked for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from itertools import pairwise
from math import log2

from qa_bot.answering.annals.event_words import event_weight, is_event_word, is_of_the_book
from qa_bot.answering.annals.table import EventTable
from qa_bot.answering.core import without_proclitic
from qa_bot.answering.known_words import names
from qa_bot.answering.lexicon import function_words
from qa_bot.model.calendar import MentionSource
from qa_bot.model.event import DatedEvent
from qa_bot.text.calendars import HIJRI_YEAR_DAYS
from qa_bot.text.tokenise import terms_in

_WIDEST_YEARS = 50  # a reign, a war: of what lasted longer a picture shows no place in time
_LOOSEST_YEARS = 1  # of what isn't written out: a reign dates nothing closely enough

# The weights are set by hand, by looking at timelines of the classical texts and the starter library (all, of a
# century, a person, a place, a text): nobody has judged pictures by the hundred, which fitting would need.
# Each is what is left of an event's worth. A heading dates whatever stands under it, also asides.
_FROM = {MentionSource.WRITTEN: 1.0, MentionSource.HEADING: 0.45}
_ELSEWHERE = 0.8  # a neighbour, a name: rarely another date than that of the event
_SAYING_NOTHING = 0.15  # a sentence without a word of what happens, beside one that says «battle» or «died»
_SAID_ELSEWHERE = 0.5  # such a word outside the clause with the date may be of another event
_OF_THE_BOOK = 0.35  # when its author wrote or saw something is no event to those who read him
_TALE = 25  # words: in longer sentences the date may belong to something else
_LIST = 3  # dates: a sentence with more lists years and tells little of each
_SHORTEST = 4  # words: less names hardly more than the date
_NAMELESS = 0.5  # «ومات فيها» tells nothing to those who don't know of whom
_ATTESTED = 0.8  # what each doubling of the texts that tell of the same counts
_CANDIDATES = 600  # those worth least never come in, and comparing all of them takes seconds
_ALIKE = 0.9  # how much of an event's worth another one of the same words and year takes away
_SAID_ALREADY = 0.1  # one sentence twice, for two of its dates, only where nothing else is left
_CROWDED = 0.6  # the same for one beside it in time


def is_close(event: DatedEvent) -> bool:
    """Return whether an event is dated closely enough for a timeline: «في خلافة عمر» isn't, «602-628» is."""
    years = event.meaning.last.year - event.meaning.first.year
    return years <= (_WIDEST_YEARS if event.source is MentionSource.WRITTEN else _LOOSEST_YEARS)


class Chooser:
    """Chooses among the events of one table; what it needs of all of them is counted once."""

    def __init__(self, table: EventTable) -> None:
        self._table = table

    @property
    def table(self) -> EventTable:
        """Return the table that is chosen from."""
        return self._table

    def choose(self, found: Mapping[int, float], most: int, topic: str = "") -> list[int]:
        """Return the numbers of at most `most` of the events `found`, in the order of time.

        `found` says how surely each event is about `topic`. Chosen one by one is what tells most (its words, where its
        date comes from, how many texts tell the same) and lies away from what was chosen before, in time and words.
        """
        asked = frozenset(filter(None, map(without_proclitic, terms_in(topic))))
        worth = {at: sure * self._telling(at, asked) for at, sure in found.items() if is_close(self._table.events[at])}
        pool = sorted(worth, key=lambda at: (-worth[at], at))[:_CANDIDATES]
        if len(pool) <= most:
            return sorted(pool)
        apart = _apart(self._table, pool, most)
        left = {at: worth[at] for at in pool}
        chosen: list[int] = []
        while len(chosen) < most:
            best = max(left, key=lambda at: (left[at], -at))
            chosen.append(best)
            del left[best]
            for at in left:
                left[at] *= self._kept(at, best, apart)
        return sorted(chosen)

    def _kept(self, at: int, chosen: int, apart: float) -> float:
        """Return what is left of an event's worth beside one that is chosen: from 0 to 1."""
        if _sentence(self._table.events[at]) == _sentence(self._table.events[chosen]):
            return _SAID_ALREADY
        distance = abs(self._table.events[at].middle_day - self._table.events[chosen].middle_day)
        near = max(0.0, 1 - distance / apart)
        mine, other = self._all_names[at], self._all_names[chosen]
        shared = len(mine & other) / max(1, min(len(mine), len(other)))
        return (1 - _CROWDED * near) * (1 - _ALIKE * shared * near)

    def _telling(self, at: int, asked: frozenset[str]) -> float:
        """Return what an event is worth by itself; one whose clause names nobody but what was asked tells half."""
        event = self._table.events[at]
        terms = self._table.terms[at]
        worth = _FROM.get(event.source, _ELSEWHERE) * (
            _SAYING_NOTHING + max(event_weight(self._table.said[at]), _SAID_ELSEWHERE * event_weight(terms))
        )
        if any(is_of_the_book(term) for term in terms) or ("هذا", "الوقت") in pairwise(terms):
            worth *= _OF_THE_BOOK
        length = len(terms)
        worth *= min(1.0, length / _SHORTEST) * min(1.0, _TALE / max(length, 1))
        worth *= 1.0 if self._names_somebody(at, asked) else _NAMELESS
        worth *= min(1.0, _LIST / self._dates_in_sentence[_sentence(event)])
        return worth * (1 + _ATTESTED * self._attested(at))

    def _names_somebody(self, at: int, asked: frozenset[str]) -> bool:
        bare = (without_proclitic(term) for term in self._table.said[at])
        return any(term in _bare_names() and term not in asked for term in bare)

    def _attested(self, at: int) -> float:
        """Return how often the same is told elsewhere: by the name that most other documents date to the year."""
        year = _year(self._table.events[at])
        counts = (self._telling_documents[year, name] for name in self._names[at])
        return log2(max(counts, default=1)) if self._names[at] else 0.0

    @cached_property
    def _names(self) -> Sequence[frozenset[str]]:
        """Return the words beside each event's date that say who or where, not what happens."""
        return [frozenset(self._telling_words.intersection(terms)) for terms in self._table.said]

    @cached_property
    def _all_names(self) -> Sequence[frozenset[str]]:
        """Return the same words of each event's whole sentence."""
        return [frozenset(self._telling_words.intersection(terms)) for terms in self._table.terms]

    @cached_property
    def _telling_words(self) -> frozenset[str]:
        common = len(self._table.events) / 10 + 5
        postings = self._table.postings.items()
        return frozenset(term for term, numbers in postings if len(numbers) <= common and _may_name(term))

    @cached_property
    def _telling_documents(self) -> Counter[tuple[int, str]]:
        """Return in how many documents each word stands with an event of each year."""
        seen = {
            (_year(event), name, event.document.id)
            for event, beside in zip(self._table.events, self._names, strict=True)
            for name in beside
        }
        return Counter((year, name) for year, name, _ in seen)

    @cached_property
    def _dates_in_sentence(self) -> Counter[tuple[str, int]]:
        return Counter(map(_sentence, self._table.events))


def _apart(table: EventTable, pool: Sequence[int], most: int) -> float:
    """Return how many days apart `most` events would lie if they were spread evenly, a year at least."""
    days = [table.events[at].middle_day for at in pool]
    return max(365.0, (max(days) - min(days)) / most)


def _year(event: DatedEvent) -> int:
    """Return a number that events of one year of the Hijra share, or nearly so."""
    return round(event.middle_day / HIJRI_YEAR_DAYS)


def _sentence(event: DatedEvent) -> tuple[str, int]:
    return event.passage.id, event.span.start


@cache
def _bare_names() -> frozenset[str]:
    return frozenset(map(without_proclitic, names()))


def _may_name(term: str) -> bool:
    return term not in function_words() and not is_event_word(term) and not term.isdigit() and len(term) > 2
