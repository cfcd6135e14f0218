from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from qa_bot.bot.markup import Page, Quoted, Run, Tag, bold, line, marked, page_length_utf16, to_html, to_plain
from qa_bot.model.corpus import Span

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=30)
RUNS = st.builds(Run, TEXTS, st.lists(st.sampled_from(Tag), unique=True).map(tuple))


class TelegramParser(HTMLParser):
    """Reads the text back, with the four named entities that Telegram knows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text = ""
        self.tags: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_entityref(self, name: str) -> None:
        self.text += {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}[name]

    def handle_charref(self, name: str) -> None:
        raise AssertionError(f"a character reference was written: {name}")

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


def read_back(page: Page) -> str:
    parser = TelegramParser()
    parser.feed(to_html(page))
    parser.close()
    return parser.text


@given(st.lists(RUNS, max_size=4).map(tuple))
def test_any_text_comes_back_as_equal_plain_text(runs: tuple[Run, ...]) -> None:
    page = (line(*runs), Quoted(runs, folded=True))
    assert read_back(page) == to_plain(page)


def test_markup_in_a_text_stays_text() -> None:
    assert to_html((line("<b>بدر</b> & أحد"),)) == "&lt;b&gt;بدر&lt;/b&gt; &amp; أحد"


def test_a_folded_quotation_is_expandable() -> None:
    assert to_html((Quoted((bold("بدر"),), folded=True),)) == "<blockquote expandable><b>بدر</b></blockquote>"


def test_marks_of_different_tags_may_overlap_and_nest_properly() -> None:
    runs = marked("في رجب سنة تسع", {Tag.BOLD: [Span(3, 6)], Tag.UNDERLINE: [Span(3, 14)]})
    assert to_html((line(*runs),)) == "في <b><u>رجب</u></b><u> سنة تسع</u>"


@given(TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=3))
def test_marking_changes_no_text(text: str, edges: list[tuple[int, int]]) -> None:
    spans = [Span(min(pair), max(pair)) for pair in edges]
    assert "".join(run.text for run in marked(text, {Tag.BOLD: spans})) == text


def test_length_is_measured_after_parsing() -> None:
    assert page_length_utf16((line(bold("&")), line("📖"))) == 1 + 1 + 2
