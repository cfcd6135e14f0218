"""Settings → an open service: the only place that picks the engine, and where texts meet the index."""

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class Place:
    """Where the texts and their index are.

    `corpus` is None where an index is used as it is. A `cache` belongs to the program: it is built anew
    whenever it doesn't fit, without asking.
    """

    corpus: Path | None
    index: Path
    cache: bool = False


@dataclass(frozen=True, slots=True)
class BuildProgress:
    """How far a build is: files read of all, passages cut so far, and what is being done."""

    stage: str
    files_done: int
    files: int
    passages: int


@dataclass(slots=True)
class BuildReport:
    """What a build found beside texts; `manifest` is that of the generation it wrote."""

    manifest: Manifest | None = None
    problems: list[Problem] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    @property
    def broken(self) -> list[Problem]:
        """Return the problems through which texts were lost."""
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]


OnProgress = Callable[[BuildProgress], None]


def place_of(settings: Settings, index: Path | None = None, corpus: Path | None = None) -> Place:
    """Return the place that options and settings name; a corpus without an index gets one in the cache."""
    if corpus is not None:
        return Place(corpus, index) if index is not None else Place(corpus, _cache_for(corpus), cache=True)
    return Place(None if index is not None else settings.corpus, index or settings.index)


def _cache_for(corpus: Path) -> Path:
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    name = hashlib.sha256(str(corpus.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return root / "qa_bot" / name


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
    files = len(list_corpus(corpus).files)
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
    """Return 16 hex digits that change when a file of the corpus comes, goes, grows or is saved anew."""
    digest = hashlib.sha256()
    for path in list_corpus(corpus).files:
        known = path.stat()
        digest.update(f"{path}\0{known.st_size}\0{known.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()[:16]


def prepare(place: Place, on_progress: OnProgress) -> BuildReport | None:
    """Build the index of a place where it is missing or its texts have changed; return the report of a build.

    Raises:
        SetupError: the index is torn or of another version (the program's own cache is built anew instead),
            there are no texts, or the index can't be written.
    """
    return None if _fits(place) else build(place, on_progress)


def _fits(place: Place) -> bool:
    name = generation.current_name(place.index)
    if name is None:
        return place.corpus is None
    try:
        manifest = generation.read_manifest(generation.folder_of(place.index, name))
    except SetupError:
        if place.cache:
            return False
        raise
    if place.corpus is None:
        return True
    same_place = manifest.corpus == str(place.corpus.resolve())
    return same_place and manifest.corpus_fingerprint == fingerprint(place.corpus)


def open_service(place: Place) -> AnsweringService:
    """Return the service over a place's index; it follows later builds.

    Raises:
        SetupError: there is no index, or it is torn or of another version.
    """
    return AnsweringService(CurrentEngine(place.index))
