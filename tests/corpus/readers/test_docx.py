import zipfile

import pytest

from office_files import docx, paragraph, zipped
from qa_bot.corpus.findings import Problem, SourceFile, Trouble
from qa_bot.corpus.readers.docx import read
from qa_bot.model.corpus import Document
from read_files import only_document, only_problem, texts_of

FILE = SourceFile("badr", "badr.docx", "/texts/badr.docx")


def document(raw: bytes) -> Document:
    return only_document(read(raw, FILE))


def problem(raw: bytes) -> Problem:
    return only_problem(read(raw, FILE))


def test_styles_make_the_title_and_the_path_of_headings() -> None:
    found = document(
        docx(
            paragraph("غزوة بدر", "a1")
            + paragraph("مقدمة.")
            + paragraph("القتال", "a2")
            + paragraph("المبارزة", "a3")
            + paragraph("كانت المبارزة أولا.")
        )
    )
    assert (found.metadata.title, found.metadata.titled) == ("غزوة بدر", True)
    assert [(each.span.of(found.text), each.headings) for each in found.paragraphs] == [
        ("مقدمة.", ()),
        ("كانت المبارزة أولا.", ("القتال", "المبارزة")),
    ]


def test_words_in_several_runs_are_one_text_and_what_was_deleted_is_gone() -> None:
    runs = (
        "<w:r><w:t>كانت</w:t></w:r><w:r><w:tab/><w:t>بدر</w:t></w:r>"
        "<w:del><w:r><w:delText> خطأ</w:delText><w:t>خطأ</w:t></w:r></w:del>"
        "<w:r><w:instrText> PAGE </w:instrText><w:br/><w:t>في رمضان.</w:t></w:r>"
    )
    assert texts_of(document(docx(f"<w:p>{runs}</w:p>"))) == ["كانت بدر\nفي رمضان."]


def test_a_row_of_a_table_is_a_paragraph() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("بدر", "2هـ"))
    assert texts_of(document(docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))) == ["بدر | 2هـ"]


def test_a_note_follows_the_paragraph_that_mentions_it() -> None:
    body = '<w:p><w:r><w:t>كانت بدر.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>' + paragraph("ثم أحد.")
    notes = f'<w:footnote w:id="2">{paragraph("رواه الواقدي.")}</w:footnote>'
    assert texts_of(document(docx(body, footnotes=notes))) == ["كانت بدر.", "رواه الواقدي.", "ثم أحد."]


def test_a_text_box_stays_apart_from_the_paragraph_around_it() -> None:
    box = f"<w:txbxContent>{paragraph('في الإطار.')}</w:txbxContent>"
    body = f"<w:p><w:r><w:t>قبل </w:t></w:r><w:r>{box}</w:r><w:r><w:t>وبعد.</w:t></w:r></w:p>"
    assert texts_of(document(docx(body))) == ["في الإطار.", "قبل وبعد."]


def test_a_file_without_words_is_named() -> None:
    assert problem(docx("<w:p/>")).trouble is Trouble.EMPTY


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"just words", "is no docx: not a ZIP archive"),
        (b"PK\x03\x04 torn", "the archive is torn: File is not a zip file"),
        (zipped({"a.txt": "بدر"}), "holds no 'word/document.xml'"),
    ],
)
def test_what_is_no_word_file_is_named(raw: bytes, reason: str) -> None:
    assert (problem(raw).reason, problem(raw).trouble) == (reason, Trouble.BROKEN)


def test_an_old_or_locked_word_file_is_named() -> None:
    assert problem(b"\xd0\xcf\x11\xe0\xa1\xb1").trouble is Trouble.LOCKED


def test_entities_are_never_opened() -> None:
    entity = '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY g "من خارج النص">]>'
    body = f"{entity}<d><p><t>بدر&f;&g;</t></p></d>"
    assert texts_of(document(zipped({"word/document.xml": body}))) == ["بدر"]


def test_entities_that_multiply_are_refused() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
    bomb = f"<!DOCTYPE d [{laughs}]><d><p><t>&l9;</t></p></d>"
    assert problem(zipped({"word/document.xml": bomb})).trouble is Trouble.TOO_MUCH


def test_elements_nested_beyond_measure_are_refused() -> None:
    bomb = "<d>" * 100_000 + "</d>" * 100_000
    assert problem(zipped({"word/document.xml": bomb})).trouble is Trouble.TOO_MUCH


@pytest.mark.parametrize(
    "raw",
    [
        zipped({"word/document.xml": b" " * 51 * 1024 * 1024}),
        zipped({"word/document.xml": "x", "bomb": b" " * 20 * 1024 * 1024}),
        zipped({f"{number}": "" for number in range(5_001)}),
        zipped({"word/document.xml": "x"}, zipfile.ZIP_BZIP2),
    ],
)
def test_a_bomb_is_refused_before_it_is_unpacked(raw: bytes) -> None:
    assert problem(raw).trouble is Trouble.TOO_MUCH


def test_names_that_lead_out_of_the_archive_lead_nowhere() -> None:
    raw = zipped({"../../etc/passwd": "x", "/word/document.xml": "x"})
    assert problem(raw).reason == "holds no 'word/document.xml'"
