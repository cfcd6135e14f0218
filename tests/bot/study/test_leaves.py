from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from builders import build_document
from fakes import card_of
from qa_bot.bot.cut import length_utf16
from qa_bot.bot.study.leaves import USUAL_UTF16, Book, bind

SENTENCE = "وسار خالد بن الوليد من العراق إلى الشام. "


def book(*texts: str) -> Book:
    document, passages = build_document("d", *texts)
    return bind(card_of(document, passages), passages)


def test_passages_share_a_page_as_long_as_they_fit() -> None:
    short = "م" * (USUAL_UTF16 // 2)
    assert [len(leaf) for leaf in book(short, short, short).leaves] == [2, 1]


def test_a_page_ends_where_its_volume_ends() -> None:
    document, [first, second] = build_document("d", "آخر الجزء الأول.", "أول الجزء الثاني.")
    passages = [replace(first, volume=1, page=300), replace(second, volume=2, page=1)]
    assert len(bind(card_of(document, passages), passages).leaves) == 2


def test_a_place_is_found_again_whatever_page_it_is_on_now() -> None:
    read = book(*[SENTENCE * 20] * 9)
    assert [read.at(leaf[0].place) for leaf in read.leaves] == list(range(len(read.leaves)))
    assert read.at(read.leaves[2][0].place + 5) == 2
    assert (read.at(0), read.at(10**9)) == (0, len(read.leaves) - 1)


@given(st.lists(st.text(st.sampled_from("اب ت.\n😀\u064e"), min_size=1, max_size=60), min_size=1), st.integers(1, 120))
def test_all_pages_together_are_the_text_and_each_fits_a_message(texts: list[str], times: int) -> None:
    texts = [text * times for text in texts]
    leaves = book(*texts).leaves
    pieces = [piece for leaf in leaves for piece in leaf]
    held: dict[str, str] = {}
    for piece in pieces:
        held[piece.passage.id] = held.get(piece.passage.id, "") + piece.text
    assert list(held.values()) == texts
    assert all(sum(length_utf16(piece.text.rstrip()) for piece in leaf) <= 3_000 for leaf in leaves)
    assert [piece.place for piece in pieces] == sorted({piece.place for piece in pieces})
