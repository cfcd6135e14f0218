import pytest

from qa_bot.text.phrases import read_terms
from qa_bot.text.reigns import is_of_cairo, read_reign, reign_beginnings, reign_in, reign_of
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
        ("أسلم أيام عثمان", (23, 35)),
        ("في ملك الوليد بن عبد الملك", (86, 96)),
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
        "ذكر أيام المأمون",
        "تولى ملك الوليد بن عبد الملك",
        "في خلافة عمر بن هبيرة",
        "في زمن أبي بكر بن عياش",
        "في عهد رسول الله",
        "في خلافة فلان",
    ],
)
def test_other_reigns_and_spans_of_time_are_none(words: str) -> None:
    assert read_reign(read_terms(words).terms, 1) is None


@pytest.mark.parametrize(
    ("heading", "reign"),
    [
        ("ذكر خلافة المعتضد بالله", (279, 289)),
        ("الخليفة الأول: ابو بكر الصديق رضي الله عنه", (11, 13)),
        ("[تولية محمد الأمين]", (193, 198)),
        ("ذكر بيعة أمير المؤمنين علي بن أبي طالب", (35, 40)),
        ("ذكر ولاية بشر بن مروان العراقين", None),
        ("ذكر كتاب أبي بكر إلى خالد", None),
        ("شأن مسير النبي على عشرة أميال من مكة", None),
        ("ذكر فتح حمص", None),
    ],
)
def test_a_heading_may_say_of_whose_reign_it_tells(heading: str, reign: tuple[int, int] | None) -> None:
    assert reign_in(read_terms(heading).terms) == reign


@pytest.mark.parametrize(
    ("heading", "reign"),
    [
        ("المهدي محمد بن المنصور", (158, 169)),
        ("عمر بن عبد العزيز", (99, 101)),
        ("(عثمان بن عفان )", (23, 35)),
        ("علي", (35, 40)),
        ("(علي يكتب شروط الصلح)", None),
        ("هارون بن عبد الله الزهرى", None),
        ("مسلمة بن عبد الملك", None),
    ],
)
def test_a_heading_may_begin_with_a_caliph(heading: str, reign: tuple[int, int] | None) -> None:
    assert reign_of(read_terms(heading).terms) == reign


def test_caliphs_of_cairo_had_the_names_of_those_before() -> None:
    assert reign_of(read_terms("المستنجد بالله").terms) == (555, 566)
    assert reign_in(read_terms("المستنجد بالله").terms, cairo=True) == (859, 884)
    assert is_of_cairo(read_terms("العباسيون في مصر").terms)
    assert not is_of_cairo(read_terms("ذكر فتح مصر").terms)
