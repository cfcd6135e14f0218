import pytest

from qa_bot.model.calendar import Calendar, DateRange, HistoricalDate
from qa_bot.text.written_dates import Era, Reading, Wording, WrittenDate, WrittenMonth, WrittenYear
from qa_bot.text.year_context import are_near, are_twins, era_of, gather

RAJAB = WrittenDate(month=WrittenMonth(hijri=True, first=7, last=7))
JULY = WrittenDate(month=WrittenMonth(hijri=False, first=7, last=7))


def year(number: int, era: Era | None = None, wording: Wording = Wording.DIGITS) -> WrittenDate:
    return WrittenDate(WrittenYear(number, number, era, wording))


def era(date: WrittenDate, *others: WrittenDate, heading: DateRange | None = None) -> Era | None:
    readings = [Reading(other, place, place + 1) for place, other in enumerate(others)]
    return era_of(date, len(others), gather(readings, heading))


@pytest.mark.parametrize(
    ("date", "others", "expected"),
    [
        (year(1948), [year(13, Era.HIJRA)], Era.CHRIST),
        (year(634), [year(630, Era.CHRIST)], Era.CHRIST),
        (year(634), [year(630, Era.HIJRA)], Era.HIJRA),
        (year(14), [year(634, Era.CHRIST)], Era.HIJRA),
        (year(634), [RAJAB], Era.HIJRA),
        (year(217), [JULY], Era.CHRIST),
        (year(217), [], Era.HIJRA),
        (year(634), [], Era.CHRIST),
        (year(13, wording=Wording.CARDINAL), [], Era.HIJRA),
        (year(640, wording=Wording.CARDINAL), [year(634, Era.CHRIST)], Era.CHRIST),
        (year(13, wording=Wording.CARDINAL), [year(634, Era.CHRIST)], Era.HIJRA),
        (year(9, wording=Wording.ORDINAL), [year(13, Era.HIJRA)], Era.HIJRA),
        (year(9, wording=Wording.ORDINAL), [year(1990, Era.CHRIST)], None),
        (year(9, wording=Wording.ORDINAL), [], None),
        (RAJAB, [], None),
        (
            year(350, wording=Wording.CENTURY),
            [year(450, Era.BEFORE_CHRIST), year(323, Era.BEFORE_CHRIST)],
            Era.BEFORE_CHRIST,
        ),
        (year(350, wording=Wording.CENTURY), [year(450, Era.BEFORE_CHRIST), year(340, Era.CHRIST)], Era.CHRIST),
        (year(634), [year(323, Era.BEFORE_CHRIST)], Era.CHRIST),
    ],
)
def test_an_era_comes_from_the_years_around(date: WrittenDate, others: list[WrittenDate], expected: Era | None) -> None:
    assert era(date, *others) is expected


def test_a_heading_tells_the_era_of_what_stands_under_it() -> None:
    above = HistoricalDate(Calendar.HIJRI, 634)
    assert era(year(640), heading=DateRange(above, above)) is Era.HIJRA


def test_two_years_are_one_where_they_overlap() -> None:
    assert are_twins(1157, 1744)
    assert are_twins(1, 622)
    assert not are_twins(13, 632)


def test_a_christian_year_may_be_two_off_the_hijri_one_that_it_stands_for() -> None:
    assert [are_near(8, christian) for christian in (626, 628, 630, 631, 634)] == [False, True, True, True, False]
