import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.answering.annals.request import Years, read_request, years_phrase
from qa_bot.model.calendar import Calendar, HistoricalDate


@pytest.mark.parametrize(
    ("asked", "topic", "years"),
    [
        ("", "", []),
        ("كل النصوص", "", []),
        ("all texts", "", []),
        ("خالد بن الوليد", "خالد بن الوليد", []),
        ("13-20", "", ["13-20هـ", "13-20م"]),
        ("١٣–٢٠ هـ", "", ["13-20هـ"]),
        ("630-640", "", ["630-640م", "630-640هـ"]),
        ("634م", "", ["634م"]),
        ("53 ق.هـ", "", ["53 ق.هـ"]),
        ("القرن الأول", "", ["القرن الأول الهجري", "القرن الأول الميلادي"]),
        ("القرن السابع الميلادي", "", ["القرن السابع الميلادي"]),
        ("7th century", "", ["القرن السابع الميلادي"]),
        ("1st century AH", "", ["القرن الأول الهجري"]),
        ("خالد بن الوليد (13-20هـ)", "خالد بن الوليد", ["13-20هـ"]),
        ("دمشق بين سنة 13 و20", "دمشق", ["13-20هـ", "13-20م"]),
        ("Damascus from 13 to 20", "Damascus", ["13-20هـ", "13-20م"]),
        ("دمشق سنة أربع عشرة", "دمشق", ["14هـ"]),
        ("بعد 20هـ", "", ["منذ 20هـ"]),
        ("قبل سنة 20 للهجرة", "", ["حتى 20هـ"]),
        ("since 634م", "", ["منذ 634م"]),
        ("13هـ - 640م", "", ["13-20هـ"]),
        ("في خلافة عمر", "", ["13-23هـ"]),
        ("الخط الزمني لخالد", "خالد", []),
        ("timeline of Damascus", "Damascus", []),
        ("كتاب:المغازي 2-5", "كتاب:المغازي", ["2-5هـ", "2-5م"]),
        ("سنة 0", "0", []),
        ("1م", "", ["1م"]),
        ("198-813م", "", ["198-813م"]),
    ],
)
def test_a_request_is_read_as_a_topic_and_years(asked: str, topic: str, years: list[str]) -> None:
    request = read_request(asked)
    assert (request.topic, [years_phrase(each) for each in request.years]) == (topic, years)


YEAR = st.integers(1, 1400)


@given(st.sampled_from([Calendar.HIJRI, Calendar.JULIAN]), YEAR, YEAR, st.sampled_from(["both", "first", "last"]))
def test_a_phrase_is_read_back_as_the_same_years(calendar: Calendar, one: int, other: int, ends: str) -> None:
    first, last = (HistoricalDate(calendar, year) for year in sorted((one, other)))
    years = Years(first if ends != "last" else None, last if ends != "first" else None)
    assert read_request(years_phrase(years)).years == (years,)


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert len(read_request(text).years) <= 2


def test_the_end_of_an_open_time_is_its_ten_years() -> None:
    (since,) = read_request("منذ 20هـ").years
    assert years_phrase(since.end) == "20-30هـ"
    (until,) = read_request("حتى 5هـ").years
    assert until.end.first == HistoricalDate(Calendar.HIJRI, -6)
