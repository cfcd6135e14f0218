import pytest

from qa_bot.text.phrases import read_terms
from qa_bot.text.written_dates import Era, Wording, WrittenYear
from qa_bot.text.year_numbers import YearRead, is_possible, with_other_year
from qa_bot.text.year_patterns import read_number_with_era, read_year_number, read_year_phrase, year_beginnings

CARDINAL, ORDINAL = Wording.CARDINAL, Wording.ORDINAL


@pytest.mark.parametrize(
    ("words", "year", "end"),
    [
        ("سنة 13هـ", WrittenYear(13, 13, Era.HIJRA), 3),
        ("عام (610)م", WrittenYear(610, 610, Era.CHRIST), 5),
        ("عام (610 م)", WrittenYear(610, 610, Era.CHRIST), 5),
        ("العام الهجري 1443", WrittenYear(1443, 1443, Era.HIJRA), 3),
        ("لعام 2018", WrittenYear(2018, 2018), 2),
        ("السنة التاسعة", WrittenYear(9, 9, wording=ORDINAL), 2),
        ("سنة ثلاث عشرة من ملك", WrittenYear(13, 13, Era.OTHER, CARDINAL), 5),
        ("سنة نيف وعشرين", WrittenYear(21, 29, wording=CARDINAL), 3),
        ("سنة خمس أو ست وثلاثين", WrittenYear(35, 36, wording=CARDINAL), 5),
        ("سنة ست وثلاثين أو سبع", WrittenYear(36, 37, wording=CARDINAL), 5),
        ("سنة ثلاث أو تسعين", WrittenYear(3, 3, wording=CARDINAL), 2),
        ("سنة 12-13هـ", WrittenYear(12, 13, Era.HIJRA), 5),
        ("أعوام 1914-18", WrittenYear(1914, 1918), 4),
        ("سنة 1990/91", WrittenYear(1990, 1991), 4),
        ("العام 225/226 ق.م", WrittenYear(225, 226, Era.BEFORE_CHRIST), 7),
        ("سنة 300-201 ق.م", WrittenYear(300, 201, Era.BEFORE_CHRIST), 7),
        ("سنة 628-602م", WrittenYear(628, 628), 2),
        ("سنة 13هـ-634م", WrittenYear(13, 13, Era.HIJRA), 3),
        ("عام 1900 - 12 نوفمبر", WrittenYear(1900, 1900), 2),
        ("سنة 12 إلى سنة 13", WrittenYear(12, 13), 5),
        ("سنة خمس وستين ليلة الخميس", WrittenYear(65, 65, wording=CARDINAL), 3),
    ],
)
def test_a_year_is_read_behind_its_word(words: str, year: WrittenYear, end: int) -> None:
    assert read_year_phrase(read_terms(words).terms, 0) == YearRead(year, end)


@pytest.mark.parametrize(
    "words",
    [
        "سنة واحدة",
        "سنة ثلاثا",
        "سنة ألف دينار",
        "سنة ثلاث وستون سنة",
        "سنة خمس وستين ليلة",
        "سنة 3000",
        "سنة 1501هـ",
        "سنوات 3",
        "سنة وشهرين",
        "عام كامل",
        "رجل 13",
    ],
)
def test_a_count_is_no_year(words: str) -> None:
    assert read_year_phrase(read_terms(words).terms, 0) is None


def test_every_year_is_none_of_them() -> None:
    assert read_year_phrase(read_terms("كل سنة ست").terms, 1) is None


def test_between_makes_a_range_of_two_years() -> None:
    terms = read_terms("عامي 602 و628م").terms
    assert read_year_phrase(terms, 0, between=True) == YearRead(WrittenYear(602, 628, Era.CHRIST), 5)
    assert read_year_phrase(terms, 0) == YearRead(WrittenYear(602, 602), 2)


def test_a_number_is_read_with_its_era_and_its_range() -> None:
    terms = read_terms("(602-628)م").terms
    assert read_year_number(terms, 0) == YearRead(WrittenYear(602, 628, Era.CHRIST), 6)
    assert read_year_number(terms, 1, ranged=False) == YearRead(WrittenYear(602, 602), 2)
    assert read_year_number(read_terms("رجب").terms, 0) is None


def test_only_its_era_makes_a_year_of_words() -> None:
    read = read_number_with_era(read_terms("وسبع عشرة للهجرة").terms, 0)
    assert read == YearRead(WrittenYear(17, 17, Era.HIJRA, CARDINAL), 3)
    assert read_number_with_era(read_terms("سبع عشرة ليلة").terms, 0) is None


def test_another_year_leaves_out_what_the_first_has_said() -> None:
    terms = read_terms("سنة ست وثلاثين وقيل سبع").terms
    known = read_year_phrase(terms, 0)
    assert known is not None
    other = with_other_year(terms, known, 4)
    assert other == YearRead(WrittenYear(37, 37, wording=CARDINAL), 5)


def test_years_end_where_their_eras_do() -> None:
    assert is_possible(WrittenYear(1500, 1500, Era.HIJRA))
    assert not is_possible(WrittenYear(1501, 1501, Era.HIJRA))
    assert is_possible(WrittenYear(2800, 2800, Era.BEFORE_CHRIST))
    assert not is_possible(WrittenYear(2800, 2800))


def test_years_begin_with_their_words() -> None:
    assert {"سنه", "وسنه", "العام", "لعام", "عامي", "سنوات"} <= year_beginnings()
