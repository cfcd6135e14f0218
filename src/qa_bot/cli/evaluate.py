"""`qa-bot evaluate`: what is judged by hand → how often the program is right."""

import typer

from qa_bot.cli.evaluate_dates import evaluate_dates
from qa_bot.cli.evaluate_dialogues import evaluate_dialogues
from qa_bot.cli.evaluate_names import evaluate_names
from qa_bot.cli.evaluate_sets import evaluate_sets
from qa_bot.cli.evaluate_when import evaluate_when

evaluate = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@evaluate.callback()
def _evaluate() -> None:
    """Measure how often the program is right.

    For example:

      qa-bot evaluate sets questions/ --part report

      qa-bot evaluate dialogues --failures
    """


evaluate.command("sets", short_help="Questions of question sets, against two baselines.")(evaluate_sets)
evaluate.command("dialogues", short_help="Judged dialogues and questions over the starter library.")(evaluate_dialogues)
evaluate.command("dates", short_help="Dates marked by hand in stretches of texts.")(evaluate_dates)
evaluate.command("when", short_help="Questions for a time, asked of annals and question sets.")(evaluate_when)
evaluate.command("names", short_help="Arabic names, asked for in Latin letters.")(evaluate_names)
