import pytest

from office_files import epub, zipped
from qa_bot.corpus.findings import Finding, Problem, Severity, SourceFile, Trouble
from qa_bot.corpus.readers.epub import read
from qa_bot.model.corpus import Document
from read_files import only_problem

FILE = SourceFile("maghazi", "maghazi.epub", "/texts/maghazi.epub")
CHAPTERS = {
    "b.xhtml": "<html><body><h1>غزوة بدر</h1><p>كانت بدر&nbsp;في رمضان.</p></body></html>",
    "a%20b.xhtml": "<html><body><h1>غزوة أحد</h1><p>كانت أحد في شوال.</p></body></html>",
}


def findings(raw: bytes) -> list[Finding]:
    return list(read(raw, FILE))


def problem(raw: bytes) -> Problem:
    return only_problem(read(raw, FILE))


def test_chapters_come_in_the_order_of_the_spine_with_title_and_author() -> None:
    (found,) = findings(epub({"b.xhtml": CHAPTERS["b.xhtml"], "a.xhtml": CHAPTERS["a%20b.xhtml"]}))
    assert isinstance(found, Document)
    assert (found.metadata.title, found.metadata.author, found.metadata.titled) == ("المغازي", "الواقدي", True)
    assert [(each.span.of(found.text), each.headings) for each in found.paragraphs] == [
        ("كانت بدر\xa0في رمضان.", ("غزوة بدر",)),
        ("كانت أحد في شوال.", ("غزوة أحد",)),
    ]


def test_a_chapter_that_is_missing_is_named_and_the_others_are_read() -> None:
    raw = epub(
        CHAPTERS
    )  # the second stands in the archive under its written name, and is looked up under its plain one
    missing, found = findings(raw)
    assert isinstance(missing, Problem)
    assert (missing.reason, missing.severity) == (
        "a chapter is left out: holds no 'OEBPS/a b.xhtml'",
        Severity.WARNING,
    )
    assert isinstance(found, Document)


def test_a_chapter_named_again_and_again_is_read_once() -> None:
    raw = epub({"b.xhtml": CHAPTERS["b.xhtml"], "./b.xhtml": "", "x/../b.xhtml": ""})
    (found,) = findings(raw)
    assert isinstance(found, Document)
    assert len(found.paragraphs) == 1


def test_a_locked_book_is_named() -> None:
    raw = epub({"b.xhtml": "\x01\x02"}, **{"META-INF/encryption.xml": "<encryption/>"})
    assert problem(raw).trouble is Trouble.LOCKED


def test_a_path_out_of_the_archive_leads_nowhere() -> None:
    container = '<c><rootfiles><rootfile full-path="../../../etc/passwd"/></rootfiles></c>'
    assert problem(zipped({"META-INF/container.xml": container})).reason == "holds no '../../../etc/passwd'"


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.4", zipped({"mimetype": "application/epub+zip"})])
def test_what_is_no_book_is_named(raw: bytes) -> None:
    assert problem(raw).trouble is Trouble.BROKEN


def test_a_book_without_words_is_named() -> None:
    assert problem(epub({"b.xhtml": "<html><body><p> </p></body></html>"})).trouble is Trouble.EMPTY
