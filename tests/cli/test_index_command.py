import errno
import os
import re
from pathlib import Path

import pytest

from commands import WHEN, run, write_texts
from qa_bot.index import generation
from qa_bot.index.generation import Manifest


def manifest_of(index: Path) -> Manifest:
    name = generation.current_name(index)
    assert name
    return generation.check(generation.folder_of(index, name))


def test_texts_of_every_format_are_counted_with_the_time_it_took(texts: Path) -> None:
    done = run("index", "--corpus", texts, "--index", "my-index")
    assert (done.status, done.output) == (0, "")
    summary = r"Indexed 4 files: 4 texts, 4 passages, [\d,]+ words in \d+\.\d s → my-index\n"
    assert re.fullmatch(summary, done.errors)
    assert (manifest_of(Path("my-index")).documents, manifest_of(Path("my-index")).passages) == (4, 4)


def test_without_options_the_settings_name_the_places(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_CORPUS", str(texts))
    monkeypatch.setenv("QA_BOT_INDEX", "from-the-settings")
    assert run("index").status == 0
    assert manifest_of(Path("from-the-settings")).corpus == str(texts)


def test_files_left_out_are_named_and_no_fault(texts: Path) -> None:
    (texts / "README.md").write_text("about these texts", "utf-8")
    (texts / "years.csv").write_text("سنة,وقعة", "utf-8")
    done = run("index", "--corpus", texts, "--index", "my-index")
    assert done.status == 0
    assert f"left out: {texts}/README.md: about the folder, not a text of it\n" in done.errors
    assert f"left out: {texts}/years.csv: a table\n" in done.errors


def test_a_broken_file_is_named_with_its_line_and_the_others_are_indexed(texts: Path) -> None:
    (texts / "broken.jsonl").write_text('{"_id": "1", "text": "نص سليم هنا."}\n{"_id": \n', "utf-8")
    done = run("index", "--corpus", texts, "--index", "my-index")
    assert done.status == 1
    assert f"look at: {texts}/broken.jsonl:2: " in done.errors
    assert "Indexed 5 files: 5 texts" in done.errors
    assert run("ask", "--index", "my-index", "--json", WHEN).line["found"] is True


def test_many_findings_are_listed_up_to_a_count(texts: Path) -> None:
    for number in range(25):
        (texts / f"{number:02}.csv").write_text("1,2", "utf-8")
    done = run("index", "--corpus", texts, "--index", "my-index")
    assert done.errors.count(": a table\n") == 20
    assert "left out: and 5 more\n" in done.errors


def test_no_progress_is_shown_where_nobody_looks_on(texts: Path) -> None:
    done = run("index", "--corpus", texts, "--index", "my-index")
    assert "Reading texts" not in done.errors
    assert "\x1b" not in done.errors


def test_a_new_build_takes_the_place_of_the_old_one(texts: Path) -> None:
    run("index", "--corpus", texts, "--index", "my-index")
    before = manifest_of(Path("my-index"))
    (texts / "new.txt").write_text("كانت وقعة الجسر سنة ثلاث عشرة من الهجرة.", "utf-8")
    run("index", "--corpus", texts, "--index", "my-index")
    assert (before.documents, manifest_of(Path("my-index")).documents) == (4, 5)


@pytest.mark.parametrize("file", ["syria/yarmuk.md", "tabuk.txt", "nineveh.jsonl", "0207Waqidi.Maghazi"])
def test_a_single_file_of_any_format_is_a_corpus(texts: Path, file: str) -> None:
    done = run("index", "--corpus", texts / file, "--index", "my-index")
    assert done.status == 0
    assert "Indexed 1 file: 1 text, 1 passage, " in done.errors


@pytest.mark.parametrize(
    ("corpus", "message"),
    [
        ("nowhere", "There is no corpus at nowhere."),
        ("empty", "The corpus empty holds no texts (0 files left out)."),
        ("tables", "The corpus tables holds no texts (a table)."),
    ],
)
def test_a_corpus_without_texts_is_one_message(tmp_path: Path, corpus: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "years.csv").write_text("1", "utf-8")
    done = run("index", "--corpus", corpus)
    assert done.status == 1
    assert done.errors.startswith(f"qa-bot: {message}\n  To mend it: qa-bot index --corpus PATH")


def test_a_corpus_of_broken_files_alone_names_them(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "broken.jsonl").write_text("no JSON\n", "utf-8")
    done = run("index", "--corpus", "texts", "--index", "my-index")
    assert done.status == 1
    assert done.errors.startswith("qa-bot: There is no text to index in texts.\n  texts/broken.jsonl:1: ")
    assert generation.current_name(Path("my-index")) is None


def test_a_folder_that_can_not_be_read_is_one_message(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    # Root may read everything: rights taken away would not keep it out.
    monkeypatch.setattr("qa_bot.corpus.listing.os.scandir", refuse)
    done = run("index", "--corpus", texts, "--index", "my-index")
    assert done.status == 1
    told = f"qa-bot: The corpus {texts} holds no texts (the folder can't be read: Permission denied).\n"
    assert done.errors.startswith(told)


def test_an_unreadable_folder_among_others_is_named_and_the_rest_is_indexed(
    texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def refuse_one(folder: Path) -> object:
        if folder.name == "syria":
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr("qa_bot.corpus.listing.os.scandir", refuse_one)
    done = run("index", "--corpus", texts, "--index", "my-index")
    assert done.status == 1
    assert f"look at: {texts}/syria: the folder can't be read: Permission denied\n" in done.errors
    assert "Indexed 3 files: 3 texts" in done.errors


def test_a_full_disk_is_one_message_and_the_old_index_stays(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("index", "--corpus", texts, "--index", "my-index")
    before = generation.current_name(Path("my-index"))

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("qa_bot.index.build._write_field", fail)
    done = run("index", "--corpus", texts, "--index", "my-index")
    told = "qa-bot: The index can't be written in my-index: No space left on device.\n"
    assert (done.status, done.output, done.errors) == (1, "", told)
    assert generation.current_name(Path("my-index")) == before


def test_a_file_where_the_index_should_be_is_one_message(texts: Path, tmp_path: Path) -> None:
    (tmp_path / "my-index").write_text("", "utf-8")
    done = run("index", "--corpus", texts, "--index", "my-index")
    told = "qa-bot: The index can't be written in my-index: File exists.\n"
    assert (done.status, done.errors) == (1, told)


def test_ctrl_c_ends_a_build_without_a_traceback(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("qa_bot.index.build._write_field", interrupt)
    done = run("index", "--corpus", texts, "--index", "my-index")
    assert (done.status, done.output, done.errors) == (130, "", "")
    assert generation.current_name(Path("my-index")) is None


def test_names_of_any_bytes_and_brackets_are_shown(tmp_path: Path) -> None:
    texts = write_texts(tmp_path / "texts [bold]")
    (Path(os.fsdecode(os.fsencode(texts) + b"/\xff.csv"))).write_text("1", "utf-8")
    done = run("index", "--corpus", texts, "--index", "my-index")
    assert done.status == 0
    assert "texts [bold]/\\xff.csv: a table\n" in done.errors
