import pytest

from qa_bot.text.counted_dates import (
    counted_phrases,
    is_counted_month,
    read_counted_month,
    read_year_of_reign,
    with_months_beside,
)
from qa_bot.text.phrases import read_terms
from qa_bot.text.written_dates import Era, Reading, Wording, WrittenDate, WrittenMonth, WrittenYear


def month(number: int) -> WrittenMonth:
    return WrittenMonth(hijri=True, first=number, last=number)


def counted(year: int, number: int, era: Era | None = None) -> WrittenDate:
    return WrittenDate(WrittenYear(year, year, era, Wording.COUNTED), month(number))


@pytest.mark.parametrize(
    ("words", "date", "end"),
    [
        # al-Waqidi: Badr, Ramadan of year 2; the Trench of Dhu al-Qa'da of year 5.
        ("على رأس تسعة عشر شهرا", counted(2, 9), 5),
        ("على رأس سبعة وخمسين شهرا من مهاجره", counted(5, 11, Era.HIJRA), 7),
        ("على رأس أحد وثلاثين شهرا من الهجرة", counted(3, 9, Era.HIJRA), 7),
    ],
)
def test_months_are_counted_from_the_first_of_the_hijra(words: str, date: WrittenDate, end: int) -> None:
    terms = read_terms(words).terms
    assert read_counted_month(terms, 0) == (date, end)
    assert terms[0] in dict(counted_phrases())
    assert is_counted_month(date)


@pytest.mark.parametrize("words", ["على رأس ستة أشهر من خلافته", "على رأس جبل", "على رأس ثلاث سنين"])
def test_other_counts_are_no_months_of_the_hijra(words: str) -> None:
    assert read_counted_month(read_terms(words).terms, 0) is None


def test_a_month_and_its_count_tell_each_other_the_year() -> None:
    terms = read_terms("في شوال ، على رأس اثنين وثلاثين شهرا").terms
    readings = [Reading(WrittenDate(month=month(10)), 1, 2), Reading(counted(3, 10), 3, 8)]
    told = with_months_beside(terms, readings)
    assert [(each.date.month, each.date.year and each.date.year.first) for each in told] == [(month(10), 3)] * 2


def test_of_a_month_and_a_count_that_differ_by_one_the_name_counts() -> None:
    terms = read_terms("في ربيع الآخر على رأس تسعة وثلاثين شهرا").terms
    readings = [Reading(WrittenDate(month=month(4)), 1, 3), Reading(counted(4, 5), 3, 8)]
    assert [each.date.month for each in with_months_beside(terms, readings)] == [month(4)] * 2


def test_a_count_from_nobody_knows_what_is_no_date() -> None:
    terms = read_terms("مات على رأس ستة أشهر").terms
    assert with_months_beside(terms, [Reading(counted(1, 8), 1, 5)]) == []


@pytest.mark.parametrize(
    ("words", "at", "end"),
    [
        ("لاثنتي عشرة سنة خلت من ملكه", 0, 6),
        ("في ثماني وثلاثين سنة من عمر", 1, 6),
        ("ملك اثنتي عشرة سنة من ملكه", 1, None),
        ("لاثنتي عشرة سنة خلت من الأيام", 0, None),
        ("لثلاث ليال خلون من رجب", 0, None),
    ],
)
def test_years_of_a_reign_are_dates_that_nobody_converts(words: str, at: int, end: int | None) -> None:
    assert read_year_of_reign(read_terms(words).terms, at) == end
