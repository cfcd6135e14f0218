"""`qa-bot evaluate --dates`: dates marked by hand → how many the finder finds, and how many it makes up."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from qa_bot.cli.evaluation_json import write_json
from qa_bot.cli.tables import show, watching
from qa_bot.evaluation.date_finding import JudgedStretch, judge, tallies_by_kind, tallies_by_source
from qa_bot.evaluation.date_report import failures_of, record_of, tables_of
from qa_bot.evaluation.dialogues import FIT, SPLITS
from qa_bot.evaluation.marked_dates import Stretch, read_stretches
from qa_bot.evaluation.marked_texts import STARTER, Found, find_stretches
from qa_bot.settings import home


def evaluate_dates(folders: Sequence[Path], part: str, json_file: Path | None, *, failures: bool) -> None:
    """Measure the finder on the marked dates whose texts are in `folders`, known by their names, or in the library.

    Without folders they are looked for beside the repository, where a developer's machine has them.
    """
    stretches = read_stretches(splits=(part,) if part else SPLITS)
    found = _texts(stretches, folders or _beside_repository({each.source for each in stretches}))
    judged = _judged(found)
    if failures:
        # Whoever reads failures fits to them: those of the other half are kept back until they are asked for.
        for block in failures_of(each for each in judged if each.found.stretch.split == (part or FIT)):
            typer.echo(block + "\n")
    by_source, by_kind = tallies_by_source(judged), tallies_by_kind(judged)
    for table in tables_of(by_source, by_kind):
        show(table)
    for line in found.skipped:
        typer.echo(line)
    write_json(json_file, record_of(by_source, by_kind, found.skipped, judged))


def _beside_repository(sources: Iterable[str]) -> list[Path]:
    shared = home().parent / "shared"
    places = [folder / source for source in sorted(sources) for folder in (shared / "data", shared)]
    return [place for place in places if place.is_dir()]


def _texts(stretches: Sequence[Stretch], folders: Sequence[Path]) -> Found:
    named = {folder.resolve().name: folder for folder in folders}
    with watching() as watch:
        watch.stage("Reading texts")
        return find_stretches(stretches, named | {STARTER: home() / "corpus"})


def _judged(found: Found) -> list[JudgedStretch]:
    with watching() as watch:
        watch.stage("Finding dates", len(found.stretches))
        judged = []
        for stretch in found.stretches:
            judged.append(judge(stretch))
            watch.step()
        return judged
