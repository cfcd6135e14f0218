from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.model.corpus import Span
from qa_bot.text.numerals import DigitKind, Numeral, find_numerals, in_digits

GOLDEN = Path(__file__).parents[1] / "golden" / "numerals.tsv"
LETTERS = "أبتسع عشر ومائة ثلاث، ألف 0٣۹\n"
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


@pytest.mark.parametrize(("written", "value", "kind"), golden_rows())
def test_a_number_is_read_whole(written: str, value: int, kind: str) -> None:
    assert find_numerals(f"قال {written} ثم") == [Numeral(value, Span(4, 4 + len(written)), ordinal=kind == "ordinal")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("سنة ثلاث عشرة وسنة أربع عشرة", [13, 14]),
        ("ثلاث وأربع", [3, 4]),
        ("عشرون وثلاثون", [20, 30]),
        ("ألف دينار وألف درهم", [1000, 1000]),
        ("لست أدري كم هم", []),
        ("واحد وعشرون", [21]),
        ("مائة ألف وعشرون ألفا", [120_000]),
        ("لا عدد هنا", []),
        ("", []),
    ],
)
def test_numbers_that_belong_apart_stay_apart(text: str, values: list[int]) -> None:
    assert [numeral.value for numeral in find_numerals(text)] == values


def test_a_run_of_digits_too_long_to_count_with_is_no_number() -> None:
    assert find_numerals("رقم الهاتف 0096211234567890") == []


@given(st.integers(1, 1999))
def test_every_year_written_in_classical_order_is_read_back(value: int) -> None:
    assert [numeral.value for numeral in find_numerals("سنة " + " و".join(classical_parts(value)))] == [value]


@given(st.integers(1, 1999))
def test_every_year_written_in_modern_order_is_read_back(value: int) -> None:
    assert [numeral.value for numeral in find_numerals("عام " + " و".join(modern_parts(value)))] == [value]


@given(st.text(alphabet=LETTERS))
def test_spans_are_in_order_and_share_nothing(text: str) -> None:
    spans = [numeral.span for numeral in find_numerals(text)]
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(st.integers(0, 10**11), st.sampled_from(DigitKind))
def test_a_number_in_any_digits_is_the_same_number(value: int, kind: DigitKind) -> None:
    assert [numeral.value for numeral in find_numerals(in_digits(str(value), kind))] == [value]


@given(st.text(), st.sampled_from(DigitKind))
def test_digits_come_back_as_western_ones_and_nothing_else_changes(text: str, kind: DigitKind) -> None:
    assert in_digits(in_digits(text, kind), DigitKind.WESTERN) == in_digits(text, DigitKind.WESTERN)
