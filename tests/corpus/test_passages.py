from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.corpus.findings import SourceFile
from qa_bot.corpus.passages import cut
from qa_bot.corpus.readers import markdown, openiti
from qa_bot.model.corpus import Document, Metadata, PageBreak, Paragraph, Passage, Span

FILE = SourceFile("badr", "badr.md", "badr.md")
SENTENCE = "وقعت غزوة بدر في السابع عشر من رمضان سنة اثنتين للهجرة."  # eleven words


def sentences(count: int) -> str:
    return " ".join([SENTENCE] * count)


def document(*paragraphs: str | tuple[tuple[str, ...], str], breaks: Sequence[PageBreak] = ()) -> Document:
    text, found = "", []
    for paragraph in paragraphs:
        headings, words = paragraph if isinstance(paragraph, tuple) else ((), paragraph)
        text += "\n\n" if text else ""
        found.append(Paragraph(Span(len(text), len(text) + len(words)), headings))
        text += words
    return Document("badr", "badr.md", Metadata("بدر"), text, tuple(found), tuple(breaks))


def lengths(passages: Sequence[Passage]) -> list[int]:
    return [len(passage.text.split()) for passage in passages]


def test_a_paragraph_within_bounds_is_one_passage() -> None:
    (passage,) = cut(document(sentences(8)))
    assert passage.text == sentences(8)
    assert (passage.document_id, passage.ordinal, passage.span) == ("badr", 0, Span(0, len(sentences(8))))


def test_short_neighbours_are_joined() -> None:
    (passage,) = cut(document(sentences(3), sentences(4)))
    assert passage.text == f"{sentences(3)}\n\n{sentences(4)}"


def test_a_long_paragraph_is_divided_evenly_at_sentence_ends() -> None:
    passages = cut(document(sentences(16)))
    assert lengths(passages) == [88, 88]
    assert all(passage.text.endswith("للهجرة.") for passage in passages)


def test_no_passage_reaches_across_a_heading() -> None:
    passages = cut(document((("الشام",), sentences(2)), (("الشام", "دمشق"), sentences(2)), (("العراق",), sentences(2))))
    assert [passage.headings for passage in passages] == [("الشام",), ("الشام", "دمشق"), ("العراق",)]


def test_no_passage_reaches_across_a_heading_that_is_named_like_the_one_before() -> None:
    (found,) = markdown.read("## ذكر\n\nنص أول.\n\n## ذكر\n\nنص ثان.", FILE)
    assert isinstance(found, Document)
    assert [passage.text for passage in cut(found)] == ["نص أول.", "نص ثان."]


def test_no_scrap_is_left_where_a_neighbour_has_room() -> None:
    assert lengths(cut(document(sentences(7), sentences(7), sentences(2)))) == [77, 99]


def test_a_paragraph_is_cut_to_save_a_neighbour_from_being_a_scrap() -> None:
    assert lengths(cut(document(sentences(10), sentences(2)))) == [66, 66]


def test_a_monstrous_sentence_is_cut_after_commas_near_even_places() -> None:
    clause = " ".join(["كلمة"] * 50) + "،"
    passages = cut(document(" ".join([clause] * 6)))
    assert all(60 <= length <= 120 for length in lengths(passages))
    assert all(passage.text.endswith("،") for passage in passages)


def test_a_sentence_without_any_mark_is_cut_at_spaces() -> None:
    assert lengths(cut(document(" ".join(["كلمة"] * 360)))) == [120, 120, 120]


def test_a_text_without_spaces_is_cut_between_graphemes() -> None:
    text = "بَّ" * 10_000
    passages = cut(document(text))
    assert "".join(passage.text for passage in passages) == text
    assert len(passages) > 1
    assert all(passage.text.startswith("ب") for passage in passages)


def test_the_id_stays_when_other_passages_change() -> None:
    before = cut(document((("أ",), sentences(3)), (("ب",), sentences(4))))
    after = cut(document((("أ",), sentences(2)), (("ب",), sentences(4))))
    assert before[0].id != after[0].id
    assert before[1].id == after[1].id


def test_the_id_is_made_of_text_and_headings() -> None:
    one, other = cut(document((("أ",), SENTENCE), (("ب",), SENTENCE)))
    assert one.id != other.id
    assert one.id.startswith("badr#")
    assert len(one.id) == len("badr#") + 10


def test_equal_passages_are_numbered() -> None:
    (found,) = markdown.read("## ذكر\n\nنص.\n\n## ذكر\n\nنص.\n\n## ذكر\n\nنص.", FILE)
    assert isinstance(found, Document)
    first, second, third = (passage.id for passage in cut(found))
    assert (second, third) == (f"{first}~2", f"{first}~3")


def test_pages_are_those_of_the_first_and_the_last_letter() -> None:
    text = sentences(16)
    inside = text.index("رمضان", len(text) // 4)
    passages = cut(document(text, breaks=[PageBreak(inside, 1, 48), PageBreak(len(text), 1, 49)]))
    assert [(passage.volume, passage.page, passage.last_page) for passage in passages] == [(1, 48, 49), (1, 49, 49)]


def test_the_source_span_is_the_place_in_the_file() -> None:
    text = "######OpenITI#\n#META#Header#End#\n# وقعت ms01 بدر\n~~في رمضان. PageV01P001\n"
    (found,) = openiti.read(text, FILE)
    assert isinstance(found, Document)
    (passage,) = cut(found)
    assert passage.source_span.of(text) == "وقعت ms01 بدر\n~~في رمضان."


def test_a_document_without_paragraphs_has_no_passages() -> None:
    assert cut(document()) == []


MIXED = "بدر أحد. الخندق، ثم وكان قال ( ) « » … سَنَةَ ؟ م. 3.5"
WORDS = st.sampled_from(MIXED.split(" "))
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=400).map(" ".join)
HEADINGS = st.sampled_from([(), ("الشام",), ("الشام", "دمشق")])
DOCUMENTS = st.lists(st.one_of(PARAGRAPHS, st.tuples(HEADINGS, PARAGRAPHS)), max_size=8).map(
    lambda paragraphs: document(*paragraphs)
)


@settings(deadline=None, max_examples=60)
@given(DOCUMENTS)
def test_passages_are_verbatim_and_hold_every_word_once(found: Document) -> None:
    passages = cut(found)
    assert all(passage.text == passage.span.of(found.text) for passage in passages)
    assert all(passage.text == passage.text.strip() for passage in passages)
    assert all(before.span.end <= after.span.start for before, after in pairwise(passages))
    assert [passage.ordinal for passage in passages] == list(range(len(passages)))
    assert len({passage.id for passage in passages}) == len(passages)
    written = "".join(paragraph.span.of(found.text) for paragraph in found.paragraphs)
    assert "".join("".join(passage.text.split()) for passage in passages) == "".join(written.split())


@settings(deadline=None, max_examples=60)
@given(DOCUMENTS)
def test_every_passage_stands_under_the_headings_of_its_paragraphs(found: Document) -> None:
    for passage in cut(found):
        inside = [paragraph for paragraph in found.paragraphs if paragraph.span.overlaps(passage.span)]
        assert {paragraph.headings for paragraph in inside} == {passage.headings}


def test_passages_know_the_year_that_the_text_before_them_has_come_to() -> None:
    first, second = cut(document(sentences(8), "ثم رجع الجيش في رجب. " * 20))
    assert (first.reckoning.year, second.reckoning.year, second.reckoning.hijri) == (None, 2, True)
