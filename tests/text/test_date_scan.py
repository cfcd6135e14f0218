import pytest

from qa_bot.text.date_scan import read_dates
from qa_bot.text.phrases import read_terms


def spans(text: str) -> list[str]:
    terms = read_terms(text)
    return [terms.span(reading.start, reading.end).of(text) for reading in read_dates(terms)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سنة 13/634", ["سنة 13", "634"]),
        ("ولد عام 1345 هـ 1926 بمكة", ["عام 1345 هـ", "1926"]),
        ("(634/13هـ)", ["634", "13هـ"]),
        ("النسبة 13/634 كبيرة", []),
        ("سنة 13/640", ["سنة 13"]),
        ("عامي 1990 و1995", ["عامي 1990", "1995"]),
        ("أعوام 1990 و1991 و1992", ["أعوام 1990", "1991", "1992"]),
        ("سنة 1990 و1200 رجل", ["سنة 1990"]),
        ("سنة ست، وقيل سبع، وقيل ثمان", ["سنة ست", "سبع", "ثمان"]),
        ("ثلاثين سنة ثلاث منها هناك", []),
        ("ابن ستين سنة سنة عشرين", ["سنة عشرين"]),
        ("القرن الأول الهجري / السابع الميلادي", ["القرن الأول الهجري", "السابع الميلادي"]),
        ("سنة ثلاث من ملكه", ["سنة ثلاث من ملكه"]),
    ],
)
def test_dates_stand_beside_those_that_lean_on_them(text: str, expected: list[str]) -> None:
    assert spans(text) == expected
