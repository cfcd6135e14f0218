import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.model.calendar import Calendar, DateRange, HistoricalDate
from qa_bot.text.calendars import (
    day_numbers,
    era_calendar,
    in_both_calendars,
    in_calendar,
    iso,
    month_length,
)

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "calendars.tsv"
VECTORS = ROOT.parent / "shared" / "data" / "calendar_vectors"
needs_vectors = pytest.mark.skipif(not VECTORS.is_dir(), reason="../shared/data/calendar_vectors is missing")

# The years for which every calendar has a date.
YEARS = st.one_of(st.integers(-4000, -1), st.integers(1, 9000))
MONTHS = st.integers(1, 12)


def one(calendar: Calendar, year: int, month: int | None = None, day: int | None = None) -> DateRange:
    date = HistoricalDate(calendar, year, month, day)
    return DateRange(date, date)


def read_date(calendar: Calendar, written: str) -> HistoricalDate:
    year, *rest = written.removeprefix("-").split("-")
    return HistoricalDate(calendar, int(year) * (-1 if written.startswith("-") else 1), *map(int, rest))


def read_iso(calendar: Calendar, written: str) -> DateRange:
    first, _, last = written.partition("/")
    return DateRange(read_date(calendar, first), read_date(calendar, last or first))


def golden_rows() -> list[list[str]]:
    lines = GOLDEN.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def without_year_zero(astronomical: int) -> int:
    return astronomical if astronomical > 0 else astronomical - 1


def astronomical_date(calendar: Calendar, written: str) -> DateRange:
    date = read_date(calendar, written)
    return one(calendar, without_year_zero(date.year), date.month, date.day)


def vector_rows(name: str) -> list[dict[str, str]]:
    with (VECTORS / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize(("written", "hijri", "julian", "gregorian"), golden_rows())
def test_a_date_is_told_in_every_calendar(written: str, hijri: str, julian: str, gregorian: str) -> None:
    name, _, date = written.partition(" ")
    meaning = read_iso(Calendar(name), date)
    told = [in_calendar(meaning, calendar) for calendar in Calendar]
    assert [iso(each) for each in told if each] == [hijri, julian, gregorian]


def test_both_calendars_say_which_of_them_were_computed() -> None:
    told = in_both_calendars("رجب من السنة التاسعة للهجرة", one(Calendar.HIJRI, 9, 7))
    assert told.text == "رجب من السنة التاسعة للهجرة"
    assert told.hijri == one(Calendar.HIJRI, 9, 7)
    assert told.julian == read_iso(Calendar.JULIAN, "0630-10/0630-11")
    assert told.computed == (Calendar.JULIAN, Calendar.GREGORIAN)


@pytest.mark.parametrize(
    "meaning",
    [
        one(Calendar.JULIAN, -9000),
        one(Calendar.GREGORIAN, 12000),
        one(Calendar.JULIAN, 634, 2, 30),
        one(Calendar.GREGORIAN, 1900, 2, 29),
    ],
)
def test_a_date_outside_the_tables_or_the_month_is_told_in_its_own_calendar_alone(meaning: DateRange) -> None:
    told = in_both_calendars("", meaning)
    assert [each for each in (told.hijri, told.julian, told.gregorian) if each] == [meaning]
    assert told.computed == ()


def test_a_thirtieth_day_that_only_the_sky_gave_a_hijri_month_is_the_day_after_the_29th() -> None:
    assert in_calendar(one(Calendar.HIJRI, 11, 2, 30), Calendar.JULIAN) == one(Calendar.JULIAN, 632, 5, 27)
    assert in_calendar(one(Calendar.HIJRI, 11, 2, 29), Calendar.JULIAN) == one(Calendar.JULIAN, 632, 5, 26)


@pytest.mark.parametrize(
    ("date", "calendar"),
    [
        ((634, None, None), Calendar.JULIAN),
        ((1582, None, None), Calendar.JULIAN),
        ((1582, 10, 4), Calendar.JULIAN),
        ((1582, 10, 15), Calendar.GREGORIAN),
        ((1583, None, None), Calendar.GREGORIAN),
        ((-44, 3, 15), Calendar.JULIAN),
    ],
)
def test_the_christian_era_changed_its_calendar_on_15_october_1582(
    date: tuple[int, int | None, int | None], calendar: Calendar
) -> None:
    assert era_calendar(*date) is calendar


@pytest.mark.parametrize(
    ("calendar", "year", "month", "days"),
    [
        (Calendar.HIJRI, 13, 1, 30),
        (Calendar.HIJRI, 13, 2, 29),
        (Calendar.HIJRI, 13, 12, 30),
        (Calendar.HIJRI, 14, 12, 29),
        (Calendar.JULIAN, 636, 2, 29),
        (Calendar.JULIAN, 1500, 2, 29),
        (Calendar.GREGORIAN, 1900, 2, 28),
        (Calendar.JULIAN, -1, 12, 31),
        (Calendar.JULIAN, -1, 2, 29),
    ],
)
def test_months_have_their_lengths(calendar: Calendar, year: int, month: int, days: int) -> None:
    assert month_length(calendar, year, month) == days


@given(st.sampled_from(Calendar), st.sampled_from(Calendar), YEARS, MONTHS, st.integers(1, 28))
def test_a_day_told_in_another_calendar_and_back_is_the_same_day(
    calendar: Calendar, other: Calendar, year: int, month: int, day: int
) -> None:
    meaning = one(calendar, year, month, day)
    there = in_calendar(meaning, other)
    assert there is not None
    assert there.first == there.last
    assert in_calendar(there, calendar) == meaning


@given(YEARS, MONTHS)
def test_a_hijri_month_lies_within_the_months_it_is_told_in(year: int, month: int) -> None:
    meaning = one(Calendar.HIJRI, year, month)
    there = in_calendar(meaning, Calendar.JULIAN)
    assert there is not None
    back = in_calendar(there, Calendar.HIJRI)
    assert back is not None
    positions = [(d.year, d.month) for d in (back.first, meaning.first, meaning.last, back.last)]
    assert positions == sorted(positions)


@needs_vectors
def test_civil_dates_agree_with_calendrical_calculations() -> None:
    for row in vector_rows("civil_vectors.tsv"):
        year = without_year_zero(int(row["ah_year"]))
        hijri = one(Calendar.HIJRI, year, int(row["ah_month"]), int(row["ah_day"]))
        julian = astronomical_date(Calendar.JULIAN, row["julian_calendar_astronomical_year"])
        gregorian = astronomical_date(Calendar.GREGORIAN, row["proleptic_gregorian_astronomical_year"])
        dates = (hijri, julian, gregorian)
        assert [[in_calendar(date, c) for c in Calendar] for date in dates] == [list(dates)] * 3, row


@needs_vectors
def test_every_hijri_month_begins_on_the_day_that_icu_gives() -> None:
    for row in vector_rows("icu_islamic_civil_month_starts.tsv"):
        first_day = one(Calendar.HIJRI, int(row["ah_year"]), int(row["ah_month"]), 1)
        julian, gregorian = (in_calendar(first_day, c) for c in (Calendar.JULIAN, Calendar.GREGORIAN))
        assert julian is not None
        assert gregorian is not None
        assert iso(julian) == row["julian_calendar"]
        assert iso(gregorian) == row["proleptic_gregorian"]


@pytest.mark.parametrize(
    ("meaning", "days"),
    [
        # 1 Muharram 1 is Julian day 1948440 (Reingold and Dershowitz), the battle of Ajnadayn fell on 1952837.
        (one(Calendar.HIJRI, 1, 1, 1), (1_948_440, 1_948_440)),
        (one(Calendar.JULIAN, 622, 7, 16), (1_948_440, 1_948_440)),
        (one(Calendar.HIJRI, 13, 5, 28), (1_952_837, 1_952_837)),
        (one(Calendar.JULIAN, 634, 7), (1_952_808, 1_952_838)),
        (one(Calendar.HIJRI, 99_999), None),
        (one(Calendar.JULIAN, 613, 2, 30), None),
    ],
)
def test_days_of_all_calendars_are_counted_in_one_row(meaning: DateRange, days: tuple[int, int] | None) -> None:
    assert day_numbers(meaning) == days
