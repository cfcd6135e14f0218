import pytest

from qa_bot.text.calendars import iso
from qa_bot.text.dates import find_dates


def meanings(text: str) -> list[str | None]:
    return [mention.meaning and iso(mention.meaning) for mention in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The year of a month stands behind a later month of its sentence.
        ("سار لسبع بقين من ذي القعدة، ثم رجع في ذي الحجة سنة 5هـ", ["0005-11-23", "0005-12"]),
        ("سار في ذي القعدة. ثم رجع في ذي الحجة سنة 5هـ", [None, "0005-12"]),
        ("سار في شوال، ثم رجع في رجب سنة 5هـ", [None, "0005-07"]),
        # A month in a year of the other calendar.
        ("مات سنة 227هـ، وذلك في كانون الآخر", ["0227", "0842-01"]),
        ("قامت الحرب سنة 1973م في رمضان", ["1973", "1393-09"]),
        # «This year» is named right behind it.
        ("سنة 283هـ، وفي هذه السنة - وهي سنة 284هـ - غزا", ["0283", "0284", "0284"]),
        ("لم ير مثل هذه السنة", []),
    ],
)
def test_dates_tell_one_anothers_year(text: str, expected: list[str | None]) -> None:
    assert meanings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ولد سنة سبعين ومائة في ليلة الجمعة منتصف ربيع الأول، ومات في رجب", ["0170", "0170-03-15", None]),
        ("ولد سنة سبعين ومائة وحج في ذي الحجة", ["0170", None]),
        ("ولد سنة سبعين ومائة ثم مات في رجب", ["0170", None]),
        ("مات سنة سبعين ومائة، ثم حج ابنه في ذي الحجة", ["0170", "0170-12"]),
    ],
)
def test_a_year_of_birth_is_that_of_its_own_clause_alone(text: str, expected: list[str | None]) -> None:
    assert meanings(text) == expected
