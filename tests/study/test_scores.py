from hypothesis import given
from hypothesis import strategies as st

from qa_bot.store.quizzes import Answered
from qa_bot.study.scores import since, standings


def answers(user_id: int, *rights: bool, name: str = "") -> list[Answered]:
    return [Answered(user_id, name or f"u{user_id}", right, float(at)) for at, right in enumerate(rights)]


def test_whoever_has_as_many_stands_at_the_same_rank_and_the_next_ranks_are_left_out() -> None:
    given_answers = [*answers(1, True, True), *answers(2, True, True, False), *answers(3, True), *answers(4, False)]
    found = standings(given_answers)
    assert [(each.rank, each.user_id, each.right, each.answered) for each in found] == [
        (1, 1, 2, 2),
        (1, 2, 2, 3),
        (3, 3, 1, 1),
        (4, 4, 0, 1),
    ]
    assert [each.percent for each in found] == [100, 66, 100, 0]


def test_the_last_name_counts() -> None:
    [found] = standings([Answered(1, "أحمد", True, 1.0), Answered(1, "أبو زيد", True, 2.0)])
    assert found.name == "أبو زيد"


def test_a_week_is_what_came_after_it_began() -> None:
    assert [each.answered_at_s for each in since(answers(1, True, True, True), 1.0)] == [2.0]
    assert standings([]) == []


@given(st.lists(st.tuples(st.integers(1, 6), st.booleans())))
def test_ranks_follow_right_answers_and_nothing_else(given_answers: list[tuple[int, bool]]) -> None:
    found = standings(Answered(user, "ن", right, 1.0) for user, right in given_answers)
    for one in found:
        assert one.rank == 1 + sum(other.right > one.right for other in found)
    assert [each.rank for each in found] == sorted(each.rank for each in found)
