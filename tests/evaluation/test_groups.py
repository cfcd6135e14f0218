from hypothesis import given
from hypothesis import strategies as st

from qa_bot.evaluation.groups import Groups

pairs = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")))


def test_a_group_is_called_by_the_least_of_its_names() -> None:
    groups = Groups()
    groups.join("c", "b")
    groups.join("b", "d")
    groups.join("d", "a")
    assert [groups.name_of(name) for name in "abcde"] == ["a", "a", "a", "a", "e"]


@given(pairs)
def test_the_order_of_joining_changes_nothing(joined: list[tuple[str, str]]) -> None:
    one, other = Groups(), Groups()
    for pair in joined:
        one.join(*pair)
    for first, second in reversed(joined):
        other.join(second, first)
    assert [one.name_of(name) for name in "abcdefg"] == [other.name_of(name) for name in "abcdefg"]
