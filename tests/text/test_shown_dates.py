"""What a reader is shown of dates."""

import pytest

from qa_bot.model.calendar import BothCalendars, Calendar, DateRange, HistoricalDate
from qa_bot.text.shown_dates import ShownDate, is_to_the_day, shown_dates


def year(calendar: Calendar, number: int) -> DateRange:
    date = HistoricalDate(calendar, number)
    return DateRange(date, date)


HIJRI, JULIAN, GREGORIAN = year(Calendar.HIJRI, 13), year(Calendar.JULIAN, 634), year(Calendar.GREGORIAN, 634)
WRITTEN_HIJRI = BothCalendars("سنة 13هـ", HIJRI, JULIAN, GREGORIAN, (Calendar.JULIAN, Calendar.GREGORIAN))
WRITTEN_JULIAN = BothCalendars("634م", HIJRI, JULIAN, GREGORIAN, (Calendar.HIJRI, Calendar.GREGORIAN))


def test_before_1582_the_julian_date_stands_beside_the_hijri_one() -> None:
    assert shown_dates([WRITTEN_HIJRI]) == [ShownDate((HIJRI,), (JULIAN,))]


def test_a_modern_date_is_converted_to_the_gregorian_calendar() -> None:
    hijri, julian, gregorian = (year(Calendar.HIJRI, 1400), year(Calendar.JULIAN, 1980), year(Calendar.GREGORIAN, 1980))
    date = BothCalendars("1400هـ", hijri, julian, gregorian, (Calendar.JULIAN, Calendar.GREGORIAN))
    assert shown_dates([date]) == [ShownDate((hijri,), (gregorian,))]


def test_a_date_written_in_two_calendars_side_by_side_is_one() -> None:
    assert shown_dates([WRITTEN_HIJRI, WRITTEN_JULIAN]) == [ShownDate((HIJRI, JULIAN), ())]


def test_two_dates_of_different_times_stay_two() -> None:
    later = year(Calendar.JULIAN, 700)
    other = BothCalendars("700م", year(Calendar.HIJRI, 81), later, None, (Calendar.HIJRI,))
    assert [date.written for date in shown_dates([WRITTEN_HIJRI, other])] == [(HIJRI,), (later,)]


def test_the_same_date_is_shown_once_and_one_without_a_calendar_never() -> None:
    unknown = BothCalendars("في تلك السنة", None, None, None)
    assert shown_dates([unknown, WRITTEN_HIJRI, unknown, WRITTEN_HIJRI]) == [ShownDate((HIJRI,), (JULIAN,))]


@pytest.mark.parametrize(("numbers", "to_the_day"), [((624, 3, 13), True), ((624, 3), False), ((624,), False)])
def test_only_a_date_with_a_day_is_told_to_the_day(numbers: tuple[int, ...], to_the_day: bool) -> None:
    date = HistoricalDate(Calendar.JULIAN, *numbers)
    assert is_to_the_day(DateRange(date, date)) is to_the_day
