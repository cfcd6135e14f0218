from hypothesis import given
from hypothesis import strategies as st

from qa_bot.answering.dated_clauses import clauses_of
from qa_bot.model.corpus import Span


def test_a_bracket_around_a_date_parts_no_clauses() -> None:
    text = "وقعت أجنادين (634م) وانهزم الروم (وكانوا كثيرا)."
    assert [clause.of(text) for clause in clauses_of(text, [Span(14, 18)])] == [
        "وقعت أجنادين (634م) وانهزم الروم (",
        "وكانوا كثيرا)",
        ".",
    ]


@given(st.text("اب ،.؛:()«»1", max_size=40), st.lists(st.integers(0, 40), max_size=4))
def test_clauses_cover_the_sentence_in_order(text: str, places: list[int]) -> None:
    dates = [Span(place, min(place + 3, len(text))) for place in sorted(places) if place < len(text)]
    assert "".join(clause.of(text) for clause in clauses_of(text, dates)) == text
