"""Typing faults in a question: words that the texts don't have, read as the words that were meant."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from qa_bot.answering import lexicon
from qa_bot.answering.core import core, without_proclitic
from qa_bot.answering.known_words import is_known, is_small, names
from qa_bot.answering.question_words import question_words
from qa_bot.model.corpus import Span
from qa_bot.text.normalise import normalise
from qa_bot.text.spelling import Near, Spelling
from qa_bot.text.stem import light10
from qa_bot.text.tokenise import Token, tokenise

Corrections = tuple[tuple[str, str], ...]
"""What was asked and what was read instead, in the order of the question."""

_SHORTEST = 4  # letters; in shorter words one letter makes another word
_SHORTEST_PART, _SHORTEST_WHOLE = 3, 5
_LONGEST = 30  # letters: two words without a blank
_MOST_MENDED = 8  # words of a question; one with more is no question in these texts' language
# In the unit of natural logarithms, tuned on visible questions: what a fault costs, and a rarer kind of fault beside
# it; a blank left out; how far the best reading must lie above the next.
_FAULT, _RARER_FAULT, _NO_BLANK, _LEAD = 4.0, 6.0, 1.0, 1.0
# What a word that no text has costs by letter: above it a word stays as it is. A question with more unknown words than
# known ones is about something else, and its words are hardly mistyped.
_NEW_WORD, _NEW_SUBJECT = 0.65, 0.3
_AROUND = 3.0  # what it counts that a word stands where the question's other words do
_NAME = 1.5  # what being a name counts
_UNSEEN_JOINED = -2.0  # what it counts that the texts never write a word with this letter joined to it
_UNSEEN = 0.5  # what a word counts that stands in no passage
_ASKING_WORD = 30  # as many passages a word that asks counts for, whatever the texts
_EMPTY_WORD = -2.0  # what it counts that a word carries no content: questions are seldom mistyped there
_SMALL_SHARE = -3.0  # of a question, as a logarithm
_PRONOUNS = frozenset({"هو", "هي", "هم"})
# What is often written without the blank after it, beside words that ask.
_BEFORE_BLANK = frozenset({"في", "من", "عن", "علي", "يا", "يوم", "كان", "كانت"})
_INFLECTION = "ايتنبلكوف"  # letters that begin another form of the same word: «يفتح», «فتح»
_NAME_PARTS = frozenset({"بن", "ابن", "ابو", "ابي", "ام", "عبد"})


@dataclass(frozen=True, slots=True)
class Corrected:
    """A question with its typing faults mended; `corrections` tell what was."""

    text: str
    corrections: Corrections = ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a word may stand for: `words` in their normalised form, one or two, and the higher `score` the likelier."""

    words: tuple[str, ...]
    written: str
    score: float


class Mender:
    """Mends typing faults by the words of `texts`, normalised and with the number of passages that hold them.

    Nothing is made of the texts before the first word comes that they don't have.
    """

    def __init__(self, texts: Mapping[str, int]) -> None:
        self._texts = texts

    def doubts(self, text: str) -> bool:
        """Return whether a word of `text` is unknown, so that it may be mistyped."""
        return any(_is_arabic(token) and not is_known(token.term, self._texts) for token in tokenise(text))

    def mend(self, text: str, around: Collection[str] = ()) -> Corrected:
        """Return `text` with words put together, parted, or spelt as the texts have them where they don't have them.

        A word that the texts have, that asks or is a name stays; so does one that may be two words as well. `around`
        are the normalised words of passages that hold the question's other words: what is among them is likelier.
        Accusatives («فرسا») are read without their ending, and that is no correction.
        """
        pieces: list[str] = []
        corrections: list[tuple[str, str]] = []
        at = 0
        for span, read in self._changes(text, around):
            pieces += [text[at : span.start], read]
            if not _is_accusative(normalise(span.of(text)), normalise(read)):
                corrections.append((span.of(text), read))
            at = span.end
        return Corrected("".join([*pieces, text[at:]]), tuple(corrections))

    def _changes(self, text: str, around: Collection[str]) -> Iterator[tuple[Span, str]]:
        tokens = [token for token in tokenise(text) if _is_arabic(token)]
        unknown = {token.span.start for token in tokens if not is_known(token.term, self._texts)}
        if not 0 < len(unknown) <= _MOST_MENDED:
            return
        carrying = sum(not is_small(token.term) for token in tokens)
        new_word = _NEW_SUBJECT if len(unknown) > carrying - len(unknown) else _NEW_WORD
        joined = self._joined(text, tokens, unknown)
        after = 0
        for token in tokens:
            if token.span.start < after:
                continue
            whole = joined.get(token.span.start)
            if whole is not None:
                after = whole.end
                yield whole, "".join(whole.of(text).split())
            elif token.span.start in unknown and _SHORTEST <= len(token.term) <= _LONGEST:
                read = self._best(token.span.of(text), new_word, around)
                if read:
                    yield token.span, read

    def _joined(self, text: str, tokens: Sequence[Token], unknown: set[int]) -> dict[int, Span]:
        """Return by where they start the two words that are one word of the texts': «الير موك»."""
        spans = {}
        for first, second in pairwise(tokens):
            between = Span(first.span.start, second.span.end)
            apart = not text[first.span.end : second.span.start].strip()
            if apart and len(first.term) > 1 and unknown & {first.span.start, second.span.start}:
                whole = first.term + second.term
                if len(whole) >= _SHORTEST_WHOLE and whole in self._texts:
                    spans[first.span.start] = between
        return spans

    def _best(self, written: str, new_word: float, around: Collection[str]) -> str:
        """Return what `written` stands for, as it is to be read; empty where nothing is likely or two are as likely."""
        word = normalise(written)
        found = [*self._spelt(word, written), *self._parted(written)]
        readings = sorted((_beside(reading, around) for reading in found), key=lambda r: (-r.score, r.words))
        if not readings or readings[0].score < -new_word * len(word):
            return ""
        best = readings[0]
        if _same_word(best.words, (word,)) or _inflected(word, best.words[0]):
            return ""  # another form of the word, and found by it
        other = next((reading for reading in readings if not _same_word(reading.words, best.words)), None)
        return "" if other and best.score - other.score < _LEAD else best.written

    def _spelt(self, word: str, written: str) -> Iterator[_Reading]:
        for near in self._spelling.near(word):
            yield _Reading((near.word,), _as_written(near.word, written), _score(near))
        joined = word.removesuffix(without_proclitic(word))
        if not joined:
            return
        for near in self._spelling.near(word.removeprefix(joined)):
            # «لل», not «لال»; no second article.
            if len(near.word) >= _SHORTEST and not (joined.endswith("ل") and near.word.startswith("ال")):
                whole = joined + near.word
                yield _Reading((whole,), joined + _as_written(near.word, written), _score(near) + _UNSEEN_JOINED)

    def _parted(self, written: str) -> Iterator[_Reading]:
        """Return the two words that `written` may be without the blank between them: «معركةاليرموك», «فيبدر»."""
        for at in range(2, len(written) - 1):
            parts = (normalise(written[:at]), normalise(written[at:]))
            if _may_part(*parts) and all(part in self._spelling for part in parts):
                score = sum(self._likelihood(part) for part in parts) + self._size - _NO_BLANK
                yield _Reading(parts, f"{written[:at]} {written[at:]}", score)

    def _likelihood(self, word: str) -> float:
        """Return the logarithm of a word's share: of the texts, of questions where it is a small word."""
        if is_small(word) or word in _NAME_PARTS:
            return _SMALL_SHARE
        return math.log(self._spelling.count(word) + _UNSEEN) - self._size

    @cached_property
    def _size(self) -> float:
        """Return the logarithm of the number of words in the texts."""
        return math.log(sum(self._texts.values()) + 1)

    @cached_property
    def _spelling(self) -> Spelling:
        asking = dict.fromkeys(lexicon.function_words(), 0) | dict.fromkeys(question_words(), _ASKING_WORD)
        return Spelling({**dict.fromkeys(names(), 0), **asking, **self._texts})


def _is_accusative(asked: str, read: str) -> bool:
    """Return whether a word is only read without the ending that grammar gives it: «فرسا» is no fault."""
    return asked == f"{read}ا"


def _score(near: Near) -> float:
    score = math.log(near.count + _UNSEEN) - _FAULT * near.faults - _RARER_FAULT * (near.cost - near.faults)
    score += _NAME if near.word in names() else 0.0
    return score + (_EMPTY_WORD if near.word in lexicon.function_words() else 0.0)


def _beside(reading: _Reading, around: Collection[str]) -> _Reading:
    return replace(reading, score=reading.score + _AROUND) if any(word in around for word in reading.words) else reading


def _is_arabic(token: Token) -> bool:
    return token.term.isalpha() and not token.term.isascii()


def _may_part(first: str, second: str) -> bool:
    """Return whether a word may be these two: of three letters or more, small words apart; «ماهو», but not «فيلم»."""
    if is_small(second):
        whole = second in _PRONOUNS or len(second) >= _SHORTEST
        return whole and first in question_words()
    return all(len(part) >= _SHORTEST_PART or (len(part) > 1 and _is_small_part(part)) for part in (first, second))


def _is_small_part(word: str) -> bool:
    # Not every small word: «اليابان» is no «إلى ابان», «انكسر» no «أن كسر».
    return word in _BEFORE_BLANK or word in _NAME_PARTS or word in question_words()


def _same_word(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two readings differ in endings and joined letters alone: either finds the same passages."""
    if len(one) != len(other):
        return False
    return all(light10(a) == light10(b) or core(a) == core(b) for a, b in zip(one, other, strict=True))


def _inflected(word: str, other: str) -> bool:
    """Return whether two words differ by the letter that they begin with, as forms of one verb do.

    >>> _inflected("يفتح", "فتح"), _inflected("نفتح", "يفتح"), _inflected("زوه", "غزوه")
    (True, True, False)
    """
    if word[:1] in _INFLECTION and other in (word[1:], *(letter + word[1:] for letter in _INFLECTION)):
        return True
    return other[:1] in _INFLECTION and other[1:] == word


def _as_written(word: str, asked: str) -> str:
    """Return a normalised word as a name is written, else with the last letter that the asker wrote.

    >>> _as_written("موته", "موتةة"), _as_written("المدينه", "المدينيةة"), _as_written("معركه", "معكة")
    ('مؤتة', 'المدينة', 'معركة')
    """
    if word in names():
        return names()[word]
    last = asked[-1:]
    return word[:-1] + last if normalise(last) == word[-1:] else word
