import pytest

from qa_bot.bot.study.daily_request import DailyRequest, asks_to_stop, read_daily


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("07:30", DailyRequest(450)),
        ("٠٧:٣٠", DailyRequest(450)),
        ("7:30 مساءً", DailyRequest(1170)),
        ("7 pm London", DailyRequest(1140, "Europe/London")),
        ("07:30 بتوقيت القاهرة", DailyRequest(450, "Africa/Cairo")),
        ("الساعة 07:30 مكة", DailyRequest(450, "Asia/Riyadh")),
        ("07:30 New York random", DailyRequest(450, "America/New_York", at_random=True)),
        ("07:30 عشوائي بصمت", DailyRequest(450, at_random=True, silent=True)),
        ("07:30 +3 من فتوح الشام عشوائيًّا", DailyRequest(450, "Etc/GMT-3", at_random=True, about="فتوح الشام")),
        ("07:30 صامت معركة أجنادين", DailyRequest(450, silent=True, about="معركة أجنادين")),
    ],
)
def test_time_zone_manner_and_texts_are_read(text: str, request_: DailyRequest) -> None:
    assert read_daily(text) == request_


@pytest.mark.parametrize("text", ["", "القاهرة", "كل يوم", "25:00", "random"])
def test_without_a_time_nothing_is_wanted(text: str) -> None:
    assert read_daily(text) is None


@pytest.mark.parametrize(("text", "stops"), [("off", True), ("OFF", True), ("أوقف", True), ("", False), ("7", False)])
def test_it_is_called_off_in_both_languages(text: str, stops: bool) -> None:
    assert asks_to_stop(text) is stops
