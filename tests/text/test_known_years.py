import pytest

from qa_bot.model.calendar import Calendar, DateRange, HistoricalDate, MentionSource
from qa_bot.model.corpus import Reckoning
from qa_bot.text.known_years import Above, Known, with_hundreds
from qa_bot.text.written_dates import Era, Wording, WrittenYear


def year(calendar: Calendar, number: int) -> DateRange:
    return DateRange(HistoricalDate(calendar, number), HistoricalDate(calendar, number))


def test_a_texts_own_year_comes_before_its_heading_and_that_before_what_went_before() -> None:
    known = Known(Above(year(Calendar.HIJRI, 13), None, Reckoning(year=9, distance=100)))
    assert known.year_before(0, hijri=True) == (13, True, MentionSource.HEADING)
    known.remember(year(Calendar.HIJRI, 7), 50, goes_on=True)
    assert known.year_before(60, hijri=True) == (7, True, MentionSource.CONTEXT)
    assert known.year_before(60, hijri=False) is None
    assert Known(Above(before=Reckoning(year=9, distance=100))).year_before(0, hijri=None) == (
        9,
        True,
        MentionSource.CONTEXT,
    )


def test_a_year_named_too_far_before_tells_nothing() -> None:
    assert Known(Above(before=Reckoning(year=9, distance=3500))).year_before(600, hijri=True) is None


def test_only_years_that_go_on_are_told_to_what_follows() -> None:
    known = Known(Above())
    known.remember(year(Calendar.HIJRI, 54), 8, goes_on=True)
    known.remember(year(Calendar.HIJRI, 60), 20, goes_on=False)
    assert known.last == (54, True, 8)
    assert known.year_within(30, hijri=True) == 60


@pytest.mark.parametrize(
    ("number", "reign", "before", "full"),
    [
        (75, (566, 575), None, 575),
        (30, (566, 575), None, 530),
        (17, (320, 322), None, 317),
        (8, (640, 656), None, 648),
        (7, (334, 363), 356, 357),
        (7, (334, 363), None, None),
        (13, (41, 60), None, None),
        (64, (252, 255), None, 264),
        (75, (252, 255), None, None),
        (64, (160, 164), 163, 164),
    ],
)
def test_a_reign_tells_what_a_year_leaves_out(
    number: int, reign: tuple[int, int], before: int | None, full: int | None
) -> None:
    known = Known(Above(None, reign, Reckoning(year=before, distance=1)))
    read = with_hundreds(WrittenYear(number, number, wording=Wording.CARDINAL), Era.HIJRA, 0, known)
    assert (read and read[0].first) == full


def test_a_year_of_birth_is_told_to_its_own_clause_alone() -> None:
    known = Known(Above())
    known.remember(year(Calendar.HIJRI, 218), 10, goes_on=True)
    known.remember(year(Calendar.HIJRI, 178), 30, goes_on=True, born_until=40)
    assert known.year_within(34, hijri=True) == 178
    assert known.year_within(90, hijri=True) == 218
    assert known.last == (218, True, 10)


def test_a_later_reign_leaves_the_years_before_it_behind() -> None:
    known = Known(Above(before=Reckoning(year=75, distance=10)))
    known.come_to(DateRange(HistoricalDate(Calendar.HIJRI, 41), HistoricalDate(Calendar.HIJRI, 60)))
    assert known.year_before(0, hijri=True) == (75, True, MentionSource.CONTEXT)
    known.come_to(DateRange(HistoricalDate(Calendar.HIJRI, 136), HistoricalDate(Calendar.HIJRI, 158)))
    assert known.year_before(0, hijri=True) is None
    assert known.has_left


def test_a_christian_year_for_the_hijri_one_is_not_the_year_that_the_text_has_come_to() -> None:
    known = Known(Above(before=Reckoning(hijri=True)))
    known.remember(year(Calendar.HIJRI, 8), 10, goes_on=True)
    known.remember(year(Calendar.JULIAN, 630), 40, goes_on=True)
    assert known.last == (8, True, 10)
    known.remember(year(Calendar.JULIAN, 717), 60, goes_on=True)
    assert known.last == (717, False, 60)
