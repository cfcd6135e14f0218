import pytest

from qa_bot.text.lucene_arabic import STOP_WORDS, lucene_terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("والمسلمون بالمدينة", ["مسلم", "مدين"]),
        ("أحمد وإسلام وآمنة", ["احمد", "اسلام", "امن"]),
        ("في المدينة من الهجرة", ["مدين", "هجر"]),
        ("الْكِتَابُ", ["كتاب"]),
        ("اللـــه", ["له"]),
        ("موسى", ["موس"]),
        ("سنة ١٩٨٠م", ["سن", "1980م"]),
        ("3.14 و 1,000 و ق.م", ["3.14", "1,000", "ق.م"]),
        ("قال:نعم.ثم", ["قال:نعم.ثم"]),
        ("Damascus دمشق،", ["damascus", "دمشق"]),
        ("", []),
    ],
)
def test_terms_are_those_of_lucene(text: str, terms: list[str]) -> None:
    assert lucene_terms(text) == terms


def test_stop_words_are_taken_out_before_spelling_is_unified() -> None:
    assert lucene_terms("أن اَن") == ["ان"]


def test_the_stop_words_are_all_119() -> None:
    assert len(STOP_WORDS) == 119
