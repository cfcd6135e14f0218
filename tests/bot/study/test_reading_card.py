from dataclasses import replace

import pytest
from bidi import get_base_level
from hypothesis import given
from hypothesis import strategies as st

from builders import build_document
from fakes import YARMUK_PASSAGES, card_of, yarmuk
from qa_bot.bot.bidi import RLM, strip_controls
from qa_bot.bot.markup import page_length_utf16, to_plain
from qa_bot.bot.study.leaves import Book, bind
from qa_bot.bot.study.reading_card import leaf_citation, reading_card
from qa_bot.bot.texts import Texts
from spoken import ARABIC, ENGLISH


def yarmuk_book() -> Book:
    document, passages = yarmuk()
    return bind(card_of(document, passages), passages)


def test_a_page_has_title_heading_words_citation_and_its_number() -> None:
    lines = strip_controls(to_plain(reading_card(yarmuk_book(), 0, ARABIC))).splitlines()
    assert lines == [
        "معركة اليرموك", "", "الوقعة", "", YARMUK_PASSAGES[0], "", YARMUK_PASSAGES[1], "", YARMUK_PASSAGES[2], "",
        "📖 معركة اليرموك، «الوقعة»", "الصفحة 1 من 1",
    ]  # fmt: skip


def test_sentences_of_one_paragraph_stay_in_one_line() -> None:
    document, [first, second] = build_document("d", "أوله.", "آخره.")
    # In the text there is one blank between the two.
    passages = [first, replace(second, span=second.span.moved(-1))]
    card = reading_card(bind(card_of(document, passages), passages), 0, ARABIC)
    assert "أوله. آخره." in to_plain(card)


def test_whoever_goes_on_is_told_so() -> None:
    assert "نتابع من حيث وقفتَ." in to_plain(reading_card(yarmuk_book(), 0, ARABIC, resumed=True))
    assert "We go on where you stopped." in to_plain(reading_card(yarmuk_book(), 0, ENGLISH, resumed=True))


def test_a_page_over_two_headings_is_cited_without_one_and_over_two_pages_with_both() -> None:
    document, [first, second] = build_document("d", "أ", "ب", headings=("الأول",), title="تاريخ")
    card = card_of(document, [first, second])
    apart = bind(card, [first, replace(second, headings=("الثاني",))])
    assert leaf_citation(apart.leaves[0], card) == "تاريخ"
    paged = bind(card, [replace(first, page=5, last_page=5), replace(second, page=6, last_page=7)])
    assert leaf_citation(paged.leaves[0], card) == "تاريخ، ص5-7"


@pytest.mark.parametrize("texts", [ARABIC, ENGLISH])
@given(st.lists(st.text(st.sampled_from("اب ت.«(٣3a😀\u064e&<"), min_size=1, max_size=900), min_size=1, max_size=8))
def test_every_page_is_verbatim_and_fits(texts: Texts, written: list[str]) -> None:
    document, passages = build_document("d", *written, headings=("باب " * 60,), title="كتاب " * 60)
    read = bind(card_of(document, passages), passages)
    for number, leaf in enumerate(read.leaves):
        card = reading_card(read, number, texts)
        assert page_length_utf16(card) <= 4_096
        shown = to_plain(card).replace(RLM, "")
        assert all(piece.text in shown for piece in leaf if piece.text.strip())


def test_every_line_of_a_page_runs_right_to_left() -> None:
    document, passages = build_document("d", "634م كانت.", "«قال» نعم.", headings=("3. باب",))
    text = to_plain(reading_card(bind(card_of(document, passages), passages), 0, ARABIC))
    assert [line for line in text.splitlines() if line and not get_base_level(line)] == []
