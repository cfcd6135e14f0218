from datetime import date

import pytest

from dated import events_in
from qa_bot.answering.annals.anniversaries import anniversaries, today_of
from qa_bot.answering.annals.table import EventTable
from qa_bot.model.calendar import DateRange
from qa_bot.text.calendars import iso

# 19 Ramadan 1447, 23 February 2026 Julian.
DAY = date(2026, 3, 8)


def of(*texts: str, day: date = DAY) -> tuple[list[str], list[str]]:
    """Return the sentences of the day and those of the month."""
    found = anniversaries(EventTable.of(events_in(*texts)), day)
    return [event.text for event in found.of_the_day], [event.text for event in found.of_the_month]


def test_a_day_has_a_date_in_each_calendar() -> None:
    today = today_of(DAY)
    dates = [iso(DateRange(each, each)) for each in (today.hijri, today.julian, today.gregorian)]
    assert dates == ["1447-09-19", "2026-02-23", "2026-03-08"]


@pytest.mark.parametrize(
    "sentence",
    [
        "كانت غزوة كبيرة في 19 رمضان سنة 2هـ.",
        "فتحت المدينة بين 15 و20 رمضان سنة 8هـ.",
        "توج هرقل في 23 فبراير 613م.",
        "قامت الثورة في 8 مارس 1963م.",
    ],
)
def test_an_event_of_the_day_is_found_in_its_own_calendar(sentence: str) -> None:
    assert of(sentence) == ([sentence], [])


@pytest.mark.parametrize(
    "sentence",
    ["كانت غزوة بدر في رمضان سنة 2هـ.", "كانت الوقعة الكبيرة في 9 رمضان سنة 2هـ.", "توج هرقل في فبراير 613م."],
)
def test_an_event_of_the_month_is_found_beside(sentence: str) -> None:
    assert of(sentence) == ([], [sentence])


@pytest.mark.parametrize(
    "sentence",
    [
        "كانت الوقعة الكبيرة في رجب سنة 15هـ.",
        "كانت الوقعة الكبيرة سنة 15هـ.",
        "توج هرقل في 8 مارس 613م.",
        "وكان بينهما كلام طويل في رمضان سنة 2هـ.",
        "استمرت الحرب من رجب سنة 13هـ إلى رمضان سنة 15هـ.",
    ],
)
def test_other_days_computed_days_and_what_is_no_event_are_left_out(sentence: str) -> None:
    assert of(sentence) == ([], [])


def test_a_sentence_comes_once() -> None:
    sentence = "كانت الوقعة الكبيرة في رمضان سنة 2هـ، وقيل في رمضان سنة 3هـ."
    assert of(sentence) == ([], [sentence])


def test_where_there_is_nothing_the_next_day_is_told() -> None:
    table = EventTable.of(events_in("كانت الوقعة الكبيرة في 5 رجب سنة 15هـ.", "ومات فلان في 3 ذي الحجة سنة 23هـ."))
    found = anniversaries(table, DAY)
    assert found.next_day is not None
    assert iso(DateRange(found.next_day, found.next_day)) == "1447-12-03"
    assert [event.text for event in found.next_events] == ["ومات فلان في 3 ذي الحجة سنة 23هـ."]


def test_after_the_last_day_of_the_year_comes_the_first_of_the_next() -> None:
    found = anniversaries(EventTable.of(events_in("كانت الوقعة الكبيرة في 5 رجب سنة 15هـ.")), DAY)
    assert found.next_day is not None
    assert iso(DateRange(found.next_day, found.next_day)) == "1448-07-05"


def test_texts_without_days_have_no_next_day() -> None:
    assert anniversaries(EventTable.of(events_in("كانت الوقعة الكبيرة سنة 15هـ.")), DAY).next_day is None
