"""Two dates in one sentence: which of them dates the topic, and which something else."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from qa_bot.answering.annals.table import EventTable
from qa_bot.answering.core import without_proclitic
from qa_bot.answering.topic import is_event_noun
from qa_bot.text.gazetteer import NameKind, gazetteer
from qa_bot.text.normalise import normalise

_OF_PLACES = frozenset({NameKind.PLACE, NameKind.BATTLE})
_OF_PERSONS = frozenset({NameKind.PERSON})


def of_other_names(table: EventTable, needed: Sequence[str], naming: Collection[int], found: Iterable[int]) -> set[int]:
    """Return those events of `found` whose date is another's: «فتحت دمشق سنة 14هـ، وكانت اليرموك سنة 15هـ».

    They share a sentence with one of `naming`, whose clause names the topic of the normalised words `needed`; their own
    clause names another of its kind, a place or battle, or a person.
    """
    kind = _kind_of(needed)
    beside: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for at in naming:
        beside[_sentence(table, at)].add(at)
    others = (at for at in found if at not in naming and beside.get(_sentence(table, at)))
    return {at for at in others if _names_another(table.said[at], needed, kind)}


def _sentence(table: EventTable, at: int) -> tuple[str, int]:
    event = table.events[at]
    return event.passage.id, event.span.start


def _names_another(terms: Sequence[str], needed: Sequence[str], kind: frozenset[NameKind]) -> bool:
    known = _names(kind)
    mine = {*needed, *map(without_proclitic, needed)}
    return any(bare in known and bare not in mine for term in terms for bare in (term, without_proclitic(term)))


def _kind_of(needed: Sequence[str]) -> frozenset[NameKind]:
    is_place = any(is_event_noun(word) or word in _names(_OF_PLACES) for word in needed)
    return _OF_PLACES if is_place else _OF_PERSONS


@cache
def _names(kinds: frozenset[NameKind]) -> frozenset[str]:
    """Return the names of one word of these kinds, normalised."""
    forms = (form for entry in gazetteer() if entry.kind in kinds for form in entry.forms)
    return frozenset(normalise(form) for form in forms if " " not in form)
