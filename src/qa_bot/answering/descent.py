"""Fathers' names: in «زيد بن حارثة» the second name alone is no Zayd, and may be another man's father."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_bot.text.normalise import normalised_words

_SON_OF = normalised_words("بن ابن بنت")
_KUNYAS = normalised_words("أبو أبي أبا أم")


@dataclass(frozen=True, slots=True)
class Descent:
    """The places of a name and of a word of the descent behind it («بن», the father's), among a question's words."""

    name: int
    behind: int


def descents_in(words: Sequence[str]) -> list[Descent]:
    """Return who among the normalised words of a question is named with a father, in order.

    >>> [(each.name, each.behind) for each in descents_in(["قتل", "زيد", "بن", "حارثه"])]
    [(1, 2), (1, 3)]
    >>> [(each.name, each.behind) for each in descents_in(["سعد", "بن", "ابي", "وقاص"])]
    [(0, 1), (0, 2), (0, 3)]
    """
    found = []
    for at, word in enumerate(words[1:-1], 1):
        if word in _SON_OF:
            end = min(len(words), at + 2 + (words[at + 1] in _KUNYAS))
            found += [Descent(at - 1, behind) for behind in range(at, end)]
    return found


def is_of_another(place: int, terms: Sequence[str], named: Sequence[int]) -> bool:
    """Return whether what stands at `place` of a sentence is of the descent of somebody else than stands at `named`.

    >>> is_of_another(2, ["المثني", "بن", "حارثه"], []), is_of_another(2, ["زيد", "بن", "حارثه"], [0])
    (True, False)
    >>> is_of_another(1, ["المثني", "بن", "حارثه"], []), is_of_another(1, ["زيد", "بن", "حارثه"], [0])
    (True, False)
    """
    if terms[place] in _SON_OF:
        return place - 1 not in named
    before = place - 1
    while before > 0 and terms[before] in _KUNYAS:
        before -= 1
    return before > 0 and terms[before] in _SON_OF and before - 1 not in named
