from hypothesis import given
from hypothesis import strategies as st

from qa_bot.model.answer import QuestionKind, Understood
from qa_bot.store.understood import read, written


@given(st.builds(Understood))
def test_a_question_comes_back_as_it_was_understood(understood: Understood) -> None:
    assert read(written(understood)) == understood


def test_what_another_version_of_the_program_wrote_is_read_as_far_as_it_is_known() -> None:
    line = '{"question": "متى بدر؟", "kind": "when", "of_tomorrow": {"a": [1]}}'
    assert read(line) == Understood("متى بدر؟", QuestionKind.WHEN)
