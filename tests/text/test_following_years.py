import pytest

from qa_bot.text.following_years import read_unmarked_twin, with_followers
from qa_bot.text.phrases import Terms, read_terms
from qa_bot.text.written_dates import Era, Reading, Wording, WrittenDate, WrittenYear


def followed(text: str, year: WrittenYear, end: int) -> list[tuple[int, Era | None]]:
    """Return the years, with their eras, of a reading of `year` up to the term `end` and those that follow it."""
    readings = with_followers(read_terms(text), Reading(WrittenDate(year=year), 0, end))
    return [(each.date.year.first, each.date.year.era) for each in readings if each.date.year]


@pytest.mark.parametrize(
    ("text", "year", "end", "expected"),
    [
        ("13 هـ / 634", WrittenYear(13, 13, Era.HIJRA), 2, [(13, Era.HIJRA), (634, Era.CHRIST)]),
        ("13 هـ / 640", WrittenYear(13, 13, Era.HIJRA), 2, [(13, Era.HIJRA)]),
        ("634 م و635", WrittenYear(634, 634, Era.CHRIST), 2, [(634, Era.CHRIST), (635, Era.CHRIST)]),
        ("634 م و1635", WrittenYear(634, 634, Era.CHRIST), 2, [(634, Era.CHRIST)]),
        (
            "سنة ست وقيل سبع",
            WrittenYear(6, 6, Era.HIJRA, Wording.CARDINAL),
            2,
            [(6, Era.HIJRA), (7, Era.HIJRA)],
        ),
    ],
)
def test_years_that_lean_on_one_take_its_era(
    text: str, year: WrittenYear, end: int, expected: list[tuple[int, Era | None]]
) -> None:
    assert followed(text, year, end) == expected


def first_twin(text: str, at: int) -> int | None:
    terms: Terms = read_terms(text)
    reading = read_unmarked_twin(terms, at)
    return reading.date.year.first if reading and reading.date.year else None


def test_two_plain_numbers_are_one_year_in_brackets_alone() -> None:
    assert first_twin("( 13 / 634 )", 1) == 13
    assert first_twin("13 / 634 كبيرة", 0) is None
    assert first_twin("634 / 13 هـ", 0) == 634
