import pytest

from qa_bot.text.date_patterns import read_date
from qa_bot.text.phrases import read_terms
from qa_bot.text.written_dates import Era, Reading, Wording, WrittenDate, WrittenMonth, WrittenYear


def hijri(month: int) -> WrittenMonth:
    return WrittenMonth(hijri=True, first=month, last=month)


def roman(first: int, last: int | None = None) -> WrittenMonth:
    return WrittenMonth(hijri=False, first=first, last=last or first)


def read(words: str, at: int = 0) -> Reading | None:
    return read_date(read_terms(words), at)


@pytest.mark.parametrize(
    ("words", "date", "end"),
    [
        ("28 رجب 13هـ", WrittenDate(WrittenYear(13, 13, Era.HIJRA), hijri(7), (28, 28)), 4),
        ("رجب سنة تسع", WrittenDate(WrittenYear(9, 9, wording=Wording.CARDINAL), hijri(7)), 3),
        ("رجب من السنة التاسعة", WrittenDate(WrittenYear(9, 9, wording=Wording.ORDINAL), hijri(7)), 4),
        ("يوليو، 634 رجلا", WrittenDate(month=roman(7)), 1),
        ("يوليو 15", WrittenDate(month=roman(7)), 1),
        ("يوليو 15 ق.م", WrittenDate(WrittenYear(15, 15, Era.BEFORE_CHRIST), roman(7)), 5),
        ("شوال منها", WrittenDate(month=hijri(10), shift=0), 2),
        ("شوال من العام التالي", WrittenDate(month=hijri(10), shift=1), 4),
        ("صيف عام 634م", WrittenDate(WrittenYear(634, 634, Era.CHRIST), roman(6, 8)), 4),
        ("شتاء 1941", WrittenDate(WrittenYear(1941, 1941)), 2),
        ("يوم الفطر سنة 43هـ", WrittenDate(WrittenYear(43, 43, Era.HIJRA), hijri(10), (1, 1)), 5),
        ("28/5/1443هـ", WrittenDate(WrittenYear(1443, 1443, Era.HIJRA), hijri(5), (28, 28)), 6),
        ("12-5-1990", WrittenDate(WrittenYear(1990, 1990, Era.CHRIST), roman(5), (12, 12)), 5),
    ],
)
def test_the_parts_of_a_date_follow_one_another(words: str, date: WrittenDate, end: int) -> None:
    assert read(words) == Reading(date, 0, end)


@pytest.mark.parametrize(
    "words",
    [
        "رجب وقال",
        "صيف حار",
        "يوم الفطر",
        "يوم الجمعة خرج",
        "1/2/3",
        "13/13/1990",
        "1/2/1990/4",
        "12 / 5 / 1990",
        "5/2024",
        "192.168.10.1",
    ],
)
def test_what_lacks_a_month_or_a_reason_is_no_date(words: str) -> None:
    assert read(words) is None


def test_a_range_within_one_year_says_it_once() -> None:
    reading = read("30 ديسمبر - 2 يناير 1937")
    assert reading == Reading(
        WrittenDate(WrittenYear(1936, 1936), roman(12), (30, 30)),
        0,
        6,
        WrittenDate(WrittenYear(1937, 1937), roman(1), (2, 2)),
    )


def test_two_full_dates_with_a_dash_stay_two() -> None:
    reading = read("13 أكتوبر 1958 - 2 أكتوبر 2018")
    assert reading is not None
    assert (reading.end, reading.last) == (3, None)


def test_two_full_dates_behind_from_are_a_range() -> None:
    reading = read("من مارس 2003 حتى أغسطس 2014", 1)
    assert reading is not None
    assert reading.last == WrittenDate(WrittenYear(2014, 2014), roman(8))


def test_neighbouring_months_are_a_range_and_others_are_not() -> None:
    near, far = read("يونيو ويوليو 634"), read("يونيو وأكتوبر 634")
    assert near is not None
    assert near.last is not None
    assert far is not None
    assert far.last is None
