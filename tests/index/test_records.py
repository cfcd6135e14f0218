import pytest

from builders import build_document, build_passage
from qa_bot.index.records import card_from_line, card_to_line, passage_from_line, passage_to_line
from qa_bot.model.corpus import DocumentCard, Metadata, Passage, Reckoning, Source, Span

PASSAGES = [
    build_passage(),
    build_passage("سطر\nآخر\r\n\u2028\u0085«نص»", headings=("باب\nأول", ""), volume=1, page=49, last_page=50),
    build_passage("ع\ud800ر", id="\ud800", document_id="\n"),
    build_passage(reckoning=Reckoning(True, 13, True, 42)),
    build_passage("", ordinal=7, span=Span(10, 10), source_span=Span(2**40, 2**40)),
]


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_passage_comes_back_from_its_line(passage: Passage) -> None:
    line = passage_to_line(passage)
    assert line.count(b"\n") == 1
    assert passage_from_line(line) == passage


@pytest.mark.parametrize(
    "metadata",
    [
        Metadata("تاريخ"),
        Metadata("فتوح\nالشام", author="الواقدي", death_year_ah=207, sources=(Source("أ", "ب", "ج"), Source("د"))),
        Metadata("\ud800", titled=False, language="en", collection="x", licence="CC0", source="https://a", edition="2"),
    ],
)
def test_a_card_comes_back_from_its_line(metadata: Metadata) -> None:
    card = DocumentCard("مجلد/ملف\n1", metadata, passages=3, words=271)
    line = card_to_line(card)
    assert line.count(b"\n") == 1
    assert card_from_line(line) == card


def test_letters_are_stored_as_letters() -> None:
    _, (passage,) = build_document("d", "تبوك")
    assert "تبوك".encode() in passage_to_line(passage)
