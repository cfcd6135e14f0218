"""A generation: one built index on disk, written beside the old one and switched by one rename.

    index/current                   the name of the generation in use
    index/generations/NAME/         manifest.json, passages, documents, dated events, a matrix for each field

Whatever moment a build is stopped at, `current` names a whole generation: the old one or the new.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from qa_bot.errors import SetupError
from qa_bot.index.fields import analysis_fingerprint

FORMAT_VERSION = 5
MANIFEST = "manifest.json"
MEANS = "means.json"
EVENTS = "events.jsonl"
CURRENT = "current"
REBUILD = "qa-bot index"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds and how it was made; `files` gives each file's size in bytes and its sha256."""

    format_version: int
    analysis: str
    created: str
    corpus: str
    corpus_fingerprint: str
    documents: int
    passages: int
    words: int
    files: dict[str, tuple[int, str]]


def current_name(index: Path) -> str | None:
    """Return the name of the generation in use, None where nothing was built.

    Raises:
        SetupError: the file can't be read, so that nobody knows; one with nonsense in it names no generation.
    """
    try:
        return (index / CURRENT).read_text("utf-8", errors="replace").strip() or None
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SetupError(f"{index / CURRENT} can't be read: {error}", command=REBUILD) from error


def folder_of(index: Path, name: str) -> Path:
    """Return the folder of a generation."""
    return index / "generations" / name


def read_manifest(folder: Path) -> Manifest:
    """Return a generation's manifest.

    Raises:
        SetupError: it is missing, torn, or of another version: the index must be built anew.
    """
    path = folder / MANIFEST
    try:
        record: dict[str, Any] = json.loads(path.read_bytes())
        # Before anything else: another version may have other fields.
        if not _is_of_this_version(record):
            raise SetupError(f"{folder} was built by another version of qa_bot.", command=REBUILD)
        record["files"] = {name: (size, digest) for name, (size, digest) in record["files"].items()}
        return Manifest(**record)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise torn(path, error) from error


def is_of_another_version(folder: Path) -> bool:
    """Return whether another version of the program built a generation; of a torn one that isn't known."""
    try:
        return not _is_of_this_version(json.loads((folder / MANIFEST).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _is_of_this_version(record: dict[str, Any]) -> bool:
    version: tuple[object, object] = record["format_version"], record["analysis"]
    return version == (FORMAT_VERSION, analysis_fingerprint())


def torn(path: Path, error: Exception) -> SetupError:
    """Return the error to raise where `path` of a generation can't be read."""
    return SetupError(f"The index is torn: {path} can't be read ({error}).", command=REBUILD)


def check(folder: Path) -> Manifest:
    """Return the manifest of a generation after comparing every file with its size and sha256.

    Raises:
        SetupError: a file is missing, cut short or changed; the message names it.
    """
    manifest = read_manifest(folder)
    for name, (size, digest) in manifest.files.items():
        path = folder / name
        if not _is_as_written(path, size, digest):
            raise SetupError(f"The index is torn: {path} is not as it was written.", command=REBUILD)
    return manifest


def _is_as_written(path: Path, size: int, digest: str) -> bool:
    try:
        return path.stat().st_size == size and _sha256(path) == digest
    except OSError:
        return False


@contextmanager
def new_generation(index: Path) -> Iterator[Path]:
    """Give an empty folder to write a generation into; without `publish` it is removed at the end."""
    # Names ascend with time, also within a second: `sweep` relies on it.
    name = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%f-") + os.urandom(3).hex()
    folder = folder_of(index, name)
    try:
        folder.mkdir(parents=True)
        yield folder
    finally:
        # Where nobody knows whether it was published it stays: the next sweep will know.
        with suppress(SetupError):
            if current_name(index) != name:
                shutil.rmtree(folder, ignore_errors=True)


def publish(folder: Path, **facts: Any) -> Manifest:
    """Write the manifest, bring everything to the disk, and make the generation the current one.

    `facts` are the fields of `Manifest` that the writer knows: corpus, corpus_fingerprint, documents,
    passages, words.
    """
    files = {path.name: (path.stat().st_size, _sha256(path)) for path in sorted(folder.iterdir())}
    created = datetime.now(UTC).isoformat(timespec="seconds")
    manifest = Manifest(FORMAT_VERSION, analysis_fingerprint(), created, files=files, **facts)
    # In ASCII: the corpus may have a name which is not UTF-8.
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1), "ascii")
    index = folder.parent.parent
    for path in (*folder.iterdir(), folder, folder.parent, index):
        _sync(path)
    # Written inside the folder, so that it goes with it when the build ends here.
    pointer = folder / CURRENT
    pointer.write_text(folder.name + "\n", encoding="ascii")
    _sync(pointer)
    pointer.replace(index / CURRENT)
    _sync(index)
    return manifest


def sweep(index: Path) -> None:
    """Remove all but the current generation and the one before, which a running bot may still be opening.

    Only a builder that holds the index's lock may call it: what is newer than the current generation was
    left behind by a build that was killed.
    """
    current = current_name(index) or ""
    folders = sorted(path for path in (index / "generations").glob("*") if path.is_dir())
    before = [path.name for path in folders if path.name < current and (path / MANIFEST).is_file()]
    for path in folders:
        if path.name not in (current, *before[-1:]):
            shutil.rmtree(path, ignore_errors=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
