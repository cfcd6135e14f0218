"""Where the texts and their index are: what options and settings name."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from qa_bot.errors import SetupError
from qa_bot.index import generation
from qa_bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Place:
    """Where the texts and their index are.

    `corpus` is None where an index is used as it is. A `cache` belongs to the program: it is built anew
    whenever it doesn't fit, without asking. `rebuild` is the command that builds the index anew.
    """

    corpus: Path | None
    index: Path
    cache: bool = False
    rebuild: str = generation.REBUILD


def place_of(settings: Settings, index: Path | None = None, corpus: Path | None = None) -> Place:
    """Return the place that options and settings name; a corpus without an index gets one in the cache.

    Raises:
        SetupError: an index in the cache is needed, and nobody knows where that is.
    """
    if corpus is None and index is None:
        return Place(settings.corpus, settings.index)
    folder = index or _cache_for(corpus or settings.corpus)
    named = "PATH" if corpus is None else quote(str(corpus))
    rebuild = f"{generation.REBUILD} --corpus {named} --index {quote(str(folder))}"
    return Place(corpus, folder, cache=index is None, rebuild=rebuild)


def _cache_for(corpus: Path) -> Path:
    name = hashlib.sha256(str(corpus.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return _cache_home() / "qa_bot" / name


def _cache_home() -> Path:
    # A relative path is to be ignored, says the XDG Base Directory Specification.
    told = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        return told if told.is_absolute() else Path.home() / ".cache"
    except RuntimeError:
        raise SetupError("There is no home folder for a cache.", command="name a folder: --index DIR") from None


@contextmanager
def mended_by(place: Place) -> Iterator[None]:
    """Let errors of the index name the command that builds the index of this very place."""
    try:
        yield
    except SetupError as error:
        if error.command != generation.REBUILD:
            raise
        raise SetupError(error.reason, command=place.rebuild) from error
