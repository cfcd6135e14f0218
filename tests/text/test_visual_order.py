import pytest

from qa_bot.text.visual_order import logical


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("ةنيدملا", "المدينة"),
        ("ﻙﻮﻣﺮﻴﻟﺍ ﺔﻛﺮﻌﻣ", "معركة اليرموك"),
        ("20-13 ةنس", "سنة 13-20"),
        ("1,500 مهددع", "عددهم 1,500"),
        ("١٣ ةنس", "سنة ١٣"),
        ("«ردب» باتك", "كتاب «بدر»"),
        ("The word is ةرجه in Arabic letters", "The word is هجرة in Arabic letters"),
        ("plain Latin, 1992", "plain Latin, 1992"),
        ("", ""),
    ],
)
def test_what_is_seen_is_put_into_reading_order(seen: str, read: str) -> None:
    assert logical(seen) == read


def test_brackets_stay_as_they_are_where_the_file_has_not_mirrored_them() -> None:
    assert logical(")م636( ةنس") == "سنة (636م)"


def test_lines_stay_apart() -> None:
    assert logical("ردب\n\nدحأ") == "بدر\n\nأحد"
