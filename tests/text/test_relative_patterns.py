import pytest

from qa_bot.text.phrases import read_terms
from qa_bot.text.relative_patterns import read_relative, read_shifted_year, relative_phrases
from qa_bot.text.written_dates import Era, Wording, WrittenDate, WrittenYear


@pytest.mark.parametrize(
    ("words", "shift"),
    [
        ("السنة نفسها", 0),
        ("نفس العام", 0),
        ("وهذه السنة", 0),
        ("العام التالي", 1),
        ("السنة التي تليها", 1),
        ("السنة السابقة", -1),
        ("بعد ذلك بعامين", 2),
        ("بعدها بسنة", 1),
        ("قبل ذلك بثلاث سنوات", -3),
        ("بعد ذلك ب 10 سنوات", 10),
    ],
)
def test_a_year_is_told_by_its_distance_to_another(words: str, shift: int) -> None:
    terms = read_terms(words).terms
    read = read_relative(terms, 0)
    assert read is not None
    assert read[0] == WrittenDate(shift=shift)
    assert terms[0] in dict(relative_phrases())


@pytest.mark.parametrize(
    "words", ["بعد ذلك بيومين", "بعد ذلك بسنة وشهرين", "هذه المدينة", "بعد العصر", "بعد ذلك بثلاث ليال"]
)
def test_other_distances_are_no_years(words: str) -> None:
    assert read_relative(read_terms(words).terms, 0) is None


def test_years_are_counted_from_the_hijra() -> None:
    before, after = (read_relative(read_terms(f"{word} الهجرة بسنتين").terms, 0) for word in ("قبل", "بعد"))
    assert before == (WrittenDate(year=WrittenYear(2, 2, Era.BEFORE_HIJRA, Wording.CARDINAL)), 3)
    assert after == (WrittenDate(year=WrittenYear(2, 3, Era.HIJRA, Wording.CARDINAL)), 3)


def test_a_shifted_year_ends_where_its_phrase_does() -> None:
    assert read_shifted_year(read_terms("السنة نفسها خرج").terms, 0) == (0, 2)
    assert read_shifted_year(read_terms("السنة الماضية").terms, 0) is None


def test_his_custom_is_no_year() -> None:
    assert read_shifted_year(read_terms("من سنته أن يجلس على مسح").terms, 0) is None
    assert read_shifted_year(read_terms("من سنته ومات").terms, 0) == (0, 2)
