"""Who answered how many quiz questions right: ranks with ties."""

from collections.abc import Iterable
from dataclasses import dataclass

from qa_bot.store.quizzes import Answered

WEEK_S = 7 * 86_400.0


@dataclass(frozen=True, slots=True)
class Standing:
    """Someone's place: whoever has as many right answers has the same `rank`, and the next ranks are left out.

    `name` is how they were called last, `right` how many of the `answered` questions were right.
    """

    rank: int
    user_id: int
    name: str
    right: int
    answered: int
    last_at_s: float

    @property
    def percent(self) -> int:
        """Return how many of a hundred answers were right, rounded down."""
        return 100 * self.right // self.answered


def standings(answers: Iterable[Answered]) -> list[Standing]:
    """Return who answered, the best first; those of one rank with fewer answers first, then by name.

    >>> [(each.rank, each.name) for each in standings([
    ...     Answered(1, "أ", True, 1.0), Answered(2, "ب", True, 2.0), Answered(3, "ج", False, 3.0)])]
    [(1, 'أ'), (1, 'ب'), (3, 'ج')]
    """
    by_user: dict[int, list[Answered]] = {}
    for answer in answers:
        by_user.setdefault(answer.user_id, []).append(answer)
    rights = {user_id: sum(each.right for each in given) for user_id, given in by_user.items()}
    found = []
    for user_id, given in by_user.items():
        rank = 1 + sum(other > rights[user_id] for other in rights.values())
        last = max(given, key=lambda each: each.answered_at_s)
        found.append(Standing(rank, user_id, last.name, rights[user_id], len(given), last.answered_at_s))
    return sorted(found, key=lambda each: (each.rank, each.answered, each.name, each.user_id))


def since(answers: Iterable[Answered], after_s: float) -> list[Answered]:
    """Return the answers that came after a moment, in seconds since 1970."""
    return [answer for answer in answers if answer.answered_at_s > after_s]
