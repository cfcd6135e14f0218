"""`qa-bot evaluate names`: Arabic names in Latin letters → how often the right Arabic one is read."""

from pathlib import Path
from typing import Annotated

import typer

from qa_bot.cli.evaluate_options import JsonFileOption, Part, data_beside
from qa_bot.cli.evaluation_json import write_json
from qa_bot.cli.tables import show, watching
from qa_bot.errors import SetupError
from qa_bot.evaluation.name_report import name_record, name_table
from qa_bot.evaluation.names import SOURCES, measure_names

DataArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="DIR",
        help=f"A folder that holds {', '.join(SOURCES)} (default: ../shared/data).",
        show_default=False,
    ),
]
PartOption = Annotated[
    Part, typer.Option("--part", metavar="PART", help="The half of the names to ask for: fit or report.")
]
LimitOption = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Ask for at most N names of a list.")]


def evaluate_names(
    data: DataArgument = None,
    part: PartOption = Part.REPORT,
    limit: LimitOption = 2000,
    json_file: JsonFileOption = None,
) -> None:
    """Measure how often a name in Latin letters is read as the right Arabic one: at once, and among five.

    The readings compete with the names asked for and the most frequent words of the classical texts, 20,000 in all,
    then with the names alone.

    For example:

      qa-bot evaluate names

      qa-bot evaluate names texts/ --limit 500 --json names.json
    """
    folder = with_names(data or data_beside(), command="qa-bot evaluate names DIR")
    with watching() as watch:
        measured = measure_names(folder, half=part.value, most=limit, watch=watch)
    show(name_table(measured))
    write_json(json_file, name_record(measured, part.value))


def with_names(folder: Path, *, command: str) -> Path:
    """Return `folder`, which holds the lists of names and the texts.

    Raises:
        SetupError: it doesn't; `command` is the one that takes another folder.
    """
    missing = [name for name in SOURCES if not (folder / name).is_dir()]
    if missing:
        raise SetupError(f"{folder} has no folder {', none '.join(missing)}.", command=command)
    return folder
