import gzip
import os
from pathlib import Path

import pytest

from qa_bot.corpus.findings import Skipped
from qa_bot.corpus.listing import Listing, document_id, list_corpus
from qa_bot.errors import SetupError


def write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("نص")


def names(root: Path) -> list[str]:
    return [file.relative_to(root).as_posix() for file in list_corpus(root).files]


def left_out(root: Path) -> dict[str, str]:
    return {
        Path(entry.path).relative_to(root).as_posix(): entry.why
        for entry in list_corpus(root).left_out
        if isinstance(entry, Skipped)
    }


def test_a_folder_is_listed_with_all_below_it_in_the_order_of_paths(tmp_path: Path) -> None:
    write(tmp_path, "syria/yarmuk.md", "syria/damascus.txt", "badr.jsonl", "sira/1/uhud.md", "نص بلا لاحقة")
    assert names(tmp_path) == [
        "badr.jsonl",
        "sira/1/uhud.md",
        "syria/damascus.txt",
        "syria/yarmuk.md",
        "نص بلا لاحقة",
    ]


def test_one_file_is_a_corpus_whatever_its_name(tmp_path: Path) -> None:
    write(tmp_path, "README.md")
    assert list_corpus(tmp_path / "README.md") == Listing(tmp_path, (tmp_path / "README.md",))


def test_what_is_no_text_is_left_out_and_named(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "README.md", "LICENSE", "t/texts.tsv", "x.csv", "p.rtf", ".hidden.md", ".git/c.md", "b.md~")
    assert names(tmp_path) == ["a.md"]
    assert left_out(tmp_path) == {
        ".git": "hidden",
        ".hidden.md": "hidden",
        "LICENSE": "about the folder, not a text of it",
        "README.md": "about the folder, not a text of it",
        "b.md~": "hidden",
        "p.rtf": "a document of a format that is not read",
        "t/texts.tsv": "a table",
        "x.csv": "a table",
    }


def test_an_openiti_file_is_a_text_under_any_ending(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("######OpenITI#\n")
    (tmp_path / "b.csv.gz").write_bytes(gzip.compress(b"######OpenITI#\n"))
    assert names(tmp_path) == ["a.json", "b.csv.gz"]


def test_links_out_of_the_corpus_and_loops_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "outside/secret.md", "corpus/a.md", "corpus/folder/b.md")
    corpus = tmp_path / "corpus"
    (corpus / "loop").symlink_to(corpus)
    (corpus / "out.md").symlink_to(tmp_path / "outside" / "secret.md")
    (corpus / "gone.md").symlink_to(tmp_path / "gone.md")
    (corpus / "inside.md").symlink_to(corpus / "folder" / "b.md")
    assert names(corpus) == ["a.md", "folder/b.md", "inside.md"]
    assert sorted(left_out(corpus)) == ["gone.md", "loop", "out.md"]


def test_a_corpus_may_be_a_link_itself(tmp_path: Path) -> None:
    write(tmp_path, "real/a.md")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert names(tmp_path / "link") == ["a.md"]


def test_what_is_no_regular_file_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    os.mkfifo(tmp_path / "pipe.md")
    assert left_out(tmp_path) == {"pipe.md": "no regular file"}


def test_a_missing_path_names_itself_and_the_command(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"There is no corpus at .*nowhere") as caught:
        list_corpus(tmp_path / "nowhere")
    assert caught.value.command == "qa-bot index --corpus PATH"


def test_a_folder_without_texts_names_itself_and_the_command(tmp_path: Path) -> None:
    write(tmp_path, "README.md", "years.tsv")
    with pytest.raises(SetupError, match=r"holds no texts \(2 files left out\)") as caught:
        list_corpus(tmp_path)
    assert "qa-bot index --corpus PATH" in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_a_table_is_no_corpus(tmp_path: Path) -> None:
    write(tmp_path, "years.tsv")
    with pytest.raises(SetupError, match=r"years\.tsv holds no texts \(a table\)"):
        list_corpus(tmp_path / "years.tsv")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("badr.md", "badr"),
        ("a/b/badr.txt.gz", "a/b/badr"),
        ("0200SayfIbnCumar.Fitna.Shamela0007536-ara1.gz", "0200SayfIbnCumar.Fitna.Shamela0007536-ara1"),
        ("0314IbnActham.Futuh.Shia003675Vols-ara1.completed.gz", "0314IbnActham.Futuh.Shia003675Vols-ara1"),
        ("0314IbnActham.Futuh.Shia003675Vols-ara1.inProgress", "0314IbnActham.Futuh.Shia003675Vols-ara1"),
        ("0207Waqidi.Maghazi.Shamela0023680-ara1.mARkdown", "0207Waqidi.Maghazi.Shamela0023680-ara1"),
        ("0207Waqidi.Maghazi.Shamela0023680-ara1", "0207Waqidi.Maghazi.Shamela0023680-ara1"),
        ("غزوة بدر.txt", "غزوة بدر"),
    ],
)
def test_an_id_is_the_path_without_known_endings(name: str, expected: str) -> None:
    assert document_id(Path("/texts"), Path("/texts") / name) == expected
