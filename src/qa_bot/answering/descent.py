"""Fathers' names: in «زيد بن حارثة» the second name alone is no Zayd, and may be another man's father."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_bot.text.normalise import normalised_words

_SON_OF = normalised_words("بن ابن بنت")
_KUNYAS = normalised_words("أبو أبي أبا أم")


@dataclass(frozen=True, slots=True)
class Descent:
    """The places of a name and of a word of the father's name behind it, among the words of a question."""

    name: int
    father: int


def descents_in(words: Sequence[str]) -> list[Descent]:
    """Return who among the normalised words of a question is named with a father, in order.

    >>> descents_in(["قتل", "زيد", "بن", "حارثه"]), descents_in(["سعد", "بن", "ابي", "وقاص"])
    ([Descent(name=1, father=3)], [Descent(name=0, father=2), Descent(name=0, father=3)])
    """
    found = []
    for at, word in enumerate(words[1:-1], 1):
        if word in _SON_OF:
            behind = range(at + 1, min(len(words), at + 2 + (words[at + 1] in _KUNYAS)))
            found += [Descent(at - 1, father) for father in behind]
    return found


def is_of_another(place: int, terms: Sequence[str], named: Sequence[int]) -> bool:
    """Return whether the name at `place` of a sentence is the father's of somebody else than stands at `named`.

    >>> is_of_another(2, ["المثني", "بن", "حارثه"], []), is_of_another(2, ["زيد", "بن", "حارثه"], [0])
    (True, False)
    """
    before = place - 1
    while before > 0 and terms[before] in _KUNYAS:
        before -= 1
    return before > 0 and terms[before] in _SON_OF and before - 1 not in named
