import gzip
import os
from pathlib import Path

import pytest

from qa_bot.corpus.catalogue import read_corpus
from qa_bot.corpus.findings import Problem, Skipped
from qa_bot.corpus.origin import locate_span
from qa_bot.errors import SetupError
from qa_bot.model.corpus import Document

OPENITI = "######OpenITI#\n#META# 020.BookTITLE :: المغازي\n#META#Header#End#\n# وقعت بدر في رمضان.\n"
JSONL = '{"_id": "p1", "title": "أحد", "text": "كانت أحد في شوال."}\n'


def documents(path: Path) -> list[Document]:
    return [finding for finding in read_corpus(path) if isinstance(finding, Document)]


def others(path: Path) -> list[object]:
    return [finding for finding in read_corpus(path) if not isinstance(finding, Document)]


def test_every_format_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: بدر\n---\nوقعت بدر في رمضان.")
    (tmp_path / "b.txt").write_text("وقعت أحد في شوال.")
    (tmp_path / "c.jsonl").write_text(JSONL)
    (tmp_path / "0207Waqidi.Maghazi.ara1").write_text(OPENITI)
    (tmp_path / "d.txt").write_text(OPENITI)
    assert [(document.id, document.metadata.title) for document in documents(tmp_path)] == [
        ("0207Waqidi.Maghazi.ara1", "المغازي"),
        ("a", "بدر"),
        ("b", "وقعت أحد في شوال"),
        ("p1", "أحد"),
        ("d", "المغازي"),
    ]


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.jsonl", "a.mARkdown"])
def test_every_format_may_be_packed(tmp_path: Path, name: str) -> None:
    text = {"a.jsonl": JSONL, "a.mARkdown": OPENITI}.get(name, "وقعت بدر في رمضان.")
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(text.encode()))
    (found,) = documents(tmp_path)
    assert found.id == ("p1" if name == "a.jsonl" else "a")


def test_other_encodings_and_line_ends_are_read_with_their_origin(tmp_path: Path) -> None:
    written = "---\r\ntitle: بدر\r\n---\r\n\r\nكانت بدر في رمضان\r\nسنة اثنتين.\r\n\r\nثم كانت **أحد** في شوال.\r\n"
    (tmp_path / "a.md").write_bytes(written.encode("cp1256"))
    (found,) = documents(tmp_path)
    assert found.metadata.title == "بدر"
    assert found.text == "كانت بدر في رمضان سنة اثنتين.\n\nثم كانت أحد في شوال."
    assert [locate_span(found.origin, paragraph.span).of(written) for paragraph in found.paragraphs] == [
        "كانت بدر في رمضان\r\nسنة اثنتين.",
        "ثم كانت **أحد** في شوال.",
    ]


def test_a_broken_file_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("نص عربي طويل بعض الشيء\nآخ".encode() + b"\xd8")
    (tmp_path / "b.md").write_text("---\ntitle: [\n---\nنص")
    (tmp_path / "c.gz").write_bytes(b"\x1f\x8bgarbage")
    (tmp_path / "d.txt").write_text("وقعت بدر في رمضان.")
    assert [document.id for document in documents(tmp_path)] == ["d"]
    problems = [finding for finding in others(tmp_path) if isinstance(finding, Problem)]
    assert [(Path(problem.path).name, problem.line) for problem in problems] == [
        ("a.txt", 2),
        ("b.md", 3),
        ("c.gz", None),
    ]


def test_two_files_with_one_id_are_a_problem_that_names_both(tmp_path: Path) -> None:
    (tmp_path / "badr.md").write_text("وقعت بدر في رمضان.")
    (tmp_path / "badr.txt").write_text("وقعت بدر في شوال.")
    (document,) = documents(tmp_path)
    assert document.path == "badr.md"
    assert others(tmp_path) == [
        Problem(str(tmp_path / "badr.txt"), None, "the id badr is already taken by badr.md; this one is left out")
    ]


def test_questions_beside_a_corpus_are_left_out_and_named(tmp_path: Path) -> None:
    (tmp_path / "corpus.jsonl").write_text(JSONL)
    (tmp_path / "queries.jsonl").write_text('{"_id": "q1", "text": "متى؟", "answers": [], "doc_id": "p1"}\n')
    assert others(tmp_path) == [Skipped(str(tmp_path / "queries.jsonl"), "a file of questions, not of texts")]


def test_unknown_endings_are_read_where_they_hold_arabic(tmp_path: Path) -> None:
    (tmp_path / "a.نسخة").write_text("وقعت بدر في رمضان.")
    (tmp_path / "b.conf").write_text("key = value")
    (tmp_path / "c.bin").write_bytes(b"\0\1\2\3")
    assert [document.id for document in documents(tmp_path)] == ["a.نسخة"]
    assert others(tmp_path) == [
        Skipped(str(tmp_path / "b.conf"), "an unknown ending, and no Arabic letter inside"),
        Skipped(str(tmp_path / "c.bin"), "no text: holds NUL bytes and is no UTF-16: not a text"),
    ]


def test_a_name_that_is_no_utf8_is_a_problem_that_can_be_shown(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("وقعت بدر.")
    with open(os.fsencode(tmp_path) + b"/b\xff.txt", "w", encoding="utf-8") as file:  # noqa: PTH123  # a name in bytes
        file.write("وقعت أحد.")
    (problem,) = others(tmp_path)
    assert isinstance(problem, Problem)
    assert problem.path.encode().endswith(rb"b\xff.txt")


def test_files_are_read_one_at_a_time_and_told_before(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("وقعت بدر.")
    told: list[str] = []
    findings = read_corpus(tmp_path, on_file=lambda file: told.append(file.name))
    assert told == []
    next(findings)
    assert told == ["a.txt"]
    assert len(list(findings)) == 1
    assert told == ["a.txt", "b.txt"]


def test_a_missing_corpus_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(SetupError):
        read_corpus(tmp_path / "nowhere")


def test_an_unreadable_folder_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("وقعت بدر.")
    (tmp_path / "locked").mkdir()
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert others(tmp_path) == [Problem(str(tmp_path / "locked"), None, "the folder can't be read: Permission denied")]
