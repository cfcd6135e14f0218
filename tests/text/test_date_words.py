import pytest

from qa_bot.text.date_words import counts, eras, prefixed_terms, weekdays
from qa_bot.text.phrases import read_phrase, read_terms
from qa_bot.text.written_dates import Era


@pytest.mark.parametrize(
    ("words", "era", "end"),
    [
        ("هـ", Era.HIJRA, 1),
        ("ه", Era.HIJRA, 1),
        ("للهجرة", Era.HIJRA, 1),
        ("للهجرة النبوية", Era.HIJRA, 2),
        ("هجرية", Era.HIJRA, 1),
        ("ق.هـ", Era.BEFORE_HIJRA, 3),
        ("م", Era.CHRIST, 1),
        ("للميلاد", Era.CHRIST, 1),
        ("ق.م", Era.BEFORE_CHRIST, 3),
        ("ق م", Era.BEFORE_CHRIST, 2),
        ("قبل الميلاد", Era.BEFORE_CHRIST, 2),
        ("للإسكندر", Era.OTHER, 1),
        ("من سني الهجرة", Era.HIJRA, 3),
        ("هجرية شمسية", Era.OTHER, 2),
    ],
)
def test_an_era_stands_behind_its_year(words: str, era: Era, end: int) -> None:
    assert read_phrase(eras(), read_terms(words).terms, 0) == (era, end)


@pytest.mark.parametrize("words", ["من خلافته", "من ملكها", "من عمر", "من ولايتهم"])
def test_a_year_may_be_counted_from_another_beginning(words: str) -> None:
    assert read_phrase(counts(), read_terms(words).terms, 0) == (Era.OTHER, 2)


def test_a_weekday_may_have_a_part_of_its_day_before_it() -> None:
    assert read_phrase(weekdays(), read_terms("صبيحة يوم الجمعة").terms, 0) == (True, 3)
    assert read_phrase(weekdays(), read_terms("والسبت").terms, 0) == (False, 1)


def test_a_prefix_hangs_before_a_word() -> None:
    assert {"سنه", "وسنه", "بسنه", "لسنه"} <= prefixed_terms("سنة")
