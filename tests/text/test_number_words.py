from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.text.number_lexicon import number_beginnings, simple_parts
from qa_bot.text.number_words import Number, read_cardinal, read_ordinal
from qa_bot.text.phrases import read_terms

GOLDEN = Path(__file__).parents[1] / "golden" / "numerals.tsv"
UNITS = ("", "إحدى", "اثنتين", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
TEENS = ("عشر", "إحدى عشرة", "اثنتي عشرة", *(f"{unit} عشرة" for unit in UNITS[3:]))
TENS = ("", "", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين")
HUNDREDS = ("", "مائة", "مائتين", *(f"{stem}مائة" for stem in (*UNITS[3:8], "ثمان", "تسع")))


def golden_rows() -> list[tuple[str, int, str]]:
    rows = (line.split("\t") for line in GOLDEN.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [(written, int(value), kind) for written, value, kind in rows]


def classical_parts(value: int) -> list[str]:
    """Return the number words of `value`, below 2000, from the units up to the thousands."""
    below_hundred = value % 100
    if 10 <= below_hundred < 20:
        small = [TEENS[below_hundred - 10]]
    else:
        small = [UNITS[below_hundred % 10], TENS[below_hundred // 10]]
    parts = [*small, HUNDREDS[value // 100 % 10], "ألف" if value >= 1000 else ""]
    return [part for part in parts if part]


def modern_parts(value: int) -> list[str]:
    """Return the number words of `value` from the thousands down, tens after their units."""
    large = classical_parts(value // 100 * 100)
    return [*reversed(large), *classical_parts(value % 100)]


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


@pytest.mark.parametrize(("written", "value", "kind"), golden_rows())
def test_a_number_is_read_whole(written: str, value: int, kind: str) -> None:
    terms = read_terms(f"{written} ثم").terms
    read = read_ordinal(terms, 0) if kind == "ordinal" else read_cardinal(terms, 0)
    assert read is not None
    assert (read.value, terms[read.end]) == (value, "ثم")


@given(st.integers(1, 1999))
def test_every_year_written_in_classical_order_is_read_back(value: int) -> None:
    read = read_cardinal(read_terms(" و".join(classical_parts(value))).terms, 0)
    assert read is not None
    assert read.value == value


@given(st.integers(1, 1999))
def test_every_year_written_in_modern_order_is_read_back(value: int) -> None:
    read = read_cardinal(read_terms(" و".join(modern_parts(value))).terms, 0)
    assert read is not None
    assert read.value == value
