"""`qa-bot evaluate` where the libraries that measure aren't installed."""

import typer

from qa_bot.errors import SetupError


def evaluate(_: typer.Context) -> None:
    """Say how to get what measures; `make evaluate` installs it."""
    raise SetupError("Measuring needs libraries that only the development set-up installs.", command="make evaluate")
