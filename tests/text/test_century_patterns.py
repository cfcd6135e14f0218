import pytest

from qa_bot.text.century_patterns import century_beginnings, read_century, read_other_century
from qa_bot.text.phrases import read_terms
from qa_bot.text.written_dates import Era


@pytest.mark.parametrize(
    ("words", "years", "era"),
    [
        ("القرن السابع الميلادي", (601, 700), Era.CHRIST),
        ("القرن الأول الهجري", (1, 100), Era.HIJRA),
        ("القرن الثالث قبل الميلاد", (300, 201), Era.BEFORE_CHRIST),
        ("القرن 19", (1801, 1900), None),
        ("القرن ال19", (1801, 1900), None),
        ("القرن الواحد والعشرين", (2001, 2100), None),
        ("القرنين السابع والثامن الهجريين", (601, 800), Era.HIJRA),
        ("القرنين السادس والسابع قبل الميلاد", (700, 501), Era.BEFORE_CHRIST),
        ("القرن الماضي", (1901, 2000), Era.CHRIST),
        ("النصف الأول من القرن السابع", (601, 650), None),
        ("النصف الثاني من القرن الثالث ق.م", (250, 201), Era.BEFORE_CHRIST),
        ("ستينيات القرن التاسع عشر", (1860, 1869), None),
        ("الثلاثينات من القرن العشرين", (1930, 1939), None),
        ("العقد الثالث من القرن العشرين", (1921, 1930), None),
        ("عقد الستينات", (1960, 1969), Era.CHRIST),
        ("والستينات", (1960, 1969), Era.CHRIST),
        ("1960s", (1960, 1969), Era.CHRIST),
    ],
)
def test_a_century_is_its_years(words: str, years: tuple[int, int], era: Era | None) -> None:
    read = read_century(read_terms(words).terms, 0)
    assert read is not None
    assert (read[0].first, read[0].last) == years
    assert read[0].era is era


@pytest.mark.parametrize(
    "words",
    [
        "القرن الأفريقي",
        "قرن الثور",
        "القرن الحالي",
        "القرن 99",
        "الستينات من عمره",
        "عقد من الزمان",
        "النصف الأول من العام",
    ],
)
def test_horns_ages_and_spans_are_no_centuries(words: str) -> None:
    assert read_century(read_terms(words).terms, 0) is None


def test_a_century_in_the_other_calendar_needs_its_era() -> None:
    assert read_other_century(read_terms("السابع الميلادي").terms, 0) is not None
    assert read_other_century(read_terms("السابع من رجب").terms, 0) is None


def test_centuries_begin_with_their_words() -> None:
    assert {"القرن", "والقرنين", "ستينيات", "عقد", "النصف"} <= century_beginnings()
