import pytest

from qa_bot.text.named_years import named_year_beginnings, read_named_year, reign_in
from qa_bot.text.phrases import read_terms
from qa_bot.text.written_dates import Era


@pytest.mark.parametrize(
    ("words", "years", "era"),
    [
        ("ولد عام الفيل", (570, 571), Era.CHRIST),
        ("كان عام الرمادة", (18, 18), Era.HIJRA),
        ("قبل عام الحزن", (3, 3), Era.BEFORE_HIJRA),
        ("في خلافة عمر", (13, 23), Era.HIJRA),
        ("في خلافة عمر بن عبد العزيز", (99, 101), Era.HIJRA),
        ("وفي خلافة أبي بكر الصديق", (11, 13), Era.HIJRA),
    ],
)
def test_a_name_stands_for_its_years(words: str, years: tuple[int, int], era: Era) -> None:
    terms = read_terms(words).terms
    read = read_named_year(terms, 1)
    assert read is not None
    assert (read[0].first, read[0].last) == years
    assert read[0].era is era
    assert terms[1] in named_year_beginnings()


def test_a_heading_may_name_a_caliph() -> None:
    assert reign_in(read_terms("ذكر خلافة المعتضد بالله").terms) == (279, 289)
    assert reign_in(read_terms("المهدي محمد بن المنصور").terms) == (158, 169)
    assert reign_in(read_terms("عمر بن عبد العزيز").terms) == (99, 101)
    assert reign_in(read_terms("ذكر فتح حمص").terms) is None


@pytest.mark.parametrize("words", ["تولى خلافة عمر", "في خلافة عمر بن هبيرة", "في خلافة فلان", "في عام النعمة"])
def test_other_names_stand_for_none(words: str) -> None:
    assert read_named_year(read_terms(words).terms, 1) is None
