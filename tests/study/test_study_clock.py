from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.study.clock import next_time, read_time, read_zone

DAY_S = 86_400


def at(zone: str, *moment: int) -> float:
    return datetime(*moment, tzinfo=ZoneInfo(zone)).timestamp()  # type: ignore[misc, arg-type]


@pytest.mark.parametrize("text", ["", "الفجر", "24:00", "7:60", "13pm", "0am", "7:5", "-1", "07:30:00", "1234"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Asia/Riyadh", "Asia/Riyadh"),
        ("africa/cairo", "Africa/Cairo"),
        ("new york", "America/New_York"),
        ("مكّة", "Asia/Riyadh"),
        ("اسطنبول", "Europe/Istanbul"),
        ("UTC", "UTC"),
        ("UTC+3", "Etc/GMT-3"),
        ("+03:00", "Etc/GMT-3"),
        ("-5", "Etc/GMT+5"),
        ("٠", None),
        ("+15", None),
        ("../etc/passwd", None),
        ("", None),
    ],
)
def test_zones_are_read_as_people_name_them(text: str, zone: str | None) -> None:
    assert read_zone(text) == zone


def test_a_time_that_has_passed_today_comes_tomorrow() -> None:
    now = at("Asia/Riyadh", 2026, 11, 20, 12, 0)
    assert next_time(12 * 60 + 1, "Asia/Riyadh", now) == now + 60
    assert next_time(12 * 60, "Asia/Riyadh", now) == now + DAY_S


def test_of_a_weekday_the_next_one_comes_and_a_week_later_the_one_after() -> None:
    friday = at("Asia/Riyadh", 2026, 11, 20, 12, 0)
    saturday = at("Asia/Riyadh", 2026, 11, 21, 9, 0)
    assert next_time(9 * 60, "Asia/Riyadh", friday, weekday=5) == saturday
    assert next_time(9 * 60, "Asia/Riyadh", saturday, weekday=5) == saturday + 7 * DAY_S
    # In Auckland it is Saturday already, and past nine.
    assert next_time(9 * 60, "Pacific/Auckland", at("UTC", 2026, 11, 20, 22, 0), weekday=5) == at(
        "Pacific/Auckland", 2026, 11, 28, 9, 0
    )


def test_the_day_is_that_of_the_zone() -> None:
    # In Auckland it is tomorrow already.
    now = at("UTC", 2026, 11, 20, 12, 0)
    assert next_time(7 * 60, "Pacific/Auckland", now) == at("Pacific/Auckland", 2026, 11, 21, 7, 0)


def test_an_hour_that_is_left_out_comes_an_hour_later_and_one_that_comes_twice_comes_once() -> None:
    spring = next_time(150, "Europe/Berlin", at("Europe/Berlin", 2026, 3, 29, 0, 0))
    assert spring == at("Europe/Berlin", 2026, 3, 29, 3, 30)
    autumn = next_time(150, "Europe/Berlin", at("Europe/Berlin", 2026, 10, 25, 0, 0))
    assert next_time(150, "Europe/Berlin", autumn) == at("Europe/Berlin", 2026, 10, 26, 2, 30)


@given(
    st.integers(0, 24 * 60 - 1),
    st.sampled_from(["UTC", "Africa/Cairo", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Etc/GMT-14"]),
    st.floats(0, 4e9),
)
def test_the_next_time_is_later_and_within_two_days(minute: int, zone: str, now_s: float) -> None:
    assert now_s < next_time(minute, zone, now_s) <= now_s + 2 * DAY_S + 3_600
