"""Figures of an evaluation as JSON, in a file or on standard output."""

import json
from pathlib import Path
from typing import Any

import typer

from qa_bot.cli.files import write_whole


def write_json(path: Path | None, record: dict[str, Any]) -> None:
    """Write `record` to `path`; `-` is standard output, None nothing at all."""
    if path is None:
        return
    text = json.dumps(record, ensure_ascii=False, indent=1)
    if str(path) == "-":
        typer.echo(text)
    else:
        write_whole(path, f"{text}\n".encode())
