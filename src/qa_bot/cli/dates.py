"""`qa-bot dates`: every dated event of the texts."""

import json
import sys
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from qa_bot.answering.annals.request import read_request
from qa_bot.cli.event_json import event_as_json
from qa_bot.cli.event_text import COLUMNS, event_cells
from qa_bot.cli.options import CorpusOption, IndexOption
from qa_bot.cli.session import open_session
from qa_bot.cli.tables import reading_dates
from qa_bot.model.event import DatedEvent
from qa_bot.settings import read_settings
from qa_bot.wiring.place import place_of

AboutOption = Annotated[
    str, typer.Option("--about", metavar="NAME", help="Events of a person, a place, a battle, or of any word.")
]
TextOption = Annotated[str, typer.Option("--text", metavar="TITLE", help="Events of texts whose title says this.")]


def _year(said: str) -> str:
    """Return `said` where it is a year and nothing else, or empty."""
    if said:
        request = read_request(said)
        if request.topic or not request.years:
            raise typer.BadParameter(f"'{said}' is no year: write 13, 13هـ, 634م or «سنة ثلاث عشرة».")
    return said


FromOption = Annotated[
    str,
    typer.Option(
        "--from", metavar="YEAR", help="From this year on: 13, 13هـ, 634م or «سنة ثلاث عشرة».", callback=_year
    ),
]
ToOption = Annotated[str, typer.Option("--to", metavar="YEAR", help="Up to this year.", callback=_year)]
JsonLinesOption = Annotated[bool, typer.Option("--json", help="Print JSON Lines: one object an event.")]


def dates(
    about: AboutOption = "",
    text: TextOption = "",
    first: FromOption = "",
    last: ToOption = "",
    index: IndexOption = None,
    corpus: CorpusOption = None,
    as_json: JsonLinesOption = False,  # noqa: FBT002  # a flag, as typer makes them
) -> None:
    """Print every dated event of the texts, in the order of time.

    Each has its date as the text gives it and in the other calendar (computed, give or take a day or two), where the
    date comes from (written in the sentence, its context, a heading), the sentence, word for word, and its citation.
    In a terminal it is a table; into a file or a pipe go lines with tabs between the columns. A year without an era
    is of the calendar in which more events are found.

    For example:

      qa-bot dates --from 13 --to 20

      qa-bot dates --about "خالد بن الوليد" --text المغازي

      qa-bot dates --corpus my-texts/ --json
    """
    with open_session(place_of(read_settings(), index, corpus)) as session, reading_dates() as on_document:
        session.read_dates(on_document)
        found = session.dated_events(_asked(about, text, first, last))
    if as_json:
        _print_lines(json.dumps(event_as_json(event), ensure_ascii=False) for event in found)
    elif sys.stdout.isatty():
        _print_table(found)
    else:
        _print_lines("\t".join(cells) for cells in (COLUMNS, *map(event_cells, found)))


def _asked(about: str, text: str, first: str, last: str) -> str:
    """Return the filters as a request, as people would type it."""
    book = f'كتاب:"{text}"' if text else ""
    one = f"منذ {first}" if first else f"حتى {last}" if last else ""
    years = f"{first} - {last}" if first and last else one
    return " ".join(filter(None, (book, about, years)))


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)  # noqa: T201  # standard output is the product


def _print_table(events: Iterable[DatedEvent]) -> None:
    # Without lines between the columns: where Arabic runs from right to left they would jump about.
    table = Table(*COLUMNS, box=None, pad_edge=False)
    for event in events:
        table.add_row(*event_cells(event))
    Console(highlight=False).print(table)
