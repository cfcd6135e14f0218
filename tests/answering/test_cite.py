"""Where a quote stands, in one line."""

import pytest

from builders import build_passage
from qa_bot.answering.cite import citation
from qa_bot.model.corpus import DocumentCard, Metadata, Passage


def card(**metadata: str) -> DocumentCard:
    return DocumentCard("d", Metadata(**{"title": "فتوح البلدان", **metadata}), 1, 5)


@pytest.mark.parametrize(
    ("passage", "document", "expected"),
    [
        (build_passage(volume=1, page=120, last_page=120), card(author="البلاذري"), "البلاذري، فتوح البلدان، ج1 ص120"),
        (build_passage(volume=2, page=3, last_page=4), card(author="البلاذري"), "البلاذري، فتوح البلدان، ج2 ص3-4"),
        (build_passage(volume=0, page=7, last_page=7), card(), "فتوح البلدان، ص7"),
        (build_passage(headings=("فتوح الشام", "يوم أجنادين")), card(), "فتوح البلدان، «يوم أجنادين»"),
        (build_passage(), card(), "فتوح البلدان"),
    ],
)
def test_a_citation_names_author_title_and_place(passage: Passage, document: DocumentCard, expected: str) -> None:
    assert citation(passage, document) == expected
