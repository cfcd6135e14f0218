import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.text.phrases import PARAGRAPH_END, phrase_table, read_phrase, read_terms


def terms(text: str) -> list[str]:
    return [term for term in read_terms(text).terms if term]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سَنَةَ ١٣هـ", ["سنه", "13", "ه"]),
        ("عام\u200f (634)", ["عام", "(", "634", ")"]),
        ("النسبة 3.5 من 1,950", ["النسبه", "3.5", "من", "1,950"]),
        ("30.7.634", ["30", ".", "7", ".", "634"]),
        ("رجب\n\nشعبان", ["رجب", PARAGRAPH_END, "شعبان"]),
        ("رجب\nسنة", ["رجب", "سنه"]),
        ("سنة ثلاث (2) وتسعين", ["سنه", "ثلاث", "وتسعين"]),
        ("سنة ثلاث [1] وتسعين «4»", ["سنه", "ثلاث", "وتسعين"]),
        ("سنة (13) وما بعدها", ["سنه", "(", "13", ")", "وما", "بعدها"]),
        ("مات (13 هـ)", ["مات", "(", "13", "ه", ")"]),
        ("مات [35 ه]", ["مات", "[", "35", "ه", "]"]),
    ],
)
def test_a_text_becomes_words_numbers_and_signs(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_the_longest_phrase_counts_and_prefixes_hang_before_its_first_word() -> None:
    table = phrase_table([("ق.م", "short"), ("ق.م.ع", "long"), ("قبل الميلاد", "words")], ("", "و"))
    assert read_phrase(table, read_terms("ق. م").terms, 0) == ("short", 3)
    assert read_phrase(table, read_terms("ق.م.ع").terms, 0) == ("long", 5)
    assert read_phrase(table, read_terms("وقبل الميلاد بكثير").terms, 0) == ("words", 2)
    assert read_phrase(table, read_terms("قبل الظهر").terms, 0) is None


def test_a_term_knows_its_neighbour_and_its_letters() -> None:
    text = read_terms("في سنةَ 13هـ")
    assert text.written(1) == "سنةَ"
    assert text.glued(2)
    assert not text.glued(1)
    assert not text.glued(3)
    assert text.span(1, 3).of(text.text) == "سنةَ 13"


@given(st.text())
def test_terms_stand_in_order_and_share_nothing(text: str) -> None:
    edges = [edge for span in read_terms(text).spans for edge in span]
    assert edges == sorted(edges)
    assert not edges or edges[-1] <= len(text)
