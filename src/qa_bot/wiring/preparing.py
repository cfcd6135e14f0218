"""An index that fits its texts: built where it is missing or they have changed, by one program at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qa_bot.errors import SetupError
from qa_bot.index import generation
from qa_bot.index.generation import Manifest
from qa_bot.wiring.building import BuildReport, OnProgress, build, fingerprint
from qa_bot.wiring.place import Place, mended_by


def prepare(place: Place, on_progress: OnProgress) -> BuildReport | None:
    """Build the index of a place where it doesn't fit its texts; return the report of a build.

    It is missing, its texts have changed, or another version of the program built it.

    Of several programs that prepare one place at once, one builds and the others wait for it.

    Raises:
        SetupError: the index is torn (the program's own cache is built anew instead), or of another version and nobody
            knows its texts; there are no texts, or the index can't be written.
    """
    if _fits(place):
        return None
    with _alone(place.index):
        if _fits(place):
            return None
        other_corpus, other_version = _other_corpus(place), _is_of_another_version(place)
        report = build(place, on_progress)
        report.other_corpus, report.other_version = other_corpus, other_version
        return report


def _other_corpus(place: Place) -> str:
    """Return the corpus that the index was built from so far; empty where it is the same or there is no index."""
    name = generation.current_name(place.index)
    if name is None or place.corpus is None or place.cache or _is_of_another_version(place):
        return ""
    corpus = generation.read_manifest(generation.folder_of(place.index, name)).corpus
    return "" if corpus == str(place.corpus.resolve()) else corpus


def _is_of_another_version(place: Place) -> bool:
    name = generation.current_name(place.index)
    return name is not None and generation.is_of_another_version(generation.folder_of(place.index, name))


@contextmanager
def _alone(index: Path) -> Iterator[None]:
    """Wait until no other program prepares this index, and let the next one wait until the end."""
    try:
        index.mkdir(parents=True, exist_ok=True)
        lock = (index / ".preparing").open("w")
    except OSError as error:
        raise SetupError(f"The index can't be written in {index}: {error.strerror or error}.") from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _fits(place: Place) -> bool:
    with mended_by(place):
        name = generation.current_name(place.index)
        if name is None:
            return place.corpus is None
        if place.corpus is not None and _is_of_another_version(place):
            return False
        folder = generation.folder_of(place.index, name)
        try:
            # Nobody else mends a cache: every file of it is looked at.
            manifest = generation.check(folder) if place.cache else generation.read_manifest(folder)
        except SetupError:
            if place.cache:
                return False
            raise
        return place.corpus is None or _is_of(manifest, place.corpus)


def _is_of(manifest: Manifest, corpus: Path) -> bool:
    return manifest.corpus == str(corpus.resolve()) and manifest.corpus_fingerprint == fingerprint(corpus)
