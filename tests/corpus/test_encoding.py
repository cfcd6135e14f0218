import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.corpus.encoding import Decoded, decode
from qa_bot.corpus.findings import Fault

PROSE = "كانت غزوة بدر الكبرى في السابع عشر من رمضان، وانتصر فيها المسلمون على قريش."
VOCABULARY = (
    "غزوة بدر الكبرى أحد الخندق دمشق اليرموك أجنادين خالد الوليد عمر الخطاب أبو عبيدة الجراح المدينة مكة الروم هرقل "
    "الشام العراق القادسية سنة رمضان في من إلى على وكان ثم قال فتح محمد"
)
# Words alone can be read in two encodings («سنة» in one is «سوة» in the other); a sentence among them can't.
TEXTS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=12).map(lambda words: " ".join([*words, PROSE]))


@pytest.mark.parametrize(
    ("written_as", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("cp1256", "cp1256"),
        ("iso8859-6", "iso8859-6"),
    ],
)
def test_arabic_prose_is_read_in_the_encoding_it_was_written_in(written_as: str, named: str) -> None:
    assert decode(PROSE.encode(written_as)) == Decoded(PROSE, named)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"])
@settings(deadline=None, max_examples=60)
@given(text=TEXTS)
def test_text_comes_back_from_every_encoding(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert isinstance(decoded, Decoded)
    assert decoded.text == text


def test_a_single_word_in_utf16_without_a_nul_byte_is_read() -> None:
    assert decode("القدس".encode("utf-16-le")) == Decoded("القدس", "utf-16-le")


def test_short_text_in_cp1256_is_not_taken_for_hebrew() -> None:
    assert decode("فتح مكة".encode("cp1256")) == Decoded("فتح مكة", "cp1256")


def test_vowelled_text_in_cp1256_is_read() -> None:
    assert decode("الحَمدُ لِلَّهِ رَبِّ العالَمين".encode("cp1256")) == Decoded("الحَمدُ لِلَّهِ رَبِّ العالَمين", "cp1256")


def test_english_and_emptiness_are_utf8() -> None:
    assert decode(b"The Yarmuk") == Decoded("The Yarmuk", "utf-8")
    assert decode(b"") == Decoded("", "utf-8")


def test_torn_utf8_is_named_with_its_line_and_not_read_as_mojibake() -> None:
    raw = f"{PROSE}\n{PROSE}\n".encode() + "غزوة".encode()[:-1]
    found = decode(raw)
    assert isinstance(found, Fault)
    assert found.line == 3
    assert "utf-8" in found.reason


def test_control_characters_are_named_with_their_line() -> None:
    assert decode("بدر\nأحد\x07".encode()) == Fault("holds the control character U+0007", 2)


def test_a_nul_in_marked_utf8_is_named() -> None:
    assert decode(codecs.BOM_UTF8 + b"a\0") == Fault("holds the control character U+0000", 1)


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\0", bytes(range(256))]
)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    assert isinstance(decode(raw), Fault)


def test_layout_characters_are_text() -> None:
    assert decode("بدر\t\r\n\x0cأحد".encode()) == Decoded("بدر\t\r\n\x0cأحد", "utf-8")


def test_combining_marks_stay_as_written() -> None:
    text = "ب" + "\u0651\u064e" * 1000
    assert decode(text.encode()) == Decoded(text, "utf-8")
