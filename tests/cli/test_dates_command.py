import json
from pathlib import Path

import pytest

from commands import SENTENCE, run


def dates(texts: Path, tmp_path: Path, *options: str) -> list[list[str]]:
    """Return the lines of the table without its head, cut at the tabs."""
    done = run("dates", "--corpus", texts, "--index", tmp_path / "index", *options)
    assert done.status == 0
    head, *lines = [line.split("\t") for line in done.output.splitlines()]
    assert head == ["date", "computed", "source", "sentence", "citation"]
    return lines


def test_every_dated_event_is_a_line_in_the_order_of_time(texts: Path, tmp_path: Path) -> None:
    lines = dates(texts, tmp_path)
    assert [line[0] for line in lines] == ["رمضان 2هـ", "كانون الأول/ديسمبر 627م", "رجب 9هـ", "رجب 15هـ"]
    assert lines[3] == [
        "رجب 15هـ",
        "بين آب/أغسطس وأيلول/سبتمبر 636م",
        "written",
        SENTENCE,
        "فلان، وقعة اليرموك، «الوقعة»",
    ]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--from", "9", "--to", "15"), ["رجب 9هـ", "رجب 15هـ"]),
        (("--from", "سنة خمس عشرة"), ["رجب 15هـ"]),
        (("--to", "627م"), ["رمضان 2هـ", "كانون الأول/ديسمبر 627م"]),
        (("--about", "Yarmouk"), ["رجب 15هـ"]),
        (("--about", "الجيش"), ["رجب 9هـ"]),
        (("--text", "المغازي"), ["رمضان 2هـ"]),
        (("--text", "المغازي", "--from", "5هـ"), []),
        (("--about", "نابليون"), []),
    ],
)
def test_filters_narrow_it(texts: Path, tmp_path: Path, options: tuple[str, ...], found: list[str]) -> None:
    assert [line[0] for line in dates(texts, tmp_path, *options)] == found


@pytest.mark.parametrize("option", ["--from", "--to"])
@pytest.mark.parametrize("said", ["abc", "0", "خالد 13"])
def test_what_is_no_year_is_told_before_anything_is_read(texts: Path, tmp_path: Path, option: str, said: str) -> None:
    done = run("dates", "--corpus", texts, "--index", tmp_path / "index", option, said)
    assert (done.status, done.output) == (2, "")
    assert f"'{said}' is no year" in done.errors
    assert not (tmp_path / "index").exists()


def test_json_lines_hold_the_date_in_every_calendar_and_where_the_sentence_stands(texts: Path, tmp_path: Path) -> None:
    done = run("dates", "--corpus", texts, "--index", tmp_path / "index", "--about", "اليرموك", "--json")
    assert done.line == {
        "dates": [
            {
                "text": "رجب سنة خمس عشرة من الهجرة",
                "hijri": "0015-07",
                "julian": "0636-08/0636-09",
                "gregorian": "0636-08/0636-09",
                "computed": ["julian", "gregorian"],
            }
        ],
        "source": "written",
        "sentence": SENTENCE,
        "date_spans": [[SENTENCE.index("رجب"), SENTENCE.index(" بين")]],
        "citation": "فلان، وقعة اليرموك، «الوقعة»",
        "document_id": "syria/yarmuk",
        "title": "وقعة اليرموك",
        "passage_id": done.line["passage_id"],
        "start": 0,
        "end": len(SENTENCE),
    }
    assert done.line["passage_id"].startswith("syria/yarmuk#")


def test_a_corpus_without_dates_is_an_empty_table(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "text.txt").write_text("نص لا تاريخ فيه\n\nكلام طويل عن أشياء كثيرة لا زمن لها.\n", "utf-8")
    assert dates(corpus, tmp_path) == []
    done = run("dates", "--corpus", corpus, "--index", tmp_path / "index", "--json")
    assert (done.status, done.output) == (0, "")


def test_a_missing_corpus_is_one_message(tmp_path: Path) -> None:
    done = run("dates", "--corpus", tmp_path / "none", "--index", tmp_path / "index")
    assert done.status == 1
    assert json.dumps(str(tmp_path / "none"))[1:-1] in done.errors
