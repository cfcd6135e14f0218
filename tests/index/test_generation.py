import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builders import build_small_index
from qa_bot.errors import SetupError
from qa_bot.index import generation
from qa_bot.index.embedded import open_engine
from qa_bot.index.fields import FIELDS

FIELD_FILES = [
    f"{field.name}.{part}" for field in FIELDS for part in ("terms.txt", "indptr.npy", "indices.npy", "impacts.npy")
]
TEXT_FILES = [
    "documents.jsonl",
    "means.json",
    "passages.jsonl",
    "passages.ids.json",
    "passages.articles.npy",
    "passages.documents.npy",
    "passages.offsets.npy",
]
FILES = sorted(TEXT_FILES + FIELD_FILES)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    build_small_index(tmp_path / "index")
    return tmp_path / "index"


def folder_in_use(index: Path) -> Path:
    return generation.folder_of(index, generation.current_name(index) or "")


def rewrite_manifest(index: Path, **changes: Any) -> Path:
    path = folder_in_use(index) / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))
    return path


def test_the_manifest_tells_what_was_built_and_how(index: Path) -> None:
    manifest = generation.read_manifest(folder_in_use(index))
    assert (manifest.documents, manifest.passages, manifest.words) == (3, 6, 72)
    assert (manifest.corpus, manifest.corpus_fingerprint) == ("corpus", "0000000000000000")
    assert sorted(manifest.files) == FILES
    size, digest = manifest.files["passages.jsonl"]
    assert size == (folder_in_use(index) / "passages.jsonl").stat().st_size
    assert len(digest) == 64


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


def flip_a_bit(path: Path) -> None:
    written = bytearray(path.read_bytes())
    written[len(written) // 2] ^= 1
    path.write_bytes(written)


def make_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("tear", [truncate, lengthen, flip_a_bit, make_a_folder, Path.unlink])
@pytest.mark.parametrize("name", FILES)
def test_a_torn_file_is_refused_by_name_with_the_command_that_mends_it(
    index: Path, name: str, tear: Callable[[Path], None]
) -> None:
    path = folder_in_use(index) / name
    tear(path)
    with pytest.raises(SetupError, match="is not as it was written") as refused:
        open_engine(index)
    assert str(path) in str(refused.value)
    assert refused.value.command == "qa-bot index"


@pytest.mark.parametrize("written", ["", "{", "[]", "null", "{}", '{"format_version": 1}', "\x00\xff", '"x"'])
def test_a_torn_manifest_is_refused_by_name(index: Path, written: str) -> None:
    path = folder_in_use(index) / "manifest.json"
    path.write_text(written, "latin-1")
    with pytest.raises(SetupError, match="The index is torn") as refused:
        open_engine(index)
    assert str(path) in str(refused.value)
    assert refused.value.command == "qa-bot index"


def test_a_missing_manifest_is_refused_by_name(index: Path) -> None:
    path = folder_in_use(index) / "manifest.json"
    path.unlink()
    with pytest.raises(SetupError, match=r"manifest\.json can't be read"):
        open_engine(index)


@pytest.mark.parametrize(
    "files", [None, [], {"passages.jsonl": 5}, {"passages.jsonl": ["5"]}, {"passages.jsonl": [5, "0" * 64]}]
)
def test_a_manifest_with_nonsense_for_checksums_is_refused(index: Path, files: object) -> None:
    rewrite_manifest(index, files=files)
    with pytest.raises(SetupError, match="The index is torn"):
        open_engine(index)


def test_a_manifest_that_forgets_a_file_is_refused(index: Path) -> None:
    files = generation.read_manifest(folder_in_use(index)).files
    del files["body.indptr.npy"]
    (folder_in_use(index) / "body.indptr.npy").unlink()
    rewrite_manifest(index, files=files)
    with pytest.raises(SetupError, match=r"body\.indptr\.npy"):
        open_engine(index)


@pytest.mark.parametrize(
    "changes",
    [{"format_version": 4}, {"format_version": 6}, {"analysis": "0" * 16}, {"format_version": 6, "shards": 3}],
)
def test_an_index_of_another_version_is_refused(index: Path, changes: dict[str, object]) -> None:
    rewrite_manifest(index, **changes)
    with pytest.raises(SetupError, match="built by another version of qa_bot") as refused:
        open_engine(index)
    assert refused.value.command == "qa-bot index"


def test_without_an_index_the_command_that_builds_one_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"There is no index in .*nowhere") as refused:
        open_engine(tmp_path / "nowhere")
    assert refused.value.command == "qa-bot index"


@pytest.mark.parametrize("written", [b"\xff\xfe", b"nonsense\n", b"../../elsewhere\n", b"\x00"])
def test_a_torn_pointer_is_refused_and_the_next_build_mends_it(index: Path, written: bytes) -> None:
    (index / "current").write_bytes(written)
    with pytest.raises(SetupError, match="The index is torn"):
        open_engine(index)
    build_small_index(index)
    assert len(open_engine(index)._passages) == 6


def test_an_empty_pointer_names_no_index(index: Path) -> None:
    (index / "current").write_bytes(b"")
    with pytest.raises(SetupError, match="There is no index"):
        open_engine(index)


def test_a_pointer_that_cannot_be_read_stops_the_build_before_it_removes_anything(index: Path) -> None:
    folder = folder_in_use(index)
    (index / "current").unlink()
    (index / "current").mkdir()
    with pytest.raises(SetupError, match="current can't be read"):
        build_small_index(index)
    assert generation.check(folder).passages == 6


def test_names_ascend_from_build_to_build(tmp_path: Path) -> None:
    names = []
    for _ in range(4):
        build_small_index(tmp_path)
        names.append(generation.current_name(tmp_path))
    assert names == sorted(names, key=str)


def test_the_current_generation_and_the_one_before_are_kept(tmp_path: Path) -> None:
    names = []
    for _ in range(4):
        build_small_index(tmp_path)
        names.append(generation.current_name(tmp_path))
    assert sorted(path.name for path in (tmp_path / "generations").iterdir()) == names[-2:]


def test_what_a_killed_build_left_is_swept_at_the_next_build_even_when_it_was_whole(index: Path) -> None:
    old = folder_in_use(index)
    with generation.new_generation(index) as folder:
        leftover = folder.with_name(folder.name + "-killed")
    leftover.mkdir()
    for path in old.iterdir():
        (leftover / path.name).write_bytes(path.read_bytes())
    unfinished = leftover.with_name(leftover.name + "-sooner")
    unfinished.mkdir()
    build_small_index(index)
    assert {path.name for path in (index / "generations").iterdir()} == {old.name, folder_in_use(index).name}


def test_a_generation_that_is_never_published_is_removed(index: Path) -> None:
    before = folder_in_use(index)
    with generation.new_generation(index) as folder:
        (folder / "passages.jsonl").write_bytes(b"{}")
    assert [path.name for path in (index / "generations").iterdir()] == [before.name]


def test_a_generation_stays_when_nobody_knows_whether_it_was_published(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_: Path) -> str:
        raise SetupError("current can't be read: Too many open files")

    with generation.new_generation(index) as folder:
        monkeypatch.setattr(generation, "current_name", unreadable)
    assert folder.is_dir()


def test_the_corpus_may_have_a_name_that_is_not_unicode(tmp_path: Path) -> None:
    with generation.new_generation(tmp_path) as folder:
        facts = {"corpus": "نصوص\udcff", "corpus_fingerprint": "f", "documents": 0, "passages": 0, "words": 0}
        generation.publish(folder, **facts)
    assert generation.read_manifest(folder).corpus == "نصوص\udcff"
