"""Settings → an open service and an open store: the only place that picks them, and where texts meet the index."""

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shlex import quote

from qa_bot.answering.bar import bar_for
from qa_bot.answering.service import AnsweringService
from qa_bot.corpus.catalogue import read_corpus
from qa_bot.corpus.findings import Problem, Severity, Skipped
from qa_bot.corpus.listing import list_corpus
from qa_bot.corpus.passages import cut
from qa_bot.errors import SetupError
from qa_bot.index import generation
from qa_bot.index.build import build_index
from qa_bot.index.current import CurrentEngine
from qa_bot.index.generation import Manifest
from qa_bot.model.corpus import Document, Passage
from qa_bot.settings import Settings
from qa_bot.store.address import database_url, sqlite_url
from qa_bot.store.database import Database


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


@dataclass(frozen=True, slots=True)
class BuildProgress:
    """How far a build is: files read of all, passages cut so far, and what is being done."""

    stage: str
    files_done: int
    files: int
    passages: int


@dataclass(slots=True)
class BuildReport:
    """What a build read: how many files, and what it found beside texts; `manifest` is that of its generation.

    `other_corpus` is what the index was built from before; empty where it is the same.
    """

    manifest: Manifest | None = None
    files: int = 0
    problems: list[Problem] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    other_corpus: str = ""

    @property
    def broken(self) -> list[Problem]:
        """Return the problems through which texts were lost."""
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]


OnProgress = Callable[[BuildProgress], None]


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


def build(place: Place, on_progress: OnProgress) -> BuildReport:
    """Build the index of a place's texts and make it the current one; broken files are reported, not fatal.

    Raises:
        SetupError: there are no texts, or the index can't be written.
    """
    if place.corpus is None:
        raise SetupError("No corpus was named.", command="qa-bot index --corpus PATH")
    report = BuildReport()
    report.manifest = build_index(
        _passages_of(place.corpus, report, on_progress),
        place.index,
        corpus=str(place.corpus.resolve()),
        corpus_fingerprint=fingerprint(place.corpus),
    )
    return report


def _passages_of(
    corpus: Path, report: BuildReport, on_progress: OnProgress
) -> Iterator[tuple[Document, list[Passage]]]:
    report.files = files = len(list_corpus(corpus).files)
    done = passages = 0

    def on_file(_: Path) -> None:
        nonlocal done
        done += 1

    for finding in read_corpus(corpus, on_file=on_file):
        if isinstance(finding, Document):
            pieces = cut(finding)
            passages += len(pieces)
            yield finding, pieces
        elif isinstance(finding, Problem):
            report.problems.append(finding)
        else:
            report.skipped.append(finding)
        on_progress(BuildProgress("Reading texts", done, files, passages))
    if not passages:
        broken = "".join(f"\n  {problem}" for problem in report.problems[:5])
        raise SetupError(f"There is no text to index in {corpus}.{broken}", command="qa-bot index --corpus PATH")
    on_progress(BuildProgress("Writing the index", files, files, passages))


def fingerprint(corpus: Path) -> str:
    """Return 16 hex digits that change when a file of the corpus comes, goes, grows or is saved anew.

    However the path to the corpus is written, they are the same.

    Raises:
        SetupError: there are no texts, or a file has just gone.
    """
    listing = list_corpus(corpus)
    digest = hashlib.sha256()
    try:
        for path in listing.files:
            known = path.stat()
            line = f"{path.relative_to(listing.root)}\0{known.st_size}\0{known.st_mtime_ns}\n"
            digest.update(line.encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise SetupError(f"The corpus {corpus} changes while it is read: {error}.", command="try again") from error
    return digest.hexdigest()[:16]


def prepare(place: Place, on_progress: OnProgress) -> BuildReport | None:
    """Build the index of a place where it is missing or its texts have changed; return the report of a build.

    Of several programs that prepare one place at once, one builds and the others wait for it.

    Raises:
        SetupError: the index is torn or of another version (the program's own cache is built anew instead),
            there are no texts, or the index can't be written.
    """
    if _fits(place):
        return None
    with _alone(place.index):
        if _fits(place):
            return None
        other = _other_corpus(place)
        report = build(place, on_progress)
        report.other_corpus = other
        return report


def _other_corpus(place: Place) -> str:
    """Return the corpus that the index was built from so far; empty where it is the same or there is no index."""
    name = generation.current_name(place.index)
    if name is None or place.corpus is None or place.cache:
        return ""
    corpus = generation.read_manifest(generation.folder_of(place.index, name)).corpus
    return "" if corpus == str(place.corpus.resolve()) else corpus


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
    with _mended_by(place.rebuild):
        name = generation.current_name(place.index)
        if name is None:
            return place.corpus is None
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


def open_service(place: Place, *, one_wrong_in: int | None = None) -> AnsweringService:
    """Return the service over a place's index; it follows later builds.

    At most one in `one_wrong_in` answers shown is to be wrong (`bar_for`); None is the usual bar.

    Raises:
        SetupError: there is no index, or it is torn or of another version; or what was learned has no such bar.
    """
    bar = bar_for(one_wrong_in)
    with _mended_by(place.rebuild):
        return AnsweringService(CurrentEngine(place.index), bar=bar)


def open_store(settings: Settings) -> Database:
    """Return the store that the settings name: a PostgreSQL database, else a SQLite file; no table is looked at yet.

    Raises:
        SetupError: the database's address is none, or the file can't be written.
    """
    if settings.database_url is not None:
        return Database(database_url(settings.database_url.get_secret_value()))
    return Database(sqlite_url(settings.store))


def open_made_store(settings: Settings) -> Database:
    """Return the store that the settings name, which was made before: nothing is made where there is none.

    Raises:
        SetupError: there is no store, or the database's address is none.
    """
    if settings.database_url is None and not settings.store.exists():
        raise SetupError(
            f"There is no store at {settings.store} yet: the bot makes it at its first start.",
            command="qa-bot store migrate, or set QA_BOT_STORE to where it is",
        )
    return open_store(settings)


@contextmanager
def _mended_by(rebuild: str) -> Iterator[None]:
    """Let errors of the index name the command that builds this very index."""
    try:
        yield
    except SetupError as error:
        if error.command != generation.REBUILD:
            raise
        raise SetupError(error.reason, command=rebuild) from error
