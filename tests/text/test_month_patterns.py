import pytest

from qa_bot.text.month_names import EGYPTIAN_MONTHS, HIJRI_MONTHS, HIJRI_VARIANTS, LEVANTINE_MONTHS, ROMAN_VARIANTS
from qa_bot.text.month_patterns import month_beginnings, read_month, read_season, speaks_of_time
from qa_bot.text.phrases import read_terms
from qa_bot.text.written_dates import WrittenMonth


def spellings() -> list[tuple[str, bool, int]]:
    rows = [(name, True, number) for number, name in enumerate(HIJRI_MONTHS, 1)]
    rows += [
        (name, False, number) for names in (LEVANTINE_MONTHS, EGYPTIAN_MONTHS) for number, name in enumerate(names, 1)
    ]
    rows += [(name, True, number) for number, names in HIJRI_VARIANTS.items() for name in names]
    return rows + [(name, False, number) for number, names in ROMAN_VARIANTS.items() for name in names]


@pytest.mark.parametrize(("name", "hijri", "number"), spellings())
def test_every_name_of_a_month_is_that_month(name: str, hijri: bool, number: int) -> None:
    text = read_terms(f"شهر {name}")
    assert read_month(text, 0, trusted=False) == (WrittenMonth(hijri, number, number), len(text.spans))
    assert text.terms[0] in month_beginnings()


@pytest.mark.parametrize(
    ("written", "month", "end"),
    [
        ("تموز/يوليو 634", 7, 3),
        ("يناير كانون الثاني 1989", 1, 3),
        ("أيلول (سبتمبر) 634", 9, 4),
        ("15 تموز - يوليو", 7, 4),
        ("تموز/أيلول", 7, 1),
        ("أيلول (سبتمبر و", 9, 1),
    ],
)
def test_a_second_name_of_the_same_month_belongs_to_it(written: str, month: int, end: int) -> None:
    text = read_terms(written)
    start = int(written[0].isdigit())
    assert read_month(text, start, trusted=False) == (WrittenMonth(hijri=False, first=month, last=month), end)


@pytest.mark.parametrize("name", ["رجب", "شعبان", "رمضان", "صفر", "محرم", "مارس", "آب", "ماي"])
def test_a_name_with_another_meaning_needs_a_reason(name: str) -> None:
    assert read_month(read_terms(name), 0, trusted=False) is None
    assert read_month(read_terms(name), 0, trusted=True) is not None


def test_a_father_is_no_august() -> None:
    assert read_month(read_terms("أب"), 0, trusted=True) is None


def test_an_epithet_belongs_to_its_hijri_month() -> None:
    assert read_month(read_terms("شوال المكرم سنة"), 0, trusted=False) == (
        WrittenMonth(hijri=True, first=10, last=10),
        2,
    )
    assert read_month(read_terms("يوليو المبارك"), 0, trusted=False) == (WrittenMonth(hijri=False, first=7, last=7), 1)


def test_jumada_without_its_number_is_either() -> None:
    assert read_month(read_terms("جمادى سنة"), 0, trusted=False) == (WrittenMonth(hijri=True, first=5, last=6), 1)


def test_a_winter_has_no_months_of_one_year() -> None:
    assert read_season(read_terms("شتاء"), 0) == (None, 1)
    assert read_season(read_terms("خريف"), 0) == (WrittenMonth(hijri=False, first=9, last=11), 1)
    assert read_season(read_terms("يوم"), 0) is None


def test_a_preposition_of_time_leads_on_to_a_date() -> None:
    assert speaks_of_time("منذ")
    assert not speaks_of_time("علي")
