"""The files of the texts that chats added, as a backup holds them: a line of theirs is a line of its own there."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from qa_bot.errors import SetupError

_PREFIX = "own_texts/"
# A bot, a chat, a text: no other name is ever written to.
_NAME = re.compile(r"own_texts/([0-9]{1,19}/-?[0-9]{1,19}/[0-9a-f]{16}\.jsonl)")
# Folders beside those of the bots. What is half done is nothing yet; what is complete belongs in their place, and from
# the moment that it is called so every bot's folder is an old one; once the old ones are away it is what moves in.
_HALF_DONE, _COMPLETE, _MOVING_IN, _BEFORE = ".restored", ".complete", ".moving", ".before"
_LEFT = (_HALF_DONE, _COMPLETE, _MOVING_IN, _BEFORE)


def is_own_file(name: str) -> bool:
    """Return whether a line of a backup with this name is one of an own text; else it is a table's row.

    >>> is_own_file("own_texts/123/-100/0123456789abcdef.jsonl"), is_own_file("letters")
    (True, False)
    """
    return name.startswith(_PREFIX)


def own_lines(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the lines of every text in `folder`, with the name of its file; one that goes meanwhile is left out.

    Raises:
        SetupError: a file can't be read.
    """
    for path in sorted(folder.glob("*/*/*.jsonl")):
        name = f"{_PREFIX}{path.relative_to(folder).as_posix()}"
        if not _NAME.fullmatch(name):
            continue
        try:
            # Once open it is read to its end, whether somebody removes it or not.
            with suppress(FileNotFoundError), path.open("rb") as lines:
                for line in lines:
                    yield name, line.decode("utf-8", "surrogateescape")
        except OSError as error:
            raise SetupError(f"The own text {path} can't be read: {error.strerror or error}.") from error


def holds_own_texts(folder: Path) -> bool:
    """Return whether a chat has a text in `folder`."""
    return any(folder.glob("[0-9]*/*/*.jsonl"))


def tidy_up(folder: Path) -> bool:
    """Return whether a program was killed while it put texts back into `folder`; all is now as before it, or as after.

    Raises:
        SetupError: another program puts texts back right now, or the folder can't be written.
    """
    if not any((folder / name).exists() for name in _LEFT):
        return False
    with _changing(folder):
        _end_what_was_begun(folder)
    return True


@contextmanager
def own_texts_put_back(folder: Path | None) -> Iterator["Files"]:
    """Give what takes lines of files; at the end these stand in the place of all those before, after an error none.

    Where there is no folder, lines are passed over. What a killed program left is tidied up.

    Raises:
        SetupError: a file can't be written, or has a name that no backup has; another program puts texts back.
    """
    if folder is None:
        yield Files(None)
        return
    with _changing(folder):
        _end_what_was_begun(folder)
        half_done = folder / _HALF_DONE
        half_done.mkdir()
        files = Files(half_done)
        try:
            try:
                yield files
            finally:
                files.close()
            half_done.replace(folder / _COMPLETE)
        except BaseException:
            shutil.rmtree(half_done, ignore_errors=True)
            raise
        _end_what_was_begun(folder)


@contextmanager
def _changing(folder: Path) -> Iterator[None]:
    """Hold `folder` until the end: no other program puts texts back meanwhile."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        finally:
            os.close(held)
    except BlockingIOError:
        raise SetupError(
            f"Own texts are put back into {folder} right now.", command="wait until that is done"
        ) from None
    except OSError as error:
        raise SetupError(f"The own texts can't be put back into {folder}: {error.strerror or error}.") from error


def _end_what_was_begun(folder: Path) -> None:
    """Let what is complete stand in `folder`, and what isn't be gone.

    `folder` itself stays: a volume may be mounted there. Killed at any moment, it goes on the next time.
    """
    half_done, complete, moving_in, before = (folder / name for name in _LEFT)
    if half_done.exists():
        shutil.rmtree(half_done)
    if complete.exists():
        before.mkdir(exist_ok=True)
        for bot in sorted(folder.glob("[0-9]*")):
            bot.replace(before / bot.name)
        complete.replace(moving_in)
    if moving_in.exists():
        for bot in sorted(moving_in.iterdir()):
            bot.replace(folder / bot.name)
        moving_in.rmdir()
    if before.exists():
        shutil.rmtree(before)


class Files:
    """Files that are written one after the other; `count` tells how many there are so far."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._name = ""
        self._file: IO[bytes] | None = None
        self.count = 0

    def take(self, name: str, line: str) -> None:
        """Write the next line of the file with this name in a backup.

        Raises:
            SetupError: no file of ours has such a name.
            OSError: it can't be written.
        """
        if self._folder is None:
            return
        if name != self._name or self._file is None:
            self.close()
            self._file, self._name = _opened(self._folder, name), name
            self.count += 1
        self._file.write(line.encode("utf-8", "surrogateescape"))

    def close(self) -> None:
        """Let the last file be on the disk."""
        if self._file is not None:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._file = None


def _opened(folder: Path, name: str) -> IO[bytes]:
    known = _NAME.fullmatch(name)
    if known is None:
        raise SetupError(f"No own text is called {name!r}: this is no backup of a store.")
    path = folder / known[1]
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("xb")
