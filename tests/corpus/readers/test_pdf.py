import io
import random

import matplotlib as mpl
import pypdf
import pytest
from matplotlib.figure import Figure

from office_files import locked, pdf
from qa_bot.corpus.findings import Finding, Problem, Severity, SourceFile, Trouble
from qa_bot.corpus.passages import cut
from qa_bot.corpus.readers.pdf import read
from qa_bot.model.corpus import Document
from read_files import only_document, only_problem, texts_of

FILE = SourceFile("badr", "badr.pdf", "/texts/badr.pdf")
# As they are seen, from left to right.
LONG = ".ةنيدملا نم ابيرق ردب ءام دنع ةرجهلا نم ةيناثلا ةنسلا يف ناضمر يف ىربكلا ردب ةوزغ تناك"
BROKEN_OFF = "ردب ءام دنع نوملسملا لزن مث ةنيدملا نم جورخلا دعب ةكم لهأ ىلإ لوسرلا راسو"


def findings(raw: bytes) -> list[Finding]:
    return list(read(raw, FILE))


def document(raw: bytes) -> Document:
    return only_document(read(raw, FILE))


def problem(raw: bytes) -> Problem:
    return only_problem(read(raw, FILE))


def test_a_line_is_read_from_right_to_left_and_numbers_from_left_to_right() -> None:
    found = document(pdf([["(ـه2) ردب ةكرعم ,Badr 624 لاقو"]]))
    assert texts_of(found) == ["وقال Badr 624, معركة بدر (2هـ)"]


def test_a_glyph_of_two_letters_keeps_their_order() -> None:
    assert texts_of(document(pdf([["فلأ §خ و §و"]], ligature="لا"))) == ["ولا و خلا ألف"]


def test_recognised_words_that_are_in_reading_order_already_are_left_so() -> None:
    assert texts_of(document(pdf([["المسلمون انتصر الكبرى بدر في"]]))) == ["في بدر الكبرى انتصر المسلمون"]


def test_what_a_program_wrote_with_shaped_letters_is_read_as_it_was_typed() -> None:
    written = "وقعت معركة اليرموك سنة 15 هـ (636م) ولا خلاف إلى الإمام"
    figure = Figure()
    figure.text(0.1, 0.5, written)
    made = io.BytesIO()
    with mpl.rc_context({"pdf.fonttype": 42}):
        figure.savefig(made, format="pdf")
    assert texts_of(document(made.getvalue())) == [written]


def test_passages_know_their_pages() -> None:
    pages = [[LONG] * 3, [LONG] * 3]
    assert [(each.page, each.last_page) for each in cut(document(pdf(pages)))] == [(1, 2)]


def test_a_sentence_that_a_page_breaks_is_whole_again() -> None:
    found = document(pdf([[BROKEN_OFF], [LONG]]))
    assert [each.page for each in found.paragraphs] == [1]
    assert " بدر كانت غزوة " in found.text


def test_page_numbers_and_running_titles_are_left_out() -> None:
    pages = [["يزاغملا باتك", LONG, f"- {number} -"] for number in range(1, 6)]
    assert "المغازي" not in document(pdf(pages)).text
    assert not any(sign.isdecimal() for sign in document(pdf(pages)).text)


def test_a_scanned_file_is_named_as_such() -> None:
    found = problem(pdf([[], []], picture=True))
    assert found.trouble is Trouble.SCANNED
    assert found.reason == "is scanned: pictures of pages, without their words"


def test_a_file_without_words_or_pictures_is_empty() -> None:
    assert problem(pdf([[]])).trouble is Trouble.EMPTY


def test_pages_without_words_among_others_are_told_of() -> None:
    told, found = findings(pdf([[LONG], []]))
    assert isinstance(told, Problem)
    assert (told.reason, told.severity) == (
        "1 of its 2 pages hold no words, as where a page was scanned",
        Severity.WARNING,
    )
    assert isinstance(found, Document)


def test_a_locked_file_is_named_and_one_that_anyone_may_read_is_read() -> None:
    raw = pdf([["ردب ةكرعم"]])
    assert problem(locked(raw, "سر")).trouble is Trouble.LOCKED
    assert texts_of(document(locked(raw, ""))) == ["معركة بدر"]


def test_too_many_pages_are_refused_before_any_is_read() -> None:
    writer = pypdf.PdfWriter()
    for _ in range(3_001):
        writer.add_blank_page(10, 10)
    made = io.BytesIO()
    writer.write(made)
    assert problem(made.getvalue()).trouble is Trouble.TOO_MUCH


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", "كتاب".encode(), b"%PDF-1.7\n%%EOF", b"%PDF-1.7" + b"\x00" * 999])
def test_what_is_no_pdf_is_named(raw: bytes) -> None:
    assert problem(raw).trouble is Trouble.BROKEN


def test_a_torn_file_never_stops_the_reading() -> None:
    whole = pdf([[LONG]] * 3)
    chance = random.Random(2)
    for _ in range(60):
        torn = bytearray(whole[: chance.randrange(20, len(whole))] if chance.random() < 0.5 else whole)
        for _ in range(20):
            torn[chance.randrange(10, len(torn))] = chance.randrange(256)
        assert findings(bytes(torn))
