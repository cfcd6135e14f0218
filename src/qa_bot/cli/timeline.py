"""`qa-bot timeline`: what the texts date of something, as a picture and as a list."""

import json
from pathlib import Path
from typing import Annotated

import typer

from qa_bot.bot.language import texts_for
from qa_bot.bot.timeline_card import picture_captions
from qa_bot.cli.console import err
from qa_bot.cli.event_json import timeline_as_json
from qa_bot.cli.event_text import timeline_lines
from qa_bot.cli.files import write_whole
from qa_bot.cli.options import CorpusOption, IndexOption
from qa_bot.cli.session import open_session
from qa_bot.cli.tables import reading_dates
from qa_bot.errors import QuestionError, SetupError
from qa_bot.model.timeline import Timeline
from qa_bot.settings import read_settings
from qa_bot.wiring.place import place_of

_PICTURES = (".png", ".svg")
_ENDINGS = (*_PICTURES, ".json")

WhatArgument = Annotated[
    str,
    typer.Argument(
        metavar="WHAT",
        show_default=False,
        help="A person, place, battle, years (13-20, 630-640م) or a century, or several of them; without it, all.",
    ),
]
OutputOption = Annotated[
    list[Path] | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write a .png, .svg or .json file; may be given repeatedly."),
]
EventsOption = Annotated[
    int, typer.Option("--events", metavar="N", min=1, max=60, help="How many events the picture shows.")
]
OneObjectOption = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of the list.")]


def timeline(
    what: WhatArgument = "",
    output: OutputOption = None,
    events: EventsOption = 8,
    index: IndexOption = None,
    corpus: CorpusOption = None,
    as_json: OneObjectOption = False,  # noqa: FBT002  # a flag, as typer makes them
) -> None:
    """Draw and list what the texts date of something, with citations.

    The picture shows the most telling events, numbered; the list has these first, then all others.

    For example:

      qa-bot timeline "خالد بن الوليد" --output khalid.png

      qa-bot timeline "Damascus 13-20" -o damascus.svg -o damascus.json

      qa-bot timeline "القرن الأول" --events 12 --json
    """
    files = output or []
    for file in files:
        _check(file)
    with open_session(place_of(read_settings(), index, corpus)) as session, reading_dates() as on_document:
        session.read_dates(on_document)
        try:
            found = session.timeline(what, events)
        except QuestionError as error:
            raise SetupError(error.english) from error
    for file in files:
        _write(found, file)
    if as_json:
        typer.echo(json.dumps(timeline_as_json(found), ensure_ascii=False))
    else:
        typer.echo("\n".join(timeline_lines(found)))


def _check(file: Path) -> None:
    """Raise a clear error before anything is read, not after.

    Raises:
        SetupError: the file's ending is unknown, or its folder isn't there.
    """
    if file.suffix.lower() not in _ENDINGS:
        raise SetupError(f"A timeline ends in one of {', '.join(_ENDINGS)}; {file} doesn't.")
    if not file.absolute().parent.is_dir():
        raise SetupError(f"There is no folder {file.absolute().parent} for {file.name}.")


def _write(found: Timeline, file: Path) -> None:
    """Write the timeline in the format of the file's ending; where there is nothing to draw, say so."""
    if file.suffix.lower() not in _PICTURES:
        content = (json.dumps(timeline_as_json(found), ensure_ascii=False, indent=1) + "\n").encode()
    elif found.events:
        # Here, not above: every command would wait for a large library that few need.
        from qa_bot.drawing.timeline_picture import draw_timeline

        captions = picture_captions(found, texts_for("ar"))
        content = draw_timeline(found, captions, "svg" if file.suffix.lower() == ".svg" else "png")
    else:
        err.print(f"Not written, for there is nothing to draw: {file}", markup=False)
        return
    write_whole(file, content)
    err.print(f"Written: {file}", markup=False)
