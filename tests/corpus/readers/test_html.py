import pytest

from qa_bot.corpus.findings import Problem, SourceFile, Trouble
from qa_bot.corpus.readers.html import read
from qa_bot.corpus.readers.html_pieces import Markup, read_markup
from qa_bot.model.corpus import Document

FILE = SourceFile("badr", "badr.html", "/texts/badr.html")
PAGE = """<!doctype html><html><head><meta charset="windows-1256"><title>غزوة بدر | موقع</title>
<style>p { color: red }</style></head><body>
<nav><a href="/">الرئيسية</a></nav>
<h1>غزوة بدر</h1><p>كانت <b>بدر</b> في رمضان<br>سنة 2هـ &amp; نُصر المسلمون.</p>
<h2>الشهداء</h2><ul><li>أربعة عشر</li><li>من <i>المهاجرين</i> ستة</li></ul>
<table><tr><td>المسلمون</td><td>313</td></tr></table>
<script>alert("لا")</script><!-- ولا هذا --><footer>حقوق النشر</footer></body></html>"""


def test_a_page_becomes_paragraphs_below_their_headings() -> None:
    (found,) = read(PAGE, FILE)
    assert isinstance(found, Document)
    assert (found.metadata.title, found.metadata.titled) == ("غزوة بدر", True)
    assert [(paragraph.span.of(found.text), paragraph.headings) for paragraph in found.paragraphs] == [
        ("كانت بدر في رمضان\nسنة 2هـ & نُصر المسلمون.", ()),
        ("أربعة عشر", ("الشهداء",)),
        ("من المهاجرين ستة", ("الشهداء",)),
        ("المسلمون | 313", ("الشهداء",)),
    ]


def test_without_a_heading_at_the_top_the_title_element_tells() -> None:
    (found,) = read("<title>فتح مكة</title><p>فتحت مكة سنة ثمان.", FILE)
    assert isinstance(found, Document)
    assert found.metadata.title == "فتح مكة"


def test_of_a_page_with_one_article_only_that_is_taken() -> None:
    page = read_markup("<div>إعلان</div><article><p>كانت بدر.</p></article><div>اقرأ أيضا</div>")
    assert isinstance(page, Markup)
    assert [piece.text for piece in page.pieces] == ["كانت بدر."]


def test_an_element_that_closes_itself_swallows_nothing() -> None:
    page = read_markup('<?xml version="1.0" encoding="utf-8"?><html><head><title/></head><body><p><a id="x"/>بدر</p>')
    assert isinstance(page, Markup)
    assert [piece.text for piece in page.pieces] == ["بدر"]


@pytest.mark.parametrize("page", ["", "   ", "<!-- بدر -->", "<body><script>1</script></body>"])
def test_a_page_without_words_is_named(page: str) -> None:
    (found,) = read(page, FILE)
    assert isinstance(found, Problem)
    assert (found.reason, found.trouble) == ("holds no text", Trouble.EMPTY)


def test_a_page_nested_beyond_measure_is_refused_and_not_cut() -> None:
    (found,) = read("<div>" * 5_000 + "بدر" + "</div>" * 5_000, FILE)
    assert isinstance(found, Problem)
    assert (found.reason, found.trouble) == ("its elements are nested too deep", Trouble.TOO_MUCH)
