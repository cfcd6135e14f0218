import pytest

from qa_bot.model.calendar import Calendar, DateRange, HistoricalDate
from qa_bot.text.date_style import date_phrase

H, J, G = Calendar.HIJRI, Calendar.JULIAN, Calendar.GREGORIAN
Date = tuple[Calendar, int] | tuple[Calendar, int, int] | tuple[Calendar, int, int, int]


@pytest.mark.parametrize(
    ("first", "last", "phrase"),
    [
        ((H, 9), (H, 9), "9هـ"),
        ((H, 9, 7), (H, 9, 7), "رجب 9هـ"),
        ((H, 13, 5, 28), (H, 13, 5, 28), "28 جمادى الأولى 13هـ"),
        ((H, -2), (H, -2), "2 ق.هـ"),
        ((J, 634, 7), (J, 634, 7), "تموز/يوليو 634م"),
        ((J, -44, 3, 15), (J, -44, 3, 15), "15 آذار/مارس 44 ق.م"),
        ((G, 1948, 5, 15), (G, 1948, 5, 15), "15 أيار/مايو 1948م"),
        ((J, 630), (J, 631), "630-631م"),
        ((H, 12), (H, 13), "12-13هـ"),
        ((J, -300), (J, -201), "300-201 ق.م"),
        ((J, -5), (J, 4), "بين 5 ق.م و4م"),
        ((J, 630, 10), (J, 630, 11), "بين تشرين الأول/أكتوبر وتشرين الثاني/نوفمبر 630م"),
        ((J, 630, 12), (J, 631, 1), "بين كانون الأول/ديسمبر 630م وكانون الثاني/يناير 631م"),
        ((J, 630, 4, 20), (J, 631, 4, 9), "بين 20 نيسان/أبريل 630م و9 نيسان/أبريل 631م"),
        ((G, 1990, 5, 5), (G, 1990, 5, 10), "بين 5 و10 أيار/مايو 1990م"),
        ((H, 13, 5, 5), (H, 13, 6, 5), "بين 5 جمادى الأولى و5 جمادى الآخرة 13هـ"),
    ],
)
def test_a_date_is_said_in_a_few_words(first: Date, last: Date, phrase: str) -> None:
    assert date_phrase(DateRange(HistoricalDate(*first), HistoricalDate(*last))) == phrase


@pytest.mark.parametrize(
    ("first", "last", "phrase"),
    [
        ((H, 9), (H, 9), "9 AH"),
        ((H, 13, 5, 28), (H, 13, 5, 28), "28 Jumada I 13 AH"),
        ((H, -2), (H, -2), "2 BH"),
        ((J, -44, 3, 15), (J, -44, 3, 15), "15 March 44 BCE"),
        ((J, 630), (J, 631), "630-631 CE"),
        ((J, -5), (J, 4), "between 5 BCE and 4 CE"),
        ((J, 630, 10), (J, 630, 11), "between October and November 630 CE"),
        ((J, 630, 12), (J, 631, 1), "between December 630 CE and January 631 CE"),
        ((G, 1990, 5, 5), (G, 1990, 5, 10), "between 5 and 10 May 1990 CE"),
        ((H, 13, 11, 5), (H, 13, 12, 5), "between 5 Dhu al-Qada and 5 Dhu al-Hijja 13 AH"),
    ],
)
def test_in_english_too(first: Date, last: Date, phrase: str) -> None:
    assert date_phrase(DateRange(HistoricalDate(*first), HistoricalDate(*last)), "en") == phrase
