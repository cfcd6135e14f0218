from dataclasses import replace

import pytest

from builders import build_document
from fakes import card_of
from qa_bot.cli.remarks import Asked, Dated, Listing, OfToday, Remark, heard, listed
from qa_bot.model.corpus import DocumentCard
from spoken import ARABIC


def document(title: str, *, collection: str = "", author: str = "") -> DocumentCard:
    card = card_of(*build_document(title, "نص.", title=title, collection=collection))
    return replace(card, metadata=replace(card.metadata, author=author))


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("متى كانت بدر؟", Asked("متى كانت بدر؟")),
        ("السلام عليكم متى كانت بدر؟", Asked("السلام عليكم متى كانت بدر؟")),
        ("/when Ajnadayn", Asked("Ajnadayn", when=True)),
        ("/متى أجنادين", Asked("أجنادين", when=True)),
        ("/ask من قاد؟", Asked("من قاد؟")),
        ("/sources", Listing()),
        ("/timeline", Dated("")),
        ("/timeline خالد بن الوليد", Dated("خالد بن الوليد")),
        ("/today", OfToday()),
    ],
)
def test_questions_and_lists_are_told_from_remarks(line: str, asked: object) -> None:
    assert heard(line) == asked


@pytest.mark.parametrize(
    ("line", "first_words", "ends"),
    [
        ("السلام عليكم", "وعليكم السلام", False),
        ("hello", "Hello and welcome!", False),
        ("شكرا", "العفو", False),
        ("من أنت؟", "أنا برنامج", False),
        ("مساعدة", "اكتب سؤالك", False),
        ("/help", "اكتب سؤالك", False),
        ("/start", "اكتب سؤالك", False),
        ("/about", "كيف أعمل؟", False),
        ("/privacy", "لا أكتب", False),
        ("/when", "اكتب سؤالك أو الاسم بعد الأمر", False),
        ("/nonsense x", "لا أعرف هذا الأمر", False),
        ("/ help", "لا أعرف هذا الأمر", False),
        ("/quit", "في أمان الله", True),
        ("/exit", "في أمان الله", True),
        ("خروج", "في أمان الله", True),
        ("quit", "Goodbye", True),
        ("شكرا، مع السلامة", "في أمان الله", True),
    ],
)
def test_each_remark_is_short_and_only_a_goodbye_ends_the_chat(line: str, first_words: str, ends: bool) -> None:
    remark = heard(line)
    assert isinstance(remark, Remark)
    assert remark.text.startswith(first_words)
    assert remark.ends is ends


def test_signs_of_direction_stay_out_of_the_terminal() -> None:
    remark = heard("/about")
    assert isinstance(remark, Remark)
    assert {"\u2068", "\u2069", "\u200f"}.isdisjoint(remark.text)
    assert len(remark.text.splitlines()) == len(ARABIC.page("page-about"))


def test_texts_are_listed_by_collection_with_their_authors() -> None:
    shelf = [
        document("المغازي", author="الواقدي"),
        document("اليرموك", collection="الشام"),
        document("أجنادين", collection="الشام"),
    ]
    assert listed(shelf).splitlines() == ["الشام:", "  أجنادين", "  اليرموك", "نصوص أخرى:", "  المغازي، الواقدي"]


def test_a_large_library_is_not_poured_out() -> None:
    shelf = [document(str(number)) for number in range(100)]
    assert listed(shelf).splitlines()[-1] == "… وغيرها، وعددها: 40"
    assert listed([]) == "المكتبة فارغة الآن."
