"""The dates of a sentence among its words: where each stands, and how much of a question is said near it."""

from bisect import bisect_left
from collections.abc import Sequence

from qa_bot.answering.anchors import Anchor, ReadSentence
from qa_bot.answering.dated_clauses import opens_clause
from qa_bot.answering.evidence import is_exact
from qa_bot.answering.given_dates import GivenDate
from qa_bot.answering.lexicon import relation_words
from qa_bot.answering.sentence import Candidate
from qa_bot.answering.topic import is_relation
from qa_bot.text.normalise import normalised_words

_COMMAS = "،؛,;"
_IN_TIME = normalised_words("قبل قبيل بعد بعيد")  # bring in another event, by which one is dated
_NAMES_EVENT = 2  # words behind them
_CLOSE = 8.0  # words at which a word counts half
_RIGHT_BEHIND = 1  # «الحرب في (602-628)»: words between what happened and its own date


class SentenceDates:
    """A sentence with the tokens that its own dates take up, in order."""

    def __init__(self, read: ReadSentence, candidate: Candidate, dates: Sequence[GivenDate]) -> None:
        self.asked = read.asked
        self.sentence = candidate
        self.read = read
        starts = [token.start for token in candidate.tokens]
        own = [each for each in dates if each.spans and not each.away]
        # The other end of a life parts nothing from the one asked for.
        exact = {id(each) for each in own if is_exact(each.meaning) and each.asked_end is not False}
        self.places = {
            id(each): (bisect_left(starts, each.spans[0].start), bisect_left(starts, each.spans[-1].end))
            for each in own
        }
        self.definite = [self.places[id(each)][0] for each in own if each.is_definite]
        # A reign parts nothing: «في خلافة أبي بكر، سنة 13هـ» is one date.
        self.bounds = [place for date, place in self.places.items() if date in exact]
        self.opening = {self.places[id(each)][0] for each in own if self._opens(each)}
        self.pointers = [bisect_left(starts, each.spans[0].start) for each in dates if each.is_pointed_to]
        self.length = len(starts)

    def _opens(self, date: GivenDate) -> bool:
        """Return whether a date opens a clause, and doesn't end what was told before: «، لعشر خلون من رجب، وخلع …»."""
        text, behind = self.sentence.text, self.places[id(date)][1]
        after = self.sentence.tokens[behind].term if behind < len(self.sentence.tokens) else ""
        goes_on = after.startswith("و") and after not in relation_words()
        ends = goes_on and text[date.spans[-1].end :].lstrip()[:1] in _COMMAS
        before = text[: date.spans[0].start]
        return opens_clause(before) and not (ends and before.rstrip()[-1:] in _COMMAS)

    def share(self, first: int, last: int) -> float:
        """Return the share of the question's weight that tokens `[first, last)` say."""
        said = sum(
            weight * max((match for at, match in places if first <= at < last), default=0.0)
            for weight, places in self.read.met
        )
        return said / self.asked.total if self.asked.total else 0.0

    def close(self, start: int, end: int) -> float:
        """Return the share that stands near tokens `[start, end)`, the further away the less."""
        said = sum(
            weight * max((match / (1 + words_between(at, start, end) / _CLOSE) for at, match in places), default=0.0)
            for weight, places in self.read.met
        )
        return said / self.asked.total if self.asked.total else 0.0

    def is_dated_behind(self, anchor: Anchor) -> bool:
        """Return whether a date stands right behind what the anchor tells."""
        return any(0 < start - anchor.last <= 1 + _RIGHT_BEHIND for start in self.definite)

    def comma(self, first: int, last: int) -> bool:
        """Return whether a comma or the like stands among these tokens, or on either side of them."""
        tokens, text = self.sentence.tokens, self.sentence.text
        start = tokens[first - 1].end if first else 0
        between = text[start : tokens[last].start] if last < len(tokens) else text[start:]
        return any(mark in between for mark in _COMMAS)

    def tells_another(self, first: int, last: int) -> bool:
        """Return whether something else is told among these tokens."""
        told = (at for at in range(first, last) if is_relation(self.sentence.tokens[at].term))
        return any(at not in self.read.related for at in told)

    def neighbours(self, start: int, end: int) -> tuple[int, int]:
        """Return the token behind the date before `[start, end)`, and the first of the date behind it."""
        before = max((other[1] for other in self.bounds if other[1] <= start), default=0)
        behind = min((other[0] for other in self.bounds if other[0] >= end), default=self.length)
        return before, behind

    def told_from(self, start: int) -> int:
        """Return the first token that may tell of what the date at `start` dates.

        That is the one behind the date before it. Where that opens a clause, and so dates what follows, it is the
        «قبل» or «بعد» that brings in another event: «وفي سنة 634 وقعت أجنادين قبل سقوط دمشق سنة 635».
        """
        opened, before = max((each for each in self.bounds if each[1] <= start), default=(0, 0))
        if opened not in self.opening:
            return before
        return max((at for at in range(before, start) if self._brings_in_another(at)), default=before)

    def _brings_in_another(self, at: int) -> bool:
        tokens = self.sentence.tokens
        behind = (token.term for token in tokens[at + 1 : at + 1 + _NAMES_EVENT])
        return tokens[at].term in _IN_TIME and any(map(is_relation, behind))


def words_between(at: int, start: int, end: int) -> int:
    """Return how far the token `at` stands from the tokens `[start, end)`; 0 inside."""
    return max(0, start - at, at - end + 1)
