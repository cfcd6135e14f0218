"""`qa-bot index`: texts → a new generation of the index."""

import time

import typer

from qa_bot.cli.building import build_anew
from qa_bot.cli.console import err
from qa_bot.cli.options import CorpusOption, IndexOption
from qa_bot.index.generation import Manifest
from qa_bot.settings import read_settings
from qa_bot.wiring.place import Place


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
    report = build_anew(place)
    if report.manifest is not None:
        err.print(_summary(report.manifest, report.files, place, time.monotonic() - started), markup=False)
    if report.broken:
        raise typer.Exit(code=1)


def _summary(manifest: Manifest, files: int, place: Place, seconds: float) -> str:
    held = {"text": manifest.documents, "passage": manifest.passages, "word": manifest.words}
    counts = ", ".join(_count(number, noun) for noun, number in held.items())
    return f"Indexed {_count(files, 'file')}: {counts} in {seconds:.1f} s → {place.index}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
