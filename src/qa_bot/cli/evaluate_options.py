"""Options that the commands of `qa-bot evaluate` share."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qa_bot.evaluation.dialogues import FIT, SPLITS
from qa_bot.settings import home


class Part(StrEnum):
    """A half of what was judged: nothing is fitted to the one for reporting."""

    FIT = "fit"
    REPORT = "report"


PartOption = Annotated[
    Part | None, typer.Option("--part", metavar="PART", help="Only one half: fit or report.", show_default=False)
]
FailuresOption = Annotated[
    bool, typer.Option("--failures", help="List what failed; of the half to report on only with --part report.")
]
JsonFileOption = Annotated[
    Path | None, typer.Option("--json", metavar="FILE", help="Write every figure as JSON; `-` is standard output.")
]


def splits_of(part: Part | None) -> Sequence[str]:
    """Return the halves to measure: the one named, or both."""
    return (part.value,) if part else SPLITS


def listed(split: str, part: Part | None) -> bool:
    """Return whether failures of a half are listed.

    Whoever reads failures fits to them: those of the half to report on are kept back until they are asked for.
    """
    return split == (part.value if part else FIT)


def data_beside() -> Path:
    """Return the folder beside the repository where a developer's machine has texts and question sets."""
    return home().parent / "shared" / "data"
