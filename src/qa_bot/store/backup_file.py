"""The file of a backup: a line of JSON each, gzipped.

What it is, then a line a row, and one for each line of the texts of chats, then how many there were. The file is
written beside its name, synced, and renamed: a copy that was stopped is no copy.
"""

import gzip
import json
import os
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from qa_bot.errors import SetupError

_FORMAT = 2
_READ = (1, _FORMAT)  # the first had no texts of chats
_NOT_OURS = "{file} is no backup of a store, or it is torn: {why}."


@dataclass(frozen=True, slots=True)
class Head:
    """What a backup says of itself: the version of its tables, and whether the texts of chats are in it."""

    version: str
    has_texts: bool


@contextmanager
def new_backup(file: Path, version: str) -> Iterator[Callable[[object], None]]:
    """Give what puts a line into a backup of a store of this version; at the end it is there, after an error it isn't.

    Raises:
        SetupError: the file can't be written.
    """
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        # It holds what people asked: it is for its owner alone.
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as raw:
            with gzip.GzipFile(fileobj=raw, mode="wb", filename="") as out:
                _write(out, {"qa_bot_store": _FORMAT, "version": version, "written": datetime.now(UTC).isoformat()})
                yield partial(_write, out)
            raw.flush()
            os.fsync(raw.fileno())
        unfinished.replace(file)
    except OSError as error:
        raise SetupError(f"The backup can't be written to {file}: {error.strerror or error}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _write(out: gzip.GzipFile, line: object) -> None:
    out.write(json.dumps(line).encode() + b"\n")


def lines_of(file: Path) -> Iterator[Any]:
    """Yield what stands on each line.

    Raises:
        SetupError: the file can't be read, or isn't what `new_backup` writes.
    """
    try:
        with gzip.open(file) as lines:
            yield from map(json.loads, lines)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise SetupError(_NOT_OURS.format(file=file, why=error)) from error


def checked(file: Path) -> Head:
    """Return the head of a backup, after reading it whole.

    Raises:
        SetupError: it is none, or torn.
    """
    lines = lines_of(file)
    head = next(lines, None)
    if not isinstance(head, dict) or head.get("qa_bot_store") not in _READ:
        raise SetupError(_NOT_OURS.format(file=file, why="its first line says so"))
    counts: Counter[str] = Counter()
    for line in lines:
        if isinstance(line, dict):
            if Counter(line.get("rows")) == counts:
                return Head(str(head["version"]), has_texts=head["qa_bot_store"] >= _FORMAT)
            break
        counts[line[0]] += 1
    raise SetupError(_NOT_OURS.format(file=file, why="its end is missing"))
