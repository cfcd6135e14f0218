import gzip
from pathlib import Path

import pytest

from qa_bot.corpus import files
from qa_bot.corpus.files import read_bytes, starts_with
from qa_bot.corpus.findings import Fault, Trouble


def test_a_plain_file_comes_back_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"badr")
    assert read_bytes(tmp_path / "a.txt") == b"badr"


def test_gzip_is_known_by_its_content_and_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(gzip.compress(b"badr"))
    assert read_bytes(tmp_path / "a.txt") == b"badr"


def test_a_gzip_bomb_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(bytes(30 * 1024 * 1024)))
    assert read_bytes(tmp_path / "bomb.gz") == Fault(
        "unpacks to more than 100 times its size, as a bomb does", trouble=Trouble.TOO_MUCH
    )


def test_a_small_file_may_pack_well(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"a" * 900_000))
    assert read_bytes(tmp_path / "a.gz") == b"a" * 900_000


def test_a_file_larger_than_the_cap_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 3 * 1024 * 1024)
    (tmp_path / "a.txt").write_bytes(bytes(3 * 1024 * 1024 + 1))
    assert read_bytes(tmp_path / "a.txt") == Fault("holds more than 3 MB", trouble=Trouble.TOO_MUCH)


@pytest.mark.parametrize("spoil", [lambda raw: raw[:-6], lambda raw: raw[:12] + b"\xff\xff" + raw[14:]])
def test_a_torn_gzip_is_named(tmp_path: Path, spoil) -> None:
    (tmp_path / "a.gz").write_bytes(spoil(gzip.compress("غزوة بدر ".encode() * 50)))
    found = read_bytes(tmp_path / "a.gz")
    assert isinstance(found, Fault)
    assert found.reason.startswith("the gzip is torn")


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    assert read_bytes(tmp_path / "gone") == Fault("can't be read: No such file or directory")


def test_the_beginning_is_read_through_gzip(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"######OpenITI#\n")
    (tmp_path / "b").write_bytes(gzip.compress(b"######OpenITI#\n"))
    (tmp_path / "c").write_bytes(b"######Open")
    assert [starts_with(tmp_path / name, b"######OpenITI#") for name in "abc"] == [True, True, False]
    assert not starts_with(tmp_path / "gone", b"#")
