"""`qa-bot evaluate`: judged questions → how often the answers are right."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from qa_bot.cli.console import progress_of_build
from qa_bot.cli.tables import progress, show
from qa_bot.errors import SetupError
from qa_bot.evaluation.dialogue_report import failures_of, record_of, table_of
from qa_bot.evaluation.dialogues import DIALOGUES, Dialogue, JudgedTurn, hold, read_dialogues, tallies
from qa_bot.settings import home, read_settings
from qa_bot.wiring import Place, open_service, place_of, prepare

JsonFileOption = Annotated[
    Path | None, typer.Option("--json", metavar="FILE", help="Write every figure as JSON, `-` for standard output.")
]


def evaluate(
    dialogues: Annotated[bool, typer.Option("--dialogues", help="Hold the judged dialogues instead.")] = False,  # noqa: FBT002  # a flag, as typer makes them
    failures: Annotated[bool, typer.Option("--failures", help="List the turns of dialogues that failed.")] = False,  # noqa: FBT002  # a flag, as typer makes them
    json_file: JsonFileOption = None,
) -> None:
    """Measure how often the answers are right.

    For example:

      qa-bot evaluate --dialogues --failures
    """
    if not dialogues:
        raise SetupError("Nothing to measure was named.", command="qa-bot evaluate --dialogues")
    _evaluate_dialogues(json_file, failures=failures)


def _evaluate_dialogues(json_file: Path | None, *, failures: bool) -> None:
    # The starter library, whatever texts the settings name: the dialogues are about it.
    place = place_of(read_settings(), corpus=home() / "corpus")
    judged = _hold(place, read_dialogues(DIALOGUES))
    told = tallies(judged)
    if failures:
        for block in failures_of(judged):
            typer.echo(block + "\n")
    show(table_of(told))
    _write_json(json_file, record_of(told, judged))


def _hold(place: Place, dialogues: Sequence[Dialogue]) -> list[JudgedTurn]:
    with progress_of_build() as on_progress:
        prepare(place, on_progress)
    turns = sum(len(dialogue.turns) for dialogue in dialogues)
    with asyncio.Runner() as runner, progress("Holding dialogues", turns) as on_turn:
        service = open_service(place)
        try:
            return runner.run(hold(service, dialogues, on_turn))
        finally:
            runner.run(service.aclose())


def _write_json(path: Path | None, record: dict[str, Any]) -> None:
    if path is None:
        return
    text = json.dumps(record, ensure_ascii=False, indent=1)
    if str(path) == "-":
        typer.echo(text)
    else:
        path.write_text(text + "\n", "utf-8")
