import fcntl
import gzip
import json
import os
import shutil
from collections.abc import AsyncIterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from qa_bot.errors import SetupError
from qa_bot.store.backup import Copied, Restored, backup, restore
from qa_bot.store.database import Database
from qa_bot.store.own_files import own_texts_put_back, tidy_up
from stores import new_sqlite

NAME = "123/-100/0123456789abcdef.jsonl"
OTHER = "456/7/fedcba9876543210.jsonl"
# A torn file is copied as it is: its last line has no end, and not every byte is a letter.
TEXTS = {NAME: '{"title": "الزلاقة"}\n{"text": "وقعت"}\n'.encode(), OTHER: b'{"title": "\xff'}


def quietly(rows: int) -> None:
    pass


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = new_sqlite(tmp_path)
    yield database
    await database.aclose()


def fill(folder: Path, texts: dict[str, bytes]) -> Path:
    for name, written in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written)
    return folder


def held_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_texts_come_back_byte_for_byte_and_nothing_else_of_the_folder(database: Database, tmp_path: Path) -> None:
    folder = fill(tmp_path / "own", TEXTS | {"123/-100/.0123456789abcdef.part": b"half", "notes.txt": b"mine"})
    assert await backup(database, tmp_path / "copy", quietly, own_texts=folder) == Copied(0, 2)
    new = tmp_path / "new" / "own"
    assert await restore(database, tmp_path / "copy", quietly, own_texts=new) == Restored(0, own_texts=2)
    assert held_in(new) == TEXTS


async def test_texts_are_replaced_only_where_that_is_said(database: Database, tmp_path: Path) -> None:
    await backup(database, tmp_path / "copy", quietly, own_texts=fill(tmp_path / "own", {NAME: b"{}\n"}))
    now = fill(tmp_path / "now", {OTHER: b"[]\n", NAME: b"[]\n"})
    with pytest.raises(SetupError, match="now isn't empty") as caught:
        await restore(database, tmp_path / "copy", quietly, own_texts=now)
    assert caught.value.command == f"qa-bot store restore --replace {tmp_path / 'copy'}"
    assert held_in(now) == {OTHER: b"[]\n", NAME: b"[]\n"}
    await restore(database, tmp_path / "copy", quietly, replace=True, own_texts=now)
    assert held_in(now) == {NAME: b"{}\n"}


def rewrite(copy: Path, old: bytes, new: bytes) -> None:
    copy.write_bytes(gzip.compress(gzip.decompress(copy.read_bytes()).replace(old, new)))


async def test_a_backup_of_before_which_had_no_texts_leaves_those_there_are(database: Database, tmp_path: Path) -> None:
    await backup(database, tmp_path / "copy", quietly)
    rewrite(tmp_path / "copy", b'"qa_bot_store": 2', b'"qa_bot_store": 1')
    now = fill(tmp_path / "now", {NAME: b"[]\n"})
    assert await restore(database, tmp_path / "copy", quietly, replace=True, own_texts=now) == Restored(0)
    assert held_in(now) == {NAME: b"[]\n"}


@pytest.mark.parametrize("name", ["own_texts/../../../etc/passwd", "own_texts/123/-100/../../x.jsonl", "own_texts//x"])
async def test_a_name_that_leads_elsewhere_leads_nowhere_and_all_stays_as_it_was(
    database: Database, tmp_path: Path, name: str
) -> None:
    await backup(database, tmp_path / "copy", quietly, own_texts=fill(tmp_path / "own", {NAME: b"{}\n"}))
    rewrite(tmp_path / "copy", f"own_texts/{NAME}".encode(), name.encode())
    now = fill(tmp_path / "now", {OTHER: b"[]\n"})
    with pytest.raises(SetupError, match="No own text is called"):
        await restore(database, tmp_path / "copy", quietly, replace=True, own_texts=now)
    assert held_in(now) == {OTHER: b"[]\n"}


async def test_a_copy_that_lacks_a_line_of_a_text_is_torn(database: Database, tmp_path: Path) -> None:
    await backup(database, tmp_path / "copy", quietly, own_texts=fill(tmp_path / "own", TEXTS))
    line = json.dumps([f"own_texts/{NAME}", '{"text": "وقعت"}\n']).encode() + b"\n"
    rewrite(tmp_path / "copy", line, b"")
    with pytest.raises(SetupError, match="its end is missing"):
        await restore(database, tmp_path / "copy", quietly, own_texts=tmp_path / "new")


async def test_a_folder_that_can_not_be_written_is_named(database: Database, tmp_path: Path) -> None:
    await backup(database, tmp_path / "copy", quietly, own_texts=fill(tmp_path / "own", TEXTS))
    (tmp_path / "file").touch()
    with pytest.raises(SetupError, match="The own texts can't be put back into"):
        await restore(database, tmp_path / "copy", quietly, own_texts=tmp_path / "file")


BEFORE = {NAME: b"old\n", "789/-5/0000000000000000.jsonl": b"old\n"}
AFTER = {NAME: b"new\n", OTHER: b"new\n"}


def put_back(folder: Path, texts: dict[str, bytes]) -> None:
    with own_texts_put_back(folder) as files:
        for name, written in texts.items():
            files.take(f"own_texts/{name}", written.decode())


def killed_at(step: int, work: partial[None]) -> bool:
    """Return whether a program of its own was killed before its change of a folder with this number, from 0."""
    child = os.fork()
    if child == 0:
        left = [step]

        def counted(change: Any) -> Any:
            def changed(*arguments: Any, **more: Any) -> Any:
                left[0] -= 1
                if left[0] < 0:
                    os._exit(9)
                return change(*arguments, **more)

            return changed

        for name in ("replace", "mkdir", "rmdir"):
            setattr(Path, name, counted(getattr(Path, name)))
        shutil.rmtree = counted(shutil.rmtree)  # type: ignore[assignment] # in a process that ends here
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def test_killed_at_any_moment_it_is_tidied_up_to_all_that_was_or_all_that_comes(tmp_path: Path) -> None:
    outcomes = []
    for step in range(100):
        folder, later = fill(tmp_path / str(step), BEFORE), count()
        if not killed_at(step, partial(put_back, folder, AFTER)):
            break
        # What tidies up is killed as well, again and again, each time a little later.
        while killed_at(next(later), partial(tidy_up, folder)):
            pass
        outcomes.append(held_in(folder))
        assert [path.name for path in folder.glob(".*")] == []
    assert held_in(folder) == AFTER
    assert outcomes == sorted(outcomes, key=lambda held: held == AFTER)
    assert BEFORE in outcomes
    assert AFTER in outcomes
    assert all(held in (BEFORE, AFTER) for held in outcomes)


def test_where_nothing_was_left_nothing_is_done(tmp_path: Path) -> None:
    assert not tidy_up(tmp_path / "none")
    assert not tidy_up(fill(tmp_path / "own", BEFORE))
    assert held_in(tmp_path / "own") == BEFORE


def test_what_another_program_is_about_is_left_to_it(tmp_path: Path) -> None:
    folder = fill(tmp_path / "own", {".restored/1": b"half"})
    held = os.open(folder, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    try:
        with pytest.raises(SetupError, match="right now"):
            tidy_up(folder)
    finally:
        os.close(held)
    assert tidy_up(folder)
    assert held_in(folder) == {}
