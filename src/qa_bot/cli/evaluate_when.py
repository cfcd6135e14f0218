"""`qa-bot evaluate when`: questions for a time, asked of annals and of question sets."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from qa_bot.answering.confidence import BAR
from qa_bot.cli.console import progress_of_build
from qa_bot.cli.evaluate_options import FailuresOption, JsonFileOption, PartOption, data_beside, listed, splits_of
from qa_bot.cli.evaluation_json import write_json
from qa_bot.cli.tables import show, watching
from qa_bot.evaluation.near_copies import kinships
from qa_bot.evaluation.plan import Watch
from qa_bot.evaluation.pool import open_pool
from qa_bot.evaluation.question_sets import read_question_sets
from qa_bot.evaluation.when_figures import JudgedWhen, ask_when, when_tallies
from qa_bot.evaluation.when_questions import WhenQuestion, questions_of_events, questions_of_set, read_events
from qa_bot.evaluation.when_report import when_failures, when_record, when_table
from qa_bot.settings import read_settings
from qa_bot.wiring.opened import open_service
from qa_bot.wiring.place import Place, place_of
from qa_bot.wiring.preparing import prepare

ANNALS = "classical_texts"
USUAL = (ANNALS, "arcd_train", "kaiflematha_dev", "aaqad_sample")


TextsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="DIR",
        help=f"{ANNALS} and folders of question sets, known by their names (default: those in ../shared/data).",
        show_default=False,
    ),
]


def evaluate_when(
    texts: TextsArgument = None,
    part: PartOption = None,
    failures: FailuresOption = False,  # noqa: FBT002  # a flag, as typer makes them
    json_file: JsonFileOption = None,
) -> None:
    """Ask the judged questions for a time of annals, and those of question sets that a date answers.

    What isn't there is skipped, and said to be.

    For example:

      qa-bot evaluate when --part report

      qa-bot evaluate when texts/classical_texts --part fit --failures
    """
    named = {folder.resolve().name: folder for folder in texts or [data_beside() / name for name in USUAL]}
    there = {name: folder for name, folder in named.items() if folder.is_dir()}
    skipped = [f"{name}: its folder is not there" for name in dict.fromkeys((*USUAL, *named)) if name not in there]
    splits = splits_of(part)
    with watching() as watch:
        judged = _of_annals(there[ANNALS], splits, watch) if ANNALS in there else []
        judged += _of_sets([folder for name, folder in there.items() if name != ANNALS], splits, watch)
    tallies = when_tallies(judged)
    if failures:
        for block in when_failures(each for each in judged if listed(each.question.part, part)):
            typer.echo(block + "\n")
    show(when_table(tallies))
    for each in skipped:
        typer.echo(f"skipped: {each}")
    write_json(json_file, when_record(tallies, judged, skipped))


def _of_annals(texts: Path, splits: Sequence[str], watch: Watch) -> list[JudgedWhen]:
    """Ask for the judged events in an index of the texts, which is kept in the cache."""
    place = place_of(read_settings(), corpus=texts)
    with progress_of_build() as on_progress:
        prepare(place, on_progress)
    return asyncio.run(_ask_place(place, questions_of_events(read_events(splits=splits)), watch))


async def _ask_place(place: Place, questions: Sequence[WhenQuestion], watch: Watch) -> list[JudgedWhen]:
    watch.stage("Asking of the annals", len(questions))
    service = open_service(place)
    try:
        return await ask_when(service, questions, watch.step)
    finally:
        await service.aclose()


def _of_sets(folders: Sequence[Path], splits: Sequence[str], watch: Watch) -> list[JudgedWhen]:
    """Ask the sets' questions for a time, each of the texts of all of them."""
    return asyncio.run(_ask_sets(folders, splits, watch)) if folders else []


async def _ask_sets(folders: Sequence[Path], splits: Sequence[str], watch: Watch) -> list[JudgedWhen]:
    watch.stage("Building the index")
    sets = read_question_sets(folders)
    texts = [text for each in sets for text in each.texts]
    kin = kinships(texts)
    questions = [q for each in sets for q in questions_of_set(each, kin) if q.part in splits]
    async with open_pool(texts, bar=BAR) as service:
        watch.stage("Asking of the question sets", len(questions))
        return await ask_when(service, questions, watch.step)
