import pytest

from qa_bot.text.bare_years import read_bare_year
from qa_bot.text.phrases import read_terms


def bare(text: str) -> list[tuple[int, int]]:
    terms = read_terms(text)
    found = (read_bare_year(terms, at) for at in range(len(terms.spans)))
    return [(read.year.first, read.year.last) for _, read in filter(None, found)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("مات 634م", [(634, 634)]),
        ("مات (1332 – 1406)", [(1332, 1406)]),
        ("في (611) اجتاحوا", [(611, 611)]),
        ("منذ 1948 والناس", [(1948, 1948)]),
        ("في 611، اجتاحوا", [(611, 611)]),
        ("كأس العالم 2010.", [(2010, 2010)]),
        ("(ت 310)", [(310, 310)]),
        ("المتوفى: 207", [(207, 207)]),
        ("م1721", [(1721, 1721)]),
        ("في 79م", [(79, 79)]),
        ("13هـ", [(13, 13)]),
        ("بين 1276 و1277", [(1276, 1277)]),
    ],
)
def test_a_number_is_a_year_where_its_neighbours_say_so(text: str, years: list[tuple[int, int]]) -> None:
    assert bare(text)[: len(years)] == years


@pytest.mark.parametrize(
    "text",
    [
        "الآية (285)",
        "انظر ص 634",
        "رقم 1990",
        "بطول 634 م",
        "مسافة 100 م",
        "عمقه 12م",
        "(38)",
        "في 611 قرية",
        "1900 رجل",
        "بنسبة 1990%",
        "في 3.5",
        "الساعة 10:30",
        "بلغ 1950",
        "سنة 2500",
        "(2999)",
        "300 للإسكندر",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert bare(text) == []
