"""Texts → a new index, and what was found on the way."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from qa_bot.answering.annals.events import read_events
from qa_bot.corpus.catalogue import read_corpus
from qa_bot.corpus.findings import Problem, Severity, Skipped
from qa_bot.corpus.listing import list_corpus
from qa_bot.corpus.passages import cut
from qa_bot.errors import SetupError
from qa_bot.index.build import build_index
from qa_bot.index.generation import Manifest
from qa_bot.model.corpus import Document, Passage
from qa_bot.wiring.place import Place


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

    `other_corpus` is what the index was built from before; empty where it is the same. `other_version` tells that
    another version of the program built it.
    """

    manifest: Manifest | None = None
    files: int = 0
    problems: list[Problem] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    other_corpus: str = ""
    other_version: bool = False

    @property
    def broken(self) -> list[Problem]:
        """Return the problems through which texts were lost."""
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]


OnProgress = Callable[[BuildProgress], None]


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
        read_events=read_events,
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
