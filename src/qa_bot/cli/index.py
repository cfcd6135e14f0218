"""`qa-bot index`: texts → a new generation of the index."""

import time

import typer

from qa_bot.cli.console import err, progress_of_build
from qa_bot.cli.options import CorpusOption, IndexOption
from qa_bot.index.generation import Manifest
from qa_bot.settings import read_settings
from qa_bot.wiring import BuildReport, Place, build

_SHOWN = 20  # problems and skipped files listed before a count takes over


def index(corpus: CorpusOption = None, index: IndexOption = None) -> None:
    """Build the index from the texts and switch to it.

    The old index answers until the new one is whole; stopping the build at any moment does no harm. Ends with
    status 1 where a file was broken; the others are indexed all the same.

    For example:

      qa-bot index

      qa-bot index --corpus my-texts/ --index my-index/
    """
    settings = read_settings()
    place = Place(corpus or settings.corpus, index or settings.index)
    started = time.monotonic()
    with progress_of_build() as on_progress:
        report = build(place, on_progress)
    _show(report, place, time.monotonic() - started)
    if report.broken:
        raise typer.Exit(code=1)


def _show(report: BuildReport, place: Place, seconds: float) -> None:
    _list("left out", [f"{skipped.path}: {skipped.why}" for skipped in report.skipped])
    _list("look at", [str(problem) for problem in report.problems])
    manifest = report.manifest
    if manifest is not None:
        err.print(_summary(manifest, place, seconds), markup=False)


def _summary(manifest: Manifest, place: Place, seconds: float) -> str:
    counts = f"{manifest.documents:,} texts, {manifest.passages:,} passages, {manifest.words:,} words"
    return f"Indexed {counts} in {seconds:.1f} s → {place.index}"


def _list(label: str, lines: list[str]) -> None:
    for line in lines[:_SHOWN]:
        err.print(f"{label}: {line}", markup=False)
    if len(lines) > _SHOWN:
        err.print(f"{label}: and {len(lines) - _SHOWN} more", markup=False)
