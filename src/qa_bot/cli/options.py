"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

IndexOption = Annotated[
    Path | None,
    typer.Option("--index", metavar="DIR", help="The folder of the index (default: QA_BOT_INDEX, or index/)."),
]
CorpusOption = Annotated[
    Path | None,
    typer.Option(
        "--corpus",
        metavar="PATH",
        help="A folder of texts, or one file of any known format (default: QA_BOT_CORPUS, or corpus/).",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object a question.")]
PassagesOption = Annotated[
    int,
    typer.Option("--passages", metavar="N", min=0, max=100, help="How many passages to list, best first."),
]
ConversationOption = Annotated[
    bool,
    typer.Option(
        "--conversation",
        help="Lines of standard input follow each other as a conversation; an empty line starts a new one.",
    ),
]
