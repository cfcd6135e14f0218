import pytest

from qa_bot.text.named_years import named_year_phrases, read_named_year
from qa_bot.text.phrases import read_terms
from qa_bot.text.written_dates import Era


@pytest.mark.parametrize(
    ("words", "years", "era"),
    [
        ("ولد عام الفيل", (570, 571), Era.CHRIST),
        ("كان عام الرمادة", (18, 18), Era.HIJRA),
        ("قبل عام الحزن", (3, 3), Era.BEFORE_HIJRA),
        ("ولد بعد عام الفيل بثلاث عشرة سنة", (583, 584), Era.CHRIST),
        ("ولد قبل عام الفيل بعامين", (568, 569), Era.CHRIST),
    ],
)
def test_a_name_stands_for_its_years(words: str, years: tuple[int, int], era: Era) -> None:
    terms = read_terms(words).terms
    read = read_named_year(terms, 1)
    assert read is not None
    assert (read[0].first, read[0].last) == years
    assert read[0].era is era
    assert terms[1] in dict(named_year_phrases())


@pytest.mark.parametrize("words", ["في عام النعمة", "ولد بعد الفيل بعامين", "ولد بعد عام الفيل بمدة"])
def test_other_names_stand_for_none(words: str) -> None:
    assert read_named_year(read_terms(words).terms, 1) is None
