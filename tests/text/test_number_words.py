import pytest

from qa_bot.text.number_lexicon import number_beginnings, simple_parts
from qa_bot.text.number_words import Number, read_cardinal, read_ordinal
from qa_bot.text.phrases import read_terms


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("لثلاث عشرة ليلة", Number(13, 2, "ل")),
        ("وأربعين", Number(40, 1, "و")),
        ("فلخمس", Number(5, 1, "فل")),
        ("بالثلاث", Number(3, 1, "بال")),
        ("ثلاث وأربع", Number(3, 1)),
        ("ثلاثين وثلاث", Number(30, 1)),
        ("ألف وألف", Number(1000, 1)),
        ("مائة ألف وعشرون", Number(100_020, 3)),
        ("واحد", Number(1, 1)),
        ("وواحد", Number(1, 1, "و")),
        ("رجل", None),
        ("1234567890123", None),
    ],
)
def test_a_cardinal_is_read_with_what_hangs_before_it(words: str, number: Number | None) -> None:
    assert read_cardinal(read_terms(words).terms, 0) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("التاسعة للهجرة", Number(9, 1, "ال")),
        ("للثامن", Number(8, 1, "لل")),
        ("والخامس والعشرين", Number(25, 2, "وال")),
        ("الواحد والعشرون", Number(21, 2, "ال")),
        ("الواحد", None),
        ("ثلاثين", None),
        ("السادسة والتسعين بعد الأربعمائة", Number(496, 4, "ال")),
        ("الثالثة ومعه رجال", Number(3, 1, "ال")),
        ("الثالثة بعد الحج", Number(3, 1, "ال")),
    ],
)
def test_an_ordinal_is_read_with_what_hangs_before_it(words: str, number: Number | None) -> None:
    assert read_ordinal(read_terms(words).terms, 0) == number


def test_every_number_word_may_begin_a_number() -> None:
    assert set(simple_parts()) <= number_beginnings()
    assert {"الثالثه", "وخمسين", "لاحدي"} <= number_beginnings()
    assert "رجل" not in number_beginnings()
