"""`qa-bot evaluate dates`: dates marked by hand → how many the finder finds, and how many it makes up."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from qa_bot.cli.evaluate_options import FailuresOption, JsonFileOption, PartOption, data_beside, listed, splits_of
from qa_bot.cli.evaluation_json import write_json
from qa_bot.cli.tables import show, watching
from qa_bot.evaluation.date_finding import JudgedStretch, judge, tallies_by_kind, tallies_by_source
from qa_bot.evaluation.date_report import failures_of, record_of, tables_of
from qa_bot.evaluation.marked_dates import Stretch, read_stretches
from qa_bot.evaluation.marked_texts import STARTER, Found, find_stretches
from qa_bot.settings import home

TextsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="DIR",
        help="Folders of texts and question sets, known by their names (default: those in ../shared/data).",
        show_default=False,
    ),
]


def evaluate_dates(
    texts: TextsArgument = None,
    part: PartOption = None,
    failures: FailuresOption = False,  # noqa: FBT002  # a flag, as typer makes them
    json_file: JsonFileOption = None,
) -> None:
    """Compare the dates that are found in stretches of texts with those that a reader marked there.

    A text that isn't there is skipped, and said to be; the starter library always is.

    For example:

      qa-bot evaluate dates

      qa-bot evaluate dates texts/classical_texts --part fit --failures
    """
    stretches = read_stretches(splits=splits_of(part))
    found = _texts(stretches, texts or _beside_repository({each.source for each in stretches}))
    judged = _judged(found)
    if failures:
        for block in failures_of(each for each in judged if listed(each.found.stretch.split, part)):
            typer.echo(block + "\n")
    by_source, by_kind = tallies_by_source(judged), tallies_by_kind(judged)
    for table in tables_of(by_source, by_kind):
        show(table)
    for line in found.skipped:
        typer.echo(line)
    write_json(json_file, record_of(by_source, by_kind, found.skipped, judged))


def _beside_repository(sources: Iterable[str]) -> list[Path]:
    data = data_beside()
    places = [folder / source for source in sorted(sources) for folder in (data, data.parent)]
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
