import pytest

from qa_bot.text.dates import find_dates
from qa_bot.text.twin_dates import is_said_twice


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("وقعت سنة 13هـ الموافق 634م", True),
        ("وقعت سنة 13هـ (634م)", True),
        # Books convert with a year's error.
        ("وقعت سنة 13هـ/636م", True),
        ("وقعت سنة 13هـ/640م", False),
        ("وقعت سنة 13هـ وسنة 14هـ", False),
        ("ولد سنة 13هـ وعاش طويلا ثم مات بعدها سنة 634م", False),
    ],
)
def test_one_date_in_two_calendars_stands_side_by_side(text: str, twice: bool) -> None:
    first, second = find_dates(text)
    assert is_said_twice(first, second) is twice
