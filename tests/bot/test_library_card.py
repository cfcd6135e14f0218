from bidi import get_base_level

from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.library import library_card, library_page
from qa_bot.bot.markup import page_length_utf16, to_plain
from qa_bot.model.corpus import DocumentCard, Metadata
from spoken import ARABIC


def card(title: str, collection: str = "", **known: object) -> DocumentCard:
    return DocumentCard(title, Metadata(title, collection=collection, **known), passages=3, words=200)  # type: ignore[arg-type]


def test_texts_stand_under_their_collection_and_unnamed_ones_last() -> None:
    documents = [card("ب"), card("ج", "الفتوح"), card("أ", "الفتوح"), card("د", "السيرة")]
    lines = strip_controls(to_plain(library_card(library_page(documents, 0), ARABIC))).splitlines()
    assert lines == [
        "المكتبة: 4 نصوص", "", "السيرة", "• د", "", "الفتوح", "• أ", "• ج", "", "نصوص أخرى", "• ب",
    ]  # fmt: skip


def test_an_author_stands_with_the_year_of_death() -> None:
    documents = [card("فتوح البلدان", author="البلاذري", death_year_ah=279)]
    text = strip_controls(to_plain(library_card(library_page(documents, 0), ARABIC)))
    assert text.endswith("• فتوح البلدان، البلاذري (ت 279هـ)")


def test_a_library_of_many_texts_is_paged_and_a_page_beyond_the_end_is_the_last() -> None:
    documents = [card(f"نص {number:02}") for number in range(30)]
    pages = [library_page(documents, number) for number in (0, 2, 99)]
    assert [(page.number, page.pages, len(page.items)) for page in pages] == [(0, 3, 12), (2, 3, 6), (2, 3, 6)]
    assert strip_controls(to_plain(library_card(pages[1], ARABIC))).endswith("الصفحة 3 من 3")


def test_titles_of_any_length_and_script_fit_and_run_right_to_left() -> None:
    documents = [card("Kitāb " * 100, "Collection " * 50, author="al-Ṭabarī " * 50) for _ in range(12)]
    page = library_card(library_page(documents, 0), ARABIC)
    assert page_length_utf16(page) <= 4096
    assert all(get_base_level(line) == 1 for line in to_plain(page).splitlines() if line)


def test_an_empty_library_says_so() -> None:
    assert to_plain(library_card(library_page([], 0), ARABIC)) == "المكتبة فارغة الآن."
