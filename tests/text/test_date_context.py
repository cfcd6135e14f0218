import pytest

from qa_bot.model.calendar import MentionSource
from qa_bot.text.calendars import iso
from qa_bot.text.date_context import resolve
from qa_bot.text.date_scan import read_dates
from qa_bot.text.known_years import Above, Known
from qa_bot.text.phrases import read_terms
from qa_bot.text.year_context import gather


def resolved(text: str, above: Above | None = None) -> list[tuple[str, str | None]]:
    terms = read_terms(text)
    readings = read_dates(terms)
    mentions = resolve(terms, readings, gather(readings, None), Known(above or Above()))
    return [(mention.span.of(text), mention.meaning and iso(mention.meaning)) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سنة 9هـ، وفي رجب", [("سنة 9هـ", "0009"), ("رجب", "0009-07")]),
        ("سنة 9هـ، وفي يوليو", [("سنة 9هـ", "0009"), ("يوليو", "0630-07")]),
        ("عام الفتح، وفي رجب", [("عام الفتح", "0008"), ("رجب", None)]),
        ("سنة 1هـ، وقبل ذلك بسنة", [("سنة 1هـ", "0001"), ("قبل ذلك بسنة", None)]),
        ("سنة تسعين وأربعمائة، ثم سنة ست", [("سنة تسعين وأربعمائة", "0490"), ("سنة ست", "0006")]),
        ("سنة تسع وتسعين وأربعمائة، ثم سنة ثلاث", [("سنة تسع وتسعين وأربعمائة", "0499"), ("سنة ثلاث", "0503")]),
        ("سنة ست وخمسمائة، وولد سنة ستين", [("سنة ست وخمسمائة", "0506"), ("سنة ستين", "0460")]),
        ("سنة ست ومائة، وولد سنة ستين", [("سنة ست ومائة", "0106"), ("سنة ستين", "0060")]),
        ("هذه السنة، وهي سنة 293هـ", [("هذه السنة", "0293"), ("سنة 293هـ", "0293")]),
        ("28 جمادى الأولى (30 يوليو 634م)", [("28 جمادى الأولى", "0013-05-28"), ("30 يوليو 634م", "0634-07-30")]),
        ("30 يوليو 634م / 28 جمادى الأولى", [("30 يوليو 634م", "0634-07-30"), ("28 جمادى الأولى", "0013-05-28")]),
        ("(610)م", [("(610)م", "0610")]),
        ("(610 م)", [("610 م", "0610")]),
        ("وَسنةَ 13هـ", [("سنةَ 13هـ", "0013")]),
        ("في رجب أو شعبان سنة تسع", [("رجب أو شعبان سنة تسع", "0009-07/0009-08")]),
    ],
)
def test_what_a_date_leaves_out_comes_from_those_beside_it(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert resolved(text) == expected


def test_a_meaning_says_where_it_comes_from() -> None:
    terms = read_terms("سنة 9هـ ثم في رجب ثم عام الفتح")
    readings = read_dates(terms)
    sources = [mention.source for mention in resolve(terms, readings, gather(readings, None), Known(Above()))]
    assert sources == [MentionSource.WRITTEN, MentionSource.CONTEXT, MentionSource.NAMED]


def test_a_numbered_year_in_the_chapter_on_a_reign_is_one_of_that() -> None:
    text = "مات سنة 61هـ، وفي السنة الأولى قتل"
    assert resolved(text) == [("سنة 61هـ", "0061"), ("السنة الأولى", "0001")]
    assert resolved(text, Above(reign=(60, 64))) == [("سنة 61هـ", "0061"), ("السنة الأولى", None)]
