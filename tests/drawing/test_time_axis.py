import pytest

from qa_bot.drawing.time_axis import TimeAxis, axis_for, axis_height, ticks
from qa_bot.model.calendar import Calendar, DateRange, HistoricalDate
from qa_bot.text.calendars import day_numbers


def day(year: int, calendar: Calendar = Calendar.HIJRI) -> int:
    known = HistoricalDate(calendar, year)
    days = day_numbers(DateRange(known, known))
    assert days is not None
    return days[0]


def axis(first: int, last: int) -> TimeAxis:
    found = axis_for([day(first), day(last)], 100, 1000)
    assert found is not None
    return found


def years(first: int, last: int, calendar: Calendar) -> list[int]:
    return [year.year for year, _ in ticks(axis(first, last), calendar)]


def test_the_earliest_lies_on_the_right() -> None:
    found = axis(1, 20)
    assert 100 < found.x(day(20)) < found.x(day(10)) < found.x(day(1)) < 1000


def test_events_of_the_same_years_need_no_axis() -> None:
    assert axis_for([day(13), day(15)], 100, 1000) is None
    assert axis_for([day(13)], 100, 1000) is None


@pytest.mark.parametrize(
    ("first", "last", "hijri", "christian"),
    [
        (13, 21, [14, 16, 18, 20], [634, 636, 638, 640, 642]),
        (1, 100, [20, 40, 60, 80, 100], [620, 640, 660, 680, 700, 720]),
        (1, 900, [200, 400, 600, 800], [600, 800, 1000, 1200, 1400]),
        (-50, 50, [-40, -20, 20, 40], [580, 600, 620, 640, 660]),
    ],
)
def test_round_years_of_both_calendars_are_marked(
    first: int, last: int, hijri: list[int], christian: list[int]
) -> None:
    assert years(first, last, Calendar.HIJRI) == hijri
    assert years(first, last, Calendar.JULIAN) == christian


def test_a_crowd_needs_more_height() -> None:
    found = axis(1, 100)
    apart = axis_height(found, [day(year) for year in (1, 50, 100)])
    crowded = axis_height(found, [day(50)] * 3)
    assert crowded > apart
    assert axis_height(found, [day(50)] * 9) == axis_height(found, [day(50)] * 4)
