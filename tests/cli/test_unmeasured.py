"""`qa-bot evaluate` before the development set-up."""

import pytest
import typer
from typer.testing import CliRunner

from qa_bot.cli.unmeasured import evaluate
from qa_bot.errors import SetupError


def test_whatever_is_to_be_measured_the_command_that_installs_it_is_named() -> None:
    app = typer.Typer()
    app.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True})(evaluate)
    done = CliRunner().invoke(app, ["--dialogues", "some_set"])
    assert isinstance(done.exception, SetupError)
    with pytest.raises(SetupError, match="make evaluate"):
        raise done.exception
