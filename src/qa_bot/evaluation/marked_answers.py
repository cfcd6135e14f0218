"""How often the likely answer that is marked inside a sentence is the judged one."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_bot.evaluation.dialogues import SPLITS, JudgedTurn
from qa_bot.evaluation.holding import holds, holds_all, spelled_alike

_AND = "و"


@dataclass(frozen=True, slots=True)
class MarkTally:
    """How many first sentences of a split have a number, name or place marked.

    `in_right` of them are right sentences. In `judged` the mark also meets the words that the sentence is judged by: a
    part of the truth, for some of those words only tell the sentence («حمل لواء المسلمين»), not who did it.
    """

    split: str
    marked: int
    in_right: int
    judged: int


def mark_tallies(judged: Sequence[JudgedTurn]) -> list[MarkTally]:
    """Return a tally for each split that has turns, in the order of `SPLITS`."""
    return [_tally(split, judged) for split in SPLITS if any(turn.dialogue.split == split for turn in judged)]


def _tally(split: str, judged: Sequence[JudgedTurn]) -> MarkTally:
    marked = [turn for turn in judged if turn.dialogue.split == split and _mark(turn)]
    right = [turn for turn in marked if turn.right_within(1)]
    return MarkTally(split, len(marked), len(right), sum(map(_is_judged, right)))


def _mark(turn: JudgedTurn) -> str:
    """Return what is marked in the first sentence; empty for nothing."""
    quote = next(iter(turn.quotes), None)
    return quote.answer_span.of(quote.text) if quote and quote.answer_span else ""


def _is_judged(turn: JudgedTurn) -> bool:
    text, mark = turn.quotes[0].text, _mark(turn)
    told = [strings for strings in turn.turn.answers if holds_all(text, strings)]
    return any(meets(mark, string) for strings in told for string in strings)


def meets(mark: str, judged: str) -> bool:
    """Return whether one holds the other, or the judged words break off within the mark.

    >>> meets("مصعب بن عمير", "حمل اللواء مصعب"), meets("ستين ذراعًا", "طوله ستين ذراعًا"), meets("سعد", "مصعب")
    (True, True, False)
    """
    if holds(judged, mark) or holds(mark, judged):
        return True
    ours, theirs = ([word.removeprefix(_AND) for word in spelled_alike(text).split()] for text in (mark, judged))
    return any(theirs[-length:] == ours[:length] for length in range(1, min(len(ours), len(theirs)) + 1))
