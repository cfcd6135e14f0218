import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.corpus.findings import Problem, Severity, Skipped, SourceFile
from qa_bot.corpus.origin import locate
from qa_bot.corpus.readers.jsonl import read
from qa_bot.model.corpus import Document, Span

FILE = SourceFile("corpus", "sets/corpus.jsonl", "/texts/sets/corpus.jsonl")


def line(**record: object) -> str:
    return json.dumps(record, ensure_ascii=False)


def test_each_line_is_a_document() -> None:
    text = (
        line(_id="p1", title="بدر", text="وقعت بدر.\n\nفي رمضان.")
        + "\n\n"
        + line(_id=2, text="كانت أحد في شوال.")
        + "\n"
    )
    first, second = read(text, FILE)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.path, first.metadata.title, first.metadata.titled) == ("p1", FILE.path, "بدر", True)
    assert [paragraph.span.of(first.text) for paragraph in first.paragraphs] == ["وقعت بدر.", "في رمضان."]
    assert (second.id, second.metadata.title, second.metadata.titled) == ("2", "كانت أحد في شوال", False)


def test_front_matter_keys_are_read() -> None:
    (found,) = read(line(_id="p1", title="بدر", text="وقعت بدر", author="الواقدي", death_year_ah=207), FILE)
    assert isinstance(found, Document)
    assert (found.metadata.author, found.metadata.death_year_ah) == ("الواقدي", 207)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ('{"_id": "x", "text": "بدر"', "no JSON object: expected , (column 27)"),
        ("[1, 2]", "no JSON object: expected { (column 1)"),
        ('{"_id": "x", "text": "بدر"} {}', "no JSON object: more than one object on the line (column 28)"),
        ('{"_id": "x", "text": "بدر",}', 'no JSON object: expected " (column 28)'),
        ('{"text": "بدر"}', "the record has no usable _id"),
        ('{"_id": "", "text": "بدر"}', "the record has no usable _id"),
        ('{"_id": "x"}', "the record has no text"),
        ('{"_id": "x", "text": "\\u0000"}', "the text holds U+0000, which no text can"),
        ('{"_id": "x", "text": "\\ud800"}', "the text holds U+D800, which no text can"),
        ('{"_id": "p1", "text": "ثانية"}', "_id p1 is already given on line 1"),
        ('{"_id": ' + "[" * 100_000, "no JSON object that can be read: a number too long, a nest too deep"),
        ('{"_id": ' + "9" * 5_000 + "}", "no JSON object that can be read: a number too long, a nest too deep"),
    ],
)
def test_a_broken_line_is_named_and_the_others_go_on(broken: str, reason: str) -> None:
    good = [line(_id=f"p{number}", title="بدر", text="وقعت بدر") for number in (1, 2)]
    first, problem, second = read("\n".join([good[0], "", broken, good[1]]), FILE)
    assert isinstance(first, Document)
    assert problem == Problem(FILE.shown, 3, reason)
    assert isinstance(second, Document)


def test_an_empty_text_is_warned_of() -> None:
    assert list(read(line(_id="p1", title="بدر", text=" "), FILE)) == [
        Problem(FILE.shown, 1, "the text is empty", Severity.WARNING)
    ]


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("any.jsonl", {"_id": "q1", "text": "متى؟", "answers": []}),
        ("any.jsonl", {"_id": "q1", "title": "بدر", "text": "متى؟", "doc_id": "p1"}),
        ("queries.jsonl", {"_id": "q1", "text": "متى؟"}),
    ],
)
def test_a_file_of_questions_is_left_out(name: str, record: dict[str, object]) -> None:
    file = SourceFile("q", name, name)
    assert list(read(line(**record), file)) == [Skipped(name, "a file of questions, not of texts")]


def test_a_corpus_without_titles_is_no_file_of_questions() -> None:
    (found,) = read(line(_id="p1", text="وقعت بدر"), FILE)
    assert isinstance(found, Document)


@settings(deadline=None)
@given(
    text=st.text(alphabet=st.sampled_from('بدر ِ\n\t"\\/😀éa'), min_size=1).filter(
        lambda text: any(map(str.isalpha, text))
    ),
    ascii_only=st.booleans(),
)
def test_every_code_point_stands_where_its_origin_says(text: str, ascii_only: bool) -> None:
    written = json.dumps({"_id": "x", "text": text, "title": "بدر"}, ensure_ascii=ascii_only)
    (found,) = read("\n" + written, FILE)
    assert isinstance(found, Document)
    assert found.text == text
    for offset, letter in enumerate(text):
        assert ("\n" + written)[locate(found.origin, offset)] in (letter, "\\")


def test_the_origin_of_a_paragraph_is_its_place_in_the_file() -> None:
    written = '{"_id": "x", "text": "\\u0628\\u062f\\u0631.\\nوكانت \\"أحد\\" بعدها"}'
    (found,) = read(written, FILE)
    assert isinstance(found, Document)
    span = found.paragraphs[1].span
    assert Span(locate(found.origin, span.start), locate(found.origin, span.end)).of(written) == 'وكانت \\"أحد\\" بعدها'
