"""Whether a sentence says who or what something is."""

import pytest

from qa_bot.answering.definition import is_defined
from qa_bot.text.tokenise import tokenise


def defines(name: str, text: str) -> bool:
    tokens = tokenise(text)
    wanted = [token.term for token in tokenise(name)]
    return is_defined([[at for at, token in enumerate(tokens) if token.term == word] for word in wanted], tokens)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("هيلانة", "سار إلى هيلانة أم الإمبراطور"),
        ("شهربراز", "ثم سار القائد شهربراز غربا"),
        ("شهربراز", "وقائده شهربراز غربا"),
        ("شهربراز", "ثم سار القائد الفارسي شهربراز غربا"),
        ("مسيلمة", "وقاد مسيلمة الحنفي المعروف بالكذاب"),
        ("المقوقس", "ويرى أن المقوقس هو قيرس"),
        ("مرحب", "وكان مرحب فارس خيبر"),
        ("هرقل", "هرقل هو إمبراطور الروم"),
        ("أبو عبيدة", "كان أبو عبيدة أمين الأمة"),
        ("أجنادين", "أجنادين موضع بفلسطين"),
    ],
)
def test_what_someone_is_stands_beside_the_name(name: str, text: str) -> None:
    assert defines(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("شهربراز", "ثم سار شهربراز غربا"),
        ("مرحب", "خرج مرحب يرتجز"),
        ("هرقل", "سار الملك إلى الشام حيث هرقل"),
        ("خالد", "انهزم الجيش"),
    ],
)
def test_what_someone_does_says_not_who_it_is(name: str, text: str) -> None:
    assert not defines(name, text)


def test_a_word_of_the_name_itself_says_nothing_of_it() -> None:
    assert not defines("أم هانئ", "خرجت أم هانئ يومئذ")
