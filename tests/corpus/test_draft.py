from qa_bot.corpus.draft import Draft, page_at
from qa_bot.corpus.origin import locate
from qa_bot.model.corpus import Document, Metadata, PageBreak, Span


def finished(draft: Draft) -> Document:
    return draft.document("id", "id.txt", Metadata("title"))


def test_blocks_are_trimmed_and_parted_by_a_blank_line() -> None:
    source = "<  بدر  ><أحد>"
    draft = Draft(source)
    draft.keep(1, 8)
    draft.end(())
    draft.keep(10, 13)
    draft.end(("غزوات",))
    document = finished(draft)
    assert document.text == "بدر\n\nأحد"
    assert [(paragraph.span, paragraph.headings) for paragraph in document.paragraphs] == [
        (Span(0, 3), ()),
        (Span(5, 8), ("غزوات",)),
    ]
    assert [source[locate(document.origin, offset)] for offset in (0, 2, 5, 7)] == ["ب", "ر", "أ", "د"]


def test_a_block_without_words_leaves_no_trace() -> None:
    draft = Draft("بدر...أحد")
    draft.keep(0, 3)
    draft.end(())
    draft.keep(3, 6)
    draft.end(())
    draft.keep(6, 9)
    draft.end(())
    assert finished(draft).text == "بدر\n\nأحد"


def test_white_space_alone_is_no_block() -> None:
    draft = Draft("  بدر")
    draft.keep(0, 2)
    draft.insert(" ")
    draft.end(())
    draft.keep(2, 5)
    draft.end(())
    assert finished(draft).text == "بدر"


def test_text_beside_the_paragraphs_is_kept() -> None:
    draft = Draft("عنوان")
    draft.keep(0, 5)
    draft.end(None)
    document = finished(draft)
    assert (document.text, document.paragraphs) == ("عنوان", ())


def test_a_page_that_ends_between_blocks_ends_with_the_first() -> None:
    draft = Draft("بدرأحد")
    draft.keep(0, 3)
    draft.end_page(1, 7)
    draft.end(())
    draft.keep(3, 6)
    draft.end(())
    draft.end_page(1, 8)
    document = finished(draft)
    assert [paragraph.page for paragraph in document.paragraphs] == [7, 8]
    assert document.page_breaks == (PageBreak(3, 1, 7), PageBreak(8, 1, 8))


def test_the_last_letter_is_found_behind_white_space() -> None:
    draft = Draft("بدر.")
    draft.keep(0, 4)
    draft.insert(" ")
    assert draft.last_letter() == "."
    draft.end(())
    assert draft.last_letter() == ""


def test_no_page_is_known_after_the_last_page_end_nor_a_volume_0() -> None:
    breaks = (PageBreak(5, 0, 12), PageBreak(9, 2, 1))
    assert page_at(breaks, 4) == (None, 12)
    assert page_at(breaks, 5) == (2, 1)
    assert page_at(breaks, 9) == (None, None)
