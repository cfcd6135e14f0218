import pytest

from qa_bot.model.calendar import Calendar, DateRange, HistoricalDate
from qa_bot.text.calendars import iso
from qa_bot.text.date_meaning import joined, meaning_of
from qa_bot.text.written_dates import Era, WrittenDate, WrittenMonth, WrittenYear

RAJAB = WrittenMonth(hijri=True, first=7, last=7)
JULY = WrittenMonth(hijri=False, first=7, last=7)
THIRTEEN = WrittenYear(13, 13)


def one(calendar: Calendar, *date: int) -> DateRange:
    return DateRange(*[HistoricalDate(calendar, *date)] * 2)


@pytest.mark.parametrize(
    ("date", "era", "expected"),
    [
        (WrittenDate(THIRTEEN), Era.HIJRA, "0013"),
        (WrittenDate(THIRTEEN), Era.BEFORE_HIJRA, "-0013"),
        (WrittenDate(WrittenYear(300, 201)), Era.BEFORE_CHRIST, "-0300/-0201"),
        (WrittenDate(THIRTEEN, RAJAB, (-2, -2)), Era.HIJRA, "0013-07-28"),
        (WrittenDate(THIRTEEN, RAJAB, (0, 0)), Era.HIJRA, "0013-07-30"),
        (WrittenDate(THIRTEEN, RAJAB, (21, 0)), Era.HIJRA, "0013-07-21/0013-07-30"),
        (WrittenDate(THIRTEEN, JULY), Era.HIJRA, "0634-07"),
        (WrittenDate(WrittenYear(634, 634), RAJAB), Era.CHRIST, "0013-07"),
        (WrittenDate(WrittenYear(1501, 1600)), Era.CHRIST, "1501/1600"),
    ],
)
def test_a_written_date_means_days_of_its_calendar(date: WrittenDate, era: Era, expected: str) -> None:
    meaning = meaning_of(date, era)
    assert meaning is not None
    assert iso(meaning) == expected


@pytest.mark.parametrize(
    ("date", "era"),
    [
        (WrittenDate(), Era.HIJRA),
        (WrittenDate(THIRTEEN), None),
        (WrittenDate(THIRTEEN), Era.OTHER),
        (WrittenDate(THIRTEEN, RAJAB, (31, 31)), Era.HIJRA),
        (WrittenDate(WrittenYear(1990, 1990), WrittenMonth(hijri=False, first=2, last=2), (30, 30)), Era.CHRIST),
        (WrittenDate(WrittenYear(13, 14), JULY), Era.HIJRA),
    ],
)
def test_a_day_that_never_was_means_nothing(date: WrittenDate, era: Era | None) -> None:
    assert meaning_of(date, era) is None


def test_a_range_is_told_in_the_calendar_of_its_beginning() -> None:
    meaning = joined(one(Calendar.JULIAN, 1299, 7, 27), one(Calendar.GREGORIAN, 1923, 10, 29))
    assert meaning is not None
    assert iso(meaning) == "1299-07-27/1923-10-16"


def test_nothing_ends_before_it_begins() -> None:
    assert joined(one(Calendar.HIJRI, 13), one(Calendar.HIJRI, 12)) is None
    assert joined(one(Calendar.HIJRI, 13), one(Calendar.JULIAN, 634)) is None
    assert joined(None, one(Calendar.HIJRI, 12)) is None
