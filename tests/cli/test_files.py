import errno
from pathlib import Path

import pytest

from qa_bot.cli.files import write_whole
from qa_bot.errors import SetupError


def test_a_file_is_written_over_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    for content in (b"old", b"new"):
        write_whole(file, content)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("picture.png", b"new")]


def test_a_full_disk_leaves_the_old_file_alone_and_the_error_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "picture.png"
    write_whole(file, b"old")

    def half_written(path: Path, content: bytes) -> None:
        with path.open("wb") as out:
            out.write(content[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half_written)
    with pytest.raises(SetupError, match=r"picture\.png can't be written: No space left on device"):
        write_whole(file, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("picture.png", b"old")]
