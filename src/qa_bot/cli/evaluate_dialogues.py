"""`qa-bot evaluate dialogues`: judged dialogues over the starter library → how often the answers are right."""

import asyncio
from collections.abc import Mapping, Sequence

import typer

from qa_bot.cli.console import progress_of_build
from qa_bot.cli.evaluate_options import FailuresOption, JsonFileOption, PartOption, listed, splits_of
from qa_bot.cli.evaluation_json import write_json
from qa_bot.cli.tables import show, watching
from qa_bot.evaluation.dialogue_report import failures_of, marks_line, record_of, table_of
from qa_bot.evaluation.dialogues import (
    JUDGED,
    MIXED,
    PARAPHRASED,
    STANDARD,
    Dialogue,
    JudgedTurn,
    hold,
    read_dialogues,
    tallies,
)
from qa_bot.evaluation.marked_answers import mark_tallies
from qa_bot.settings import home, read_settings
from qa_bot.wiring.opened import open_service
from qa_bot.wiring.place import Place, place_of
from qa_bot.wiring.preparing import prepare

_DIALOGUES = {
    "Judged dialogues": JUDGED,
    "Standard Arabic questions": STANDARD,
    "Questions in other words than the texts'": PARAPHRASED,
    "Questions as a circle mixes them": MIXED,
}


def evaluate_dialogues(
    part: PartOption = None,
    failures: FailuresOption = False,  # noqa: FBT002  # a flag, as typer makes them
    json_file: JsonFileOption = None,
) -> None:
    """Hold the judged dialogues, and ask the judged questions in standard Arabic, over the starter library.

    For example:

      qa-bot evaluate dialogues

      qa-bot evaluate dialogues --part fit --failures
    """
    # The starter library, whatever texts the settings name: the dialogues are about it.
    place = place_of(read_settings(), corpus=home() / "corpus")
    held = _hold(place, {kind: read_dialogues(folder, splits_of(part)) for kind, folder in _DIALOGUES.items()})
    for kind, judged in held.items():
        if failures:
            for block in failures_of(each for each in judged if listed(each.dialogue.split, part)):
                typer.echo(block + "\n")
        show(table_of(tallies(judged), kind))
        typer.echo(marks_line(mark_tallies(judged)) + "\n")
    write_json(json_file, {kind: record_of(tallies(judged), judged) for kind, judged in held.items()})


def _hold(place: Place, kinds: Mapping[str, Sequence[Dialogue]]) -> dict[str, list[JudgedTurn]]:
    with progress_of_build() as on_progress:
        prepare(place, on_progress)
    with asyncio.Runner() as runner, watching() as watch:
        turns = sum(len(dialogue.turns) for dialogues in kinds.values() for dialogue in dialogues)
        watch.stage("Holding dialogues", turns)
        service = open_service(place)
        try:
            return {kind: runner.run(hold(service, dialogues, watch.step)) for kind, dialogues in kinds.items()}
        finally:
            runner.run(service.aclose())
