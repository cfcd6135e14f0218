"""Which events tell of a person, place, battle or text: by their sentence, else by where it stands."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache

from qa_bot.answering.annals.siblings import of_other_names
from qa_bot.answering.annals.table import EventTable
from qa_bot.answering.core import without_proclitic
from qa_bot.answering.known_words import names
from qa_bot.answering.lexicon import function_words
from qa_bot.answering.likeness import likeness
from qa_bot.answering.same_names import named_by
from qa_bot.answering.topic import is_event_noun
from qa_bot.model.event import DatedEvent
from qa_bot.text.calendars import HIJRI_YEAR_DAYS
from qa_bot.text.normalise import normalised_words
from qa_bot.text.tokenise import terms_in

# How surely an event is about the topic, by where the topic is named.
IN_CLAUSE, IN_SENTENCE, SCATTERED, NEARBY, IN_HEADING, IN_TITLE, BY_AUTHOR = 0.8, 0.6, 0.5, 0.5, 0.5, 0.4, 0.3
# The same in a text that is about the topic.
_OWN_TEXT = 1.25
_LARGEST_GAP = 2  # words between two of a name: «أبو عبيدة عامر بن الجراح»
_ALIKE = 0.9
_SAME_KIND = 0.7  # «معركة» and «وقعة»
# «غزوة بدر», «حياة خالد»: the texts need not say such a word.
_MAY_BE_MISSING = normalised_words(
    """
    معركة موقعة وقعة واقعة غزوة سرية يوم حرب حملة حياة سيرة أحداث حوادث تاريخ قصة أخبار زمن عهد
    battle life history events
    """
)
_SON_OF = frozenset({"بن", "ابن"})
_FATHER_OF = frozenset({"ابو", "ابي", "ابا"})
# «عبد الرحمن بن خالد بن الوليد» is somebody else than the one who is named last.
_OF_ANOTHER = frozenset({"بن", "ابن", "بنت", "ابنه", "مولي", "امراه", "زوجه", "اخو", "اخي"}) | _FATHER_OF
_BESIDE = (NEARBY, IN_HEADING)
# Years: what only stands beside a name is about it where something that names it lies so near in time.
_LIFETIME = 30

Alike = Callable[[str, str], bool]
"""Tells whether a word of the topic and one of a text, both normalised, are the same."""


def events_about(table: EventTable, topic: str) -> dict[int, float]:
    """Return the numbers of the events about `topic`, in Arabic, each with how surely it is: from 0 to 1.

    Names are looked for as they are; only where no text has them so, by their stems.
    """
    wanted = [term for term in terms_in(topic) if term not in function_words()]
    needed = [term for term in wanted if term not in _MAY_BE_MISSING] or wanted
    if not needed:
        return {}
    return _without_strays(table, _found(table, needed, is_same_word) or _found(table, needed, _is_alike))


def _without_strays(table: EventTable, found: dict[int, float]) -> dict[int, float]:
    """Return the events without those that only stand near the name, and in time far from all that say it."""
    naming = sorted(table.events[at].middle_day for at, sure in found.items() if sure >= IN_SENTENCE)
    if not naming:
        return found
    reach = _LIFETIME * HIJRI_YEAR_DAYS

    def is_near(day: float) -> bool:
        after = bisect_left(naming, day)
        return any(abs(day - near) <= reach for near in naming[max(0, after - 1) : after + 1])

    return {at: sure for at, sure in found.items() if sure not in _BESIDE or is_near(table.events[at].middle_day)}


def is_same_word(wanted: str, written: str) -> bool:
    """Return whether two normalised words are one but for what is joined to the front, or name the same.

    >>> is_same_word("عمر", "وعمر"), is_same_word("عمر", "عمرو"), is_same_word("ابو", "ابي")
    (True, False, True)
    """
    if wanted == written or without_proclitic(wanted) == without_proclitic(written):
        return True
    if wanted in _SON_OF:
        return written in _SON_OF
    if wanted in _FATHER_OF:
        return written.removeprefix("و") in _FATHER_OF
    return not named_by(wanted).isdisjoint(named_by(written))


def _is_alike(wanted: str, written: str) -> bool:
    # Names are looked for as they are: «عمر» is not «عمرو», though their stems are one.
    if wanted in names():
        return is_same_word(wanted, written)
    return likeness(wanted, written) >= (_SAME_KIND if is_event_noun(wanted) else _ALIKE)


def _found(table: EventTable, needed: Sequence[str], alike: Alike) -> dict[int, float]:
    saying = [_saying(table, word, alike) for word in needed]
    all_words = set.intersection(*saying)
    found = {
        at: IN_CLAUSE if _in_order(table.said[at], needed, alike) else IN_SENTENCE
        for at in all_words
        if _in_order(table.terms[at], needed, alike)
    }
    in_clause = {at for at, sure in found.items() if sure == IN_CLAUSE}
    strange = of_other_names(table, needed, in_clause, found)
    found = {at: sure for at, sure in found.items() if at not in strange}
    all_words -= strange
    if any(map(is_event_noun, needed)):
        found |= dict.fromkeys(all_words - found.keys(), SCATTERED)
    placed = _Places(needed, alike)
    for at, event in enumerate(table.events):
        if at in found:
            found[at] *= _OWN_TEXT if placed.is_of(event) else 1
        elif at not in strange and (sure := placed.sureness(event, named=at in saying[0])):
            found[at] = sure
    return found


def _saying(table: EventTable, wanted: str, alike: Alike) -> set[int]:
    """Return the numbers of the events whose sentence says a word."""
    return {at for term, numbers in table.postings.items() if alike(wanted, term) for at in numbers}


def _in_order(terms: Sequence[str], needed: Sequence[str], alike: Alike) -> bool:
    """Return whether the words stand in `terms` in their order, at most two others between neighbours.

    They don't where they only tell whose son or client somebody is.
    """
    return any(
        alike(needed[0], term)
        and (at == 0 or terms[at - 1] not in _OF_ANOTHER)
        and _goes_on(terms, at + 1, needed[1:], alike)
        for at, term in enumerate(terms)
    )


def _goes_on(terms: Sequence[str], start: int, needed: Sequence[str], alike: Alike) -> bool:
    if not needed:
        return True
    window = range(start, min(start + _LARGEST_GAP + 1, len(terms)))
    return any(alike(needed[0], terms[at]) and _goes_on(terms, at + 1, needed[1:], alike) for at in window)


class _Places:
    """Tells how surely events are about a topic by where they stand; each heading, title and passage is read once."""

    def __init__(self, needed: Sequence[str], alike: Alike) -> None:
        self._needed = needed
        self._alike = alike
        self._says = lru_cache(maxsize=None)(self._says_so)

    def sureness(self, event: DatedEvent, *, named: bool) -> float:
        """Return how surely `event` is about the topic; `named` tells that its sentence says the first word."""
        known = event.document.metadata
        if named and len(self._needed) > 1 and (self._says(event.passage.text) or self._in_headings(event)):
            return NEARBY
        if self._in_headings(event):
            return IN_HEADING
        if self.is_of(event):
            return IN_TITLE
        return BY_AUTHOR if known.author and self._says(known.author) else 0.0

    def is_of(self, event: DatedEvent) -> bool:
        """Return whether the event's text is about the topic, by its title."""
        known = event.document.metadata
        return known.titled and self._says(known.title)

    def _in_headings(self, event: DatedEvent) -> bool:
        return any(self._says(heading) for heading in event.passage.headings[-2:])

    def _says_so(self, text: str) -> bool:
        return _in_order(terms_in(text), self._needed, self._alike)
