import pytest

from qa_bot.text.phrases import read_terms
from qa_bot.text.reigns import is_of_cairo, read_reign, reign_beginnings, reign_in
from qa_bot.text.written_dates import Era, Wording


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("في خلافة عمر", (13, 23)),
        ("في خلافة عمر بن عبد العزيز", (99, 101)),
        ("وفي خلافة أبي بكر الصديق", (11, 13)),
        ("في خلافة أبو بكر", (11, 13)),
        ("آخر خلافة معاوية", (41, 60)),
        ("في خلافة أبى جعفر", (136, 158)),
        ("في زمن خلافة عثمان ابن عفان", (23, 35)),
        ("في أيام أمير المؤمنين عمر بن الخطاب", (13, 23)),
        ("في عهد الخليفة المأمون", (198, 218)),
        ("على عهد أبي بكر وعمر", (11, 13)),
        ("أسلم زمان عثمان", (23, 35)),
        ("في أيام مروان بن محمد", (127, 132)),
    ],
)
def test_a_reign_dates_what_happened_in_it(words: str, years: tuple[int, int]) -> None:
    terms = read_terms(words).terms
    read = read_reign(terms, 1)
    assert read is not None
    assert (read[0].first, read[0].last) == years
    assert (read[0].era, read[0].wording) == (Era.HIJRA, Wording.NAMED)
    assert terms[1] in reign_beginnings()


@pytest.mark.parametrize(
    "words",
    [
        "تولى خلافة عمر",
        "ثلاثة أيام يزيد بن معاوية",
        "في خلافة عمر بن هبيرة",
        "في زمن أبي بكر بن عياش",
        "في عهد رسول الله",
        "في خلافة فلان",
    ],
)
def test_other_reigns_and_spans_of_time_are_none(words: str) -> None:
    assert read_reign(read_terms(words).terms, 1) is None


def test_a_heading_may_name_a_caliph() -> None:
    assert reign_in(read_terms("ذكر خلافة المعتضد بالله").terms) == (279, 289)
    assert reign_in(read_terms("المهدي محمد بن المنصور").terms) == (158, 169)
    assert reign_in(read_terms("عمر بن عبد العزيز").terms) == (99, 101)
    assert reign_in(read_terms("ذكر فتح حمص").terms) is None


def test_caliphs_of_cairo_had_the_names_of_those_before() -> None:
    assert reign_in(read_terms("المستنجد بالله").terms) == (555, 566)
    assert reign_in(read_terms("المستنجد بالله").terms, cairo=True) == (859, 884)
    assert is_of_cairo(read_terms("العباسيون في مصر").terms)
    assert not is_of_cairo(read_terms("ذكر فتح مصر").terms)
