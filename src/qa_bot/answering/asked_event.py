"""What a question for a time is about: whose or which event, and what of it (a birth, a conquest, an end)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from qa_bot.answering import lexicon
from qa_bot.answering.match import Weighted
from qa_bot.answering.topic import is_event_noun, is_relation
from qa_bot.text.gazetteer import NameKind, gazetteer
from qa_bot.text.normalise import normalise, normalised_words

_TITLE_COUNTS = 0.25  # of its weight: «الخليفة المأمون» is «المأمون»
_TITLES = normalised_words(
    """الخليفة السلطان الوزير القائد الإمام السيدة مدينة الملك الأمير النبي رسول صاحب القاضي الشيخ المؤمنين المسلمون
    المسلمين الصحابي الله العباسي الأموي أول مرة آخر أيام"""
)
_DESCENT = normalised_words("بن ابن بنت")
_IN_NAMES = normalised_words("بن ابن بنت أبو أبي أبا أم عبد")
# Of these events a sentence often tells two: each dates something else.
_TURNS = "ولد مات قتل أسلم دفن بدأ انتهى بويع عزل تزوج"
_BIRTH_OR_DEATH = "ولد مات قتل"


@dataclass(frozen=True, slots=True)
class AskedEvent:
    """A question's words by the part they play.

    `words` are all that weigh anything, with their weights; `topic` those that name what is asked about, titles at a
    quarter; `relations` those that name what of it is asked («قتل», «فتحت»). `rows` are the rows of like meaning that
    tell of the event of a life or of an office that is asked for, empty where none is. `has_noun` tells of an event's
    noun («غزوة»), `is_person` that nothing but a person is named: then a death or a birth is meant.
    """

    words: tuple[tuple[str, float], ...]
    topic: tuple[tuple[str, float], ...]
    relations: tuple[str, ...]
    rows: frozenset[int]
    has_noun: bool
    is_person: bool

    @property
    def total(self) -> float:
        """Return the sum of the weights of all words."""
        return sum(weight for _, weight in self.words)


def asked_event(question: Weighted) -> AskedEvent:
    """Return what `question` asks for the time of; what was said before it belongs to it.

    >>> asked = asked_event(Weighted(("توفي", "خالد", "بن", "الوليد"), (1.0, 2.0, 0.1, 2.0), (1.0,) * 4))
    >>> [word for word, _ in asked.topic], asked.relations
    (['خالد', 'بن', 'الوليد'], ('توفي',))
    """
    words = tuple((word, weight) for word, weight in zip(question.words, question.weights, strict=True) if weight)
    relations = _told_of(words)
    has_noun = any(is_event_noun(word) for word, _ in words)
    # «الحرب» is a topic where nothing else is one.
    others = [(word, weight) for word, weight in words if word not in relations] or words
    named = [(word, weight) for word, weight in others if not is_event_noun(word)] or others
    topic = tuple((word, weight * (_TITLE_COUNTS if word in _TITLES else 1)) for word, weight in named)
    is_person = not has_noun and not relations and _is_person([word for word, _ in words])
    rows = (
        lexicon.rows_of(_BIRTH_OR_DEATH) if is_person else frozenset[int]().union(*(_rows(word) for word, _ in words))
    )
    return AskedEvent(words, topic, relations, rows, has_noun, is_person)


def _told_of(words: Sequence[tuple[str, float]]) -> tuple[str, ...]:
    """Return the words that tell of an event, and are no part of a name: «أبي» and «الخطاب» in «عمر بن الخطاب»."""
    return tuple(
        word
        for (before, _), (word, _) in pairwise((("", 0.0), *words))
        if is_relation(word) and word not in _IN_NAMES and before not in _DESCENT
    )


def is_turn(row: int | None) -> bool:
    """Return whether a row of like meaning tells of an event of which sentences often tell two."""
    return row in lexicon.rows_of(_TURNS)


def stands_in_name(word: str) -> bool:
    """Return whether a normalised word joins the parts of a name: «بن», «أبو»."""
    return word in _IN_NAMES


def _rows(word: str) -> frozenset[int]:
    row = lexicon.relation_row(word)
    own = frozenset({row}) if row is not None and is_turn(row) else frozenset[int]()
    return lexicon.meaning_the_same(word) or own


def _is_person(words: Sequence[str]) -> bool:
    return not _IN_NAMES.isdisjoint(words) or tuple(words) in _persons()


@cache
def _persons() -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(normalise(word) for word in form.split())
        for entry in gazetteer()
        if entry.kind is NameKind.PERSON
        for form in entry.forms
    )
