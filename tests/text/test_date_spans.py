import pytest

from qa_bot.text.date_scan import read_dates
from qa_bot.text.date_spans import span_of
from qa_bot.text.phrases import read_terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كان (610)م", "(610)م"),
        ("كان (610 م)", "610 م"),
        ("وفي وَسنةَ 13هـ", "سنةَ 13هـ"),
        ("في رجب سنة 9هـ", "رجب سنة 9هـ"),
    ],
)
def test_a_date_has_no_half_bracket_and_no_conjunction(text: str, expected: str) -> None:
    terms = read_terms(text)
    (reading,) = read_dates(terms)
    assert span_of(terms, reading).of(text) == expected
