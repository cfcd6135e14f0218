"""A passage read for a question."""

from asked import found, weighed
from qa_bot.answering.page import read_pages
from qa_bot.model.search import Hit

ALEXANDRIA = ("فتح عمرو الإسكندرية.", "ثم انتقض أهل الإسكندرية.", "وعاد عمرو إلى الفسطاط.")


def test_a_page_tells_of_each_sentence_how_well_it_meets_each_word() -> None:
    hits = found("كانت غزوة تبوك في رجب. ثم عاد الجيش إلى المدينة.")
    [page], _ = read_pages(weighed("غزوة تبوك"), hits)
    assert [span.of(page.hit.passage.text) for span in page.spans] == [
        "كانت غزوة تبوك في رجب.",
        "ثم عاد الجيش إلى المدينة.",
    ]
    assert page.own == [[1.0, 1.0], [0.0, 0.0]]


def test_title_and_headings_count_beside_the_text() -> None:
    hits = found("كان الحر شديدا.", title="غزوة تبوك", headings=("الخروج", "في رجب"))
    [page], _ = read_pages(weighed("غزوة تبوك رجب الحر"), hits)
    assert (page.title, page.headed) == ([1.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0])
    assert (page.titled, page.near) == ([1.0, 1.0, 1.0, 0.0], [1.0, 1.0, 1.0, 1.0])


def test_a_title_that_nobody_gave_counts_nothing() -> None:
    [page], _ = read_pages(weighed("تبوك"), found("كان الحر شديدا.", first_words="خرجوا إلى تبوك"))
    assert page.title == [0.0]


def test_what_an_untitled_document_comes_back_to_stands_for_a_title() -> None:
    pages, about = read_pages(weighed("الإسكندرية الفسطاط"), found(*ALEXANDRIA))
    assert about == {"d": [1.0, 0.5]}
    assert [page.title for page in pages] == [[0.9, 0.0]] * 3


def test_what_is_done_in_an_untitled_document_stands_for_no_title() -> None:
    pages, _ = read_pages(
        weighed("قاد الإسكندرية"), found("قاد عمرو الجيش إلى الإسكندرية.", "ثم قاد أهل الإسكندرية رجل.")
    )
    assert [page.title for page in pages] == [[0.0, 0.9]] * 2


def test_a_document_is_about_the_words_of_its_title() -> None:
    _, about = read_pages(weighed("تبوك حطين"), found("كان الحر شديدا.", title="غزوة تبوك"))
    assert about == {"d": [1.0, 0.0]}


def test_words_that_only_look_alike_make_no_subject() -> None:
    _, about = read_pages(weighed("القسطنطينية"), found("نزل القسطل.", "ثم ترك القسطل."))
    assert about == {"d": [0.0]}


def test_documents_are_told_apart() -> None:
    hits: list[Hit] = [*found("غزوة تبوك.", document="a"), *found("غزوة بدر.", document="b")]
    _, about = read_pages(weighed("تبوك"), hits)
    assert about == {"a": [0.5], "b": [0.0]}


def test_without_hits_there_is_nothing_to_read() -> None:
    assert read_pages(weighed("تبوك"), []) == ([], {})
