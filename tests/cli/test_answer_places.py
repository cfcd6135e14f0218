"""Which texts and which index `ask`, `when` and `run` use, and what they say where these don't fit."""

import json
import os
import shlex
from pathlib import Path

import pytest

from commands import BADR, NINEVEH, SENTENCE, TABUK, WHEN, run
from qa_bot.index import generation

TORN = "qa-bot: The index is torn: "


def ask(*arguments: object) -> str:
    answers = run("ask", WHEN, "--json", *arguments).line["answers"]
    return answers[0]["text"] if answers else ""


def generation_in(index: Path) -> Path:
    name = generation.current_name(index)
    assert name
    return generation.folder_of(index, name)


def cached() -> Path:
    (index,) = (Path(os.environ["XDG_CACHE_HOME"]) / "qa_bot").iterdir()
    return index


def command_named_in(errors: str) -> list[str]:
    _, _, command = errors.partition("\n  To mend it: qa-bot ")
    return shlex.split(command)


def test_a_corpus_without_an_index_gets_one_in_the_cache_once(texts: Path) -> None:
    assert ask("--corpus", texts) == SENTENCE
    first = generation_in(cached())
    assert ask("--corpus", texts) == SENTENCE
    assert generation_in(cached()) == first
    assert not Path("index").exists()


def test_however_its_path_is_written_a_corpus_is_indexed_once(texts: Path) -> None:
    ask("--corpus", texts)
    first = generation_in(cached())
    ask("--corpus", "texts")
    ask("--corpus", "./texts/../texts")
    assert generation_in(cached()) == first


def test_the_cache_lies_in_the_home_folder_where_nothing_else_is_said(
    texts: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for told in (None, "relative/folder"):
        if told:
            monkeypatch.setenv("XDG_CACHE_HOME", told)
        else:
            monkeypatch.delenv("XDG_CACHE_HOME")
        ask("--corpus", texts)
        assert len(list((tmp_path / "home" / ".cache" / "qa_bot").iterdir())) == 1
    assert not Path("relative").exists()


def test_a_cache_is_built_anew_when_the_texts_change(texts: Path) -> None:
    assert run("when", "الجسر", "--json", "--corpus", texts).line["found"] is False
    (texts / "bridge.txt").write_text("كانت وقعة الجسر في شعبان سنة ثلاث عشرة من الهجرة.", "utf-8")
    assert run("when", "الجسر", "--json", "--corpus", texts).line["dates"][0]["hijri"] == "0013-08"
    (texts / "bridge.txt").unlink()
    assert run("when", "الجسر", "--json", "--corpus", texts).line["found"] is False


def test_two_corpora_have_two_caches(texts: Path) -> None:
    ask("--corpus", texts)
    assert ask("--corpus", texts / "tabuk.txt") == ""
    assert len(list((Path(os.environ["XDG_CACHE_HOME"]) / "qa_bot").iterdir())) == 2


@pytest.mark.parametrize(
    ("file", "name", "document_id", "answer"),
    [
        ("syria/yarmuk.md", "اليرموك", "yarmuk", SENTENCE),
        ("tabuk.txt", "تبوك", "tabuk", TABUK.split("\n\n")[1].split(". ")[0] + "."),
        ("nineveh.jsonl", "نينوى", NINEVEH["_id"], NINEVEH["text"]),
        ("0207Waqidi.Maghazi", "بدر", "0207Waqidi.Maghazi", BADR.partition("\n# ")[2].partition(" PageV")[0]),
    ],
)
def test_a_corpus_may_be_one_file_of_each_format(
    texts: Path, file: str, name: str, document_id: str, answer: str
) -> None:
    (first, *_) = run("when", name, "--json", "--corpus", texts / file).line["answers"]
    assert (first["document_id"], first["text"]) == (document_id, answer)


def test_a_broken_file_is_named_when_the_index_is_built_on_the_way(texts: Path) -> None:
    (texts / "broken.jsonl").write_text("no JSON\n", "utf-8")
    done = run("ask", WHEN, "--json", "--corpus", texts)
    assert (done.status, done.line["found"]) == (0, True)
    assert done.errors.startswith(f"look at: {texts}/broken.jsonl:1: ")
    assert run("ask", WHEN, "--json", "--corpus", texts).errors == ""


def test_a_torn_cache_is_built_anew_without_asking(texts: Path) -> None:
    ask("--corpus", texts)
    torn = generation_in(cached())
    (torn / "passages.jsonl").write_bytes(b"")
    assert ask("--corpus", texts) == SENTENCE
    assert generation_in(cached()) != torn


def test_an_index_is_used_as_it_is_whatever_became_of_its_texts(texts: Path) -> None:
    run("index", "--corpus", texts, "--index", "my-index")
    (texts / "syria" / "yarmuk.md").unlink()
    assert ask("--index", "my-index") == SENTENCE


def test_a_corpus_with_an_index_brings_it_up_to_date(texts: Path) -> None:
    assert ask("--corpus", texts, "--index", "my-index") == SENTENCE
    (texts / "syria" / "yarmuk.md").unlink()
    assert ask("--corpus", texts, "--index", "my-index") == ""


def tear_a_file(index: Path) -> None:
    (generation_in(index) / "body.impacts.npy").write_bytes(b"torn")


def tear_the_manifest(index: Path) -> None:
    (generation_in(index) / "manifest.json").write_bytes(b'{"format_version": 1')


def lose_the_generation(index: Path) -> None:
    generation_in(index).rename(index / "moved")


def age_the_analysis(index: Path) -> None:
    path = generation_in(index) / "manifest.json"
    manifest = json.loads(path.read_text("ascii"))
    path.write_text(json.dumps(manifest | {"analysis": "0" * 16}), "ascii")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (tear_a_file, TORN),
        (tear_the_manifest, TORN),
        (lose_the_generation, TORN),
    ],
)
def test_an_index_that_can_not_be_used_is_refused_with_the_command_that_mends_it(
    texts: Path, spoil: object, message: str
) -> None:
    assert callable(spoil)
    run("index", "--corpus", texts, "--index", "my-index")
    spoil(Path("my-index"))
    refused = run("ask", WHEN, "--corpus", texts, "--index", "my-index")
    assert (refused.status, refused.output) == (1, "")
    assert refused.errors.startswith(message)
    mends = command_named_in(refused.errors)
    assert mends == ["index", "--corpus", str(texts), "--index", "my-index"]
    assert run(*mends).status == 0
    assert ask("--corpus", texts, "--index", "my-index") == SENTENCE


def test_an_index_of_another_version_is_built_anew_where_its_texts_are_named_and_else_refused(texts: Path) -> None:
    run("index", "--corpus", texts, "--index", "my-index")
    age_the_analysis(Path("my-index"))
    refused = run("ask", WHEN, "--index", "my-index")
    assert (refused.status, refused.output) == (1, "")
    assert refused.errors.startswith("qa-bot: my-index/generations/")
    assert command_named_in(refused.errors) == ["index", "--corpus", "PATH", "--index", "my-index"]
    assert ask("--corpus", texts, "--index", "my-index") == SENTENCE
    assert ask("--index", "my-index") == SENTENCE


def test_the_index_of_the_settings_is_mended_by_the_bare_command(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_CORPUS", str(texts))
    monkeypatch.setenv("QA_BOT_INDEX", "my-index")
    run("index")
    tear_a_file(Path("my-index"))
    assert command_named_in(run("ask", WHEN).errors) == ["index"]


def test_a_missing_index_is_refused_with_its_own_name(tmp_path: Path) -> None:
    done = run("ask", WHEN, "--index", "my index")
    told = "There is no index in my index.\n  To mend it: qa-bot index --corpus PATH --index 'my index'"
    assert (done.status, done.output, done.errors) == (1, "", f"qa-bot: {told}\n")
    assert not (tmp_path / "my index").exists()


@pytest.mark.parametrize("command", ["ask", "when", "run"])
def test_a_corpus_that_is_not_there_is_one_message(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_CORPUS", "nowhere")
    monkeypatch.setenv("QA_BOT_INDEX", "index")
    done = run(command, piped="")
    told = "qa-bot: There is no corpus at nowhere.\n  To mend it: qa-bot index --corpus PATH\n"
    assert (done.status, done.output, done.errors) == (1, "", told)


def test_a_cache_that_can_not_be_written_is_one_message(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(Path("file").resolve()))
    done = run("ask", WHEN, "--corpus", texts)
    assert (done.status, done.output) == (1, "")
    assert done.errors.startswith(f"qa-bot: {Path('file').resolve()}/qa_bot/")
    assert "Not a directory" in done.errors
