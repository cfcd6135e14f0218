import pytest

from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.reckoned import span_phrase
from qa_bot.model.calendar import Calendar
from qa_bot.model.reckoning import TimeSpan
from spoken import ARABIC, ENGLISH

YEARS = [
    (0, 0, "أقل من سنة", "less than a year"),
    (1, 1, "سنة واحدة", "1 year"),
    (2, 2, "سنتان", "2 years"),
    (6, 6, "6 سنين", "6 years"),
    (26, 26, "26 سنة", "26 years"),
    (100, 100, "100 سنة", "100 years"),
    (103, 103, "103 سنين", "103 years"),
    (0, 1, "سنة واحدة على الأكثر", "at most 1 year"),
    (1, 2, "بين سنة وسنتين", "1 to 2 years"),
    (2, 3, "بين سنتين و3 سنين", "2 to 3 years"),
    (10, 11, "بين 10 سنين و11 سنة", "10 to 11 years"),
]
MONTHS = [
    (0, 0, "أقل من شهر", "less than a month"),
    (1, 1, "شهر واحد", "1 month"),
    (11, 11, "11 شهرًا", "11 months"),
    (12, 12, "سنة واحدة", "1 year"),
    (13, 13, "سنة وشهر", "1 year and 1 month"),
    (14, 14, "سنة وشهران", "1 year and 2 months"),
    (30, 30, "سنتان و6 أشهر", "2 years and 6 months"),
    (0, 26, "سنتان وشهران على الأكثر", "at most 2 years and 2 months"),
    (2, 3, "بين شهرين و3 أشهر", "2 to 3 months"),
    (11, 14, "بين 11 شهرًا و14 شهرًا", "11 to 14 months"),
]


@pytest.mark.parametrize(
    ("in_months", "least", "most", "arabic", "english"),
    [*((False, *each) for each in YEARS), *((True, *each) for each in MONTHS)],
)
def test_a_time_is_told_in_the_plural_forms_of_each_language(
    in_months: bool, least: int, most: int, arabic: str, english: str
) -> None:
    span = TimeSpan(Calendar.HIJRI, least, most, in_months=in_months)
    assert strip_controls(span_phrase(span, ARABIC)) == arabic
    assert strip_controls(span_phrase(span, ENGLISH)) == english
