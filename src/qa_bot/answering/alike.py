"""Questions that ask much the same, put together."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_bot.text.terms import char_grams
from qa_bot.text.tokenise import tokenise

# Of the runs of four letters of both, this much has to be in common (Jaccard's coefficient).
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Alike:
    """Questions that ask much the same: the first of them as it was written, and how many there are."""

    question: str
    times: int


def group_alike(questions: Sequence[str]) -> list[Alike]:
    """Return questions in groups, the largest first, then in the order of their first questions.

    A question joins the first group whose first question it is like enough.

    >>> group_alike(["من فتح الأندلس؟", "متى بنيت الكوفة؟", "من فتح الاندلس"])
    [Alike(question='من فتح الأندلس؟', times=2), Alike(question='متى بنيت الكوفة؟', times=1)]
    """
    groups: list[tuple[str, frozenset[str]]] = []
    times: list[int] = []
    for question in questions:
        grams = _grams(question)
        at = next((at for at, (_, known) in enumerate(groups) if _likeness(grams, known) >= _ENOUGH), None)
        if at is None:
            groups.append((question, grams))
            times.append(1)
        else:
            times[at] += 1
    found = [Alike(question, count) for (question, _), count in zip(groups, times, strict=True)]
    return sorted(found, key=lambda group: -group.times)


def _grams(question: str) -> frozenset[str]:
    return frozenset(gram for token in tokenise(question) for gram in char_grams(token.term))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0
