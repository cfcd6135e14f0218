import asyncio
import errno
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from builders import build_document, build_small_index
from qa_bot.errors import SetupError
from qa_bot.index import generation
from qa_bot.index.build import build_index
from qa_bot.index.embedded import open_engine
from qa_bot.model.corpus import Document, Passage

Built = tuple[Document, Sequence[Passage]]


def titles(index: Path) -> list[str]:
    return [card.metadata.title for card in asyncio.run(open_engine(index).library())]


def test_the_manifest_that_comes_back_is_the_one_on_disk(tmp_path: Path) -> None:
    documents = [build_document("1", "غزوة بدر", "غزوة أحد"), build_document("2", "كانت وقعة حنين.")]
    manifest = build_index(documents, tmp_path, corpus="نصوص", corpus_fingerprint="f00d")
    assert (manifest.documents, manifest.passages, manifest.words) == (2, 3, 7)
    assert (manifest.corpus, manifest.corpus_fingerprint) == ("نصوص", "f00d")
    name = generation.current_name(tmp_path)
    assert name is not None
    assert generation.read_manifest(generation.folder_of(tmp_path, name)) == manifest


def test_the_index_folder_is_made_where_it_is_missing(tmp_path: Path) -> None:
    build_small_index(tmp_path / "deep" / "index")
    assert titles(tmp_path / "deep" / "index") == ["أجنادين", "تبوك", "نينوى"]


def test_the_same_texts_make_the_same_files(tmp_path: Path) -> None:
    first, second = build_small_index(tmp_path / "1"), build_small_index(tmp_path / "2")
    assert first.files == second.files


def test_documents_are_taken_one_by_one(tmp_path: Path) -> None:
    """A corpus may be larger than memory."""
    written: list[int] = []

    def documents() -> Iterator[Built]:
        for number in range(3):
            (folder,) = (tmp_path / "generations").iterdir()
            written.append(len(list(folder.iterdir())))
            yield build_document(str(number), "غزوة بدر")

    build_index(documents(), tmp_path, corpus="c", corpus_fingerprint="f")
    assert written == [2, 2, 2], "the two text files are open before the first document comes"


def test_a_second_builder_is_refused_while_one_is_at_work(tmp_path: Path) -> None:
    def documents() -> Iterator[Built]:
        with pytest.raises(SetupError, match=r"Another build is under way in .*: wait until it ends"):
            build_small_index(tmp_path, [build_document("second", "نص")])
        yield build_document("first", "نص")

    build_index(documents(), tmp_path, corpus="c", corpus_fingerprint="f")
    assert titles(tmp_path) == ["first"]
    build_small_index(tmp_path, [build_document("third", "نص")])
    assert titles(tmp_path) == ["third"]


def no_space(*_: Any, **__: Any) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    ("owner", "name"),
    [(np, "save"), (Path, "write_text"), (Path, "mkdir"), (os, "fsync"), (Path, "replace"), (generation, "sweep")],
)
def test_a_full_disk_is_the_operators_and_leaves_the_old_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str
) -> None:
    build_small_index(tmp_path, [build_document("old", "نص")])
    before = sorted(path.name for path in (tmp_path / "generations").iterdir())
    with monkeypatch.context() as patched:
        patched.setattr(owner, name, no_space)
        with pytest.raises(SetupError, match=r"can't be written in .*: No space left on device"):
            build_small_index(tmp_path, [build_document("new", "نص")])
    assert titles(tmp_path) == ["old"]
    assert sorted(path.name for path in (tmp_path / "generations").iterdir()) == before


def test_a_disk_that_fills_up_in_the_middle_of_a_file_leaves_the_old_index(tmp_path: Path) -> None:
    build_small_index(tmp_path, [build_document("old", "نص")])

    def documents() -> Iterator[Built]:
        yield build_document("new", "نص")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(SetupError, match="No space left on device"):
        build_index(documents(), tmp_path, corpus="c", corpus_fingerprint="f")
    assert titles(tmp_path) == ["old"]


def test_ctrl_c_leaves_the_old_index_and_nothing_half_built(tmp_path: Path) -> None:
    build_small_index(tmp_path, [build_document("old", "نص")])

    def documents() -> Iterator[Built]:
        yield build_document("new", "نص")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_index(documents(), tmp_path, corpus="c", corpus_fingerprint="f")
    assert titles(tmp_path) == ["old"]
    assert len(list((tmp_path / "generations").iterdir())) == 1


def test_a_fault_of_the_texts_stays_what_it_is(tmp_path: Path) -> None:
    def documents() -> Iterator[Built]:
        yield build_document("new", "نص")
        raise SetupError("corpus/a.md, line 3: no title")

    with pytest.raises(SetupError, match="line 3: no title"):
        build_index(documents(), tmp_path, corpus="c", corpus_fingerprint="f")


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("")
    with pytest.raises(SetupError, match=r"can't be written in .*index: File exists"):
        build_small_index(tmp_path / "index")
