"""Where a sentence tells of what a question asks the time of."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from qa_bot.answering.asked_event import AskedEvent, is_turn, stands_in_name
from qa_bot.answering.core import without_proclitic
from qa_bot.answering.lexicon import relation_row
from qa_bot.answering.likeness import SURELY_MET
from qa_bot.answering.match import Matcher
from qa_bot.answering.named import names_person
from qa_bot.answering.topic import is_event_noun
from qa_bot.text.normalise import normalised_words
from qa_bot.text.tokenise import Token

_MOST_BETWEEN = 2  # words between two of the topic's
_BEFORE, _BEHIND = 3, 3  # words: how far what is told of the topic may stand from it
# How much of the event a place tells that has the topic, by where what is asked of it stands.
_BESIDE, _IN_SENTENCE, _NOWHERE = 1.0, 0.45, 0.1
_EVENT_BESIDE, _EVENT_ELSEWHERE = 1.0, 0.6
_NOTHING_ASKED = 0.8
_PERSON_ALONE = 0.4
_CARRIED_ON = 0.8  # «ولد هرقل … وتوفي»: of whom is said before
_ANOTHER_TURN_BESIDE = 0.4  # «ولد هرقل» where a death is asked for
_ANOTHER = 0.35  # «حميد بن عبد الرحمن بن عوف» is not «عبد الرحمن بن عوف»
_WHOLE_TOPIC = 1.5  # exponent: half of a name is less than half of it
# «امرأة عمر», «مولى عمر»: what follows these is not who is spoken of.
_OF_ANOTHER = normalised_words("بن ابن بنت ابنة أخو أخي أخت مولى أم امرأة زوجة عم")
_LINKS = normalised_words("بن ابن بنت")
_NAME_LENGTH = 3  # words
_OF_SOMEBODY_ELSE = -1  # no row of like meaning
# «وفاته في أيام هشام»: a reign by which something else is dated.
_REIGN = normalised_words("أيام خلافة عهد زمن زمان ولاية دولة أواخر أوائل")
# «غزوة قبرس الثانية» is not «غزوة قبرس».
_LATER_ONES = normalised_words(
    "الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة الآخرة الأخيرة الثاني الثالث الرابع"
)
# «أم ولد», «ومن ولد جعفر»: children, and no birth.
_BORN = "ولد"
_OWN_CHILD = normalised_words("ولده ولدها ولدهم ولدهما وولده وولدها وولدهم")
_WITH_CHILDREN = normalised_words("أم وأم أمهات من ومن بعض كل آل سائر")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Tokens `[first, last]` that tell of the event asked for, `strength` from 0 to 1: how much of it they tell."""

    first: int
    last: int
    strength: float


class ReadSentence:
    """A sentence read for an event: how well its tokens meet the question's words, what they tell of, its anchors.

    `matcher` is that of the question's words, the event's among them.
    """

    def __init__(self, asked: AskedEvent, tokens: Sequence[Token], matcher: Matcher) -> None:
        self.asked = asked
        self.tokens = tokens
        rows = matcher.matches([token.term for token in tokens])
        self._matches = dict(zip(matcher.words, rows, strict=True))

    @cached_property
    def met(self) -> list[tuple[float, list[tuple[int, float]]]]:
        """Return for each of the question's words its weight, and where it is met how well."""
        return [(weight, self._places(word)) for word, weight in self.asked.words]

    def _places(self, word: str) -> list[tuple[int, float]]:
        return [(at, match) for at, match in enumerate(self._matches[word]) if match]

    @cached_property
    def turns(self) -> list[tuple[int, int]]:
        """Return where it tells of a turn (a birth, an end …), with the row of like meaning."""
        rows = ((at, relation_row(token.term)) for at, token in enumerate(self.tokens))
        turns = [(at, row) for at, row in rows if row is not None and is_turn(row) and not self._is_child(at)]
        return [(at, _OF_SOMEBODY_ELSE if self._is_of_somebody_else(at) else row) for at, row in turns]

    def _is_of_somebody_else(self, at: int) -> bool:
        """Return whether behind a word somebody is named whom nothing names that is asked about: «وفاة الوليد»."""
        behind = range(at + 1, min(len(self.tokens), at + 1 + _NAME_LENGTH))
        named = next((place for place in behind if not stands_in_name(self.tokens[place].term)), None)
        if named is None or not names_person(self.tokens[named].term):
            return False
        return not any(row[place] >= SURELY_MET for row in self._matches.values() for place in behind)

    def _is_child(self, at: int) -> bool:
        word, before = self.tokens[at].term, self.tokens[at - 1].term if at else ""
        return word in _OWN_CHILD or (word == _BORN and before in _WITH_CHILDREN)

    @cached_property
    def related(self) -> list[int]:
        """Return where it says what is asked of the topic; of a person alone, where it tells of death or birth."""
        if self.asked.is_person:
            return [at for at, row in self.turns if row in self.asked.rows]
        rows = [self._matches[word] for word in self.asked.relations]
        met = [at for at in range(len(self.tokens)) if any(row[at] >= SURELY_MET for row in rows)]
        return [at for at in met if not self._is_child(at) and not self._is_of_somebody_else(at)]

    @cached_property
    def anchors(self) -> list[Anchor]:
        """Return the places that name the topic, in order, then those that carry on of it: «ولد هرقل … وتوفي»."""
        named = self._runs
        told = [Anchor(first, last, share * self._told(first, last)) for first, last, share in named]
        beside = [(first, last) for first, last, _ in named if self._says_what_is_asked(first, last)]
        alone = [at for at in self.related if not any(_is_beside(at, *each) for each in beside)]
        carried = ((at, max((each.strength for each in self.named if each.first < at), default=0.0)) for at in alone)
        return [*told, *(Anchor(at, at, _CARRIED_ON * share) for at, share in carried if share)]

    @cached_property
    def named(self) -> list[Anchor]:
        """Return the places that name the topic, whatever they tell of it, in order; those of others count less."""
        before = ["", *(token.term for token in self.tokens)]
        return [
            Anchor(first, last, share * (_ANOTHER if self._is_another(first, last, before[first]) else 1.0))
            for first, last, share in self._runs
        ]

    @cached_property
    def _runs(self) -> list[tuple[int, int, float]]:
        """Return where the topic is named, first and last token, and how much of it."""
        matches = [self._matches[word] for word, _ in self.asked.topic]
        total = sum(weight for _, weight in self.asked.topic) or 1.0
        # «بن» in the middle of a name begins no other.
        beginnings = [row for at, row in enumerate(matches) if not at or not stands_in_name(self.asked.topic[at][0])]
        found: list[tuple[int, int, float]] = []
        for first in range(len(self.tokens)):
            begins = any(row[first] >= SURELY_MET for row in beginnings)
            if begins and (not found or first > found[-1][1]):
                last, share = self._run(matches, first)
                found.append((first, last, (share / total) ** _WHOLE_TOPIC))
        return found

    @cached_property
    def _others(self) -> list[int]:
        """Return where it tells of another turn than the one asked for."""
        return [at for at, row in self.turns if row not in self.asked.rows] if self.asked.rows else []

    def _says_what_is_asked(self, first: int, last: int) -> bool:
        """Return whether what is asked stands beside these tokens, and no other turn stands nearer."""
        away = min((_gap(at, first, last) for at in self.related if _is_beside(at, first, last)), default=None)
        return away is not None and all(_gap(at, first, last) >= away for at in self._others)

    @property
    def is_beside(self) -> bool:
        """Return whether what is asked stands beside the place that names most of the topic."""
        best = max(self._runs, key=lambda each: each[2], default=None)
        return best is not None and self._says_what_is_asked(*best[:2])

    def _run(self, matches: Sequence[Sequence[float]], first: int) -> tuple[int, float]:
        """Return where the topic's words that begin at `first` end, and what they weigh together."""
        left = set(range(len(matches)))
        last, share, at = first, 0.0, first
        while left and at < len(self.tokens) and at - last <= _MOST_BETWEEN:
            place = at
            best = max(left, key=lambda word: (matches[word][place], -word))
            if matches[best][at] >= SURELY_MET:
                share += self.asked.topic[best][1] * matches[best][at]
                left.remove(best)
                last = at
            at += 1
        met = frozenset(range(len(matches))) - left
        return last, share * (
            _ANOTHER if self._is_only_father(met, first) or self._has_other_father(matches, first, last) else 1.0
        )

    def _is_only_father(self, met: frozenset[int], first: int) -> bool:
        """Return whether only the father's part of a name is met: «المعتز» of «ابن المعتز»."""
        link = next((at for at, (word, _) in enumerate(self.asked.topic) if word in _LINKS), None)
        if link is None or not any(at > link for at in met):
            return False
        before = self.tokens[first - 1].term.removeprefix("و") if first else ""
        own = {at for at in range(link) if not stands_in_name(self.asked.topic[at][0])}
        return met.isdisjoint(own or {link}) and before not in _LINKS

    def _has_other_father(self, matches: Sequence[Sequence[float]], first: int, last: int) -> bool:
        """Return whether a name goes on with a father who isn't asked about: «زيد بن حارثة» for «زيد بن علي»."""
        if not any(word in _LINKS for word, _ in self.asked.topic[1:]):
            return False
        link = next(
            (at for at in range(first + 1, last + 2) if at < len(self.tokens) and self.tokens[at].term in _LINKS), None
        )
        if link is None:
            return False
        father = range(link + 1, min(len(self.tokens), link + 1 + _NAME_LENGTH))
        return not any(row[at] >= SURELY_MET for row in matches for at in father)

    def _told(self, first: int, last: int) -> float:
        before = self.tokens[first - 1].term if first else ""
        return self._event(first, last, before) * (_ANOTHER if self._is_another(first, last, before) else 1.0)

    def _is_another(self, first: int, last: int, before: str) -> bool:
        """Return whether these tokens name another of a like name, or only under whom something else was."""
        behind = {token.term for token in self.tokens[first : last + 2]} & _LATER_ONES
        reign = before.removeprefix("و") in _REIGN
        return before in _OF_ANOTHER or (reign and not self._asks(_REIGN)) or (bool(behind) and not self._asks(behind))

    def _asks(self, some: Collection[str]) -> bool:
        return any(word in some for word, _ in self.asked.words)

    def _event(self, first: int, last: int, before: str) -> float:
        asked = self.asked
        if asked.relations or asked.is_person:
            if self._says_what_is_asked(first, last):
                return _BESIDE
            nothing = _PERSON_ALONE if asked.is_person else _NOWHERE
            told = max(nothing, _IN_SENTENCE) if self.related else nothing
            another = any(_is_beside(at, first, last) for at in self._others)
            return told * (_ANOTHER_TURN_BESIDE if another else 1.0)
        if not asked.has_noun:
            return _NOTHING_ASKED
        return _EVENT_BESIDE if is_event_noun(without_proclitic(before)) else _EVENT_ELSEWHERE


def _is_beside(at: int, first: int, last: int) -> bool:
    return first - _BEFORE <= at < first or last < at <= last + _BEHIND


def _gap(at: int, first: int, last: int) -> int:
    return max(first - at, at - last, 0)
