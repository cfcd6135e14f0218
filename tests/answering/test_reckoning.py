"""What two dates make together."""

import pytest

from qa_bot.answering.reckoning import time_between, which_is_earlier
from qa_bot.model.calendar import BothCalendars, Calendar
from qa_bot.model.reckoning import TimeSpan
from qa_bot.text.calendars import in_both_calendars
from qa_bot.text.dates import find_dates


def date(text: str) -> BothCalendars:
    [mention] = find_dates(text)
    assert mention.meaning is not None
    return in_both_calendars(text, mention.meaning)


@pytest.mark.parametrize(
    ("one", "other", "earlier"),
    [
        ("رمضان سنة 2هـ", "سنة 8هـ", 0),
        ("سنة 15هـ", "جمادى الأولى سنة 13هـ", 1),
        ("سنة 13هـ", "رجب سنة 13هـ", None),
        ("سنة 13هـ", "سنة 634م", None),
        ("سنة 13هـ", "سنة 641م", 0),
        ("44 ق.م", "سنة 622م", 0),
    ],
)
def test_which_came_first_is_told_where_the_dates_lie_apart(one: str, other: str, earlier: int | None) -> None:
    assert which_is_earlier(date(one), date(other)) == earlier


@pytest.mark.parametrize(
    ("one", "other", "span"),
    [
        ("سنة 2هـ", "سنة 8هـ", TimeSpan(Calendar.HIJRI, 6, 6)),
        ("سنة 8هـ", "سنة 2هـ", TimeSpan(Calendar.HIJRI, 6, 6)),
        ("رمضان سنة 2هـ", "سنة 8هـ", TimeSpan(Calendar.HIJRI, 6, 6)),
        ("جمادى الأولى سنة 13هـ", "رجب سنة 15هـ", TimeSpan(Calendar.HIJRI, 26, 26, in_months=True)),
        ("سنة 13هـ", "سنة 641م", TimeSpan(Calendar.HIJRI, 7, 8)),
        ("سنة 602م", "سنة 628م", TimeSpan(Calendar.JULIAN, 26, 26)),
        ("سنة 13هـ", "سنة 13هـ", TimeSpan(Calendar.HIJRI, 0, 0)),
        ("1 ق.م", "سنة 1م", TimeSpan(Calendar.JULIAN, 1, 1)),
    ],
)
def test_how_long_it_is_between_two_dates_is_reckoned_in_the_calendar_of_both(
    one: str, other: str, span: TimeSpan
) -> None:
    assert time_between(date(one), date(other)) == span


def test_dates_that_nobody_can_tell_make_nothing() -> None:
    unknown = BothCalendars("يوما", None, None, None)
    assert which_is_earlier(unknown, date("سنة 8هـ")) is None
    assert time_between(unknown, date("سنة 8هـ")) is None
