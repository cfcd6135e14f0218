import pytest

from qa_bot.model.calendar import Calendar
from qa_bot.text.month_names import HIJRI_MONTHS, HIJRI_VARIANTS, LEVANTINE_MONTHS, ROMAN_VARIANTS, month_name


@pytest.mark.parametrize(
    ("calendar", "month", "name"),
    [
        (Calendar.HIJRI, 1, "المحرم"),
        (Calendar.HIJRI, 12, "ذو الحجة"),
        (Calendar.JULIAN, 1, "كانون الثاني/يناير"),
        (Calendar.GREGORIAN, 12, "كانون الأول/ديسمبر"),
    ],
)
def test_months_are_named_as_readers_know_them(calendar: Calendar, month: int, name: str) -> None:
    assert month_name(calendar, month) == name


def test_no_spelling_belongs_to_two_months() -> None:
    for names, variants in ((HIJRI_MONTHS, HIJRI_VARIANTS), (LEVANTINE_MONTHS, ROMAN_VARIANTS)):
        spellings = [*names, *(spelling for row in variants.values() for spelling in row)]
        assert len(spellings) == len(set(spellings))
